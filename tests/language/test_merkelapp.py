"""A dictated line with a label is what the label says, whatever stands in its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TEKSTER = [
    "godkjent",
    "Ny hverdag – Har hatt oppstart. Har avtalt møter. Hvilke prosjekt finnes? Skal også mer.",
    "Det må vurderes om utvalget skal ha en samling 29. april, før ASU-møte 2. juni der alle er.",
    "PSU skal i 2025 dele ut tilskudd. Til info: sak 04/25 i PSU og sak 7/24 i Fagråd 1.",
    "i møte 26.11.23 sak 13/23 ble det bestemt å lage grupper",
    "det må avklares med fagråd 3 hvordan de jobber med dette",
    "Hvem betaler?",
    "ord " * 1000,
]
LAPPER = [
    ("k:", "konklusjon", None),
    ("konklusjon:", "konklusjon", None),
    ("v:", "vedtak", None),
    ("i:", "innspill", None),
    ("o:", "oppfoelging", None),
    ("n:", "notat", None),
    ("n kolon", "notat", None),
    ("sak 2 k:", "konklusjon", 2),
    ("sak to notat:", "notat", 2),
    ("innspill fra Siri:", "innspill", None),
]


@pytest.fixture
def si(tolk, register, now):
    return lambda text: tolk.understand(text, register=register, at=now, referat=True)


@pytest.mark.parametrize(("lapp", "hva", "sak"), LAPPER)
@pytest.mark.parametrize("tekst", TEKSTER)
def test_the_label_says_what_it_is(lapp, hva, sak, tekst, si):
    meaning = si(f"{lapp} {tekst}")
    assert (meaning.intent, meaning.strict, meaning.slots.extra["hva"]) == ("referat.punkt", True, hva)
    assert meaning.slots.extra["tekst"] == tekst.strip()
    assert (meaning.slots.sak.nummer if meaning.slots.sak else None) == sak


@pytest.mark.parametrize("hva", ["konklusjon", "notat", "innspill", "oppfølging"])
@pytest.mark.parametrize("tekst", [tekst for tekst in TEKSTER if not tekst.endswith("?")])
def test_a_sak_and_a_label_need_no_colon(hva, tekst, si):
    meaning = si(f"sak en {hva} {tekst}")
    assert (meaning.intent, meaning.strict) == ("referat.punkt", True)
    assert meaning.slots.extra["hva"] == hva.replace("ø", "oe")
    assert meaning.slots.extra["tekst"] == tekst.strip()
    assert meaning.slots.sak.nummer == 1


def test_a_question_about_a_sak_is_no_dictation(si):
    for line in (
        "hva er konklusjonen i sak 2?",
        "sak to konklusjon hva ble det",
        "innspill til sak 3 fra siste møte",
    ):
        assert not (si(line).intent == "referat.punkt" and si(line).strict), line


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120).filter(lambda t: t.strip() and "\n" not in t))
def test_every_text_behind_a_label_is_kept_as_it_stands(tolk, register, now, tekst):
    meaning = tolk.understand(f"k: {tekst}", register=register, at=now, referat=True)
    if tekst.strip()[:1].isalnum():
        assert meaning.strict
        assert meaning.slots.extra["hva"] == "konklusjon"

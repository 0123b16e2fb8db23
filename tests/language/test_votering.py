"""Votes, and what became of a forslag, as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.vedtakslinje import Vedtakslinje, Vedtaksutfall
from bot.language.vedtakslinje import les as les_vedtak
from bot.language.votering import Votering, les

VEDTATT, FALT = Vedtaksutfall.VEDTATT, Vedtaksutfall.FALT


@pytest.mark.parametrize(
    ("tekst", "stemmer"),
    [
        ("7 for, 2 mot", (7, 2, None)),
        ("sju for to mot", (7, 2, None)),
        ("sju mot to", (7, 2, None)),
        ("7 mot 2", (7, 2, None)),
        ("syv stemmer mot to", (7, 2, None)),
        ("8 for 1 mot 2 blanke", (8, 1, 2)),
        ("åtte røyster for og ein mot", (8, 1, None)),
        ("for: 7, mot: 2, blanke: 1", (7, 2, 1)),
        ("7 stemte for, 2 stemte imot", (7, 2, None)),
        ("tjuefire for, ingen mot", (24, 0, None)),
        ("vedtatt mot to stemmer", (None, 2, None)),
        ("vedtatt mot én stemme", (None, 1, None)),
        ("5 for, 4 i mot, 1 avholdende", (5, 4, 1)),
        ("vedtatt med 7 mot 2 stemmer", (7, 2, None)),
    ],
)
def test_votes(tekst, stemmer):
    found = les(tekst)
    assert found is not None
    assert (found.for_, found.mot, found.blanke) == stemmer
    assert not found.enstemmig


@pytest.mark.parametrize("tekst", ["enstemmig", "Enstemmig vedtatt.", "samrøystes", "vedteke einstemmig"])
def test_all_of_one_mind(tekst):
    assert les(tekst) == Votering(enstemmig=True)


@pytest.mark.parametrize(
    "tekst",
    ["tas til orientering", "planen for 2025", "det er ikke enstemmig", "vi er imot", "kurs for leger"],
)
def test_no_votes(tekst):
    assert les(tekst) is None


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_every_number_is_read_back(for_, mot, blanke):
    assert les(f"{for_} for, {mot} mot, {blanke} blanke") == Votering(for_, mot, blanke)


@given(st.text(max_size=60))
def test_any_text_is_read(tekst):
    les(tekst)
    les_vedtak(tekst)


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("vedtatt som foreslått", Vedtakslinje(None, VEDTATT, uendret=True)),
        ("Vedteke som foreslege.", Vedtakslinje(None, VEDTATT, uendret=True)),
        ("forslag 2 vedtatt", Vedtakslinje(2, VEDTATT)),
        ("forslag to vedtatt", Vedtakslinje(2, VEDTATT)),
        ("forslag nr. 3 er vedtatt", Vedtakslinje(3, VEDTATT)),
        ("forslag 2 vedtatt med tillegg om frist", Vedtakslinje(2, VEDTATT, tillegg="frist")),
        (
            "forslag 2 vedtatt med tillegg: Frist er 1. mai.",
            Vedtakslinje(2, VEDTATT, tillegg="Frist er 1. mai"),
        ),
        ("vedtatt med følgende endring: tre møter", Vedtakslinje(None, VEDTATT, tillegg="tre møter")),
        ("forslag en falt", Vedtakslinje(1, FALT)),
        ("forslag én falt", Vedtakslinje(1, FALT)),
        ("forslaget ble ikke vedtatt", Vedtakslinje(None, FALT)),
        ("innstillingen ble nedstemt", Vedtakslinje(None, FALT)),
        ("enstemmig", Vedtakslinje(None, VEDTATT, votering=Votering(enstemmig=True))),
        ("forslag 1 falt med 2 mot 7 stemmer", Vedtakslinje(1, FALT, votering=Votering(2, 7))),
        ("ASU ber om at saken legges fram på nytt", Vedtakslinje()),
        (
            "ASU ber sekretariatet lage en plan som legges fram når de nye retningslinjene er vedtatt",
            Vedtakslinje(),
        ),
    ],
)
def test_what_became_of_a_forslag(tekst, ventet):
    assert les_vedtak(tekst) == ventet

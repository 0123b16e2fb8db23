"""What members write, and what the Tolk takes it to mean."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.ord import ordbok
from bot.language.setninger import FOLDER, Setninger
from bot.language.tolk import NOTHING
from bot.turn import Meaning
from tests.language.linjer import HERE, Linje, examples, heldout

FILES = sorted((HERE / "eksempler").glob("*.yaml"))
EXAMPLES = [linje for path in FILES for linje in examples(path)]
HELD_OUT = heldout()
READ = [linje for linje in EXAMPLES if linje.sure and not linje.strict and not linje.referat]
WRITTEN = [linje for linje in EXAMPLES if linje.strict]
ROOM = 0.02
"""Of lines that may be read otherwise with other words around them."""


@pytest.fixture
def si(tolk, register, now):
    return lambda text, **hint: tolk.understand(text, register=register, at=now, **hint)


def test_every_intent_has_its_sentences_and_its_examples(tolk):
    assert {path.stem for path in FOLDER.glob("*.yaml")} == tolk.intents
    assert {path.stem for path in FILES} == tolk.intents | {NOTHING}


@pytest.mark.parametrize(
    "form", ["{}?", "Hei! {}", "{}, vær så snill", "  {}  ", "Helsebot, {}", "hei du, {} takk"]
)
def test_politeness_and_signs_change_hardly_a_question(form, si):
    asked = [x for x in READ if x.intent not in ("smaaprat", "hjelp") and "!" not in x.text]
    changed = [x.text for x in asked if not _still(x, si(form.format(x.text.rstrip("?."))))]
    assert len(changed) <= ROOM * len(asked), changed


@pytest.mark.parametrize("form", ["Hei! {}", "  {}  ", "Helsebot, {}"])
def test_a_greeting_changes_hardly_a_command(form, si):
    read = [(x, si(form.format(x.text), referat=x.referat)) for x in WRITTEN]
    changed = [x.text for x, meaning in read if not (_still(x, meaning) and meaning.strict)]
    assert len(changed) <= ROOM * len(WRITTEN), changed


def test_capitals_change_hardly_anything(si):
    changed = [x.text for x in READ if not _still(x, si(x.text.upper()))]
    assert len(changed) <= ROOM * len(READ), changed


def _still(linje: Linje, meaning: Meaning) -> bool:
    return meaning.sure and meaning.intent == linje.intent


def test_a_line_that_is_not_understood_gets_three_suggestions_that_are(si):
    in_referat = Setninger(ordbok()).in_referat
    for linje in [*EXAMPLES, *HELD_OUT]:
        meaning = si(linje.text)
        if meaning.sure:
            assert meaning.suggestions == ()
            continue
        assert len({s.text for s in meaning.suggestions}) == 3, linje.text
        for suggestion in meaning.suggestions:
            dictated = suggestion.intent in in_referat
            again = si(suggestion.text, referat=dictated)
            assert (again.intent, again.sure) == (suggestion.intent, True), suggestion.text


def test_every_line_that_may_be_suggested_is_understood(si):
    for gruppe in Setninger(ordbok()).grupper:
        for line in gruppe.forslag:
            meaning = si(line.format(organ="Fagråd 1", sak="sak 12/24"), referat=gruppe.in_referat)
            assert (meaning.intent, meaning.sure, meaning.slots.extra.get("hva")) == (
                gruppe.intent,
                True,
                gruppe.hva,
            ), line


def test_a_suggestion_names_the_body_that_was_named(si):
    meaning = si("PSU hm")
    assert not meaning.sure
    assert any("PSU" in suggestion.text for suggestion in meaning.suggestions)


@pytest.mark.parametrize(
    "line", ["æ e dårli", "jeg er syk i dag", "har feber og vondt i hodet", "ungene er syke"]
)
def test_a_line_about_health_alone_is_never_forfall(line, si):
    meaning = si(line)
    assert not meaning.sure
    assert [s.intent for s in meaning.suggestions if s.intent.startswith("forfall.")] == []


@pytest.mark.parametrize(
    "line", ["jeg er syk og kan ikke komme på møtet", "må melde forfall til torsdag, sykt barn"]
)
def test_the_reason_of_a_forfall_is_kept_nowhere(line, si):
    meaning = si(line)
    assert meaning.intent == "forfall.meld"
    assert "syk" not in str(meaning.slots)


def test_two_questions_in_one_line_are_answered_one_by_one(si):
    meaning = si("når er neste ASU, og hvilke frister har vi")
    assert (meaning.intent, meaning.sure) == ("moete.neste", True)
    assert [also.intent for also in meaning.also] == ["frist.liste"]


def test_what_writes_comes_before_what_reads(si):
    meaning = si("kan ikke komme på onsdag, men kan du sende meg sakslista")
    assert (meaning.intent, meaning.strict) == ("forfall.meld", False)
    assert [also.intent for also in meaning.also] == ["moete.saksliste"]


@pytest.mark.parametrize(
    "line",
    [
        "vurderer å melde forfall",
        "hvis jeg må melde forfall, hvem stiller da",
        "hvordan melder jeg forfall",
        "ikke meld forfall",
        "vi må ikke avlyse møtet",
        "styrk siste punkt",
        "kanskje vi skal flytte møtet",
    ],
)
@pytest.mark.parametrize("referat", [False, True])
def test_doubt_condition_and_denial_are_never_the_doing(line, referat, tolk, si):
    meaning = si(line, referat=referat)
    assert not (meaning.sure and meaning.intent in tolk.writes)


def test_only_an_open_referat_takes_dictation(si):
    for line in ("neste sak", "tas til orientering", "k: Saken utsettes."):
        assert si(line, referat=True).strict
        assert not (meaning := si(line)).strict or not meaning.intent.startswith("referat.")


def test_a_question_behind_a_remark_is_answered(si):
    assert si("Bussen står i kø. Hvor er møtet?").intent == "moete.sted"


def test_the_same_name_in_two_helsefellesskap_gives_both(tolk, two, now):
    def organs(text, **hint):
        return tolk.understand(text, register=two, at=now, **hint).slots.organ_ids

    assert organs("neste ASU") == (1, 5)
    assert organs("neste ASU i nordre") == (1,)
    assert organs("når er ASU søndre fjordfylke") == (5,)
    assert organs("neste ASU", organ_hint=(5,)) == (5,)
    assert organs("neste ASU", organ_hint=(6,)) == (5,)
    assert organs("neste møte", organ_hint=(6,)) == ()


def test_the_year_of_a_date_goes_back_for_a_referat_and_ahead_for_a_meeting(si):
    assert str(si("referat fra november").slots.period.fra) == "2023-11-01"
    assert str(si("møter i november").slots.period.fra) == "2024-11-01"


@settings(deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_written_it_is_answered(tolk, register, now, line):
    meaning = tolk.understand(line, register=register, at=now)
    assert meaning.sure or len(meaning.suggestions) == 3


WORDS = [word for linje in EXAMPLES for word in linje.text.split()]
STRAY = [
    "17.04.9999",
    "31.12.2099",
    "0/0",
    "uke 0",
    "uke 53",
    "den 99.",
    "29.02.23",
    "sak 000/24",
    "fagråd 0",
    "99/99/99",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS + STRAY), max_size=12))
def test_whatever_words_are_put_together_it_is_answered(tolk, two, now, words):
    meaning = tolk.understand(" ".join(words), register=two, at=now, organ_hint=(999,))
    assert meaning.sure or len(meaning.suggestions) == 3


def test_a_very_long_line_is_read_in_good_time(si):
    started = process_time()
    assert not si("sak " * 5000).sure
    assert process_time() - started < 0.5


def test_no_word_of_the_data_is_written_twice():
    listed = re.findall(r"^  (\S+):", (FOLDER.parent / "ord.yaml").read_text("utf-8"), re.M)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("linje", "tekst"),
    [
        ("meld sak til eventuelt i ASU 19. juni", None),
        ("meld sak til eventuelt ASU", None),
        ("meld sak til eventuelt i mai", None),
        ("meld sak til eventuelt i ASU 19. juni: Tolk", "Tolk"),
        ("meld sak til eventuelt: 17. mai", "17. mai"),
    ],
)
def test_where_a_sak_is_to_be_is_not_what_it_is_about(linje, tekst, tolk, register, now):
    slots = tolk.understand(linje, register=register, at=now).slots
    assert slots.extra.get("tekst") == tekst

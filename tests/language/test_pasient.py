"""One patient is asked about; patients in general are what a committee speaks of."""

from statistics import median
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.pasient import kan_vaere_pasient
from tests.language.pasientlinjer import CAUGHT, NAVN, ORDINARY

PEOPLE = st.sampled_from(["mann", "kvinne", "jente", "gutt", "pasient", "beboer", "dame"])
PLACES = st.sampled_from(["Frosta", "Inderøy", "Snåsa", "Leka", "Verdal", "Grong"])
CARE = st.sampled_from(["demens", "kreft", "KOLS", "hjerneslag", "BPA", "rusproblemer", "selvmordstanker"])
AGES = st.integers(1, 105)


@pytest.mark.parametrize("linje", CAUGHT)
def test_one_person_is_asked_about(linje):
    assert kan_vaere_pasient(linje, NAVN)


@pytest.mark.parametrize("linje", ORDINARY)
def test_what_a_committee_says_all_day_is_not(linje):
    assert not kan_vaere_pasient(linje, NAVN)


def test_there_are_as_many_lines_as_were_asked_for():
    assert len(set(CAUGHT)) >= 40
    assert len(set(ORDINARY)) >= 150


def test_a_member_may_be_named_beside_any_word_of_care():
    assert kan_vaere_pasient("Gudrun Fjellvang har demens", NAVN)
    assert not kan_vaere_pasient("Gudrun Fjellvang har demens", (*NAVN, "Gudrun Fjellvang"))


@given(PEOPLE, AGES, PLACES, CARE)
def test_age_place_and_diagnosis_are_one_person_however_they_are_put(hvem, alder, sted, hva):
    assert kan_vaere_pasient(f"{hvem} {alder} år fra {sted} med {hva}", NAVN)
    assert kan_vaere_pasient(f"{alder}-åring fra {sted} med {hva}", NAVN)
    assert kan_vaere_pasient(f"vi snakket om en {hvem} ({alder}) i {sted}, {hva}", NAVN)


@given(AGES, PLACES, CARE)
def test_many_are_not_one(antall, sted, hva):
    assert not kan_vaere_pasient(f"{antall} pasienter fra {sted} med {hva}", NAVN)
    assert not kan_vaere_pasient(f"pasienter over {antall} år i {sted} med {hva}", NAVN)


@given(st.sampled_from(CAUGHT), st.sampled_from(ORDINARY))
def test_other_sentences_beside_it_do_not_hide_it(linje, annen):
    assert kan_vaere_pasient(f"{annen.rstrip('.')}. {linje}", NAVN)


@given(st.text(max_size=200))
def test_any_text_is_read(tekst):
    assert kan_vaere_pasient(tekst, NAVN) in (True, False)


def test_without_a_word_of_health_or_care_nobody_is_a_patient():
    assert not kan_vaere_pasient("Gudrun Fjellvang fra Frosta ringte om parkering", NAVN)
    assert not kan_vaere_pasient("87-åring fra Frosta ringte om parkering", NAVN)


def test_a_stranger_with_name_and_age_is_asked_about_whatever_is_said_of_them():
    """It may come in a channel."""
    assert kan_vaere_pasient("Gudrun Fjellvang (87) fra Frosta ringte om parkering", NAVN)
    assert not kan_vaere_pasient("Jonas Hagelund (50) fra Frosta ringte om parkering", NAVN)


def test_it_is_quick_and_a_long_text_is_read_in_good_time():
    taken = []
    for linje in (*CAUGHT, *ORDINARY):
        started = process_time()
        kan_vaere_pasient(linje, NAVN)
        taken.append(process_time() - started)
    assert median(taken) < 0.001
    started = process_time()
    kan_vaere_pasient("Gudrun Fjellvang ringte. " * 400, NAVN)
    assert process_time() - started < 1


@pytest.mark.parametrize(
    "tekst",
    [
        "pasienten Kåre Hansen har demens sa berit",
        "mann 54 år fra Verdal, slag",
        "Kåre på rom 4 har fått kreft",
        "en kvinne i 90-årene fra Levanger ble liggende",
        "fru Olsen fikk ikke plass på sykehjemmet",
    ],
)
def test_one_person_is_told_by_room_title_or_age(tekst):
    assert kan_vaere_pasient(tekst, ["Berit Nes", "Jonas Moe"])


def test_a_word_that_begins_like_an_illness_is_none():
    assert not kan_vaere_pasient("Kåre Hansen spør hva slags plan det er", ["Berit Nes"])

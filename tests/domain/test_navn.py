"""Names: the same, nearly the same, and something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.likhet import distance
from bot.domain.navn import inneholder, likt, nesten


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Administrativt samarbeidsutvalg", "administrativt  samarbeidsutvalg."),
        ("Helse- og omsorgsutvalget", "Helse og omsorgsutvalget"),
    ],
)
def test_case_blanks_and_punctuation_do_not_count(a, b):
    assert likt(a, b)
    assert not nesten(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Administrativt samarbeidsutvalg", "Administrativt samarbeidsutvlag"),
        ("Helsefellesskapet Nordre Fjordfylke", "Helsefelleskapet Nordre Fjordfylke"),
    ],
)
def test_a_slip_is_nearly_the_same(a, b):
    assert nesten(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fagråd 1", "Fagråd 2"),
        ("ASU", "PSU"),
        ("Helsefellesskapet Øst", "Helsefellesskapet Vest"),
        ("Helsefellesskapet i nordre Fjordfylke", "Helsefellesskapet i søndre Fjordfylke"),
        ("Fagråd for pasientsamarbeid", "Fagråd for legesamarbeid"),
        ("Fagråd", "Fagråd 1"),
    ],
)
def test_another_name_is_another_name(a, b):
    assert not nesten(a, b)


def test_a_name_is_found_as_whole_words():
    assert inneholder("Fagråd 1 – barn og unge", "fagråd 1")
    assert not inneholder("Fagråd 12", "Fagråd 1")
    assert not inneholder("Masurka", "ASU")
    assert not inneholder("noe", "")


@given(st.text(max_size=12), st.text(max_size=12))
def test_the_distance_is_the_same_both_ways_and_zero_only_for_equals(a, b):
    assert distance(a, b, 12) == distance(b, a, 12)
    assert (distance(a, b, 12) == 0) == (a == b)

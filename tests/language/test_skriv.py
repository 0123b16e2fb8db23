"""How dates, times and lists look in what the bot says."""

from datetime import date, time
from time import process_time
from timeit import repeat

import pytest
from babel.dates import format_time
from babel.lists import format_list

from bot.language import skriv

DAG = date(2024, 4, 17)


def test_a_date_is_written_out_with_its_weekday():
    assert skriv.dato(DAG) == "onsdag 17. april 2024"
    assert skriv.dato(date(2025, 1, 4), "nn") == "laurdag 4. januar 2025"


def test_a_time_has_a_dot_and_four_digits():
    assert skriv.klokke(time(9, 5)) == "09.05"


def test_a_meeting_is_written_with_as_much_as_is_known():
    assert skriv.tidsrom(DAG, time(13), time(17)) == "onsdag 17. april 2024 kl. 13.00–17.00"
    assert skriv.tidsrom(DAG, time(13)) == "onsdag 17. april 2024 kl. 13.00"
    assert skriv.tidsrom(DAG) == "onsdag 17. april 2024"


@pytest.mark.parametrize(
    ("minutter", "skrevet"),
    [
        (1, "1 minutt"),
        (50, "50 minutter"),
        (60, "1 time"),
        (90, "1 time og 30 minutter"),
        (240, "4 timer"),
        (0, "0 minutter"),
    ],
)
def test_minutes_become_hours_and_minutes(minutter, skrevet):
    assert skriv.varighet(minutter) == skrevet


@pytest.mark.parametrize(
    ("fra", "til", "skrevet"),
    [
        (DAG, date(2024, 4, 18), "onsdag 17. april 2024"),
        (date(2024, 12, 1), date(2025, 1, 1), "desember 2024"),
        (date(2024, 1, 1), date(2025, 1, 1), "2024"),
        (date(2024, 5, 1), date(2024, 6, 16), "1. mai–15. juni 2024"),
        (date(2024, 12, 20), date(2025, 1, 11), "20. desember 2024–10. januar 2025"),
        (date(2024, 5, 1), None, "fra 1. mai 2024"),
        (None, date(2024, 5, 1), "til og med 30. april 2024"),
        (None, None, ""),
    ],
)
def test_a_period_is_written_as_one_would_say_it(fra, til, skrevet):
    assert skriv.periode(fra, til) == skrevet


def test_a_list_ends_with_og():
    assert skriv.liste(["a", "b", "c"]) == "a, b og c"
    assert skriv.liste(["a"]) == "a"
    assert skriv.liste([]) == ""


def test_writing_the_same_meeting_again_costs_microseconds():
    skriv.tidsrom(DAG, time(13), time(17))
    spent = repeat(lambda: skriv.tidsrom(DAG, time(13), time(17)), timer=process_time, number=1000)
    assert min(spent) < 0.05


def test_nynorsk_has_its_own_words_for_time():
    assert skriv.varighet(150, "nn") == "2 timar og 30 minutt"
    assert skriv.periode(date(2024, 5, 1), None, "nn") == "frå 1. mai 2024"
    assert skriv.tidsrom(date(2024, 4, 16), time(13), None, "nn") == "tysdag 16. april 2024 kl. 13.00"


def test_lists_and_clock_times_are_written_alike_in_both():
    assert format_list(["a", "b", "c"], locale="nn") == skriv.liste(["a", "b", "c"])
    assert format_time(time(9, 5), "HH.mm", locale="nn") == skriv.klokke(time(9, 5))

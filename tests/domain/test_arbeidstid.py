"""Working time: Monday to Friday 07–17, holidays counted."""

from datetime import date, timedelta

import pytest

from bot.domain.arbeidstid import er_virkedag, legg_til, mellom, virkedager_foer
from bot.domain.helligdager import easter, is_feast
from tests.domain.moetebord import kl


@pytest.mark.parametrize(
    ("fra", "timer", "til"),
    [
        ("2024-05-06T09:00", 2, "2024-05-06T11:00"),
        ("2024-05-06T16:30", 1, "2024-05-07T07:30"),
        ("2024-05-06T06:00", 1, "2024-05-06T08:00"),
        ("2024-05-06T22:00", 1, "2024-05-07T08:00"),
        ("2024-05-10T16:00", 2, "2024-05-13T08:00"),
        ("2024-05-08T16:00", 2, "2024-05-10T08:00"),  # Ascension Day between
        ("2024-05-16T17:00", 10, "2024-05-21T17:00"),  # 17 May, the weekend, Whit Monday
        ("2024-03-27T16:00", 2, "2024-04-02T08:00"),  # Easter, and the clock changes
        ("2024-12-24T16:00", 1.5, "2024-12-27T07:30"),
    ],
)
def test_hours_of_working_time(fra, timer, til):
    assert legg_til(kl(fra), timer) == kl(til)


@pytest.mark.parametrize(
    ("fra", "til", "timer"),
    [
        ("2024-05-06T09:00", "2024-05-06T11:30", 2.5),
        ("2024-05-06T09:00", "2024-05-07T09:00", 10),
        ("2024-05-10T16:00", "2024-05-13T08:00", 2),
        ("2024-05-07T09:00", "2024-05-06T09:00", 0),
        ("2024-05-11T09:00", "2024-05-12T09:00", 0),
        ("2024-05-16T05:00", "2024-05-16T20:00", 10),
    ],
)
def test_working_time_between(fra, til, timer):
    assert mellom(kl(fra), kl(til)) == timedelta(hours=timer)


def test_working_days_before():
    assert virkedager_foer(date(2024, 5, 21), 1) == date(2024, 5, 16)
    assert virkedager_foer(date(2024, 5, 16), 0) == date(2024, 5, 16)


def test_holidays():
    assert easter(2024) == date(2024, 3, 31)
    assert easter(2026) == date(2026, 4, 5)
    assert is_feast(date(2024, 5, 9))
    assert not er_virkedag(date(2024, 5, 17))
    assert er_virkedag(date(2024, 5, 16))

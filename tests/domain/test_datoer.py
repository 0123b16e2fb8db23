"""The strict reader of dates in documents."""

from datetime import date

import pytest

from bot.domain import datoer

APRIL = date(2024, 4, 17)


@pytest.mark.parametrize(
    "tekst",
    [
        "17.04.2024",
        "17.04.24",
        "17. 04. 2024",
        "17/4-24",
        "17/4-2024",
        "17/4/24",
        "2024-04-17",
        "17. april 2024",
        "17.april 24",
        "onsdag 17. april 2024",
        "Onsdag den 17. april, 2024",
        "17.04.2024  kl. 13.00 – 17.00",
        "17.–18. april 2024",
    ],
)
def test_a_date_is_read(tekst):
    assert datoer.read(tekst) == APRIL


@pytest.mark.parametrize(
    "tekst",
    [
        "sak 09/24",
        "workshop 04.04",
        "kl. 13.00. 24 personer",
        "rom 1930",
        "2020-2023",
        "punkt 1.12.2",
        "17. april",
    ],
)
def test_no_date(tekst):
    assert datoer.read(tekst) is None


def test_a_year_from_elsewhere_is_used_where_none_is_written():
    assert datoer.read("tirsdag 22/4", 2025) == date(2025, 4, 22)
    assert datoer.read("frist 3. mai", 2024) == date(2024, 5, 3)
    assert datoer.read("onsdag 5. juni 12-14 på Teams", 2024) == date(2024, 6, 5)


def test_there_is_no_such_day():
    (funn,) = datoer.find("møtet 31.02.24")
    assert funn.dato is None
    assert not funn.finnes


def test_the_wrong_weekday_is_seen():
    (funn,) = datoer.find("tirsdag 17. april 2024")
    assert funn.feil_ukedag
    assert not funn.falls_in(2024)
    assert funn.falls_in(2018)

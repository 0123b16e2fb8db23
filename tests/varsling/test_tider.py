"""Nothing unasked between 20 and 07, whatever night it is."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import OSLO
from bot.varsling.tider import naar, natt, ved_sending

TIDER = st.datetimes(datetime(2020, 1, 1), datetime(2039, 12, 31), timezones=st.just(UTC))


def kl(tid: str) -> datetime:
    return datetime.fromisoformat(tid).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("skjer", "sendes"),
    [
        ("2024-05-08T07:00", "2024-05-08T07:00"),
        ("2024-05-08T19:59", "2024-05-08T19:59"),
        ("2024-05-08T20:00", "2024-05-09T07:00"),
        ("2024-05-08T23:59", "2024-05-09T07:00"),
        ("2024-05-09T00:00", "2024-05-09T07:00"),
        ("2024-05-09T06:59", "2024-05-09T07:00"),
        ("2024-03-30T22:00", "2024-03-31T07:00"),  # the clock is put forward: nine hours
        ("2024-10-26T22:00", "2024-10-27T07:00"),  # and back: eleven hours
        ("2024-12-31T21:00", "2025-01-01T07:00"),
    ],
)
def test_what_happens_at_night_is_told_at_seven(skjer, sendes):
    assert naar(kl(skjer)).astimezone(OSLO) == kl(sendes)


@pytest.mark.parametrize(("natten", "timer"), [("2024-03-30", 9), ("2024-10-26", 11), ("2024-06-01", 10)])
def test_the_nights_the_clocks_change_are_counted_as_they_are(natten, timer):
    kveld = kl(f"{natten}T21:00")
    assert naar(kveld) - kveld.astimezone(UTC) == timedelta(hours=timer)


@pytest.mark.parametrize(
    ("skjer", "moetet", "straks"),
    [
        ("2024-05-08T22:00", "2024-05-09T09:59", True),
        ("2024-05-08T22:00", "2024-05-09T10:00", False),
        ("2024-05-08T22:00", "2024-05-10T08:00", False),
        ("2024-05-09T05:00", "2024-05-09T08:00", True),
        ("2024-05-09T05:00", "2024-05-10T08:00", False),
        ("2024-05-09T05:00", "2024-05-09T12:00", False),
    ],
)
def test_what_is_urgent_before_ten_the_next_morning_is_told_at_once(skjer, moetet, straks):
    assert (naar(kl(skjer), kl(moetet)) == kl(skjer)) is straks


@given(TIDER)
def test_it_is_never_early_never_at_night_and_never_later_than_eleven_hours(at):
    sendes = naar(at)
    assert at <= sendes <= at + timedelta(hours=12)
    assert time(7) <= sendes.astimezone(OSLO).time() < time(20)
    assert not natt(sendes)
    assert naar(sendes) == sendes
    assert (sendes == at) is not natt(at)


@given(TIDER, TIDER)
def test_what_is_urgent_is_told_at_once_or_as_everything_else(at, moetet):
    sendes = naar(at, moetet)
    assert sendes in (at, naar(at))
    if natt(at):
        assert (sendes == at) is (moetet < naar(at) + timedelta(hours=3))


@given(TIDER, TIDER)
def test_what_was_late_does_not_ring_at_night_either(at, foerst):
    tid = ved_sending(at, foerst)
    assert tid == (at if natt(foerst) else naar(at))

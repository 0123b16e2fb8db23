"""When the weekly digest is due: 2024–2030, clock changes, holidays and turns of the year."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.digesttid import Uke, dagen, forfall, fridag, i_oslo, neste, siste, uke_av
from bot.domain.kanaloensker import Digesttid

OSLO = ZoneInfo("Europe/Oslo")
DAGER = st.dates(date(2024, 1, 1), date(2030, 12, 31))
UKER = DAGER.map(uke_av)
TIDER = st.builds(
    Digesttid, st.integers(0, 6), st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
)
NAAR = st.builds(
    lambda dag, sekund: datetime.combine(dag, time(), UTC) + timedelta(seconds=sekund),
    DAGER,
    st.integers(0, 86_399),
)


def lokal(moment: datetime) -> str:
    return f"{moment.astimezone(OSLO):%Y-%m-%d %H.%M}"


@given(TIDER, UKER)
def test_one_a_week_and_in_that_week(tid, uke):
    assert uke_av(forfall(tid, uke).astimezone(OSLO).date()) == uke


@given(TIDER, UKER)
def test_on_a_working_day_unless_a_weekend_was_chosen(tid, uke):
    dag = dagen(tid, uke)
    assert dag.weekday() == tid.ukedag if tid.ukedag >= 5 else not fridag(dag)


@given(TIDER, UKER)
def test_a_working_day_is_never_moved(tid, uke):
    valgt = uke.mandag + timedelta(days=tid.ukedag)
    if not fridag(valgt):
        assert dagen(tid, uke) == valgt


@given(TIDER, UKER)
def test_moved_onwards_where_the_week_has_a_working_day_left(tid, uke):
    valgt = uke.mandag + timedelta(days=tid.ukedag)
    senere = [valgt + timedelta(days=n) for n in range(1, 5 - tid.ukedag)]
    if tid.ukedag < 5 and any(not fridag(dag) for dag in senere):
        assert dagen(tid, uke) >= valgt


@given(TIDER, UKER)
def test_the_clock_on_the_wall_is_the_one_that_was_chosen(tid, uke):
    """But for the one hour a year that is not there."""
    vegg = forfall(tid, uke).astimezone(OSLO)
    sommertid_begynner = vegg.month == 3 and vegg.weekday() == 6 and vegg.day >= 25
    if not (sommertid_begynner and tid.klokke.hour == 2):
        assert vegg.time() == tid.klokke


@given(TIDER, NAAR)
def test_last_and_next_meet_at_now(tid, naa):
    assert forfall(tid, siste(tid, naa)) <= naa < forfall(tid, neste(tid, naa))
    assert neste(tid, naa) == siste(tid, naa).neste


@given(TIDER, UKER)
def test_weeks_follow_one_another_without_a_gap(tid, uke):
    avstand = forfall(tid, uke.neste) - forfall(tid, uke)
    assert timedelta(days=1) <= avstand <= timedelta(days=13)
    assert siste(tid, forfall(tid, uke)) == uke


@pytest.mark.parametrize(
    ("ukedag", "uke", "naar"),
    [
        (0, Uke(2024, 10), "2024-03-04 08.00"),
        (0, Uke(2024, 14), "2024-04-02 08.00"),  # Easter Monday
        (0, Uke(2024, 21), "2024-05-21 08.00"),  # Whit Monday
        (0, Uke(2026, 1), "2025-12-29 08.00"),
        (3, Uke(2024, 13), "2024-03-27 08.00"),  # Maundy Thursday: no working day is left
        (4, Uke(2024, 13), "2024-03-27 08.00"),  # Good Friday
        (2, Uke(2024, 13), "2024-03-27 08.00"),  # the day before them is a working day
        (3, Uke(2024, 19), "2024-05-10 08.00"),  # Ascension Day
        (4, Uke(2024, 20), "2024-05-16 08.00"),  # 17 May on a Friday
        (0, Uke(2029, 52), "2029-12-27 08.00"),  # 24, 25 and 26 December from Monday on
        (3, Uke(2026, 53), "2026-12-30 08.00"),  # New Year's Eve on a Thursday
        (6, Uke(2024, 13), "2024-03-31 08.00"),  # a Sunday that was chosen
    ],
)
def test_days_off(ukedag, uke, naar):
    assert lokal(forfall(Digesttid(ukedag), uke)) == naar


def test_the_week_has_its_own_year():
    assert str(uke_av(date(2026, 3, 2))) == "2026-W10"
    assert str(uke_av(date(2024, 12, 30))) == "2025-W01"
    assert str(uke_av(date(2027, 1, 1))) == "2026-W53"
    assert Uke(2024, 52).neste == Uke(2025, 1)


@pytest.mark.parametrize(
    ("dag", "klokke", "utc"),
    [
        (date(2026, 3, 29), time(1, 59), "2026-03-29T00:59"),
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),  # left out: the wall shows 03.30
        (date(2026, 3, 29), time(3, 0), "2026-03-29T01:00"),
        (date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # comes twice: the first
        (date(2026, 10, 25), time(3, 0), "2026-10-25T02:00"),
        (date(2026, 3, 30), time(8), "2026-03-30T06:00"),
        (date(2026, 3, 23), time(8), "2026-03-23T07:00"),
    ],
)
def test_the_hours_of_the_clock_changes(dag, klokke, utc):
    assert f"{i_oslo(dag, klokke):%Y-%m-%dT%H:%M}" == utc


def test_a_week_with_a_clock_change_is_an_hour_shorter_or_longer():
    mandag = Digesttid()
    kort = forfall(mandag, uke_av(date(2026, 3, 30))) - forfall(mandag, uke_av(date(2026, 3, 23)))
    lang = forfall(mandag, uke_av(date(2026, 10, 26))) - forfall(mandag, uke_av(date(2026, 10, 19)))
    assert (kort, lang) == (timedelta(hours=167), timedelta(hours=169))

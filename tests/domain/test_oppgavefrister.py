"""On which days an oppgave is reminded of."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import oppgaver
from bot.domain.oppgave import Oppgave
from bot.domain.oppgavefrister import BAK, FORAN, dager, paa_tide

FRIST = date(2024, 5, 15)
"""A Wednesday; 9 May is a holiday, as is Friday 17 May."""
H = oppgaver.handling(None, datetime(2024, 4, 10, tzinfo=UTC))


@pytest.fixture
def oppgave() -> Oppgave:
    return oppgaver.laget(Oppgave(1, 7, "Ringer", frist=FRIST), H)


def minnes(oppgave: Oppgave) -> list[date]:
    """All days of the year on which one is due for the first time."""
    alle = [paa_tide(oppgave, date(2024, 4, 11) + timedelta(days=n)) for n in range(120)]
    return sorted({m.dag for m in alle if m})


def test_before_it_after_it_and_then_weekly_three_times(oppgave):
    assert minnes(oppgave) == [
        date(2024, 5, 10),
        date(2024, 5, 16),
        date(2024, 5, 23),
        date(2024, 5, 30),
        date(2024, 6, 6),
    ]


def test_the_first_working_day_after_it():
    assert dager(date(2024, 5, 16))[1].dag == date(2024, 5, 21), "17 May, a weekend and Whit Monday"


def test_a_day_that_was_missed_is_made_up_for_in_three_days(oppgave):
    assert paa_tide(oppgave, date(2024, 5, 12)) is not None
    assert paa_tide(oppgave, date(2024, 5, 13)) is None


def test_none_of_a_frist_that_was_close_when_it_was_set(oppgave):
    dagen = oppgaver.handling(None, datetime(2024, 5, 10, 8, tzinfo=UTC))
    ny = oppgaver.med_frist(oppgave, date(2024, 5, 14), dagen)
    assert minnes(ny)[0] == date(2024, 5, 15)


def test_of_an_old_paper_that_is_read_in_nobody_is_reminded(oppgave):
    lest = oppgaver.laget(oppgave, oppgaver.handling(None, datetime(2024, 7, 1, tzinfo=UTC)))
    assert minnes(lest) == []


def test_done_or_without_a_frist_it_is_left_alone(oppgave):
    assert minnes(oppgaver.ferdig(oppgave, H)) == []
    assert minnes(oppgaver.med_frist(oppgave, None, H)) == []


@pytest.mark.parametrize("frist", [date(2024, 3, 27) + timedelta(days=n) for n in range(0, 400, 3)])
def test_no_day_is_outside_the_window_that_is_read(frist):
    alle = [m.dag for m in dager(frist)]
    assert all(frist - FORAN < dag < frist + BAK - timedelta(days=3) for dag in alle)

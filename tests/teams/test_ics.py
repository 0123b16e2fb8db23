"""A møte in somebody's calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.documents.ics import calendar_of
from bot.domain import moeteendring
from bot.domain.moete import Moete

MOETE = Moete(
    helsefellesskap_id=1,
    organ_ids=[1],
    dato=date(2024, 4, 17),
    start=time(13),
    slutt=time(17),
    sted="Møterom 1; bygg A, «Fjorden»",
    ics_noekkel="n" * 32,
    id=7,
)


def les(moete, navn="Møte i ASU"):
    return Calendar.from_ical(calendar_of(moete, navn))


def hendelse(moete, navn="Møte i ASU"):
    return les(moete, navn).walk("VEVENT")[0]


def test_it_stands_at_its_time_in_oslo_with_place_and_name():
    event = hendelse(MOETE)
    assert event["summary"] == "Møte i ASU"
    assert event["location"] == "Møterom 1; bygg A, «Fjorden»"
    assert event.decoded("dtstart").astimezone(UTC) == datetime(2024, 4, 17, 11, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=4)
    assert event["dtstart"].params["TZID"] == "Europe/Oslo"


def test_without_a_clock_it_takes_the_day():
    event = hendelse(replace(MOETE, start=None, slutt=None))
    assert event.decoded("dtstart") == date(2024, 4, 17)
    assert event.decoded("dtend") == date(2024, 4, 18)


def test_without_an_end_it_takes_an_hour():
    event = hendelse(replace(MOETE, slutt=None))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)


def test_moved_it_is_the_same_event_and_a_newer_one():
    flyttet = hendelse(replace(MOETE, dato=date(2024, 4, 24), ics_sekvens=1))
    assert flyttet["uid"] == hendelse(MOETE)["uid"]
    assert (hendelse(MOETE)["sequence"], flyttet["sequence"]) == (0, 1)


def test_called_off_it_is_the_same_event_cancelled_and_held_after_all_it_stands_again():
    avlyst = moeteendring.avlyst(MOETE)
    foer, av, etter = map(hendelse, (MOETE, avlyst, moeteendring.gjenopptatt(avlyst)))
    assert {e["uid"] for e in (foer, av, etter)} == {foer["uid"]}
    assert [e["status"] for e in (foer, av, etter)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert [e["sequence"] for e in (foer, av, etter)] == [0, 1, 2]


def test_another_moete_is_another_event_and_the_key_is_not_given_away():
    assert hendelse(MOETE)["uid"] != hendelse(replace(MOETE, id=8))["uid"]
    assert MOETE.ics_noekkel.encode() not in calendar_of(MOETE, "Møte i ASU")


def test_the_file_is_the_same_every_time_and_its_lines_are_short():
    data = calendar_of(MOETE, "Møte i " + "Administrativt samarbeidsutvalg " * 8)
    assert data == calendar_of(MOETE, "Møte i " + "Administrativt samarbeidsutvalg " * 8)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


@pytest.mark.parametrize("year", range(2020, 2035))
def test_the_rules_written_along_are_those_of_oslo(year):
    """Outlook goes by the VTIMEZONE, not by the name: its two rules must give the same offsets."""
    oslo = ZoneInfo("Europe/Oslo")
    rules = {part.name: part for part in les(MOETE).walk("VTIMEZONE")[0].subcomponents}
    for name, month in (("DAYLIGHT", 3), ("STANDARD", 10)):
        rule = rules[name]
        assert rule["rrule"] == {"FREQ": ["YEARLY"], "BYMONTH": [month], "BYDAY": ["-1SU"]}
        last = max(day for n in range(1, 32) if (day := date(year, month, n)).weekday() == 6)
        local = datetime.combine(last, rule.decoded("dtstart").time())
        shift = (local - rule.decoded("tzoffsetfrom")).replace(tzinfo=UTC)
        assert (shift - timedelta(seconds=1)).astimezone(oslo).utcoffset() == rule.decoded("tzoffsetfrom")
        assert shift.astimezone(oslo).utcoffset() == rule.decoded("tzoffsetto")

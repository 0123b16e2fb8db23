"""A møte as an iCalendar file (RFC 5545), for «Legg i kalender»."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bot.domain.moete import Moete

OSLO = ZoneInfo("Europe/Oslo")
NO_END = timedelta(hours=1)
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
Observance = TimezoneDaylight | TimezoneStandard


def calendar_of(moete: Moete, navn: str) -> bytes:
    """One calendar with one event called `navn`. Times are Europe/Oslo, whose rules are written along.

    The same møte keeps its UID however it is moved, and `ics_sekvens` tells calendars which is
    newer. One that is avlyst is told as CANCELLED, for calendars that fetch the address again. Without
    a clock it takes the whole day; without an end, one hour.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Helsebot//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if moete.start is not None:
        calendar.add_component(_zone())
    calendar.add_component(_event(moete, navn))
    return bytes(calendar.to_ical())


def _event(moete: Moete, navn: str) -> Event:
    event = Event()
    event.add("uid", _uid(moete))
    event.add("dtstamp", _stamp(moete))
    event.add("sequence", moete.ics_sekvens)
    event.add("status", "CANCELLED" if moete.avlyst else "CONFIRMED")
    event.add("summary", navn)
    start, end = _span(moete)
    event.add("dtstart", start)
    event.add("dtend", end)
    if moete.sted:
        event.add("location", moete.sted)
    return event


def _uid(moete: Moete) -> str:
    """The key opens the address, so the UID, which calendars show and share, holds only its hash."""
    return f"{hashlib.sha256(f'{moete.id}:{moete.ics_noekkel}'.encode()).hexdigest()[:32]}@helsebot"


def _stamp(moete: Moete) -> datetime:
    """The same file for the same møte, whenever it is fetched."""
    return datetime.combine(moete.dato, time(), UTC)


def _span(moete: Moete) -> tuple[date | datetime, date | datetime]:
    if moete.start is None:
        return moete.dato, moete.dato + timedelta(days=1)
    start = datetime.combine(moete.dato, moete.start, OSLO)
    if moete.slutt is None:
        return start, start + NO_END
    end = datetime.combine(moete.dato, moete.slutt, OSLO)
    return start, end if end > start else end + timedelta(days=1)


def _zone() -> Timezone:
    """Two yearly rules, the only form Outlook reads (MS-OXCICAL); summer time as in 2000/84/EC."""
    zone = Timezone()
    zone.add("tzid", "Europe/Oslo")
    zone.add_component(_rule(TimezoneDaylight(), 3, 2, WINTER, SUMMER))
    zone.add_component(_rule(TimezoneStandard(), 10, 3, SUMMER, WINTER))
    return zone


def _rule(rule: Observance, month: int, hour: int, before: timedelta, after: timedelta) -> Observance:
    rule.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001
    rule.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    rule.add("tzoffsetfrom", before)
    rule.add("tzoffsetto", after)
    return rule

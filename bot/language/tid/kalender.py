"""Days, weeks, months and the moving feasts. `Rom` is what a time comes to: from, up to, how fine."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.domain.helligdager import is_feast

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Rom(NamedTuple):
    """`fra` up to `til`, in naive local time. `start` is written first: a count of days keeps its hour."""

    fra: datetime
    til: datetime
    grain: str


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def one_day(day: date) -> Rom:
    return days(day, day + timedelta(days=1), "day")


def days(fra: date, til: date, grain: str = "day") -> Rom:
    return Rom(midnight(fra), midnight(til), grain)


def week(day: date) -> Rom:
    """The week that the day is in."""
    monday = day - timedelta(days=day.weekday())
    return days(monday, monday + timedelta(weeks=1), "week")


def weekend_of(day: date) -> Rom:
    """The weekend of that week: from Friday at six."""
    monday = week(day).fra
    return Rom(monday + timedelta(days=4, hours=18), monday + timedelta(weeks=1), "hour")


def months(year: int, month: int, count: int = 1, grain: str = "month") -> Rom:
    """`count` months from that one, where month 13 is January of the next year."""
    return days(first(year, month), first(year, month + count), grain)


def first(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def real(year: int, month: int, day: int) -> date | None:
    """That day, where there is one."""
    try:
        return first(year, month).replace(day=day)
    except ValueError:
        return None


def later(moment: datetime, count: float, unit: str) -> datetime:
    """The moment so many units later; earlier where the count is below zero."""
    if unit in _MONTHS:
        whole = int(count * _MONTHS[unit])
        rest = round((count * _MONTHS[unit] - whole) * 30)
        month = first(moment.year, moment.month + whole)
        day = min(moment.day, monthrange(month.year, month.month)[1])
        return moment.replace(year=month.year, month=month.month, day=day) + timedelta(days=rest)
    if unit == "virkedag":
        return _working_days(moment, int(count))
    return moment + count * _LENGTHS[unit]


_MONTHS = {"måned": 1, "kvartal": 3, "tertial": 4, "halvår": 6, "år": 12}
_LENGTHS = {
    "sekund": timedelta(seconds=1),
    "minutt": timedelta(minutes=1),
    "kvarter": timedelta(minutes=15),
    "halvtime": timedelta(minutes=30),
    "time": timedelta(hours=1),
    "dag": timedelta(days=1),
    "uke": timedelta(weeks=1),
}


def _working_days(moment: datetime, count: int) -> datetime:
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(min(abs(count), 1000)):
        moment += step
        while moment.weekday() > 4 or is_feast(moment.date()):
            moment += step
    return moment

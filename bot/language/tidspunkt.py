"""One time in a question: a day, a week, a month, a season, a year."""

import re
from collections.abc import Callable, Container, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.domain.saksnummer import full_year
from bot.language.tall import number, ordinal
from bot.language.tidsord import (
    AFTER_SPRING,
    DAYS,
    MONTH,
    MONTHS,
    REST,
    SEASONS,
    SHIFT,
    SHORT_WEEKDAYS,
    WEEK,
    WEEKDAYS,
    YEAR,
    YEARS,
)
from bot.turn import Period

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./-](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEARS = range(1990, 2100)
_AFTER_A_DAY = frozenset(
    [
        "",
        "i",
        "på",
        "for",
        "og",
        "til",
        "kl",
        "klokka",
        "klokken",
        "med",
        "da",
        "eller",
        "er",
        "har",
        "takk",
    ]
)
_RECENT = timedelta(days=90)


class Line(NamedTuple):
    """The words of a line in small letters, and the day it is written on."""

    words: Sequence[str]
    today: date
    past: bool

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def phrase(self, at: int, among: Container[str]) -> tuple[int, str] | None:
        """The longest phrase (up to three words) at `at` that is among those, and its end."""
        for end in (at + 3, at + 2, at + 1):
            text = " ".join(self.words[at:end])
            if end <= len(self.words) and text in among:
                return end, text
        return None


Found = tuple[int, Period] | None
"""Where a time ends, and what it is."""
Rule = Callable[[Line, int], Found]


def point(line: Line, at: int) -> Found:
    """The longest time that begins at `at`."""
    return longest(line, at, _POINTS)


def longest(line: Line, at: int, rules: Sequence[Rule]) -> Found:
    hits = [hit for rule in rules if (hit := rule(line, at))]
    return max(hits, key=lambda hit: hit[0], default=None)


def one_day(day: date) -> Period:
    return Period(day, day + timedelta(days=1))


def _relative_day(line: Line, at: int) -> Found:
    hit = line.phrase(at, DAYS)
    return (hit[0], one_day(line.today + timedelta(days=DAYS[hit[1]]))) if hit else None


def _weekday(line: Line, at: int) -> Found:
    start = at + 1 if line.word(at) in SHIFT else at
    day = WEEKDAYS.get(line.word(start), SHORT_WEEKDAYS.get(line.word(start)))
    dated = _date(line, start + 1) if day is not None else None
    if dated or day is None or line.word(start) in SHORT_WEEKDAYS:
        return dated
    numbered = _numbered_weekday(line, start + 1, day)
    if numbered:
        return numbered
    week = longest(
        line, start + (2 if line.word(start + 1) == "i" else 1), (_relative_week, _numbered_week)
    )
    if week and week[1].fra:
        return week[0], one_day(week[1].fra + timedelta(days=day))
    return start + 1, one_day(_near_weekday(line, day, line.word(at)))


def _numbered_weekday(line: Line, at: int, day: int) -> Found:
    # «onsdag 17.», where the 17th is a Wednesday; else it may be a time of the day.
    number_at = (int(line.word(at)), at + 1) if line.word(at).isdecimal() else None
    hit = _day_alone(line, number_at) if number_at and 0 < number_at[0] < 32 else None
    return hit if hit and hit[1].fra and hit[1].fra.weekday() == day else None


def _near_weekday(line: Line, day: int, which: str) -> date:
    ahead = line.today + timedelta(days=(day - line.today.weekday() - 1) % 7 + 1)
    shift = SHIFT.get(which)
    if shift == -1 or (shift is None and line.past):
        return line.today - timedelta(days=(line.today.weekday() - day - 1) % 7 + 1)
    if shift is None or which == "førstkommende":
        return ahead
    return line.today + timedelta(days=day - line.today.weekday() + 7 * shift)


def _date(line: Line, at: int) -> Found:
    start = at + 1 if line.word(at) == "den" else at
    numeric = _NUMERIC.fullmatch(line.word(start))
    if numeric:
        year = full_year(numeric[3]) if numeric[3] else None
        return _dated(line, start + 1, int(numeric[1]), int(numeric[2]), year)
    iso = _ISO.fullmatch(line.word(start))
    if iso:
        return _dated(line, start + 1, int(iso[3]), int(iso[2]), int(iso[1]))
    day = number(line.words, start) if line.word(start).isdecimal() else ordinal(line.words, start)
    month = MONTHS.get(line.word(day[1])) if day else None
    if day and month:
        year_at = _year(line, day[1] + 1)
        year = year_at[1].fra.year if year_at and year_at[1].fra else None
        return _dated(line, year_at[0] if year_at else day[1] + 1, day[0], month, year)
    return _day_alone(line, day) if day and start > at and _is_a_day(line, start, day[1]) else None


def _is_a_day(line: Line, start: int, end: int) -> bool:
    # «den første pausen» is no day, «den femtende i neste måned» is.
    return line.word(start).isdecimal() or line.word(end) in _AFTER_A_DAY


def _day_alone(line: Line, day: tuple[int, int]) -> Found:
    months = range(0, -3, -1) if line.past else range(3)
    dates = (_real(line.today.year, line.today.month + n, day[0]) for n in months)
    fits = (d for d in dates if d and (d <= line.today if line.past else d >= line.today))
    nearest = next(fits, None)
    return (day[1], one_day(nearest)) if nearest else None


def _dated(line: Line, end: int, day: int, month: int, year: int | None) -> Found:
    if not 1 <= month <= 12 or (year and year not in _YEARS):
        return None
    years = [year] if year else [line.today.year + n for n in ((0, -1) if line.past else (-1, 0, 1))]
    dates = [d for y in years if (d := _real(y, month, day))]
    if not year:
        dates = [d for d in dates if (d <= line.today if line.past else d >= line.today - _RECENT)]
    return (end, one_day(dates[0])) if dates else None


def _month(line: Line, at: int) -> Found:
    month = MONTHS.get(line.word(at))
    if month is None or line.word(at) in ("jan", "mar"):
        return None
    year_at = _year(line, at + 1)
    if year_at and year_at[1].fra:
        return year_at[0], _months(year_at[1].fra.year, month, 1)
    ahead = month > line.today.month if line.past else month < line.today.month
    return at + 1, _months(line.today.year + (0 if not ahead else -1 if line.past else 1), month, 1)


def _relative_week(line: Line, at: int) -> Found:
    shift = SHIFT.get(line.word(at))
    if shift is None or line.word(at + 1) not in WEEK:
        return None
    monday = line.today - timedelta(days=line.today.weekday()) + timedelta(weeks=shift)
    return at + 2, Period(monday, monday + timedelta(weeks=1))


def _relative_month(line: Line, at: int) -> Found:
    shift = SHIFT.get(line.word(at))
    if shift is None or line.word(at + 1) not in MONTH:
        return None
    return at + 2, _months(line.today.year, line.today.month + shift, 1)


def _numbered_week(line: Line, at: int) -> Found:
    week = number(line.words, at + 1) if line.word(at) in WEEK else None
    if week is None or not 1 <= week[0] <= 53:
        return None
    monday = date.fromisocalendar(line.today.year, min(week[0], 52), 1)
    if not line.past and monday + timedelta(weeks=1) <= line.today:
        monday = date.fromisocalendar(line.today.year + 1, min(week[0], 52), 1)
    return week[1], Period(monday, monday + timedelta(weeks=1))


def _year(line: Line, at: int) -> Found:
    named = line.phrase(at, YEARS)
    if named:
        return named[0], _months(line.today.year + YEARS[named[1]], 1, 12)
    start = at + 1 if line.word(at) == "i" else at
    word = line.word(start)
    plain = len(word) == 4 and word.isdecimal() and int(word) in _YEARS
    return (start + 1, _months(int(word), 1, 12)) if plain else None


def _season(line: Line, at: int) -> Found:
    rest = line.phrase(at, REST)
    if rest:
        whole = longest(
            line, rest[0], (_season, _relative_week, _relative_month, _month, _year, _this_unit)
        )
        return (whole[0], Period(line.today, whole[1].til)) if whole else None
    start = at + 1 if line.word(at) in ("i", "til", "denne", "førstkommende", "neste") else at
    season = SEASONS.get(line.word(start))
    # «i vår kommune» is ours, «i vår, takk» is spring.
    ours = line.word(start) == "vår" and line.word(start + 1) not in AFTER_SPRING
    if season is None or ours:
        return None
    year_at = _year(line, start + 1)
    year = year_at[1].fra.year if year_at and year_at[1].fra else line.today.year
    period = _months(year, season[0], season[1] - season[0])
    if year_at is None and period.til and period.til <= line.today and not line.past:
        period = _months(year + 1, season[0], season[1] - season[0])
    return (year_at[0] if year_at else start + 1), period


def _this_unit(line: Line, at: int) -> Found:
    if line.word(at) in YEAR:
        return at + 1, _months(line.today.year, 1, 12)
    if line.word(at) in MONTH:
        return at + 1, _months(line.today.year, line.today.month, 1)
    return None


def _months(year: int, month: int, count: int) -> Period:
    return Period(_first(year, month), _first(year, month + count))


def _first(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return _first(year, month).replace(day=day)
    except ValueError:
        return None


_POINTS = (
    _relative_day,
    _weekday,
    _date,
    _month,
    _relative_week,
    _relative_month,
    _numbered_week,
    _year,
    _season,
)

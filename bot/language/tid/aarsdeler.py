"""Parts that name a quarter, a half, a season, a weekend or a feast."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.language.tall import ordinal
from bot.language.tid.dager import modifier
from bot.language.tid.fester import FIRST_HOLIDAY, HOLIDAYS, feasts
from bot.language.tid.kalender import Rom, days, later, months, weekend_of
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.ordlister import BEFORE_A_MONTH
from bot.language.tid.perioder import STEP
from bot.language.tid.spes import Fast, Naa, Spes
from bot.language.tidsord import (
    AFTER_SPRING,
    MONTHS,
    NAKED_SEASONS,
    SEASON_DAYS,
    SEASONS,
    TERMS,
    UNITS,
    WEEKDAYS,
)

_PARTS_OF_A_YEAR = {"kvartal": (3, "quarter"), "tertial": (4, "month"), "halvår": (6, "day")}
_QUARTER = re.compile(r"[qQkK]([1-4])(?!\w)")
_BEFORE_A_SEASON = frozenset({"i", "til"})
_OTHER_WORDS = ("jul", "ferien", "ferie")


def coming(make: Fast) -> Fast:
    """A time of every year: the next, or the last that began where the line looks back."""

    def fast(naa: Naa) -> Rom | None:
        here = make(naa)
        step = 0 if here is None else -int(here.fra > naa.at) if naa.past else int(here.til <= naa.at)
        return make(naa._replace(at=later(naa.at, step, "år"))) if step else here

    return fast


def part_of_a_year(leser: Leser, at: int) -> Iterator[Hit]:
    """«Tredje kvartal», «Q3», «andre halvår», «neste tertial»."""
    line = leser.line
    short = line.match(at, _QUARTER)
    if short and line.stor(at):
        yield Hit(short[0], _nth_part("kvartal", int(short[1][1])))
    mod = modifier(leser, at)
    unit = UNITS.get(line.word(mod[0])) if mod else None
    if mod and unit in _PARTS_OF_A_YEAR:
        yield Hit(mod[0] + 1, _near_part(unit, STEP[mod[1]]))
    nth = ordinal(line.words, at)
    word = line.word(at)
    if word in ("1", "2", "3", "4"):
        nth = int(word), line.dotted(at + 1)
    unit = UNITS.get(line.word(nth[1])) if nth else None
    if nth and unit in _PARTS_OF_A_YEAR and nth[0] * _PARTS_OF_A_YEAR[unit][0] <= 12:
        yield Hit(nth[1] + 1, _nth_part(unit, nth[0]))


def _nth_part(unit: str, nth: int) -> Spes:
    length, grain = _PARTS_OF_A_YEAR[unit]

    def fast(naa: Naa) -> Rom:
        shift = -int(naa.past and (nth - 1) * length + 1 > naa.at.month)
        return months(naa.at.year + shift, (nth - 1) * length + 1, length, grain)

    return Spes(fast=fast, interval=unit != "kvartal")


def _near_part(unit: str, shift: int) -> Spes:
    length, grain = _PARTS_OF_A_YEAR[unit]

    def fast(naa: Naa) -> Rom:
        this = (naa.at.month - 1) // length
        return months(naa.at.year, (this + shift) * length + 1, length, grain)

    return Spes(fast=fast, interval=unit != "kvartal")


def season(leser: Leser, at: int) -> Iterator[Hit]:
    """«I vår», «denne vinteren», «til hausten», «våren 2025»."""
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at + (line.word(at) in _BEFORE_A_SEASON)
    word = line.word(start)
    name = SEASONS.get(word)
    if name is None or (word == "vår" and line.word(start + 1) not in AFTER_SPRING | {"", ".", "?", "!"}):
        return
    naked = word in NAKED_SEASONS
    last_year = line.word(at - 1) in ("fjor", "år", "ifjor", "iår")
    if naked and start == at and not (line.word(start + 1).isdecimal() or last_year):
        return
    if leser.naa.days and name == "sommer" and line.word(at - 1) in ("før", "innen", "innan", "etter"):
        # «Før sommeren» is before the holidays.
        yield Hit(start + 1, Spes(fast=coming(lambda naa: feasts()[FIRST_HOLIDAY](naa.at.year))))
        return
    yield Hit(start + 1, Spes(fast=_season(name, mod[1] if mod else None), interval=True))


def _season(name: str, mod: str | None) -> Fast:
    def make(year: int, terms: bool) -> Rom:
        if terms and name in TERMS:
            start, end = TERMS[name]
            return months(year, start, end - start, "day")
        (month, day), (last, end) = SEASON_DAYS[name]
        return days(date(year, month, day), date(year + (last < month), last, end))

    def fast(naa: Naa) -> Rom:
        year = naa.at.year
        rooms = [make(year + n, naa.days) for n in (-2, -1, 0, 1, 2)]
        current = next(n for n, rom in enumerate(rooms) if rom.til > naa.at)
        if mod in ("neste", "nærmeste"):
            return rooms[current + (rooms[current].fra <= naa.at)]
        if mod in ("forrige", "sist"):
            return rooms[current - 1]
        return rooms[current - int(naa.past and rooms[current].fra > naa.at)]

    return fast


def weekend(leser: Leser, at: int) -> Iterator[Hit]:
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    if leser.line.word(start) not in ("helg", "helga", "helgen", "helgi", "helja", "weekend", "weekenden"):
        return
    if mod is None and leser.line.word(start) == "helg":
        return
    if mod is None and leser.line.word(at - 1) not in BEFORE_A_MONTH | {"på", "hel", "heile", "hele"}:
        return
    yield Hit(start + 1, Spes(fast=_weekend(mod[1] if mod else None), interval=True))


def _weekend(mod: str | None) -> Fast:
    def fast(naa: Naa) -> Rom:
        shift = {"forrige": -1, "sist": -1, "neste": 1}.get(mod or "", -1 if naa.past and not mod else 0)
        return weekend_of(naa.at.date() + timedelta(weeks=shift))

    return fast


def feast(leser: Leser, at: int) -> Iterator[Hit]:
    hit = leser.line.phrase(at, feasts(), 5)
    if hit is None:
        return
    begins = leser.naa.days and hit[1] in HOLIDAYS
    make = feasts()[FIRST_HOLIDAY if begins else hit[1]]
    length = make(2024)
    spes = Spes(
        fast=coming(lambda naa: make(naa.at.year)),
        interval=length.grain == "day" and (length.til - length.fra).days > 1,
        svak=hit[1].endswith(_OTHER_WORDS) and leser.line.word(at - 1) not in BEFORE_A_MONTH,
    )
    yield Hit(hit[0], spes)


def meeting_of(leser: Leser, at: int) -> Iterator[Hit]:
    """«Aprilmøtet», «fredagsmøtet»."""
    head = leser.line.word(at).partition("møte")[0]
    if head in MONTHS:
        yield Hit(at + 1, Spes(month=MONTHS[head]))
    day = WEEKDAYS.get(head.removesuffix("s"))
    if day is not None:
        yield Hit(at + 1, Spes(weekday=day))

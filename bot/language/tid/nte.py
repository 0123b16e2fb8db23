"""One of several in a period: «andre torsdag i april», «siste uke i mars», «torsdag etter påske»."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bot.domain.helligdager import is_feast
from bot.language.tall import ordinal
from bot.language.tid.kalender import Rom, days, later, one_day, week, weekend_of
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.loes import solve
from bot.language.tid.spes import Fast, Naa, Retning, Spes
from bot.language.tidsord import UNITS, WEEKDAYS, WEEKEND

_LAST = frozenset({"siste", "sista"})
OF = frozenset({"i", "av", "for", "på", "utover"})
"""What may bind a count or a part to its period."""
OF_UNIT = {"år": Spes(rel_year=0), "måned": Spes(rel_month=0), "uke": Spes(rel_week=0)}
"""«Måneden», «året», «uka»: the one that it is now."""


class _Count(NamedTuple):
    nth: int
    end: int


def _count(leser: Leser, at: int) -> _Count | None:
    line = leser.line
    if line.word(at) in ("nest", "nestsiste") and (
        line.word(at) == "nestsiste" or line.word(at + 1) in _LAST
    ):
        return _Count(-2, at + 1 + (line.word(at) == "nest"))
    if line.word(at) in _LAST:
        return _Count(-1, at + 1)
    if line.word(at) in ("1", "2", "3", "4", "5") and line.dotted(at + 1) > at + 1:
        return _Count(int(line.word(at)), at + 2)
    said = ordinal(line.words, at)
    return _Count(*said) if said and said[0] < 32 else None


def nth(leser: Leser, at: int) -> Iterator[Hit]:
    """«Andre torsdag i april», «siste uke i mars», «første mandag etter påske»."""
    line = leser.line
    start = at + (line.word(at) in ("den", "dei", "de"))
    counted = _count(leser, start)
    if counted is None:
        return
    word = line.word(counted.end)
    what = word if word in WEEKDAYS else "helg" if word in WEEKEND else UNITS.get(word, "")
    if not (what in WEEKDAYS or what in ("dag", "uke", "helg", "virkedag", "måned")):
        return
    of = counted.end + 1
    link = line.word(of)
    begin = of + 1 if link in OF or link in ("etter", "før") else of
    inner = period(leser, begin)
    if inner is None:
        return
    if link in ("etter", "før"):
        if (link == "etter") == (counted.nth > 0):
            yield Hit(
                inner.end, Spes(fast=_from_edge(inner.spes, what, counted.nth), interval=what == "helg")
            )
    elif link in OF or inner.spes.kinds in ("m", "Y", "MY"):
        inside = _again(_in(inner.spes, what, counted.nth), inner.spes)
        yield Hit(inner.end, Spes(fast=inside, interval=what == "helg"))


def period(leser: Leser, at: int) -> Hit | None:
    """The time that the count or part is of: «måneden», «april neste år», «påske»."""
    hit = leser.chain(at)
    if hit and hit.spes.dated and not hit.spes.timed and "A" not in hit.spes.kinds:
        return hit
    unit = UNITS.get(leser.line.word(at))
    definite = leser.line.word(at) in ("måneden", "månaden", "året", "uka", "uken", "veka", "måneda")
    return Hit(at + 1, OF_UNIT[unit]) if definite and unit in OF_UNIT else None


def _again(make: Fast, inner: Spes) -> Fast:
    # A month without a year that has its fourth Friday behind it is next year's.
    def fast(naa: Naa) -> Rom | None:
        rom = make(naa)
        if rom is None or naa.past or rom.til > naa.at:
            return rom
        if inner.kinds == "M":
            return make(naa._replace(at=later(naa.at, 1, "år"), retning=Retning.OPEN))
        if inner.rel_month == 0:
            return make(naa._replace(at=naa.at.replace(day=28) + timedelta(days=4)))
        return rom

    return fast


def _in(inner: Spes, what: str, nth: int) -> Fast:
    def fast(naa: Naa) -> Rom | None:
        there = solve(inner, naa)
        if there is None:
            return None
        inside = [rom for rom in _each(what, there.rom) if there.rom.fra <= rom.fra < there.rom.til]
        if what == "uke":
            inside = [rom for rom in inside if rom.til <= there.rom.til or nth > 0]
        at = nth - 1 if nth > 0 else nth
        return inside[at] if -len(inside) <= at < len(inside) else None

    return fast


def _each(what: str, rom: Rom) -> list[Rom]:
    first, last = rom.fra.date(), rom.til.date()
    every = [first + timedelta(days=n) for n in range(min((last - first).days, 370))]
    if what == "uke":
        return [week(day) for day in every if day.weekday() == 0]
    if what == "helg":
        return [weekend_of(day) for day in every if day.weekday() == 5]
    if what == "måned":
        return [
            days(day, (day + timedelta(days=31)).replace(day=1), "month") for day in every if day.day == 1
        ]
    return [one_day(day) for day in every if _is(what, day)]


def _is(what: str, day: date) -> bool:
    if what in WEEKDAYS:
        return day.weekday() == WEEKDAYS[what]
    return what == "dag" or (day.weekday() < 5 and not is_feast(day))


def _from_edge(inner: Spes, what: str, nth: int) -> Fast:
    def fast(naa: Naa) -> Rom | None:
        there = solve(inner, naa)
        if there is None:
            return None
        edge = there.rom.til.date() if nth > 0 else there.rom.fra.date()
        room = days(edge, edge + timedelta(days=60)) if nth > 0 else days(edge - timedelta(days=60), edge)
        found = _each(what, room)
        at = nth - 1 if nth > 0 else nth
        return found[at] if -len(found) <= at < len(found) else None

    return fast


def beside_weekday(leser: Leser, at: int) -> Iterator[Hit]:
    """«Torsdag etter påske», «fredagen før jul»."""
    line = leser.line
    word, link = line.word(at), line.word(at + 1)
    what = word if word in WEEKDAYS else "helg" if word in WEEKEND else ""
    if not what or link not in ("etter", "før"):
        return
    inner = leser.chain(at + 2)
    if inner and inner.spes.dated and not inner.spes.timed and not inner.spes.svak:
        nth = 1 if link == "etter" else -1
        yield Hit(inner.end, Spes(fast=_from_edge(inner.spes, what, nth), interval=what == "helg"))

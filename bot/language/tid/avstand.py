"""Counts of units: «om to uker», «for ei veke sidan», «siste 14 dager», «to dager før julaften»."""

import re
from collections.abc import Iterator
from datetime import datetime

from bot.language.tall import number
from bot.language.tid.kalender import Rom, days, later, midnight, months, one_day, week
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.loes import solve
from bot.language.tid.spes import Avstand, Fast, Naa, Retning, Spes
from bot.language.tid.stavelse import mend_unit
from bot.language.tidsord import OWN_UNITS, SHIFT, UNITS

_DECIMAL = re.compile(r"(\d+)(?:,(\d))?(?!\d)")
_HALVES = frozenset({"halv", "halvt", "halve"})
_ONES = frozenset({"en", "et", "ett", "ein", "eit", "eitt", "ei", "én", "éin", "den", "det", "i"})
_ARTICLES = frozenset({"eit", "et", "ett", "ei", "en", "ein", "én"})
_ONE_AND_A_HALF = frozenset(
    {"halvannen", "halvanna", "halvannet", "halvtannet", "halvannan", "halvtanna", "halvanen"}
)
_ABOUT = frozenset({"ca", "cirka", "rundt", "omtrent", "omkring", "omlag", "snaut", "drøyt", "nesten"})
_SINCE = frozenset({"siden", "sidan", "sia", "sea", "sida"})
_NOUNS = {"dag": "dag", "uke": "uke", "måned": "måned", "år": "år", "kveld": "kveld"}
_FROM_NOW = frozenset(
    {
        "fra nå",
        "frå no",
        "fra no",
        "frå nå",
        "fra i dag",
        "frå i dag",
        "fra idag",
        "fram i tid",
        "frem i tid",
    }
)
_MOST = 2000


def amount(leser: Leser, at: int) -> tuple[float, int] | None:
    """How many, and where it ends: «to», «2,5», «en halv», «et par», «to og en halv»."""
    line = leser.line
    while line.word(at) in _ABOUT:
        at = line.dotted(at + 1)
    word, second = line.word(at), line.word(at + 1)
    if word in _ONE_AND_A_HALF:
        return 1.5, at + 1
    if word in _HALVES or (word in _ONES and second in _HALVES):
        return 0.5, at + 1 + (word not in _HALVES)
    if second == "par" and word in _ONES:
        return 2, at + 2
    written = line.match(at, _DECIMAL)
    if written:
        value = float(written[1][1]) + float(written[1][2] or 0) / 10
        return _and_a_half(leser, value, written[0]) if value < _MOST else None
    said = number(line.words, at) or ((1, at + 1) if word in _ARTICLES else None)
    return _and_a_half(leser, said[0], said[1]) if said else None


def _and_a_half(leser: Leser, value: float, end: int) -> tuple[float, int]:
    words = leser.line.words[end : end + 3]
    half = len(words) == 3 and words[0] == "og" and words[1] in _ONES and words[2] in _HALVES
    return (value + 0.5, end + 3) if half else (value, end)


def duration(leser: Leser, at: int) -> tuple[Avstand, int] | None:
    counted = amount(leser, at)
    if counted is None:
        return None
    line = leser.line
    start = counted[1]
    word = line.word(start)
    if word in OWN_UNITS and line.word(start + 1) == "tid":
        return Avstand(counted[0], OWN_UNITS[word]), start + 2
    word = mend_unit(word)
    unit = UNITS.get(word)
    if unit is None or (word in ("t", "dagen", "kvart") and not line.glued(start)):
        return None
    return Avstand(counted[0], unit), line.dotted(start + 1) if len(word) < 5 else start + 1


def ahead(leser: Leser, at: int) -> Iterator[Hit]:
    """«Om to uker», «om ei vekes tid»."""
    found = duration(leser, at + 1)
    if found:
        end = found[1]
        end += leser.line.word(end) in ("til", "mer", "meir") and not leser.line.word(end + 1).isalnum()
        yield Hit(end, Spes(avstand=found[0]))


def ago(leser: Leser, at: int) -> Iterator[Hit]:
    """«For tre uker siden», «3 måneder siden», «to minutter fra nå»."""
    start = at + 1 if leser.line.word(at) == "for" else at
    found = duration(leser, start)
    if found is None:
        return
    (count, unit), end = found
    if leser.line.word(end) in _SINCE:
        yield Hit(end + 1, Spes(avstand=Avstand(-count, unit)))
    later_on = leser.line.phrase(end, _FROM_NOW, 3)
    if later_on and start == at:
        yield Hit(later_on[0], Spes(avstand=Avstand(count, unit)))


def around(leser: Leser, at: int) -> Iterator[Hit]:
    """«To dager før julaften», «et år etter julaften», «uka etter påske», «dagen før 17. mai»."""
    line = leser.line
    noun = _NOUNS.get(UNITS.get(line.word(at), "")) if not line.word(at).isdecimal() else None
    definite = line.word(at).endswith(("en", "et", "a"))
    found = duration(leser, at)
    end = at + 1 if noun and definite else found[1] if found else 0
    side = {"før": -1, "etter": 1}.get(line.word(end), 0) if end else 0
    base = leser.chain(end + 1) if side else None
    if base is None or base.spes.svak or not base.spes.dated:
        return
    if noun and definite:
        yield Hit(base.end, Spes(fast=_beside(base.spes, side, noun)))
    elif found and found[0].unit not in ("sekund", "minutt", "time", "kvarter", "halvtime"):
        yield Hit(base.end, Spes(fast=_away(base.spes, side * found[0].antall, found[0].unit)))


def _away(base: Spes, count: float, unit: str) -> Fast:
    def fast(naa: Naa) -> Rom | None:
        for back in (3, 2, 1, 0) if not naa.past else (0,):
            at = later(naa.at, -back, "år")
            there = solve(base, naa._replace(at=at, retning=Retning.AHEAD if back else naa.retning))
            day = later(there.rom.fra, count, unit) if there else None
            if day and (day > naa.at or not back):
                return one_day(day.date())
        return None

    return fast


def _beside(base: Spes, side: int, unit: str) -> Fast:
    def fast(naa: Naa) -> Rom | None:
        there = solve(base, naa)
        if there is None:
            return None
        edge = there.rom.fra if side < 0 else later(there.rom.til, -1, "dag")
        return _unit_beside(edge, side, unit)

    return fast


def _unit_beside(edge: datetime, side: int, unit: str) -> Rom:
    if unit == "uke":
        return week(later(edge, side, "uke").date())
    if unit == "måned":
        return months(edge.year, edge.month + side)
    if unit == "år":
        return months(edge.year + side, 1, 12, "year")
    return one_day(later(edge, side, "dag").date())


def last_or_next(leser: Leser, at: int) -> Iterator[Hit]:
    """«Siste to minutter», «neste 3 år», «de siste 14 dagene», «dei to neste vekene»."""
    line = leser.line
    start = at + (line.word(at) in ("de", "dei", "dem"))
    shift, counted = SHIFT.get(line.word(start)), amount(leser, start + 1)
    if shift is None and start > at:
        counted = amount(leser, start)
        shift = SHIFT.get(line.word(counted[1])) if counted else None
        counted = (counted[0], counted[1] + 1) if counted and shift is not None else None
    unit = UNITS.get(line.word(counted[1])) if counted else None
    if not shift or counted is None or unit is None or counted[0] < 1 or not line.closed(counted[1] + 1):
        return
    yield Hit(counted[1] + 1, Spes(fast=_run(int(counted[0]) * shift, unit), interval=True))


def _run(count: int, unit: str) -> Fast:
    def fast(naa: Naa) -> Rom:
        start, grain = _floor(naa.at, unit)
        if count < 0:
            return Rom(later(start, count, unit), start, grain)
        begins = later(start, 1, unit)
        return Rom(begins, later(begins, count, unit), grain)

    return fast


def _floor(at: datetime, unit: str) -> tuple[datetime, str]:
    day = midnight(at.date())
    if unit == "uke":
        return week(at.date()).fra, "week"
    if unit == "måned":
        return months(at.year, at.month).fra, "month"
    if unit in ("kvartal", "tertial", "halvår"):
        length = {"kvartal": 3, "tertial": 4, "halvår": 6}[unit]
        return months(at.year, (at.month - 1) // length * length + 1).fra, "quarter"
    if unit == "år":
        return months(at.year, 1).fra, "year"
    if unit == "sekund":
        return at.replace(microsecond=0), "second"
    if unit == "minutt":
        return at.replace(second=0, microsecond=0), "minute"
    if unit in ("time", "kvarter"):
        return at.replace(minute=0, second=0, microsecond=0), "hour"
    return day, "day"


def within(leser: Leser, at: int) -> Iterator[Hit]:
    """«Innenfor 2 uker», «i løpet av tre dager»: from now up to then."""
    line = leser.line
    start = at + 1
    if line.words[at : at + 3] in (["i", "løpet", "av"], ["i", "løpe", "av"]):
        start = at + 3
    elif line.word(at) not in ("innenfor", "innafor"):
        return
    found = duration(leser, start)
    if found:
        yield Hit(found[1], Spes(fast=_within(*found[0]), interval=True))


def _within(count: float, unit: str) -> Fast:
    def fast(naa: Naa) -> Rom:
        end = later(naa.at, count, unit)
        fine = unit in ("sekund", "minutt", "kvarter", "time")
        return Rom(naa.at, end if fine else midnight(end.date()), "second")

    return fast


def rest(leser: Leser, at: int) -> Iterator[Hit]:
    """«Resten av året», «ut april»: from today to its end."""
    line = leser.line
    start = at + 2 if line.word(at) == "resten" else at + 1
    whole = leser.chain(start)
    if whole is None or not whole.spes.dated:
        return
    found = solve(whole.spes, leser.naa)
    today = leser.naa.at.date()
    if found and found.rom.til > leser.naa.at and found.rom.grain != "hour" and not whole.spes.timed:
        rom = days(max(today, found.rom.fra.date()), found.rom.til.date())
        yield Hit(whole.end, Spes(fast=lambda naa: rom, interval=True))

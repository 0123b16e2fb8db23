"""From the parts of a time to the time itself."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.language.tid.dagtid import AFTERNOON, NIGHT, afternoon, moment_of, part_of
from bot.language.tid.dato import day_of, near_weekday
from bot.language.tid.kalender import FIRST_YEAR, LAST_YEAR, Rom, midnight
from bot.language.tid.spes import Klokke, Naa, Retning, Spes


class Loest(NamedTuple):
    """`strid` are both days where a weekday contradicts its date."""

    rom: Rom
    interval: bool
    strid: tuple[date, ...] = ()
    clock_range: bool = False


def solve(spes: Spes, naa: Naa) -> Loest | None:
    """What the parts come to as seen from now; None where there is no such day."""
    try:
        return _solve(spes, naa)
    except (ValueError, OverflowError):
        return None


def _solve(spes: Spes, naa: Naa) -> Loest | None:
    rom = day_of(spes, naa) if spes.dated else None
    if spes.dated and (rom is None or not FIRST_YEAR <= rom.fra.year <= LAST_YEAR):
        return None
    strid = _strid(spes, rom.fra.date(), naa) if rom else ()
    if spes.clock:
        return _clocked(spes, spes.clock, rom, naa, strid)
    if spes.part:
        day = rom.fra if rom else midnight(naa.at.date())
        if spes.part == "natt" and spes.rel_day == 0 and naa.at.hour >= NIGHT and not naa.past:
            day += timedelta(days=1)
        return Loest(part_of(spes.part, day), True, strid)
    return Loest(rom, spes.interval, strid) if rom else None


def _strid(spes: Spes, day: date, naa: Naa) -> tuple[date, ...]:
    if spes.weekday is None or day.weekday() == spes.weekday:
        return ()
    other = near_weekday(spes.weekday, Naa(midnight(day), Retning.OPEN))
    before = other - timedelta(weeks=1)
    return (day, other if other - day < day - before else before)


def _clocked(
    spes: Spes, klokke: Klokke, rom: Rom | None, naa: Naa, strid: tuple[date, ...]
) -> Loest | None:
    clock = afternoon(klokke, spes.part, naa, rom)
    if spes.clock_til:
        return _clock_range(spes, clock, spes.clock_til, rom, naa, strid)
    moment = moment_of(clock, rom, spes, naa)
    length = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
    til = moment + length.get(clock.grain, timedelta(seconds=1))
    return Loest(Rom(moment, til, clock.grain), False, strid)


def _clock_range(
    spes: Spes, clock: Klokke, til: Klokke, rom: Rom | None, naa: Naa, strid: tuple[date, ...]
) -> Loest | None:
    start = moment_of(clock, rom, spes, naa)
    end = datetime.combine(start.date(), til.clock) + timedelta(days=til.hour == 24)
    if end <= start and til.hour < AFTERNOON and not til.sikker:
        end += timedelta(hours=12)
    if end <= start:
        return None
    grain = "minute" if "minute" in (clock.grain, til.grain) else "hour"
    return Loest(Rom(start, end, grain), True, strid, True)

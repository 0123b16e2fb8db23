"""What has been read of one time so far, and how parts of it go together, in whatever order."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, time, tzinfo
from enum import StrEnum
from typing import Any, NamedTuple

from bot.language.tid.kalender import Rom


class Retning(StrEnum):
    """Whether the line looks back, ahead, or does not tell."""

    PAST = "past"
    OPEN = "open"
    AHEAD = "ahead"


class Naa(NamedTuple):
    """When the line is written (naive, in the zone `sone` or Oslo), and where it looks.

    With `days` only whole days are read, and spring and autumn are the terms of a committee.
    """

    at: datetime
    retning: Retning
    sone: tzinfo | None = None
    days: bool = False

    @property
    def past(self) -> bool:
        return self.retning is Retning.PAST


class Klokke(NamedTuple):
    """A time of the day. `sikker` is not to be moved to the afternoon; «24» is hour 24."""

    hour: int
    minute: int = 0
    second: int = 0
    grain: str = "hour"
    sikker: bool = False

    @property
    def clock(self) -> time:
        return time(self.hour % 24, self.minute, self.second)


class Avstand(NamedTuple):
    """So many units from now; below zero is ago."""

    antall: float
    unit: str


Fast = Callable[[Naa], Rom | None]
"""A time that stands on its own: a feast, the third Thursday of a month, the last two weeks."""


@dataclass(frozen=True)
class Spes:
    """Each field is a part that was named. Two with different parts may be one time.

    `kinds` are letters: W weekday, D day of month, M month, m month from now, Y year (number or from
    now), U week (number or from now), R days from now, A distance from now, F a time of its own;
    `clock`, `part` and `sone` go with days.
    """

    weekday: int | None = None
    mod: str | None = None
    day: int | None = None
    month: int | None = None
    rel_month: int | None = None
    year: int | None = None
    rel_year: int | None = None
    week: int | None = None
    weeks: int = 1
    rel_week: int | None = None
    rel_day: int | None = None
    avstand: Avstand | None = None
    fast: Fast | None = None
    interval: bool = False
    clock: Klokke | None = None
    clock_til: Klokke | None = None
    part: str | None = None
    sone: str | None = None
    rett: str | None = None
    svak: bool = False

    @property
    def kinds(self) -> str:
        return "".join(
            letter
            for letter, value in (
                ("W", self.weekday),
                ("D", self.day),
                ("M", self.month),
                ("m", self.rel_month),
                ("Y", self.year if self.year is not None else self.rel_year),
                ("U", self.week if self.week is not None else self.rel_week),
                ("R", self.rel_day),
                ("A", self.avstand),
                ("F", self.fast),
            )
            if value is not None
        )

    @property
    def bare(self) -> bool:
        """Whether it is a mere number that only behind a day is a time: «torsdag 9»."""
        clock = self.clock
        alone = self.svak and not (self.clock_til or self.part or self.dated)
        return clock is not None and clock.grain == "hour" and alone

    @property
    def dated(self) -> bool:
        return bool(self.kinds)

    @property
    def timed(self) -> bool:
        return self.clock is not None or self.part is not None


_WHOLE = """
    W D M m Y U R A F WD DM DMY DY WDM WDMY MY mY Dm WDm UY WU WUY FY RF WR RU WA RA DMR WDMR
    WDR DR WDY WF WDMYR DMYR WRU DmR WMU MU MUY WMUY MR
"""
"""The parts that may be one time."""
_FITTING = frozenset(frozenset(kinds) for kinds in _WHOLE.split())
_NAMES = tuple(field.name for field in fields(Spes) if field.name not in ("weeks", "interval", "svak"))
_DAYS = "WDRA"


def merge(one: Spes, other: Spes) -> Spes | None:
    """Both as one time; None where they do not go together."""
    changed: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(other, name)
        if value is None:
            continue
        if getattr(one, name) is not None:
            return None
        changed[name] = value
    both = replace(
        one,
        **changed,
        weeks=max(one.weeks, other.weeks),
        interval=one.interval or other.interval,
        svak=(one.svak and other.svak) and not _support(one, other),
    )
    return both if _fits(both) else None


def _support(one: Spes, other: Spes) -> bool:
    # Two weak parts hold each other up: «man 16», «ons 9-11».
    return one.dated != other.dated or "W" in one.kinds + other.kinds


def _fits(both: Spes) -> bool:
    if both.year is not None and both.rel_year is not None:
        return False
    kinds = both.kinds
    if kinds and frozenset(kinds) not in _FITTING:
        return False
    if both.avstand and kinds == "WA" and not _weeks(both.avstand):
        return False
    if both.avstand and both.timed and both.avstand.unit in ("sekund", "minutt", "time", "kvarter"):
        return False
    return not (both.timed and kinds and not any(letter in kinds for letter in _DAYS + "F"))


def _weeks(avstand: Avstand) -> bool:
    return avstand.unit == "uke" or (avstand.unit == "dag" and avstand.antall % 7 == 0)

"""What is found: a time with its kind and fineness."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """`BEFORE` and `AFTER` are open on one side."""

    POINT = "point"
    INTERVAL = "interval"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Tid:
    """A time at the characters `start` up to `slutt` of the line, in naive local time.

    `grain` is second, minute, hour, day, week, month, quarter or year. `value` is the point, or the
    bound that was named; None of an interval. `fra` up to `til` (exclusive) is all the time that is
    meant: of «før 1. mai» `til` is 1 May and `fra` None, of «innen 1. mai» `til` is 2 May. A count of
    days («om 14 dager») is a point of grain day that keeps the hour.
    `clock_range`: «9–11», where `til` is the clock time that was said.
    `strid`: both days where a weekday contradicts its date, the one that was taken first.
    """

    kind: Kind
    grain: str
    start: int
    slutt: int
    value: datetime | None
    fra: datetime | None
    til: datetime | None
    strid: tuple[date, ...] = ()
    clock_range: bool = False

"""Times in a line, in bokmål, nynorsk and dialect: what is meant, and where it stands."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from bot.language.tid.funn import Kind, Tid
from bot.language.tid.linje import Linje, Plasser
from bot.language.tid.setning import find_in
from bot.language.tid.spes import Naa, Retning
from bot.turn import Period

__all__ = ["Kind", "Tid", "Tidsfunn", "find", "find_times", "times_in"]


def find(text: str, at: datetime, *, past: bool | None = None) -> list[Tid]:
    """All times of a line written at `at`, from left to right; they never overlap.

    A naive `at` is Oslo time; what is found is naive and in the same zone. With `past` a day without a
    year is the last that has been, with False the next (or one of the last three months); None reads
    it from the verbs of the line.
    """
    return find_in(Linje(text), Naa(at.replace(tzinfo=None), Retning.OPEN, at.tzinfo), past)


class Tidsfunn(NamedTuple):
    """A time at the words `fra` up to `til`. `strid` as in Tid."""

    fra: int
    til: int
    period: Period
    strid: tuple[date, ...] = ()


def find_times(words: Sequence[str], today: date, past: bool = False) -> list[Tidsfunn]:
    """As `find`, in whole days and over words in small letters; times of the day are left out."""
    return times_in(Plasser.of(words), today, past)


def times_in(plasser: Plasser, today: date, past: bool = False) -> list[Tidsfunn]:
    """As `find_times`, where the words are joined already."""
    naa = Naa(datetime.combine(today, time()), Retning.OPEN, days=True)
    found: list[Tidsfunn] = []
    for tid in find_in(plasser.linje, naa, past):
        span = plasser.span(tid.start, tid.slutt)
        if span:
            found.append(Tidsfunn(*span, _period(tid, today), tid.strid))
    return found


def _period(tid: Tid, today: date) -> Period:
    til = tid.til.date() if tid.til else None
    if tid.fra is None:
        return Period(today if til and til > today else None, til)
    return Period(tid.fra.date(), til)

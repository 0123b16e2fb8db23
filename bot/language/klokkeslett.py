"""Times of the day in a question: «kl. 14.30», «klokka tre», «halv ti». Only where they stand."""

from datetime import date, time
from typing import NamedTuple

from bot.language.tid import find, klokka
from bot.language.tid.dagtid import NIGHT
from bot.language.tid.kalender import midnight
from bot.language.tid.leser import Leser
from bot.language.tid.linje import Plasser
from bot.language.tid.regler import rules
from bot.language.tid.spes import Naa, Retning

_UNTIL = frozenset({"før", "innen"})
"""«Ferdig før fem»: at the end of a line."""
_SOME_DAY = midnight(date(2024, 1, 1))


class Klokkefunn(NamedTuple):
    """A time of the day at the words `fra` up to `til`."""

    fra: int
    til: int


def find_clocks(plasser: Plasser) -> list[Klokkefunn]:
    """From left to right."""
    leser = Leser(plasser.linje, Naa(_SOME_DAY, Retning.OPEN), rules())
    found: list[Klokkefunn] = []
    at = 0
    while at < len(leser.line):
        end = _clock(leser, at)
        ord_ = leser.line.ord
        span = plasser.span(ord_[at].fra, ord_[end - 1].til) if end else None
        if span:
            found.append(Klokkefunn(*span))
        at = end or at + 1
    return found


def _clock(leser: Leser, at: int) -> int:
    """Where the time of the day that begins there ends; 0 where none does."""
    if klokka.clock in leser.begun(at):
        return max((hit.end for hit in klokka.clock(leser, at) if not hit.spes.svak), default=0)
    if leser.begins(at) or leser.line.word(at) not in _UNTIL:
        return 0
    return max((hit.end for hit in klokka.bare(leser, at + 1) if hit.end == len(leser.line)), default=0)


def clock_of(text: str, day: date) -> time | None:
    """The time of the day that the words say («kvart over tolv», «før 12.30»), on that day; None for
    none, or for more than one.
    """
    found = find(text, midnight(day).replace(hour=NIGHT))
    moments = {tid.fra or tid.til for tid in found if tid.grain in ("hour", "minute")}
    moment = moments.pop() if len(moments) == 1 else None
    return moment.time() if moment else None

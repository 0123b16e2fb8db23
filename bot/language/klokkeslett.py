"""Times of the day in a question: «kl. 14.30», «klokka tre», «halv ti». Only where they stand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.language.tid import klokka
from bot.language.tid.kalender import midnight
from bot.language.tid.leser import Leser
from bot.language.tid.linje import Linje, Plasser
from bot.language.tid.regler import rules
from bot.language.tid.spes import Naa, Retning

_UNTIL = frozenset({"til", "før", "innen"})
"""«Ferdig til fem»: at the end of a line."""
_SOME_DAY = midnight(date(2024, 1, 1))


class Klokkefunn(NamedTuple):
    """A time of the day at the words `fra` up to `til`."""

    fra: int
    til: int


def find_clocks(words: Sequence[str]) -> list[Klokkefunn]:
    """From left to right. `words` are in small letters."""
    plasser = Plasser.of(words)
    leser = Leser(Linje(plasser.text), Naa(_SOME_DAY, Retning.OPEN), rules())
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
    if leser.begins(at):
        return max((hit.end for hit in klokka.clock(leser, at) if not hit.spes.svak), default=0)
    until = klokka.bare(leser, at + 1) if leser.line.word(at) in _UNTIL else ()
    return max((hit.end for hit in until if hit.end == len(leser.line)), default=0)

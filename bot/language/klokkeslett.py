"""Times of the day in a question: «kl. 14.30», «klokka tre», «halv ti». Only where they stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.language.tall import number

_CLOCK = frozenset({"kl", "klokka", "klokken", "klokkå"})
_UNTIL = frozenset({"til", "før", "innen"})
"""«Ferdig til fem»: at the end of a line."""
_PARTS = (("halv",), ("kvart", "på"), ("kvart", "over"), ("ti", "på"), ("ti", "over"))
_WRITTEN = re.compile(r"([01]?\d|2[0-4])[.:]?([0-5]\d)?")
_ALONE = re.compile(r"(?:[01]?\d|2[0-3])(?:[.:](?:00|1[3-9]|[2-5]\d)|:[0-5]\d)")
"""Without «kl.» in front: what could be a day and a month is none."""


class Klokkefunn(NamedTuple):
    """A time of the day at the words `fra` up to `til`."""

    fra: int
    til: int


def find_clocks(words: Sequence[str]) -> list[Klokkefunn]:
    """From left to right. `words` are in small letters."""
    found: list[Klokkefunn] = []
    for at, word in enumerate(words):
        end = _hour(words, at + 1) if word in _CLOCK else None
        end = end or (_hour(words, at + 1) if word in _UNTIL and at + 2 == len(words) else None)
        if end or _ALONE.fullmatch(word):
            found.append(Klokkefunn(at, end or at + 1))
    return found


def _hour(words: Sequence[str], at: int) -> int | None:
    if at < len(words) and _WRITTEN.fullmatch(words[at]):
        return at + 1
    start = next((at + len(p) for p in _PARTS if tuple(words[at : at + len(p)]) == p), at)
    hour = number(words, start)
    return hour[1] if hour and 0 < hour[0] <= 24 else None

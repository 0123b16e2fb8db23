"""Days and periods in a question: «på torsdag», «i april», «17.04.24», «etter 1. mai».

Small for now: whole days only, no clock times. A period is (fra, til exclusive).
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.language.saksreferanser import SAK
from bot.language.tall import is_number_word
from bot.language.tidsord import FEASTS, FORWARD, START, TELLING
from bot.language.tidspunkt import Found, Line, longest, one_day, point
from bot.turn import Period

_BOUNDS = frozenset({"etter", "fra", "frå", "før", "innen", "innan", "senest", "seinast"})
_NO_DATE_AFTER = SAK | {"kl", "klokka", "klokken"}


class Tidsfunn(NamedTuple):
    """A time at the words `fra` up to `til`."""

    fra: int
    til: int
    period: Period


def find_times(words: Sequence[str], today: date, past: bool = False) -> list[Tidsfunn]:
    """All times of a line, from left to right. `words` are in small letters.

    A month without a year is the nearest that is not past, a day likewise, save that a day of
    the last three months is that day. With `past` both are the last that has been.
    """
    if not any(word in TELLING or word[0].isdigit() for word in words):
        return []
    line = Line(words, today, past)
    found: list[Tidsfunn] = []
    at = 0
    while at < len(words):
        hit = longest(line, at, (_open, _interval, point)) if _may_begin(line, at) else None
        if hit:
            found.append(Tidsfunn(at, hit[0], hit[1]))
        at = hit[0] if hit else at + 1
    return found


def _may_begin(line: Line, at: int) -> bool:
    word = line.word(at)
    begins = word in START or word[0].isdigit() or is_number_word(word)
    return begins and line.word(at - 1) not in _NO_DATE_AFTER


def _open(line: Line, at: int) -> Found:
    forward = line.phrase(at, FORWARD)
    if forward:
        return forward[0], Period(line.today, None)
    word = line.word(at)
    hit = _feast(line, at + 1) or point(line, at + 1) if word in _BOUNDS else None
    if hit is None:
        return None
    if word in ("etter", "fra", "frå") and not line.past:
        return hit[0], Period(hit[1].til if word == "etter" else hit[1].fra, None)
    if word in ("fra", "frå", "etter"):
        return None
    return hit[0], Period(line.today, hit[1].fra if word == "før" else hit[1].til)


def _interval(line: Line, at: int) -> Found:
    if "til" not in line.words and "og" not in line.words:
        return None
    start = at + 1 if line.word(at) in ("fra", "frå", "mellom") else at
    first = point(line, start)
    between = first[0] if first else start + 1
    last = point(line, between + 1) if line.word(between) in ("til", "og") else None
    if last is None or last[1].fra is None or last[1].til is None:
        return None
    begins = first[1].fra if first else _same_month(line.word(start), last[1].fra)
    return (last[0], Period(begins, last[1].til)) if begins and begins < last[1].til else None


def _same_month(digits: str, last: date) -> date | None:
    return last.replace(day=int(digits)) if digits.isdecimal() and 0 < int(digits) < last.day else None


def _feast(line: Line, at: int) -> Found:
    feast = FEASTS.get(line.word(at))
    if feast is None:
        return None
    days = (date(line.today.year + n, *feast) for n in (0, 1))
    return at + 1, one_day(next(day for day in days if day >= line.today))

"""Parts of a period, and all of it: «tidlig i mai», «første halvdel av juni», «i løpet av april»."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.language.tid.kalender import Rom, days, one_day
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.loes import solve
from bot.language.tid.nte import OF, OF_UNIT, period
from bot.language.tid.spes import Fast, Naa, Spes

_COARSE = frozenset({"month", "year", "quarter", "week", "day"})
_PARTS = {
    "begynnelsen": "først",
    "byrjinga": "først",
    "begynnelse": "først",
    "starten": "først",
    "tidlig": "først",
    "tidleg": "først",
    "primo": "først",
    "midten": "midt",
    "midt": "midt",
    "medio": "midt",
    "slutten": "sist",
    "slutt": "sist",
    "sent": "sist",
    "seint": "sist",
    "enden": "sist",
    "ultimo": "sist",
    "utgangen": "ut",
    "utløpet": "ut",
}
_HALVES = {"første": "halv1", "fyrste": "halv1", "andre": "halv2", "siste": "halv2"}
_ENDS = {
    "årsslutt": "år",
    "årsskiftet": "år",
    "ukeslutt": "uke",
    "månedsslutt": "måned",
    "månadsslutt": "måned",
    "månedsskiftet": "måned",
    "månadsskiftet": "måned",
    "vekeslutt": "uke",
    "årets": "år",
}
STARTS = frozenset(_PARTS) | frozenset(_ENDS) | frozenset(_HALVES)
"""A part of a period begins with one of these."""


def piece(leser: Leser, at: int) -> Iterator[Hit]:
    """«Tidlig i mai», «i slutten av året», «første halvdel av juni», «utgangen av april»."""
    line = leser.line
    start = at + (line.word(at) in ("i", "på", "ved"))
    which = _PARTS.get(line.word(start))
    end = start + 1
    if which is None and line.word(start) in _HALVES and line.word(start + 1) in ("halvdel", "del"):
        which, end = _HALVES[line.word(start)], start + 2
    if which is None:
        unit = _ENDS.get(line.word(start))
        if unit and line.word(start) != "årets":
            yield Hit(start + 1, Spes(fast=_piece(OF_UNIT[unit], "ut")))
        return
    inner = period(leser, end + (line.word(end) in OF))
    if inner:
        yield Hit(inner.end, Spes(fast=_piece(inner.spes, which), interval=which != "ut"))


def _piece(inner: Spes, which: str) -> Fast:
    def fast(naa: Naa) -> Rom | None:
        there = solve(inner, naa)
        if there is None or there.rom.grain not in _COARSE:
            return None
        return _cut(there.rom, which)

    return fast


def _cut(rom: Rom, which: str) -> Rom | None:
    first, last = rom.fra.date(), rom.til.date()
    length = (last - first).days
    if which == "ut":
        return one_day(last - timedelta(days=1))
    if length < 7:
        return None
    if which in ("halv1", "halv2"):
        half = first + timedelta(days=length // 2)
        return days(first, half) if which == "halv1" else days(half, last)
    if length == 7:
        cuts = [first + timedelta(days=n) for n in (0, 2, 3, 7)]
    elif length < 32:
        cuts = [first, first + timedelta(days=10), first + timedelta(days=20), last]
    else:
        cuts = _thirds(first, length, last)
    at = {"først": 0, "midt": 1, "sist": 2}[which]
    return days(cuts[at], cuts[at + 1])


def _thirds(first: date, length: int, last: date) -> list[date]:
    months = round(length / 30.44)
    steps = [round(months / 3), months - round(months / 3)]
    cut = [_after(first, step) for step in steps]
    return [first, *cut, last]


def _after(day: date, months: int) -> date:
    month = day.month - 1 + months
    return day.replace(year=day.year + month // 12, month=month % 12 + 1, day=min(day.day, 28))


def whole(leser: Leser, at: int) -> Iterator[Hit]:
    """«Hele neste uke», «i løpet av april»: the period itself."""
    line = leser.line
    start = at + 3 if line.word(at) == "i" else at + 1
    if line.word(at) == "i" and (line.word(at + 1) not in ("løpet", "løpe") or line.word(at + 2) != "av"):
        return
    inner = period(leser, start)
    if inner:
        yield Hit(inner.end, inner.spes)

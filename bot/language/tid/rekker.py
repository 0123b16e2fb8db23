"""Times in a row: «mandag til onsdag», «5., 12. og 19. mai»."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.tid import vakt
from bot.language.tid.funn import Kind
from bot.language.tid.kalender import Rom
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.loes import Loest, solve
from bot.language.tid.sider import Funnet, looking, side_of
from bot.language.tid.spes import Naa, Retning, Spes

_TO = frozenset({"til", "-", "–", "—"})
_LISTING = frozenset({",", "og", "eller", "&", "samt"})
_LONGEST_LIST = 6


def ranges(leser: Leser, at: int, past: bool | None) -> Iterator[Funnet]:
    """«Fra mandag til onsdag», «13.–15. juli»; what is moved from one day to another is no range."""
    line = leser.line
    if vakt.moves(line, at):
        return
    side = side_of(leser, at)
    opened = line.word(at) in ("fra", "frå", "mellom", "perioden")
    start = at + 1 if opened else at
    if side and side[1] == "fra":
        start = side[0]
    between = {"og"} if line.word(at) == "mellom" else _TO
    first = leser.chain(start)
    for hit in (first, _number(leser, start)):
        if hit is None:
            continue
        last = _second(leser, hit.end, between)
        both = _together(hit.spes, last.spes) if last else None
        if last is None or both is None or vakt.false(line, start, last.end, last.spes):
            continue
        naa = looking(leser, at, last.end, past)
        loest = _span(*both, naa)
        if loest:
            yield Funnet(last.end, Kind.INTERVAL, loest)


def _number(leser: Leser, at: int) -> Hit | None:
    """«1.» in «1. til 15. mai»."""
    line = leser.line
    start = at + (line.word(at) == "den")
    word = line.word(start)
    inside = line.glued(start) and line.word(start - 1) != "("
    if inside or vakt.numbered(line, start) or not word.isdecimal() or not 0 < int(word) < 32:
        return None
    return Hit(line.dotted(start + 1), Spes(day=int(word)))


def _second(leser: Leser, at: int, between: frozenset[str] | set[str]) -> Hit | None:
    line = leser.line
    side = side_of(leser, at)
    if side and side[1] == "innen" and line.word(at) in ("til", "t", "tom"):
        return leser.chain(side[0])
    dashed = line.word(at + 2) == "-" and line.glued(at + 1)
    return leser.chain(at + 1) if line.word(at) in between and not dashed else None


def _together(first: Spes, last: Spes) -> tuple[Spes, Spes] | None:
    """Both ends, where what is named once holds for both."""
    if first.clock_til or last.clock_til or not last.dated or not first.dated:
        return None
    if first.kinds == last.kinds and "F" not in first.kinds and first.mod == last.mod:
        return first, last
    filled = first
    for name in ("month", "rel_month", "year", "rel_year", "week", "rel_week"):
        if getattr(filled, name) is None and getattr(last, name) is not None:
            filled = replace(filled, **{name: getattr(last, name)})
    if first.kinds == "D" and "D" not in last.kinds:
        return None
    if "W" in last.kinds and "W" not in first.kinds and "D" in first.kinds:
        filled = replace(filled, weekday=None)
    return filled, last


def _span(first: Spes, last: Spes, naa: Naa) -> Loest | None:
    start = solve(first, naa)
    if start is None:
        return None
    end = solve(last, naa)
    if end and end.rom.fra < start.rom.fra and last.year is None and last.rel_year is None:
        end = solve(last, naa._replace(at=start.rom.fra, retning=Retning.AHEAD))
    if end is None or end.rom.fra <= start.rom.fra:
        return None
    if (end.rom.til - start.rom.fra).days > 366 * 20:
        return None
    return Loest(Rom(start.rom.fra, end.rom.til, end.rom.grain), True)


def listed(leser: Leser, at: int, past: bool | None) -> Iterator[Funnet]:
    """The first of «5., 12. og 19. mai», «tirsdag og onsdag i uke 15»."""
    first = _number(leser, at) or leser.chain(at)
    if first is None or first.spes.kinds not in ("D", "W", "WD"):
        return
    last = _last_listed(leser, first.end)
    shared = _shared(first.spes, last.spes) if last else None
    false = last is None or last.spes.svak or vakt.false(leser.line, at, first.end, first.spes)
    if last is None or shared is None or false:
        return
    loest = solve(shared, looking(leser, at, last.end, past))
    if loest:
        yield Funnet(first.end, Kind.POINT, loest)


def _last_listed(leser: Leser, at: int) -> Hit | None:
    for _ in range(_LONGEST_LIST):
        if leser.line.word(at) not in _LISTING:
            return None
        hit = leser.chain(at + 1)
        if hit and any(letter in hit.spes.kinds for letter in "MUm"):
            return hit
        hit = _number(leser, at + 1) or hit
        if hit is None:
            return None
        at = hit.end
    return None


def _shared(first: Spes, last: Spes) -> Spes | None:
    if "D" in first.kinds and "D" in last.kinds:
        return replace(
            first,
            svak=False,
            month=last.month,
            rel_month=last.rel_month,
            year=last.year,
            rel_year=last.rel_year,
        )
    if first.kinds == "W" and "W" in last.kinds and "U" in last.kinds and not first.mod:
        return replace(first, svak=False, year=last.year, week=last.week, rel_week=last.rel_week)
    return None

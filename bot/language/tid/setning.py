"""Times in a line: parts put together, then ranges and bounds over them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.language.tid import klokka, tempus, vakt
from bot.language.tid.funn import Kind, Tid
from bot.language.tid.kalender import Rom
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.linje import Linje
from bot.language.tid.loes import Loest, solve
from bot.language.tid.regler import rules
from bot.language.tid.spes import Naa, Retning, Spes, merge
from bot.language.tidsord import AFTER, BEFORE, FORWARD

_LONGEST_LINE = 2000
_TO = frozenset({"til", "-", "–", "—"})
_NOW = re.compile(r"\W*(?:akkurat |nettopp |her og )?(?:nå|no|naa)\W*", re.IGNORECASE)
_JUST_NOW = re.compile(r"\bakkurat (?:nå|no)\b", re.IGNORECASE)
_LISTING = frozenset({",", "og", "eller", "&", "samt"})
_LONGEST_LIST = 6
_ORIGIN = frozenset({"fra", "frå"})
_FINE = frozenset({"second", "minute", "hour"})


class _Funnet(NamedTuple):
    end: int
    kind: Kind
    loest: Loest
    word: str = ""


def find_in(text: str, naa: Naa, past: bool | None) -> list[Tid]:
    """All times of a line, from left to right."""
    if len(text) > _LONGEST_LINE:
        return []
    line = Linje(text)
    now = _now(text, naa)
    if now:
        return [now]
    leser = Leser(line, naa, rules(naa.days))
    found: list[Tid] = []
    at = 0
    while at < len(line):
        hit = _at(leser, at, past) if _may_begin(leser, at) else None
        if hit:
            found.append(_tid(line, at, hit))
        at = hit.end if hit else at + 1
    return found


def _may_begin(leser: Leser, at: int) -> bool:
    word = leser.line.word(at)
    return leser.begins(at) or word in _STARTS


_BOUNDING = frozenset(phrase.partition(" ")[0] for table in (AFTER, BEFORE) for phrase in table)
_ONWARD = frozenset(phrase.partition(" ")[0] for phrase in FORWARD)
_STARTS = (
    _BOUNDING
    | _ONWARD
    | {
        "mellom",
        "fra",
        "frå",
    }
)


def _now(text: str, naa: Naa) -> Tid | None:
    match = _NOW.fullmatch(text) or _JUST_NOW.search(text)
    if match is None:
        return None
    second = timedelta(seconds=1)
    return Tid(Kind.POINT, "second", match.start(), match.end(), naa.at, naa.at, naa.at + second)


def _at(leser: Leser, at: int, past: bool | None) -> _Funnet | None:
    found = [hit for rule in (_range, _bound, _listed, _plain, _forward) for hit in rule(leser, at, past)]
    return max(found, key=lambda hit: hit.end, default=None)


def _looking(leser: Leser, at: int, end: int, past: bool | None, papers: bool = True) -> Naa:
    if past is None:
        look = tempus.look(leser.line.words, at, end, papers=papers)
        return leser.naa._replace(retning=look)
    return leser.naa._replace(retning=Retning.PAST if past else Retning.OPEN)


def _plain(leser: Leser, at: int, past: bool | None) -> Iterator[_Funnet]:
    hit = leser.chain(at)
    if hit is None or not _stands(leser, at, hit):
        return
    hit = _inner_bound(leser, hit)
    loest = solve(hit.spes, _looking(leser, at, hit.end, past))
    if loest:
        kind = Kind.INTERVAL if loest.interval else Kind.POINT
        if hit.spes.rett:
            kind = Kind.AFTER if hit.spes.rett in ("etter", "fra") else Kind.BEFORE
        yield _Funnet(hit.end, kind, loest, hit.spes.rett or "")


def _listed(leser: Leser, at: int, past: bool | None) -> Iterator[_Funnet]:
    """The first of «5., 12. og 19. mai», «tirsdag og onsdag i uke 15»."""
    first = _number(leser, at) or leser.chain(at)
    if first is None or first.spes.kinds not in ("D", "W", "WD"):
        return
    last = _last_listed(leser, first.end)
    shared = _shared(first.spes, last.spes) if last else None
    false = last is None or last.spes.svak or vakt.false(leser.line, at, first.end, first.spes)
    if last is None or shared is None or false:
        return
    loest = solve(shared, _looking(leser, at, last.end, past))
    if loest:
        yield _Funnet(first.end, Kind.POINT, loest)


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


def _inner_bound(leser: Leser, hit: Hit) -> Hit:
    """«I morgen etter kl. 14»."""
    side = _side(leser, hit.end)
    if not side or hit.spes.timed or not hit.spes.dated or leser.naa.days:
        return hit
    best = hit
    for clock in (*leser.atoms(side[0]), *klokka.bare(leser, side[0])):
        both = merge(hit.spes, clock.spes) if not clock.spes.dated else None
        if both and clock.end > best.end:
            best = Hit(clock.end, replace(both, rett=side[1], svak=False))
    return best


def _side(leser: Leser, at: int) -> tuple[int, str] | None:
    if leser.line.word(at) not in _BOUNDING:
        return None
    for table in (BEFORE, AFTER):
        hit = leser.line.phrase(at, table, 6)
        if hit:
            return hit[0], table[hit[1]]
    return None


def _stands(leser: Leser, at: int, hit: Hit) -> bool:
    """Whether it is a time, not a number, a name or another word."""
    line = leser.line
    if vakt.false(line, at, hit.end, hit.spes) or (not leser.naa.days and vakt.repeated(line, at, hit.end)):
        return False
    if not hit.spes.svak:
        return True
    alone = at == 0 and not any(word.isalnum() for word in line.words[hit.end :])
    if alone:
        return hit.end > at + 1 or not line.word(at).isdecimal() or hit.spes.dated
    return vakt.held_up(line, at, hit.end, hit.spes)


def _range(leser: Leser, at: int, past: bool | None) -> Iterator[_Funnet]:
    line = leser.line
    side = _side(leser, at)
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
        naa = _looking(leser, at, last.end, past)
        loest = _span(*both, naa)
        if loest:
            yield _Funnet(last.end, Kind.INTERVAL, loest)


def _number(leser: Leser, at: int) -> Hit | None:
    """«1.» in «1. til 15. mai»."""
    line = leser.line
    start = at + (line.word(at) == "den")
    word = line.word(start)
    inside = line.glued(start) and line.word(start - 1) != "("
    if inside or not word.isdecimal() or not 0 < int(word) < 32:
        return None
    return Hit(line.dotted(start + 1), Spes(day=int(word)))


def _second(leser: Leser, at: int, between: frozenset[str] | set[str]) -> Hit | None:
    line = leser.line
    side = _side(leser, at)
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


def _bound(leser: Leser, at: int, past: bool | None) -> Iterator[_Funnet]:
    side = _side(leser, at)
    origin = side is None and leser.line.word(at) in _ORIGIN
    if origin:
        side = at + 1, "fra"
    if side is None:
        return
    begin = side[0] + (leser.line.word(side[0]) in ("på", "den") and leser.chain(side[0]) is None)
    for hit in _bounds(leser, begin):
        if not _bound_stands(leser, begin, hit):
            continue
        naa = _looking(leser, at, hit.end, past, side[1] not in ("før", "innen"))
        if side[1] in ("før", "innen") and naa.retning is Retning.OPEN and past is None:
            naa = naa._replace(retning=Retning.AHEAD)
        loest = solve(hit.spes, naa)
        if loest:
            yield _directed(side[1], hit.end, loest, origin and (naa.past or loest.rom.fra <= naa.at))


def _bounds(leser: Leser, at: int) -> list[Hit]:
    chain = leser.chain(at)
    origin = leser.line.word(at - 1) in _ORIGIN
    hits = [chain] if chain and (chain.spes.dated or not (origin and chain.spes.svak)) else []
    counted = list(_distances(leser, at))
    if leser.naa.days or origin:
        return [*hits, *counted]
    bare = [leser.extended(hit) for hit in klokka.bare(leser, at) if leser.line.word(hit.end) != "%"]
    return [*hits, *counted, *bare]


def _distances(leser: Leser, at: int) -> Iterator[Hit]:
    """«Etter fem dager», «innen to uker»."""
    from bot.language.tid.avstand import duration

    found = duration(leser, at)
    if found and leser.line.closed(found[1]):
        yield Hit(found[1], Spes(avstand=found[0]))


def _bound_stands(leser: Leser, at: int, hit: Hit) -> bool:
    if vakt.false(leser.line, at, hit.end, hit.spes):
        return False
    if not hit.spes.svak or hit.spes.clock:
        return True
    return hit.spes.month is not None or hit.spes.year is not None


def _directed(side: str, end: int, loest: Loest, origin: bool) -> _Funnet:
    """«Referat fra mandag» is a point, «fra 1. august» is open."""
    if loest.clock_range:
        return _Funnet(end, Kind.INTERVAL, loest)
    if origin:
        return _Funnet(end, Kind.INTERVAL if loest.interval else Kind.POINT, loest)
    kind = Kind.AFTER if side in ("etter", "fra") else Kind.BEFORE
    return _Funnet(end, kind, loest, side)


def _forward(leser: Leser, at: int, past: bool | None) -> Iterator[_Funnet]:
    hit = leser.line.phrase(at, FORWARD, 4) if leser.line.word(at) in _ONWARD else None
    if hit:
        now = Rom(leser.naa.at, leser.naa.at, "second")
        yield _Funnet(hit[0], Kind.AFTER, Loest(now, False), "fra")


def _tid(line: Linje, at: int, hit: _Funnet) -> Tid:
    start, slutt = line.ord[at].fra, line.ord[hit.end - 1].til
    rom, strid = hit.loest.rom, hit.loest.strid
    if hit.kind in (Kind.POINT, Kind.INTERVAL):
        value = rom.fra if hit.kind is Kind.POINT else None
        return Tid(hit.kind, rom.grain, start, slutt, value, rom.fra, rom.til, strid, hit.loest.clock_range)
    whole = rom.grain not in _FINE
    if hit.kind is Kind.BEFORE:
        til = rom.til if hit.word == "innen" and whole else rom.fra
        value = (
            rom.fra
            if hit.word == "før" or rom.grain not in ("week", "month", "quarter", "year")
            else _last(rom)
        )
        return Tid(hit.kind, _day(rom, hit), start, slutt, value, None, til, strid)
    fra = rom.til if hit.word == "etter" and whole else rom.fra
    value = fra if hit.word == "etter" and _long(rom) else rom.fra
    return Tid(hit.kind, _day(rom, hit), start, slutt, value, fra, None, strid)


def _long(rom: Rom) -> bool:
    return rom.grain not in _FINE and (rom.til - rom.fra).days > 1


def _last(rom: Rom) -> datetime:
    return rom.til - timedelta(days=1)


def _day(rom: Rom, hit: _Funnet) -> str:
    return rom.grain

"""Times in a line: parts put together, then ranges and bounds over them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.language.tid import klokka, vakt
from bot.language.tid.avstand import duration
from bot.language.tid.funn import Kind, Tid
from bot.language.tid.kalender import Rom
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.linje import Linje
from bot.language.tid.loes import Loest, solve
from bot.language.tid.regler import rules
from bot.language.tid.rekker import listed, ranges
from bot.language.tid.sider import BOUNDING, Funnet, looking, side_of
from bot.language.tid.spes import Naa, Retning, Spes, merge
from bot.language.tidsord import FORWARD

_LONGEST_LINE = 2000
_NOW = re.compile(r"\W*(?:akkurat |nettopp |her og )?(?:nå|no|naa)\W*", re.IGNORECASE)
_JUST_NOW = re.compile(r"\bakkurat (?:nå|no)\b", re.IGNORECASE)
_ORIGIN = frozenset({"fra", "frå"})
_FINE = frozenset({"second", "minute", "hour"})
_ONWARD = frozenset(phrase.partition(" ")[0] for phrase in FORWARD)
_STARTS = BOUNDING | _ONWARD | {"mellom", "fra", "frå"}


def find_in(line: Linje, naa: Naa, past: bool | None) -> list[Tid]:
    """All times of a line, from left to right; none where it is too long to be one."""
    if len(line.text) > _LONGEST_LINE:
        return []
    now = _now(line.text, naa)
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


def _now(text: str, naa: Naa) -> Tid | None:
    match = _NOW.fullmatch(text) or _JUST_NOW.search(text)
    if match is None:
        return None
    second = timedelta(seconds=1)
    return Tid(Kind.POINT, "second", match.start(), match.end(), naa.at, naa.at, naa.at + second)


def _at(leser: Leser, at: int, past: bool | None) -> Funnet | None:
    found = [hit for rule in (ranges, _bound, listed, _plain, _forward) for hit in rule(leser, at, past)]
    return max(found, key=lambda hit: hit.end, default=None)


def _plain(leser: Leser, at: int, past: bool | None) -> Iterator[Funnet]:
    hit = leser.chain(at)
    if hit is None or not _stands(leser, at, hit):
        return
    hit = _inner_bound(leser, hit)
    loest = solve(hit.spes, looking(leser, at, hit.end, past))
    if loest:
        kind = Kind.INTERVAL if loest.interval else Kind.POINT
        if hit.spes.rett:
            kind = Kind.AFTER if hit.spes.rett in ("etter", "fra") else Kind.BEFORE
        yield Funnet(hit.end, kind, loest, hit.spes.rett or "")


def _inner_bound(leser: Leser, hit: Hit) -> Hit:
    """«I morgen etter kl. 14»."""
    side = side_of(leser, hit.end)
    if not side or hit.spes.timed or not hit.spes.dated or leser.naa.days:
        return hit
    best = hit
    for clock in (*leser.atoms(side[0]), *klokka.bare(leser, side[0])):
        both = merge(hit.spes, clock.spes) if not clock.spes.dated else None
        if both and clock.end > best.end:
            best = Hit(clock.end, replace(both, rett=side[1], svak=False))
    return best


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


def _bound(leser: Leser, at: int, past: bool | None) -> Iterator[Funnet]:
    side = side_of(leser, at)
    origin = side is None and leser.line.word(at) in _ORIGIN
    if origin:
        side = at + 1, "fra"
    if side is None:
        return
    begin = side[0] + (leser.line.word(side[0]) in ("på", "den") and leser.chain(side[0]) is None)
    for hit in _bounds(leser, begin):
        if not _bound_stands(leser, begin, hit):
            continue
        naa = looking(leser, at, hit.end, past, side[1] not in ("før", "innen"))
        if side[1] in ("før", "innen") and naa.retning is Retning.OPEN and past is None:
            naa = naa._replace(retning=Retning.AHEAD)
        loest = solve(hit.spes, naa)
        if loest:
            yield _directed(
                side[1],
                hit.end,
                loest,
                origin and (naa.past or loest.rom.fra <= naa.at or vakt.moves(leser.line, at)),
            )


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
    found = duration(leser, at)
    if found and leser.line.closed(found[1]) and leser.line.word(found[1]) not in ("før", "etter"):
        yield Hit(found[1], Spes(avstand=found[0]))


def _bound_stands(leser: Leser, at: int, hit: Hit) -> bool:
    if vakt.false(leser.line, at, hit.end, hit.spes):
        return False
    if not hit.spes.svak or hit.spes.clock:
        return True
    return hit.spes.month is not None or hit.spes.year is not None


def _directed(side: str, end: int, loest: Loest, origin: bool) -> Funnet:
    """«Referat fra mandag» is a point, «fra 1. august» is open."""
    if loest.clock_range:
        return Funnet(end, Kind.INTERVAL, loest)
    if origin:
        return Funnet(end, Kind.INTERVAL if loest.interval else Kind.POINT, loest)
    kind = Kind.AFTER if side in ("etter", "fra") else Kind.BEFORE
    return Funnet(end, kind, loest, side)


def _forward(leser: Leser, at: int, past: bool | None) -> Iterator[Funnet]:
    hit = leser.line.phrase(at, FORWARD, 4) if leser.line.word(at) in _ONWARD else None
    if hit:
        now = Rom(leser.naa.at, leser.naa.at, "second")
        yield Funnet(hit[0], Kind.AFTER, Loest(now, False), "fra")


def _tid(line: Linje, at: int, hit: Funnet) -> Tid:
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


def _day(rom: Rom, hit: Funnet) -> str:
    return rom.grain

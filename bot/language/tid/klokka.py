"""Times of the day: «kl. 14.30», «halv ti», «ti på halv tre», «9–11», «i kveld», «16h CET»."""

import re
from collections.abc import Iterator

from bot.language.tall import number
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.soner import ZONES
from bot.language.tid.spes import Klokke, Spes
from bot.language.tid.stavelse import one_slip
from bot.language.tid.vakt import counted, grows, numbered
from bot.language.tidsord import MONTHS, PARTS

CLOCK = frozenset({"kl", "klokka", "klokken", "klokkå", "klokko", "klokkja", "kl.", "klokkan"})
ABOUT = frozenset({"ca", "cirka", "rundt", "omkring", "omtrent", "ved", "kring", "omlag", "om", "lag"})
_SHARP = frozenset({"presis", "sharp", "cirka", "ca", "blank"})
_COLON = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_POINT = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)(?!\d|[.,/]\d|%)")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?![\d:/-]|[.,]\d)")
_PLAIN = re.compile(r"([01]?\d|2[0-4])(?![\d:/%]|[.,]\d)")
_SPACED = re.compile(r"([01]?\d|2[0-3]) ([0-5]\d)(?![\d.:/%-])")
_H = re.compile(r"([01]?\d|2[0-4])(?:h|t)(?!\w)")
_DASH = frozenset({"-", "–", "—", "til"})
_INSIDE = frozenset({".", ",", "/", ":", "+", "#", "§", "$", "="})
_MINUTES = frozenset({5, 10, 15, 20, 25})


def clock(leser: Leser, at: int) -> Iterator[Hit]:
    """With «kl» in front, or in a form that is nothing else; alone or up to another."""
    if leser.line.word(at)[:1].isdigit() and numbered(leser.line, at):
        return
    for end, klokke, sure in _clocks(leser, at):
        yield from _zoned(leser, end, Spes(clock=klokke, svak=not sure))
        yield from _until(leser, at, end, klokke, sure)
        yield from _of_the_day(leser, end, klokke)


def bare(leser: Leser, at: int) -> Iterator[Hit]:
    """«Før 11», «etter ti», where a clock is expected."""
    for end, klokke in _hour(leser, at):
        if leser.closed(end) and not counted(leser.line, end):
            yield Hit(end, Spes(clock=klokke))


def _clocks(leser: Leser, at: int) -> Iterator[tuple[int, Klokke, bool]]:
    line = leser.line
    start = at
    while line.word(start) in ABOUT:
        start = line.dotted(start + 1)
    if line.word(start) in CLOCK:
        start = line.dotted(start + 1)
        start += line.word(start) in ABOUT
        for end, klokke in (*_hour(leser, start), *_spaced(leser, start)):
            end += line.word(end) in _SHARP
            yield end, klokke, True
        return
    if start > at:
        return
    yield from ((end, klokke, True) for end, klokke in (*_colon(leser, at), *_said(leser, at)))
    yield from ((end, klokke, True) for end, klokke in _point(leser, at) if _is_no_day(leser, at))
    weak = (*_point(leser, at), *_plain(leser, at), *_four(leser, at))
    yield from (
        (end, klokke, False) for end, klokke in weak if leser.closed(end) and not _day_of_month(leser, end)
    )
    hit = line.match(at, _H)
    if hit and line.word(at + 1) == "h":
        yield hit[0], Klokke(int(hit[1][1])), True


def _day_of_month(leser: Leser, end: int) -> bool:
    return leser.line.word(leser.line.dotted(end)) in MONTHS


def _hour(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    yield from _colon(leser, at)
    yield from _point(leser, at)
    yield from _four(leser, at)
    yield from _said(leser, at)
    yield from _plain(leser, at)
    said = number(leser.line.words, at)
    if said and 0 < said[0] <= 24 and not leser.line.word(at).isdecimal():
        yield said[1], Klokke(said[0])


def _four(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    four = leser.line.match(at, _FOUR)
    said = leser.line.word(at - 1) in CLOCK or leser.line.word(at - 2) in CLOCK
    if four and (said or four[1][1] not in ("19", "20")):
        yield four[0], Klokke(int(four[1][1]), int(four[1][2]), grain="minute", sikker=True)


def _colon(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    hit = leser.line.match(at, _COLON)
    if hit and not _inside_a_number(leser, at):
        hour, minute, second = int(hit[1][1]), int(hit[1][2]), int(hit[1][3] or 0)
        grain = "second" if hit[1][3] else "minute"
        yield hit[0], Klokke(hour, minute, second, grain, hit[1][1].startswith("0"))


def _point(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    hit = leser.line.match(at, _POINT)
    if hit and not _inside_a_number(leser, at):
        yield hit[0], Klokke(int(hit[1][1]), int(hit[1][2]), 0, "minute", hit[1][1].startswith("0"))


def _spaced(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    hit = leser.line.match(at, _SPACED)
    if hit and leser.line.closed(hit[0]):
        yield hit[0], Klokke(int(hit[1][1]), int(hit[1][2]), 0, "minute", hit[1][1].startswith("0"))


def _plain(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    hit = leser.line.match(at, _PLAIN)
    if hit and not _inside_a_number(leser, at):
        yield hit[0], Klokke(int(hit[1][1]), sikker=hit[1][1].startswith("0"))


def _inside_a_number(leser: Leser, at: int) -> bool:
    line = leser.line
    before = line.word(at - 1)
    if not line.glued(at) or before not in _INSIDE:
        return False
    return before == "§" or (line.glued(at - 1) and line.word(at - 2) not in CLOCK)


def _is_no_day(leser: Leser, at: int) -> bool:
    hit = leser.line.match(at, _POINT)
    return bool(hit and not 0 < int(hit[1][2]) < 13 and (int(hit[1][2]) % 5 == 0))


def _said(leser: Leser, at: int) -> Iterator[tuple[int, Klokke]]:
    """«Halv tre», «kvart på tre», «fem over halv to», «20 over 15»."""
    line = leser.line
    if line.word(at) == "halv":
        yield from _around(leser, at + 1, -30)
        return
    minutes, start = _minutes(leser, at)
    over = line.word(start) == "over" or (len(line.word(start)) > 2 and one_slip(line.word(start), "over"))
    if not minutes or not (over or line.word(start) == "på"):
        return
    side = 1 if over else -1
    if line.word(start + 1) == "halv":
        yield from _around(leser, start + 2, -30 + side * minutes)
    else:
        yield from _around(leser, start + 1, side * minutes)


def _minutes(leser: Leser, at: int) -> tuple[int, int]:
    if leser.line.word(at) in ("kvart", "kvarter"):
        return 15, at + 1
    said = number(leser.line.words, at)
    if said is None:
        return 0, at
    unit = leser.line.word(said[1]) in ("minutter", "minutt", "minuttar", "min")
    known = said[0] in _MINUTES or (unit and 0 < said[0] < 30)
    return (said[0], said[1] + unit) if known else (0, at)


def _around(leser: Leser, at: int, minutes: int) -> Iterator[tuple[int, Klokke]]:
    start = at + (leser.line.word(at) in CLOCK)
    said = number(leser.line.words, start)
    if said is None or not 0 < said[0] <= 24 or counted(leser.line, said[1]) or _decimal(leser, said[1]):
        return
    hour, minute = divmod(said[0] * 60 + minutes, 60)
    if hour:
        yield said[1], Klokke(hour % 24 or 24, minute, grain="minute")
    else:
        yield said[1], Klokke(12, minute, grain="minute")


def _decimal(leser: Leser, at: int) -> bool:
    line = leser.line
    return line.word(at) in (".", ",", "/", "-") and line.glued(at) and line.word(at + 1).isdecimal()


def _zoned(leser: Leser, end: int, spes: Spes) -> Iterator[Hit]:
    word = leser.line.word(end)
    if word in ZONES:
        yield Hit(end + 1, Spes(clock=spes.clock, sone=word))
    end += word in _SHARP
    yield Hit(end, spes)


def _until(leser: Leser, at: int, end: int, first: Klokke, sure: bool) -> Iterator[Hit]:
    line = leser.line
    opened = line.word(at - 1) in ("fra", "frå", "mellom", "ml")
    between = {"og"} if line.word(at - 1) in ("mellom", "ml") else _DASH
    start = line.dotted(end) if line.word(at) in CLOCK else end
    if line.word(start) == "men" and line.word(start + 1) == "før":
        start += 1
    elif line.word(start) not in between:
        return
    start = line.dotted(start + 2) if line.word(start + 1) in CLOCK else start + 1
    for last, klokke in _hour(leser, start):
        good = leser.closed(last) and (klokke.hour, klokke.minute) != (first.hour, first.minute)
        if not (sure or opened) and klokke.hour < first.hour:
            continue
        if good and not _decimal(leser, last):
            strong = sure or opened or klokke.grain == "minute" or line.word(start - 1) in CLOCK
            yield Hit(last, Spes(clock=first, clock_til=klokke, svak=not strong))


def opened(leser: Leser, at: int) -> Iterator[Hit]:
    """«Fra 9 til 11», «mellom kl. 13 og 15»."""
    if grows(leser.line, at):
        return
    for hit in clock(leser, at + 1):
        if hit.spes.clock_til:
            yield hit
    for end, klokke in _hour(leser, at + 1):
        yield from _until(leser, at + 1, end, klokke, False)


def _of_the_day(leser: Leser, end: int, klokke: Klokke) -> Iterator[Hit]:
    # «Åtte om kvelden», «9 på morgenen».
    line = leser.line
    if line.word(end) in ("om", "på") and line.word(end + 1) in PARTS:
        yield Hit(end + 2, Spes(clock=klokke, part=PARTS[line.word(end + 1)]))


def spoken_hour(leser: Leser, at: int) -> Iterator[Hit]:
    said = number(leser.line.words, at)
    if said and 0 < said[0] <= 12:
        yield from _of_the_day(leser, said[1], Klokke(said[0]))


def part(leser: Leser, at: int) -> Iterator[Hit]:
    """«I kveld», «i ettermiddag», and «kveld» behind a day."""
    line = leser.line
    word = line.word(at)
    if word in ("i", "denne", "om", "på", "utpå") and line.word(at + 1) in PARTS:
        name = PARTS[line.word(at + 1)]
        if word == "i" and name == "morgen" and line.word(at + 1) not in ("morges", "morgest"):
            return
        today = word in ("i", "denne") or (word == "om" and at == 0 and at + 2 == len(line))
        yield Hit(at + 2, Spes(rel_day=0 if today else None, part=name, svak=word == "på"))
    if word in PARTS:
        end = at + 1
        yield Hit(end, Spes(part=PARTS[word], svak=True))


def midnight(leser: Leser, at: int) -> Iterator[Hit]:
    yield Hit(at + 1, Spes(clock=Klokke(24)))

"""Parts that name a day: «i morgon», «neste torsdag», «17. april», «03.06.26», «den femtende»."""

import re
from collections.abc import Iterator

from bot.language.tall import ordinal
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.loes import solve
from bot.language.tid.spes import Spes
from bot.language.tid.stavelse import mend_behind
from bot.language.tid.vakt import counted, numbered
from bot.language.tidsord import DAYS, LAST, MONTHS, NEAREST, SHIFT, SHORT_WEEKDAYS, WEEKDAYS

_ISO = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_FULL = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})(?:\2|-)\s?(\d{4}|\d{2})(?![\d/]|[.:]\d)")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})(?:\.(?!\d)|(?![\d/%]|[.,:]\d))")
_SLASHED = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})(?![\d/%]|[.,:]\d)")
_DASHED = re.compile(r"(\d{1,2})-(\d{1,2})(?![\d/%]|[.,:-]\d)")
_YEAR = re.compile(r"(\d{4})(?![\d/]|[.,:-]\d)")
_SHORT_YEAR = re.compile(r"['’]?(\d{2})(?![\d/]|[.,:–-]\s?\d)")
_LONG_MONTHS = tuple(month for month in MONTHS if len(month) > 3)
_JULY = {"jul": 7}
_SHIFTING = frozenset(phrase.partition(" ")[0] for phrase in SHIFT)
_IS_DAY = frozenset({"d", "den"})
_NEAR_YEARS = 3
_FEW = 12
_MOST_MONTHS = 12
_ALWAYS = frozenset({("24", "7")})
"""«24/7» is round the clock."""
_PLAIN_ORDINALS = 3
"""«Den første», «den andre» and «den tredje» are seldom days."""


def relative_day(leser: Leser, at: int) -> Iterator[Hit]:
    hit = leser.line.phrase(at, DAYS, 3)
    if hit:
        yield Hit(hit[0], Spes(rel_day=DAYS[hit[1]]))


def modifier(leser: Leser, at: int) -> tuple[int, str] | None:
    """«neste», «forrige», «denne», «sist» or «nærmeste», and where it ends."""
    hit = leser.line.phrase(at, SHIFT, 2) if leser.line.word(at) in _SHIFTING else None
    if hit is None:
        return None
    word = hit[1]
    if word in NEAREST:
        return hit[0], "nærmeste"
    if word in LAST:
        return hit[0], "sist"
    return hit[0], ("forrige", "denne", "neste")[SHIFT[word] + 1]


def weekday(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    word = line.word(start)
    day = WEEKDAYS.get(word)
    end = start + 1
    weak = day is None
    if day is None:
        day = SHORT_WEEKDAYS.get(word)
        end = line.dotted(end)
        weak = end == start + 1
    if day is None or line.word(end) == "hver":
        return
    named = mod[1] if mod else None
    if line.word(end) in NEAREST and not named:
        end, named = end + 1, "nærmeste"
    if line.word(end) == "igjen" and named:
        end += 1
    spes = Spes(weekday=day, mod=named, svak=weak)
    yield Hit(end, spes)
    yield from _numbered(leser, end, spes)


def _numbered(leser: Leser, end: int, spes: Spes) -> Iterator[Hit]:
    # «Onsdag 17.», and «onsdag 17» where the 17th is a Wednesday: else it may be a clock time.
    line = leser.line
    start = end + (line.word(end) == ",")
    start += line.word(start) in _IS_DAY
    digits = line.word(start)
    if not digits.isdecimal() or not 0 < int(digits) < 32 or line.word(start + 1) in ("-", "–", ":"):
        return
    dot = line.dotted(start + 1)
    if dot > start + 1 and line.glued(dot) and line.word(dot).isdecimal():
        return
    both = Spes(weekday=spes.weekday, day=int(digits), svak=False)
    found = solve(both, leser.naa)
    if found and (not found.strid or (dot > start + 1 and line.closed(dot))):
        yield Hit(dot, both)


def numeric(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    if line.glued(at) and _part_of_more(leser, at):
        return
    iso = line.match(at, _ISO)
    if iso:
        yield from _written(iso[0], iso[1][4], iso[1][3], iso[1][1])
    full = line.match(at, _FULL)
    if full:
        yield from _written(full[0], full[1][1], full[1][3], full[1][4])
    for pattern in (_DOTTED, _SLASHED, _DASHED):
        short = line.match(at, pattern)
        if short and short[1].groups() not in _ALWAYS and not (full and full[0] > short[0]):
            if pattern is _DASHED and int(short[1][1]) <= _MOST_MONTHS and not short[1][2].startswith("0"):
                continue
            weak = pattern is _DASHED or _loose(pattern, short[1])
            yield from _written(short[0], short[1][1], short[1][2], None, weak)


def _part_of_more(leser: Leser, at: int) -> bool:
    before = leser.line.word(at - 1)
    if before in ("-", "–"):
        return not leser.line.word(at - 2).isdecimal() and leser.line.word(at - 2) != "."
    if before == "." and leser.line.word(at - 2) in _IS_DAY:
        return False
    return before in (".", ",", "/", ":", "+", "_", "#", "$")


def _loose(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    # «3.2» may be a chapter; «03.02», «3.2.» and «30.10» look like dates.
    return pattern is _DOTTED and not (match[0].endswith(".") or (len(match[1]) == len(match[2]) == 2))


def _written(end: int, day: str, month: str, year: str | None, weak: bool = False) -> Iterator[Hit]:
    if 0 < int(day) < 32 and 0 < int(month) < 13:
        yield Hit(end, Spes(day=int(day), month=int(month), year=_full(year), svak=weak))


def _full(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (2000 if int(year) < 50 else 1900)


def day_and_month(leser: Leser, at: int) -> Iterator[Hit]:
    """«17. april 2024», «den sjuande mai», «14april», «syttende i femte»."""
    line = leser.line
    start = line.dotted(at + 1) if line.word(at) in _IS_DAY else at
    if start > at and line.word(start)[:1].isdigit():
        yield from numeric(leser, start)
    day = _day_number(leser, start)
    if day is None:
        return
    end, number, said = day
    if end == start + 1 and not said and start == at and numbered(line, start):
        return
    month, last = _month_word(leser, end)
    if month:
        spes = Spes(day=number, month=month)
        yield Hit(last, spes)
        yield from _with_year(leser, last, spes)
    elif start > at:
        yield from _day_alone(leser, end, number, said)
    if line.word(end) == "i" and (start > at or said):
        yield from _spoken_month(leser, end + 1, number)


def _day_number(leser: Leser, at: int) -> tuple[int, int, bool] | None:
    """Where it ends, the number, and whether it was in words."""
    word = leser.line.word(at)
    if word.isdecimal():
        return (
            (leser.line.dotted(at + 1), int(word), False) if len(word) < 3 and 0 < int(word) < 32 else None
        )
    said = ordinal(leser.line.words, at)
    return (said[1], said[0], True) if said and said[0] < 32 else None


def _month_word(leser: Leser, at: int) -> tuple[int | None, int]:
    word = leser.line.word(at)
    month = MONTHS.get(word) or _JULY.get(word) or MONTHS.get(mend_behind(word, _LONG_MONTHS))
    end = at + 1
    return month, leser.line.dotted(end) if len(word) < 5 and leser.line.word(end + 1) else end


def _with_year(leser: Leser, at: int, spes: Spes) -> Iterator[Hit]:
    line = leser.line
    start = at + (line.word(at) == ",")
    full = line.match(start, _YEAR)
    if full and 1900 <= int(full[1][1]) < 2100:
        yield Hit(full[0], Spes(day=spes.day, month=spes.month, year=int(full[1][1])))
    short = line.match(start, _SHORT_YEAR)
    if short and line.closed(short[0]) and start == at:
        year = 2000 + int(short[1][1])
        if abs(year - leser.naa.at.year) <= _NEAR_YEARS:
            yield Hit(short[0], Spes(day=spes.day, month=spes.month, year=year))


def _day_alone(leser: Leser, end: int, number: int, said: bool) -> Iterator[Hit]:
    follower = leser.line.word(end)
    if follower in ("men", "som", "og", "av") or counted(leser.line, end):
        return
    plain = said and number <= _FEW
    if plain and not leser.line.closed(end):
        return
    few = said and number <= _PLAIN_ORDINALS
    yield Hit(end, Spes(day=number, svak=few or (plain and follower == "i")))


def _spoken_month(leser: Leser, at: int, number: int) -> Iterator[Hit]:
    month = _day_number(leser, at)
    if month and 0 < month[1] < 13 and leser.line.closed(month[0]):
        yield Hit(month[0], Spes(day=number, month=month[1]))


def month_first(leser: Leser, at: int) -> Iterator[Hit]:
    """«April 14, 2015», «feb13»."""
    line = leser.line
    month = MONTHS.get(line.word(at)) or _JULY.get(line.word(at))
    start = line.dotted(at + 1)
    digits = line.word(start)
    if not month or len(digits) > 2 or not digits.isdecimal() or line.word(at - 1) in ("i", "."):
        return
    if line.word(at - 1).isdecimal() or not 0 < int(digits) < 32:
        return
    if (
        line.word(start + 1) in (".", ":", "-", "–", "/")
        and line.glued(start + 1)
        and line.glued(start + 2)
    ):
        return
    end = start + 1
    if line.closed(end) and line.word(end) not in ("på", "til", "og"):
        spes = Spes(day=int(digits), month=month)
        yield Hit(end, spes)
        yield from _with_year(leser, end, spes)

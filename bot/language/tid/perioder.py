"""Parts that name a week, a month or a year."""

import re
from collections.abc import Iterator

from bot.language.tall import number
from bot.language.tid.dager import modifier
from bot.language.tid.kalender import months
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.ordlister import BEFORE_A_MONTH
from bot.language.tid.spes import Fast, Spes
from bot.language.tid.stavelse import mend_behind
from bot.language.tidsord import (
    MONTH,
    MONTH_NAMES,
    MONTHS,
    SHIFT,
    WEEK,
    YEAR,
    YEARS,
)

STEP = {"forrige": -1, "sist": -1, "denne": 0, "neste": 1, "nærmeste": 1}
_WEEK_WORDS = ("uke", "uka", "uken", "veke", "veka")
_WEEKS = re.compile(r"(\d{1,2})\.?\s?(?:-|–|/|til|og|t\.o\.m\.)\s?(\d{1,2})(?![\d%]|[.,]\d)")
_WEEK_YEAR = re.compile(r"(\d{1,2})\s?[-/,]?\s?(20\d\d)(?!\d)")
_YEARS_RANGE = re.compile(r"((?:19|20)\d\d)(?:\s?[-–/]\s?|\s(?:til|og)\s)((?:19|20)?\d\d)(?![\d/-])")
_COMING = frozenset({"kommer", "kjem", "kommar"})
_GONE = frozenset({"var", "gikk", "gjekk"})


def month(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    word = line.word(start)
    value = MONTHS.get(word)
    if mod and word in MONTH:
        yield Hit(start + 1, Spes(rel_month=STEP[mod[1]]))
    if value is None:
        return
    end = line.dotted(start + 1) if len(word) < 5 else start + 1
    end += mod is not None and line.word(end) == "igjen"
    again = mod is not None and line.word(end - 1) == "igjen"
    rel = _again(leser, value) if again else None
    yield Hit(
        end, Spes(month=value, mod=mod[1] if mod else None, rel_year=rel, svak=_no_month(leser, start))
    )


def month_beyond(leser: Leser, at: int) -> Iterator[Hit]:
    """«Måneden etter neste»."""
    beyond = _beyond(leser, at + 1)
    if beyond:
        yield Hit(at + 3, Spes(rel_month=beyond))


def _again(leser: Leser, month_number: int) -> int:
    return 1 + int(month_number <= leser.naa.at.month) if month_number <= leser.naa.at.month else 1


def _no_month(leser: Leser, at: int) -> bool:
    # «Mai stiller som vara», «til Juni», «Juni Larsen»; «april» in small letters is a month.
    line = leser.line
    word = line.word(at)
    before = line.word(at - 1)
    if word not in MONTH_NAMES:
        return False
    if line.word(at + 1) == "-" and line.glued(at + 1) and line.glued(at + 2):
        return True
    if before == "i" or before.isdecimal() or before == ".":
        return False
    name = line.stor(at) and (at > 0 or not line.closed(at + 1) or len(line) > 1)
    return name or (before not in BEFORE_A_MONTH and len(word) < 5 and bool(line.word(at + 1)))


def this_month(leser: Leser, at: int) -> Iterator[Hit]:
    """«Den siste i måneden»."""
    if leser.line.word(at) in ("måneden", "månaden", "måneda") and leser.line.word(at - 1) in ("i", "av"):
        yield Hit(at + 1, Spes(rel_month=0, svak=True))


def week(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    word = mend_behind(line.word(start), _WEEK_WORDS) if mod else line.word(start)
    if word not in WEEK:
        return
    end = start + 1
    if mod:
        yield Hit(end + (line.word(end) == "igjen"), Spes(rel_week=STEP[mod[1]]))
        return
    beyond = _beyond(leser, end)
    if beyond:
        yield Hit(end + 2, Spes(rel_week=beyond))
    if line.word(end) == "som" and line.word(end + 1) in _GONE | _COMING:
        yield Hit(end + 2, Spes(rel_week=-1 if line.word(end + 1) in _GONE else 1))
    if line.word(at - 1) in ("i", "ut") and line.word(start) in ("uka", "uken", "veka"):
        yield Hit(end, Spes(rel_week=0, svak=True))
    yield from _numbered_week(leser, end + (line.word(end) in ("nr", "nummer")))


def _beyond(leser: Leser, at: int) -> int:
    """«… etter neste», «… før forrige»."""
    shift = SHIFT.get(leser.line.word(at + 1), 0)
    return 2 * shift if (leser.line.word(at), shift) in (("etter", 1), ("før", -1)) else 0


def short_week(leser: Leser, at: int) -> Iterator[Hit]:
    """«u. 17», «u17»."""
    start = leser.line.dotted(at + 1)
    if leser.line.word(start).isdecimal() and (start > at + 1 or leser.line.glued(start)):
        yield from _numbered_week(leser, start)


def _numbered_week(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    both = line.match(at, _WEEKS)
    if both and 0 < int(both[1][1]) < int(both[1][2]) < 54:
        count = int(both[1][2]) - int(both[1][1]) + 1
        yield Hit(both[0], Spes(week=int(both[1][1]), weeks=count, interval=True))
    dated = line.match(at, _WEEK_YEAR)
    if dated and 0 < int(dated[1][1]) < 54:
        yield Hit(dated[0], Spes(week=int(dated[1][1]), year=int(dated[1][2])))
    one = number(line.words, at)
    if one and 0 < one[0] < 54 and line.word(one[1]) != "%":
        end = line.dotted(one[1])
        yield Hit(end if line.word(end) else one[1], Spes(week=one[0]))


def year(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    named = line.phrase(at, YEARS, 3)
    if named:
        yield Hit(named[0], Spes(rel_year=YEARS[named[1]]))
    mod = modifier(leser, at)
    if mod and line.word(mod[0]) in YEAR | {"års"}:
        yield Hit(mod[0] + 1, Spes(rel_year=STEP[mod[1]]))
    if line.word(at) == "året" and line.word(at - 1) in ("i", "av", "ut", "hele", "heile"):
        yield Hit(at + 1, Spes(rel_year=0, svak=True))


def year_number(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    if line.glued(at) and line.word(at - 1) not in ("(", "«", '"'):
        return
    both = line.match(at, _YEARS_RANGE)
    if both:
        first, last = int(both[1][1]), int(both[1][2])
        last += first // 100 * 100 if last < 100 else 0
        if first < last < first + 50:
            yield Hit(both[0], Spes(fast=_years(first, last), interval=True))
    word = line.word(at)
    glued = line.glued(at + 1) and line.word(at + 1) in ("/", "-", "–", ":") and line.glued(at + 2)
    if len(word) == 4 and word.isdecimal() and 1900 <= int(word) < 2100 and not glued:
        yield Hit(at + 1, Spes(year=int(word), svak=line.word(at - 1) not in BEFORE_A_MONTH))


def spoken_year(leser: Leser, at: int) -> Iterator[Hit]:
    """«Tjue tjueseks», «totusenogtjueseks»."""
    said = number(leser.line.words, at)
    if said and 2000 <= said[0] < 2100 and said[1] > at + 1:
        yield Hit(said[1], Spes(year=said[0], svak=leser.line.word(at - 1) != "i"))


def _years(first: int, last: int) -> Fast:
    return lambda naa: months(first, 1, 12 * (last - first + 1), "year")

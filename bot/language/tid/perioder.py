"""Parts that name a week, a month, a quarter, a year, a season or a feast."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.language.tall import number, ordinal
from bot.language.tid.dager import modifier
from bot.language.tid.fester import FIRST_HOLIDAY, HOLIDAYS, feasts
from bot.language.tid.kalender import Rom, days, later, months, weekend_of
from bot.language.tid.leser import Hit, Leser
from bot.language.tid.ordlister import BEFORE_A_MONTH
from bot.language.tid.spes import Fast, Naa, Spes
from bot.language.tid.stavelse import mend_behind
from bot.language.tidsord import (
    AFTER_SPRING,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    NAKED_SEASONS,
    SEASON_DAYS,
    SEASONS,
    SHIFT,
    TERMS,
    UNITS,
    WEEK,
    WEEKDAYS,
    YEAR,
    YEARS,
)

_OTHER_WORDS = ("jul", "ferien", "ferie")
_STEP = {"forrige": -1, "sist": -1, "denne": 0, "neste": 1, "nærmeste": 1}
_WEEK_WORDS = ("uke", "uka", "uken", "veke", "veka")
_WEEKS = re.compile(r"(\d{1,2})\.?\s?(?:-|–|/|til|og|t\.o\.m\.)\s?(\d{1,2})(?![\d%]|[.,]\d)")
_WEEK_YEAR = re.compile(r"(\d{1,2})\s?[-/,]?\s?(20\d\d)(?!\d)")
_YEARS_RANGE = re.compile(r"((?:19|20)\d\d)(?:\s?[-–/]\s?|\s(?:til|og)\s)((?:19|20)?\d\d)(?![\d/-])")
_QUARTER = re.compile(r"[qQkK]([1-4])(?!\w)")
_PARTS_OF_A_YEAR = {"kvartal": (3, "quarter"), "tertial": (4, "month"), "halvår": (6, "day")}
_BEFORE_A_SEASON = frozenset({"i", "til"})
_GONE = frozenset({"var", "gikk", "gjekk"})


def coming(make: Fast) -> Fast:
    """A time of every year: the next, or the last that began where the line looks back."""

    def fast(naa: Naa) -> Rom | None:
        here = make(naa)
        step = 0 if here is None else -int(here.fra > naa.at) if naa.past else int(here.til <= naa.at)
        return make(naa._replace(at=later(naa.at, step, "år"))) if step else here

    return fast


def month(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    word = line.word(start)
    value = MONTHS.get(word)
    if mod and word in MONTH:
        yield Hit(start + 1, Spes(rel_month=_STEP[mod[1]]))
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
        yield Hit(end + (line.word(end) == "igjen"), Spes(rel_week=_STEP[mod[1]]))
        return
    beyond = _beyond(leser, end)
    if beyond:
        yield Hit(end + 2, Spes(rel_week=beyond))
    if line.word(end) == "som":
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
    if mod and line.word(mod[0]) in YEAR:
        yield Hit(mod[0] + 1, Spes(rel_year=_STEP[mod[1]]))
    if line.word(at) == "året" and line.word(at - 1) in ("i", "av", "ut", "hele", "heile"):
        yield Hit(at + 1, Spes(rel_year=0, svak=True))


def year_number(leser: Leser, at: int) -> Iterator[Hit]:
    line = leser.line
    if line.glued(at) and line.word(at - 1) in (".", ",", "/", "-", ":", "+"):
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


def part_of_a_year(leser: Leser, at: int) -> Iterator[Hit]:
    """«Tredje kvartal», «Q3», «andre halvår», «neste tertial»."""
    line = leser.line
    short = line.match(at, _QUARTER)
    if short and line.stor(at):
        yield Hit(short[0], _nth_part("kvartal", int(short[1][1])))
    mod = modifier(leser, at)
    unit = UNITS.get(line.word(mod[0])) if mod else None
    if mod and unit in _PARTS_OF_A_YEAR:
        yield Hit(mod[0] + 1, _near_part(unit, _STEP[mod[1]]))
    nth = ordinal(line.words, at)
    word = line.word(at)
    if word in ("1", "2", "3", "4"):
        nth = int(word), line.dotted(at + 1)
    unit = UNITS.get(line.word(nth[1])) if nth else None
    if nth and unit in _PARTS_OF_A_YEAR and nth[0] * _PARTS_OF_A_YEAR[unit][0] <= 12:
        yield Hit(nth[1] + 1, _nth_part(unit, nth[0]))


def _nth_part(unit: str, nth: int) -> Spes:
    length, grain = _PARTS_OF_A_YEAR[unit]

    def fast(naa: Naa) -> Rom:
        shift = -int(naa.past and (nth - 1) * length + 1 > naa.at.month)
        return months(naa.at.year + shift, (nth - 1) * length + 1, length, grain)

    return Spes(fast=fast, interval=unit != "kvartal")


def _near_part(unit: str, shift: int) -> Spes:
    length, grain = _PARTS_OF_A_YEAR[unit]

    def fast(naa: Naa) -> Rom:
        this = (naa.at.month - 1) // length
        return months(naa.at.year, (this + shift) * length + 1, length, grain)

    return Spes(fast=fast, interval=unit != "kvartal")


def season(leser: Leser, at: int) -> Iterator[Hit]:
    """«I vår», «denne vinteren», «til hausten», «våren 2025»."""
    line = leser.line
    mod = modifier(leser, at)
    start = mod[0] if mod else at + (line.word(at) in _BEFORE_A_SEASON)
    word = line.word(start)
    name = SEASONS.get(word)
    if name is None or (word == "vår" and line.word(start + 1) not in AFTER_SPRING | {"", ".", "?", "!"}):
        return
    naked = word in NAKED_SEASONS
    last_year = line.word(at - 1) in ("fjor", "år", "ifjor", "iår")
    if naked and start == at and not (line.word(start + 1).isdecimal() or last_year):
        return
    if leser.naa.days and name == "sommer" and line.word(at - 1) in ("før", "innen", "innan", "etter"):
        # «Før sommeren» is before the holidays.
        yield Hit(start + 1, Spes(fast=coming(lambda naa: feasts()[FIRST_HOLIDAY](naa.at.year))))
        return
    yield Hit(start + 1, Spes(fast=_season(name, mod[1] if mod else None), interval=True))


def _season(name: str, mod: str | None) -> Fast:
    def make(year: int, terms: bool) -> Rom:
        if terms and name in TERMS:
            start, end = TERMS[name]
            return months(year, start, end - start, "day")
        (month, day), (last, end) = SEASON_DAYS[name]
        return days(date(year, month, day), date(year + (last < month), last, end))

    def fast(naa: Naa) -> Rom:
        year = naa.at.year
        rooms = [make(year + n, naa.days) for n in (-2, -1, 0, 1, 2)]
        current = next(n for n, rom in enumerate(rooms) if rom.til > naa.at)
        if mod in ("neste", "nærmeste"):
            return rooms[current + (rooms[current].fra <= naa.at)]
        if mod in ("forrige", "sist"):
            return rooms[current - 1]
        return rooms[current - int(naa.past and rooms[current].fra > naa.at)]

    return fast


def weekend(leser: Leser, at: int) -> Iterator[Hit]:
    mod = modifier(leser, at)
    start = mod[0] if mod else at
    if leser.line.word(start) not in ("helg", "helga", "helgen", "helgi", "helja", "weekend", "weekenden"):
        return
    if mod is None and leser.line.word(at - 1) not in BEFORE_A_MONTH | {"på", "hel", "heile", "hele"}:
        return
    yield Hit(start + 1, Spes(fast=_weekend(mod[1] if mod else None), interval=True))


def _weekend(mod: str | None) -> Fast:
    def fast(naa: Naa) -> Rom:
        shift = {"forrige": -1, "sist": -1, "neste": 1}.get(mod or "", -1 if naa.past and not mod else 0)
        return weekend_of(naa.at.date() + timedelta(weeks=shift))

    return fast


def feast(leser: Leser, at: int) -> Iterator[Hit]:
    hit = leser.line.phrase(at, feasts(), 5)
    if hit is None:
        return
    begins = leser.naa.days and hit[1] in HOLIDAYS
    make = feasts()[FIRST_HOLIDAY if begins else hit[1]]
    length = make(2024)
    spes = Spes(
        fast=coming(lambda naa: make(naa.at.year)),
        interval=length.grain == "day" and (length.til - length.fra).days > 1,
        svak=hit[1].endswith(_OTHER_WORDS) and leser.line.word(at - 1) not in BEFORE_A_MONTH,
    )
    yield Hit(hit[0], spes)


def meeting_of(leser: Leser, at: int) -> Iterator[Hit]:
    """«Aprilmøtet», «fredagsmøtet»."""
    head = leser.line.word(at).partition("møte")[0]
    if head in MONTHS:
        yield Hit(at + 1, Spes(month=MONTHS[head]))
    day = WEEKDAYS.get(head.removesuffix("s"))
    if day is not None:
        yield Hit(at + 1, Spes(weekday=day))

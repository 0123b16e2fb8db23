"""Which parts may begin with which word."""

from collections.abc import Iterable
from functools import cache

from bot.language.tall import number_words
from bot.language.tid import aarsdeler, avstand, dager, deler, klokka, nte, perioder
from bot.language.tid.fester import feasts
from bot.language.tid.leser import Rule
from bot.language.tidsord import (
    DAYS,
    MONTHS,
    PARTS,
    REST,
    SEASONS,
    SHIFT,
    SHORT_WEEKDAYS,
    UNITS,
    WEEK,
    WEEKDAYS,
    WEEKEND,
    YEARS,
)

_CLOCK_RULES = (klokka.clock, klokka.opened, klokka.part, klokka.spoken_hour, klokka.midnight)
ANY_NUMBER = "0"
_MOD_RULES = (
    dager.weekday,
    perioder.month,
    perioder.week,
    perioder.year,
    aarsdeler.part_of_a_year,
    aarsdeler.season,
    aarsdeler.weekend,
    avstand.last_or_next,
)
_NUMBER_RULES = (
    dager.numeric,
    dager.day_and_month,
    perioder.year_number,
    aarsdeler.part_of_a_year,
    aarsdeler.feast,
    klokka.clock,
    avstand.ago,
    avstand.around,
    nte.nth,
)
_WORD_NUMBER_RULES = (
    dager.day_and_month,
    perioder.spoken_year,
    aarsdeler.part_of_a_year,
    aarsdeler.feast,
    klokka.clock,
    klokka.spoken_hour,
    avstand.ago,
    avstand.around,
    nte.nth,
    deler.piece,
)


@cache
def rules(days: bool = False) -> dict[str, tuple[Rule, ...]]:
    """By first word; numbers in digits stand under `ANY_NUMBER`. With `days` without times of the day."""
    table: dict[str, list[Rule]] = {}

    def add(words: Iterable[str], *begun: Rule) -> None:
        for phrase in words:
            for word in {phrase.partition(" ")[0]} - {ANY_NUMBER}:
                known = table.setdefault(word, [])
                known.extend(rule for rule in begun if rule not in known)

    table[ANY_NUMBER] = list(_NUMBER_RULES)
    add(DAYS, dager.relative_day)
    add(SHIFT, *_MOD_RULES, nte.nth, deler.piece)
    add({**WEEKDAYS, **SHORT_WEEKDAYS}, dager.weekday, nte.beside_weekday)
    add(MONTHS, perioder.month, dager.month_first)
    add(("jul",), dager.month_first)
    add(("den", "d"), dager.day_and_month, dager.weekday, aarsdeler.season, nte.nth)
    add(("de", "dei", "dem"), avstand.last_or_next)
    add(WEEK, perioder.week)
    add(("u",), perioder.short_week)
    add(("måneden", "månaden", "måneda"), perioder.this_month, perioder.month_beyond)
    add(YEARS, perioder.year)
    add(("året", "dette", "denne"), perioder.year)
    add(("q", "k"), aarsdeler.part_of_a_year)
    add(("i", "til", *SEASONS), aarsdeler.season)
    add(WEEKEND, aarsdeler.weekend, nte.beside_weekday)
    add((name for name in feasts() if not name[0].isdigit()), aarsdeler.feast)
    add(UNITS, avstand.around)
    add(("om",), avstand.ahead)
    add(("for", "en", "ei", "ein", "et", "ett", "eit", "halvannen"), avstand.ago, avstand.around)
    add(("halvanna", "halvannet", "et", "halv"), avstand.ago, avstand.around)
    add(("i", "innenfor", "innafor"), avstand.within)
    add(REST, avstand.rest)
    add(("nest", "nestsiste", "siste", "sista"), nte.nth)
    add((*deler.STARTS, "i", "på", "ved"), deler.piece)
    add(("hele", "heile", "i"), deler.whole)
    add(klokka.CLOCK | klokka.ABOUT | {"halv", "kvart", "kvarter"}, klokka.clock)
    add(("fra", "frå", "mellom", "ml"), klokka.opened)
    add(("i", "denne", "om", "på", "utpå", *PARTS), klokka.part)
    add(("midnatt",), klokka.midnight)
    for head in (*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)):
        for tail in ("møte", "møtet", "møta", "møtene"):
            add((head + tail,), aarsdeler.meeting_of)
    numbers = number_words()
    add(numbers & table.keys(), *_WORD_NUMBER_RULES)
    begun = dict.fromkeys(numbers, _kept(_WORD_NUMBER_RULES, days))
    return begun | {word: _kept(known, days) for word, known in table.items()}


def _kept(begun: Iterable[Rule], days: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in begun if not (days and rule in _CLOCK_RULES))

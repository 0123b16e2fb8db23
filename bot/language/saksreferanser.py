"""Which sak a line names: «12/24», «sak tolv av tjuefire», «tolvte sak», «siste sak»."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.saksnummer import full_year
from bot.language.tall import number, ordinal
from bot.language.tidsord import MONTHS
from bot.turn import SakRef

SAK = frozenset({"sak", "saken", "saka", "saksnr", "saksnummer", "saknr", "saknummer", "sakspunkt"})
PAPER = frozenset({"saksfremlegg", "saksframlegg", "saksfremlegget", "saksframlegget", "sakspapir"})
_HEARD = "sakt"
"""What dictation makes of «sak t…»: «sakt tolv»."""
_TELLING = frozenset({"har", "hadde", "ha", "jeg", "eg", "æ", "du", "han", "hun", "ho", "vi", "de", "dei"})
_NUMBER_WORDS = frozenset({"nr", "nummer", "numer", "no", "ps", "rs"})
_IS = frozenset({"er", "e", "har"})
_SLASHES = frozenset({"skråstrek", "skrå", "strek", "skråstreken", "slash", "bindestrek"})
_YEAR_WORDS = frozenset({"av", "a", "fra", "frå", "i"}) | _SLASHES
_UNITS = frozenset({"gang", "ganger", "gong", "gonger", "time", "timer", "timar", "minutt", "minutter"})
_UNITS |= {"dag", "dager", "dagar", "uke", "uker", "veker", "år", "ting", "ord", "kroner", "prosent"}
_UNITS |= {"stykk", "stykker", "personer", "kommuner", "kommunar", "medlemmer", "saker"}
"""«Sak to ganger», «sak fire timer»: no numbers of saker."""
_NO_NUMBER_BEFORE = frozenset(
    {"rom", "rommet", "møterom", "kl", "klokka", "klokken", "gradert", "blodtrykk"}
)
_NO_NUMBER_BEHIND = frozenset({"stilling", "stillinger", "poeng", "prosent", "del", "deler", "plasser"})
_OTHER = frozenset({"annen", "annan", "anna"})
"""«En annen sak» is not the second one."""
_ARTICLES = frozenset({"en", "ein", "et", "ett", "ei", "eit", "én"})
_LAST = frozenset({"siste", "sista"})
_NEXT_LAST = frozenset({"nestsiste", "nestsista"})
_SLASHED = re.compile(r"(\d{1,3})/(\d{2}|(?:19|20)\d{2})")
_DASHED = re.compile(r"(\d{1,3})[-–](\d{2}|(?:19|20)\d{2})")
_DOTTED = re.compile(r"(\d{1,3})[.](2\d|20[2-3]\d)")
_YEAR_FIRST = re.compile(r"(20\d{2})[/–-](\d{1,3})")
_TOPIC = re.compile(r"[^\W\d_]{4,}sak(?:en|a)")
_NO_SAK = (
    "årsak",
    "hovedsak",
    "hovudsak",
    "rettssak",
    "rettsak",
    "straffesak",
    "enkeltsak",
    "bisak",
    "smak",
    "kjernesak",
)
_MONTHS = 12
_SHORT_YEARS, _WHOLE_YEARS = range(20, 40), range(2020, 2040)
"""«Sak tolv tjuefire», where nothing stands between: years that are likely."""


class SakFunn(NamedTuple):
    """A sak at the words `fra` up to `til`."""

    fra: int
    til: int
    sak: SakRef


def find_saker(words: Sequence[str]) -> list[SakFunn]:
    """All saker named in a line, from left to right. `words` are in small letters.

    Without the word «sak» only «12/24» counts, where 24 can be a year and no month: «17/4» is a date,
    «50/50» is shared; and so does «tolv skråstrek tjuefire».
    """
    found: list[SakFunn] = []
    at = (
        0 if any("sak" in word or word[0].isdecimal() or word in _SLASHES for word in words) else len(words)
    )
    while at < len(words):
        funn = _by_place(words, at) or _by_word(words, at) or _alone(words, at) or _by_topic(words, at)
        if funn:
            found.append(funn)
        at = funn.til if funn else at + 1
    return found


def _by_place(words: Sequence[str], at: int) -> SakFunn | None:
    if words[at] in _OTHER:
        return None
    place = _from_the_end(words, at) or ordinal(words, at) or _digits(words, at)
    if place and place[1] < len(words) and words[place[1]] in SAK:
        return _funn(words, at, place[1] + 1, SakRef(plass=place[0]))
    return None


def _from_the_end(words: Sequence[str], at: int) -> tuple[int, int] | None:
    if words[at] in _LAST:
        return -1, at + 1
    if words[at] in _NEXT_LAST:
        return -2, at + 1
    return (
        (-2, at + 2) if words[at] == "nest" and words[at + 1 : at + 2] and words[at + 1] in _LAST else None
    )


def _digits(words: Sequence[str], at: int) -> tuple[int, int] | None:
    # «12. sak», but «fagråd 1 sak 12» is sak 12.
    alone = words[at].isdecimal() and not any(word.isdecimal() for word in words[at + 1 : at + 4])
    return (int(words[at]), at + 1) if alone and 0 < int(words[at]) < 100 else None


def _by_word(words: Sequence[str], at: int) -> SakFunn | None:
    named = words[at] in SAK or (words[at] == _HEARD and not (at and words[at - 1] in _TELLING))
    if not named and not (at and words[at - 1] in PAPER):
        return None
    start = at + 1 if named else at
    counted = start + 1 < len(words) and words[start] in _IS and words[start + 1] in _NUMBER_WORDS
    start += counted
    while start < len(words) and words[start] in _NUMBER_WORDS:
        start += 1
    written = _written(words, start, named=True)
    if written:
        return _funn(words, at, start + 1, written)
    spoken = _spoken(words, at, start)
    if spoken and words[at] == _HEARD and spoken.sak.aar is None and spoken.til < len(words):
        return None
    if spoken and counted and spoken.sak.aar is None:
        # «Hvilken sak er nummer fire»: on the list, or with that number.
        return _funn(words, at, spoken.til, SakRef(plass=spoken.sak.nummer))
    return spoken


def _spoken(words: Sequence[str], at: int, start: int) -> SakFunn | None:
    value = number(words, start)
    if value is None or not 0 < value[0] < 1000:
        return None
    end = value[1]
    year = _year(words, end)
    if year:
        return _funn(words, at, year[1], SakRef(nummer=value[0], aar=year[0]))
    if end < len(words) and (
        _is_article(words, start, end) or words[end] in _UNITS or words[end] in MONTHS
    ):
        return None
    return _funn(words, at, end, SakRef(nummer=value[0]))


def _year(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The year of four digits that is said at `at`, and where it ends."""
    bound = at < len(words) and words[at] in _YEAR_WORDS
    year = number(words, at + bound)
    if year is None:
        return None
    ends = year[1] == len(words)
    if bound:
        likely = _could_be_year(year[0]) and (ends or words[year[1]] not in _UNITS)
    else:
        # With nothing between, two digits count only where the line ends.
        likely = year[0] in _WHOLE_YEARS or (ends and year[0] in _SHORT_YEARS)
    return (full_year(str(year[0])), year[1]) if likely else None


def _by_topic(words: Sequence[str], at: int) -> SakFunn | None:
    # «forskningssaken»; «årsaken» and «rettssaken» are something else.
    word = words[at]
    if not _TOPIC.fullmatch(word) or word.startswith(_NO_SAK):
        return None
    return _funn(words, at, at + 1, SakRef(emne=word))


def _alone(words: Sequence[str], at: int) -> SakFunn | None:
    if (at and words[at - 1] in _NO_NUMBER_BEFORE) or not _NO_NUMBER_BEHIND.isdisjoint(
        words[at + 1 : at + 2]
    ):
        return None
    written = _written(words, at)
    if written and written.aar and _MONTHS < written.aar % 100 < _SHORT_YEARS.stop:
        return _funn(words, at, at + 1, written)
    return _with_slash(words, at)


def _with_slash(words: Sequence[str], at: int) -> SakFunn | None:
    # «tolv skråstrek tjuefire»
    value = number(words, at) if not _SLASHES.isdisjoint(words[at + 1 : at + 5]) else None
    if (
        value is None
        or not 0 < value[0] < 1000
        or not _SLASHES.intersection(words[value[1] : value[1] + 1])
    ):
        return None
    year = _year(words, value[1])
    return _funn(words, at, year[1], SakRef(nummer=value[0], aar=year[0])) if year else None


def _written(words: Sequence[str], at: int, named: bool = False) -> SakRef | None:
    """`named`: the word «sak» stands before it, so that «12.24» and «24/12» are numbers too."""
    if at >= len(words) or not words[at][0].isdecimal():
        return None
    year_first = _YEAR_FIRST.fullmatch(words[at])
    if year_first and (named or int(year_first[2]) > _MONTHS):
        return SakRef(nummer=int(year_first[2]), aar=int(year_first[1]))
    match = _SLASHED.fullmatch(words[at]) or _DASHED.fullmatch(words[at])
    match = match or (_DOTTED.fullmatch(words[at]) if named else None)
    if match is None or not int(match[1]):
        return None
    # «Åpent 8-16» is a range.
    ranged = not named and "/" not in words[at] and int(match[2]) % 100 not in _SHORT_YEARS
    return None if ranged else SakRef(nummer=int(match[1]), aar=full_year(match[2]))


def _is_article(words: Sequence[str], at: int, end: int) -> bool:
    # «sak en» at the end is number one, «sak en gang til» is not.
    return end == at + 1 and words[at] in _ARTICLES


def _could_be_year(value: int) -> bool:
    return 10 <= value < 100 or 1990 <= value < 2100


def _funn(words: Sequence[str], fra: int, til: int, sak: SakRef) -> SakFunn:
    return SakFunn(fra, til, SakRef(sak.nummer, sak.aar, sak.plass, sak.emne, " ".join(words[fra:til])))

"""Which sak a line names: «12/24», «sak tolv av tjuefire», «tolvte sak», «siste sak»."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.saksnummer import full_year
from bot.language.tall import number, ordinal
from bot.turn import SakRef

SAK = frozenset({"sak", "saken", "saka", "saksnr", "saksnummer", "saknr", "saknummer", "sakspunkt"})
PAPER = frozenset({"saksfremlegg", "saksframlegg", "saksfremlegget", "saksframlegget", "sakspapir"})
_NUMBER_WORDS = frozenset({"nr", "nummer", "no", "ps", "rs"})
_IS = frozenset({"er", "e", "har"})
_YEAR_WORDS = frozenset({"av", "fra", "frå", "i", "skråstrek", "strek"})
_ARTICLES = frozenset({"en", "ein", "et", "ett", "ei", "eit", "én"})
_LAST = frozenset({"siste", "sista"})
_NEXT_LAST = frozenset({"nestsiste", "nestsista"})
_SLASHED = re.compile(r"(\d{1,3})/(\d{2}|(?:19|20)\d{2})")
_DASHED = re.compile(r"(\d{1,3})[-–](\d{2}|(?:19|20)\d{2})")
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
_SHORT_YEARS = range(20, 40)
"""«Sak tolv tjuefire», where nothing stands between: years that are likely."""


class SakFunn(NamedTuple):
    """A sak at the words `fra` up to `til`."""

    fra: int
    til: int
    sak: SakRef


def find_saker(words: Sequence[str]) -> list[SakFunn]:
    """All saker named in a line, from left to right. `words` are in small letters.

    Without the word «sak» only «12/24» counts, where 24 can be no month: «17/4» is a date.
    """
    found: list[SakFunn] = []
    at = 0
    while at < len(words):
        funn = _by_place(words, at) or _by_word(words, at) or _alone(words, at) or _by_topic(words, at)
        if funn:
            found.append(funn)
        at = funn.til if funn else at + 1
    return found


def _by_place(words: Sequence[str], at: int) -> SakFunn | None:
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
    if words[at] not in SAK and not (at and words[at - 1] in PAPER):
        return None
    start = at + 1 if words[at] in SAK else at
    counted = start + 1 < len(words) and words[start] in _IS and words[start + 1] in _NUMBER_WORDS
    start += counted
    while start < len(words) and words[start] in _NUMBER_WORDS:
        start += 1
    written = _written(words, start)
    if written:
        return _funn(words, at, start + 1, written)
    spoken = _spoken(words, at, start)
    if spoken and counted and spoken.sak.aar is None:
        # «Hvilken sak er nummer fire»: on the list, or with that number.
        return _funn(words, at, spoken.til, SakRef(plass=spoken.sak.nummer))
    return spoken


def _spoken(words: Sequence[str], at: int, start: int) -> SakFunn | None:
    value = number(words, start)
    if value is None or not 0 < value[0] < 1000:
        return None
    end = value[1]
    if end == start + 1 and _is_article(words, start):
        return None
    if end < len(words) and words[end] in _YEAR_WORDS:
        year = number(words, end + 1)
        if year and _could_be_year(year[0]):
            return _funn(words, at, year[1], SakRef(nummer=value[0], aar=full_year(str(year[0]))))
    short = number(words, end)
    if short and short[0] in _SHORT_YEARS and short[1] == len(words):
        return _funn(words, at, short[1], SakRef(nummer=value[0], aar=full_year(str(short[0]))))
    return _funn(words, at, end, SakRef(nummer=value[0]))


def _by_topic(words: Sequence[str], at: int) -> SakFunn | None:
    # «forskningssaken»; «årsaken» and «rettssaken» are something else.
    word = words[at]
    if not _TOPIC.fullmatch(word) or word.startswith(_NO_SAK):
        return None
    return _funn(words, at, at + 1, SakRef(emne=word))


def _alone(words: Sequence[str], at: int) -> SakFunn | None:
    written = _written(words, at)
    if written is None or written.aar is None or written.aar % 100 <= _MONTHS:
        return None
    return _funn(words, at, at + 1, written)


def _written(words: Sequence[str], at: int) -> SakRef | None:
    if at >= len(words):
        return None
    match = _SLASHED.fullmatch(words[at]) or _DASHED.fullmatch(words[at])
    return SakRef(nummer=int(match[1]), aar=full_year(match[2])) if match and int(match[1]) else None


def _is_article(words: Sequence[str], at: int) -> bool:
    # «sak en» at the end is number one, «sak en gang til» is not.
    return words[at] in _ARTICLES and at + 1 < len(words) and words[at + 1] not in _YEAR_WORDS


def _could_be_year(value: int) -> bool:
    return 10 <= value < 100 or 1990 <= value < 2100


def _funn(words: Sequence[str], fra: int, til: int, sak: SakRef) -> SakFunn:
    return SakFunn(fra, til, SakRef(sak.nummer, sak.aar, sak.plass, sak.emne, " ".join(words[fra:til])))

"""Compounds: «samhandlingsdashboardet» is samhandling and dashboard, «barnehage» barn and hage.

What a word can be made of are the words of the leksikon and those seen beside it, with -s- or -e- between.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bot.language.ord import FOLDER, read_yaml
from bot.language.stammer import former, grunnord, ikke_delt, soekestamme, stem

_FUGE = ("", "s", "e")
_SHORTEST, _LONGEST, _UNKNOWN = 6, 60, 5
_ONSET = re.compile(
    r"(?:[bcdfghjklmnprtv]|bj|bl|br|dj|dr|dv|fj|fl|fn|fr|gj|gl|gn|gr|hj|hv|kj|kl|kn|kr|kv|mj|pj|pl|pr"
    r"|sj|sk|skj|skr|skv|sl|sm|sn|sp|spl|spr|st|str|sv|tj|tr|tv|vr|s)?[aeiouyæøå].*"
)
_TAKES_S = re.compile(r".*(?:ing|het|heit|sjon|skap|dom|tet|else|ment|tak|slag|drag|lag|vett|liv|hold|råd)")
_SUFFIX = re.compile(
    r"(?:s?het|s?som|s?lig|s?leg|ering|iser|asjon|ende|ing|else|messig|aktig|vis|vise|løs|ar|er|ist)"
    r"[a-zæøå]{0,6}"
)
"""What is added to a word to make another, and is no word itself."""


def deler(word: str, sett: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words it is made of, each as `soekestamme` gives it; none where it is not a compound.

    `sett` are the stems of other words there are. One part may be a word that is not known, where what
    stands beside it leaves little doubt.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in ikke_delt():
        return ()
    if soekestamme(word) in ikke_delt():
        return ()
    return _faste(word) or _med_sette(word, sett) or _ett_ukjent(word)


@lru_cache(16384)
def _faste(word: str) -> tuple[str, ...]:
    return _kjente(word, frozenset())


def _med_sette(word: str, sett: frozenset[str]) -> tuple[str, ...]:
    i_ordet = frozenset(one for one in sett if one in word)
    return _kjente(word, i_ordet) if i_ordet else ()


def _kjente(word: str, sett: frozenset[str]) -> tuple[str, ...]:
    """All of it known, in as few parts as it goes; the longest first one where there are several ways."""
    best: tuple[str, ...] = ()
    for first, rest in _foerste(word, sett):
        last = _siste(rest, sett)
        found = (first, last) if last else (first, *more) if (more := _kjente(rest, sett)) else ()
        if found and (not best or len(found) < len(best)):
            best = found
    return best


def _foerste(word: str, sett: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each known word it may begin with, and the rest; the longest first."""
    for end in range(len(word) - 3, 2, -1):
        for fuge in _FUGE:
            if not word[:end].endswith(fuge) or end - len(fuge) < 3:
                continue
            first = word[: end - len(fuge)]
            known = grunnord().get(first) or (first if first in sett and len(first) >= _UNKNOWN else None)
            if known and first not in _ikke_foran():
                yield known, word[end:]


def _siste(rest: str, sett: frozenset[str]) -> str | None:
    known = former().get(rest)
    if known:
        return known if len(rest) > 2 else None
    stemmed = soekestamme(rest)
    return stemmed if stemmed in sett and len(stemmed) >= _UNKNOWN else None


@lru_cache(16384)
def _ett_ukjent(word: str) -> tuple[str, ...]:
    sett: frozenset[str] = frozenset()
    for first, rest in _foerste(word, sett):
        rest = rest[1:] if rest.startswith("s") and _TAKES_S.fullmatch(first) else rest
        if len(first) >= _UNKNOWN and _kan_vaere_ord(rest):
            return (first, _resten(word, rest))
    for start in range(_UNKNOWN, len(word) - 3):
        last, first = _siste(word[start:], sett), word[:start]
        if last and len(last) > 3 and first not in _ikke_foran() and not _SUFFIX.fullmatch(first):
            return (soekestamme(first.removesuffix("s")), last)
    return ()


def _resten(word: str, rest: str) -> str:
    """The stem of the whole word tells that of a short end better than the end alone."""
    known, stemmed = former().get(rest), stem(word)
    return known or stemmed[len(word) - len(rest) :] or rest


def _kan_vaere_ord(rest: str) -> bool:
    return len(rest) >= _UNKNOWN and bool(_ONSET.fullmatch(rest)) and not _SUFFIX.fullmatch(rest)


@cache
def _ikke_foran() -> frozenset[str]:
    return frozenset(str(read_yaml(FOLDER / "leksikon.yaml")["ikke_foran"]).split())

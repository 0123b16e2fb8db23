"""Names in a text without capitals: «jonas avklarer med asu» is «Jonas avklarer med ASU»."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.language.personnavn import navneord

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORTEST = 2


@lru_cache(8)
def _table(navn: Sequence[str]) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By first word in small letters: the names that begin so, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name in navn:
        words = tuple(_WORD.findall(name))
        for part in (words, *((word,) for word in _alone(words))):
            if part and any(letter.isupper() for letter in "".join(part)):
                small = tuple(word.lower() for word in part)
                table.setdefault(small[0], []).append((small, part))
    for names in table.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return table


def _alone(words: Sequence[str]) -> list[str]:
    """The words of a person's name that are no other word: «Jonas» and «Hagelund», not «Dag» or «Moe»."""
    known = navneord()
    first = words[0].lower().split("-")[0] if words else ""
    if len(words) < _SHORTEST or first not in known.fornavn:
        return []
    return [
        word for word in words if not known.common(word.lower()) and word.lower() not in known.ikke_navn
    ]


class Navneskrift:
    """`navn` are full names of persons and bodies, as they are written."""

    def __init__(self, navn: Sequence[str]) -> None:
        self._table = _table(tuple(navn))

    def skriv(self, tekst: str) -> str:
        """The text with the capitals of these names. A word that has a capital already is left alone."""
        if not self._table:
            return tekst
        places = list(_WORD.finditer(tekst))
        out, at, end = "", 0, 0
        while at < len(places):
            name = self._name(tekst, places, at)
            for place, word in zip(places[at:], name, strict=False):
                out += tekst[end : place.start()] + word
                end = place.end()
            at += max(1, len(name))
        return out + tekst[end:]

    def _name(self, tekst: str, places: Sequence[re.Match[str]], at: int) -> tuple[str, ...]:
        for small, written in self._table.get(places[at][0].lower(), ()):
            here = places[at : at + len(small)]
            alike = tuple(place[0].lower() for place in here) == small
            gaps = (tekst[a.end() : b.start()] for a, b in pairwise(here))
            bare = len(small) > 1 or here[0][0].islower()
            if alike and bare and all(gap in (" ", "-") for gap in gaps) and _free(small, here):
                return written
        return ()


def _free(small: Sequence[str], here: Sequence[re.Match[str]]) -> bool:
    """Of a short name of one word («ASU») only one that is no word of the language."""
    return len(small) > 1 or not navneord().common(small[0]) or len(small[0]) > _SHORTEST

"""What a text is found by, and what a question looks for: stems, and the parts of compounds.

The same words are stored for both databases, so that both find the same.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.language.emne import uten_hale
from bot.language.sammensatt import deler
from bot.language.stammer import ordene, soekestamme, uten_vekt

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])")
_SAKEN = frozenset({"sak", "saken", "saka"})
"""«KPR-saken» is the sak about KPR."""
ORDLENGDE = 120
"""A word is found by no more letters than this."""
_JOINED = 4
"""Compounds of more parts than this are found by each part and by the whole."""


def indeksord(tekster: Sequence[str]) -> list[str]:
    """For each text the words it is found by, parted by blanks, each once. The texts are each other's
    leksikon: a word that stands alone in one is seen in the compounds of all.
    """
    sett = frozenset(soekestamme(word) for tekst in tekster for word in set(ordene(tekst)) if len(word) > 4)
    return [
        " ".join(dict.fromkeys(word[:ORDLENGDE] for word in _ordene_i(tekst, sett))) for tekst in tekster
    ]


def spoerreord(tekst: str) -> tuple[str, ...]:
    """What must all be there; of those parted by | one. Empty where no word tells anything."""
    found = dict.fromkeys(
        "|".join(dict.fromkeys(way[:ORDLENGDE] for way in ways))
        for ways in map(_maater, _grupper(tekst))
        if ways
    )
    return tuple(found)


def spoerredeler(tekst: str) -> tuple[str, ...]:
    """The same with each compound as its parts: what is near, where the whole word is nowhere."""
    found: dict[str, None] = {}
    for words in _grupper(tekst):
        for word in map(uten_hale, words):
            found.update(dict.fromkeys(deler(word) or [soekestamme(word)] if _teller(word) else []))
    return tuple(found)


def _ordene_i(tekst: str, sett: frozenset[str]) -> list[str]:
    found: list[str] = []
    for words in _grupper(tekst):
        for word in filter(_teller, words):
            found += [soekestamme(word), *_sammen(deler(word, sett))]
        if len(words) > 1:
            found.append(_hele(words))
            found += ["".join(map(soekestamme, pair)) for pair in pairwise(words)]
    return found


def _maater(words: Sequence[str]) -> list[str]:
    if len(words) > 1 and words[-1] not in _SAKEN:
        return [_hele(words)]
    if len(words) > 2:
        return [_hele(words[:-1])]
    word = uten_hale(words[0])
    parts = deler(word)
    return [soekestamme(word), *(["".join(parts)] if parts else [])] if _teller(word) else []


def _sammen(parts: tuple[str, ...]) -> list[str]:
    """Each part, and those that stand together as one: «samhandlingsdashboard» without its -s-."""
    if len(parts) > _JOINED:
        return [*parts, "".join(parts)]
    ends = range(1, len(parts) + 1)
    return ["".join(parts[start:end]) for start in range(len(parts)) for end in ends if end > start]


def _hele(words: Sequence[str]) -> str:
    """Of words with hyphens between: the same as of the compound written in one."""
    return "".join("".join(deler(word) or (soekestamme(word),)) for word in words)


def _grupper(tekst: str) -> list[list[str]]:
    """The words; those that hyphens hold together together."""
    grupper: list[list[str]] = []
    for part in re.split(r"\s+", _HYPHEN.sub("\u2010", tekst)):
        held = [ordene(piece) for piece in part.split("\u2010")]
        if len(held) > 1 and all(held):
            grupper.append([word for words in held for word in words])
        else:
            grupper += [[word] for words in held for word in words]
    return grupper


def _teller(word: str) -> bool:
    return (len(word) > 1 or word.isdecimal()) and word not in uten_vekt()

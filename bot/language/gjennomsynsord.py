"""The words of `gjennomsyn.yaml` in the form they are compared in, with those of `ord.yaml` and the names
of `personnavn.yaml`.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.language.ord import FOLDER, ordbok, read_yaml
from bot.language.personnavn import navneord

SLIP, NAME_SLIP = 6, 5
"""The shortest beginning, and the shortest name, that is recognised with a slip of the finger in it."""
_TWO_LETTERS = (("aa", "a"), ("ae", "a"), ("oe", "o"))
_ONE_LETTER = str.maketrans({"æ": "a", "ø": "o", "ð": "d", "đ": "d", "ł": "l", "ŋ": "n", "ß": "s"})


def fold(word: str) -> str:
    """Small letters without dots, rings and accents, so that «dårlig», «daarlig» and «darlig» are one."""
    bare = unicodedata.normalize("NFD", word.lower().translate(_ONE_LETTER))
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return plain


@dataclass(frozen=True)
class Ordlister:
    """The lists, folded. The tuples are beginnings, endings or phrases, the sets whole words, the
    tables long words by their first letter.
    """

    helse: tuple[str, ...]
    helse_lange: Mapping[str, tuple[str, ...]]
    helse_ord: frozenset[str]
    helse_inni: tuple[str, ...]
    navn: frozenset[str]
    navn_lange: Mapping[str, tuple[str, ...]]
    navn_og_ord: frozenset[str]
    navn_foran: frozenset[str]
    etternavn_ender: tuple[str, ...]
    egennavn: frozenset[str]
    kjente: frozenset[str]
    nekting: frozenset[str]
    familie: tuple[str, ...]
    fravaer: tuple[str, ...]
    vendinger: tuple[str, ...]


def _by_first_letter(words: Iterable[str], shortest: int) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        if len(word) >= shortest:
            table[word[0]] = (*table.get(word[0], ()), word)
    return table


@cache
def ordlister() -> Ordlister:
    """Read once."""
    data = read_yaml(FOLDER / "gjennomsyn.yaml")
    general = ordbok()

    def folded(*names: str) -> frozenset[str]:
        return frozenset(fold(word) for name in names for word in str(data[name]).split())

    helse = tuple(sorted(folded("helse") | {fold(stem) for stem in general.helse}))
    persons = navneord()
    known = general.romslig | general.spoer | persons.kjente | persons.tidsord
    names = persons.fornavn | persons.etternavn
    words = persons.ord | persons.kjente | persons.tidsord
    navn = folded("navn", "etternavn") | {fold(name) for name in names - words}
    return Ordlister(
        helse=helse,
        helse_lange=_by_first_letter(helse, SLIP),
        helse_ord=folded("helse_ord"),
        helse_inni=tuple(sorted(folded("helse_inni"))),
        navn=navn,
        navn_lange=_by_first_letter(navn, NAME_SLIP),
        navn_og_ord=folded("navn_og_ord") | {fold(name) for name in names & words},
        navn_foran=folded("navn_foran"),
        etternavn_ender=tuple(folded("etternavn_ender")),
        egennavn=folded("egennavn"),
        kjente=folded("vanlige") | {fold(word) for word in known},
        nekting=folded("nekting"),
        familie=tuple(folded("familie")),
        fravaer=tuple(folded("fravaer")),
        vendinger=tuple(
            " ".join(map(fold, phrase.split())) for phrase in str(data["vendinger"]).split(",")
        ),
    )

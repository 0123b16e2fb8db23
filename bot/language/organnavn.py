"""Every way to name the organs of a register, as one table made once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.organ import Organ, Organnavn
from bot.domain.register import Register
from bot.language.organtyper import organtype, organtyper
from bot.language.stammer import stem

FAGRAAD = "fagråd"
SAMARBEIDSUTVALG = "samarbeidsutvalg"
GENERIC = frozenset({"helsefellesskap", "helsefelleskap", "fellesskap"})
_NO_PLACE = GENERIC | {"i", "og", "for", "helse", "hf"}
_WORD = re.compile(r"\d+|[^\W\d_]+")
_NUMBERED = re.compile(r"fagråd (\d+)", re.IGNORECASE)
_SHORT = 4
_TELLING = 8
_ENDINGS = ("s", "en", "ens", "et", "ets", "a")
_DIRECTIONS = {"nordre": "nord", "søndre": "sør", "søre": "sør", "østre": "øst", "vestre": "vest"}
_COMMON = frozenset(
    ["sau", "aus", "pus", "sus", "fus", "usa", "use", "gus", "ous", "luu", "ua", "ass", "uss", "saus"]
)
"""Words that a short name becomes when two of its letters change place or one is doubled."""


@dataclass(frozen=True)
class Navn:
    """One way to name an organ. `organ_id` is None for a general name that no organ has; `general`
    says which. `word`: it is also a common word; `weak`: it may be a topic as well.
    """

    organ_id: int | None
    general: str = ""
    fra: date | None = None
    til: date | None = None
    word: bool = False
    weak: bool = False

    def holds(self, day: date) -> bool:
        return (self.fra is None or self.fra <= day) and (self.til is None or day <= self.til)


@dataclass(frozen=True)
class Navnetabell:
    """`names` by their joined stems, `beginnings` all that a name begins with; `places` holds which
    helsefellesskap a word of their names may mean; `words` are the long words of all names.
    """

    names: dict[str, tuple[Navn, ...]]
    beginnings: frozenset[str]
    places: dict[str, frozenset[int]]
    words: frozenset[str]


def joined(words: Iterable[str]) -> str:
    """The key of a name: the stems of its words, without spaces («pasient samarbeid» is one word)."""
    return "".join(stem(word) for word in words)


def table(register: Register) -> Navnetabell:
    """Every name of the register's organer, and the general names of committees."""
    ways = [way for organ in register.organer for way in _organ(organ)] + list(_general())
    known = {key for key, _ in ways}
    ways += [way for organ in register.organer for way in _misspelled(organ) if way[0] not in known]
    names: dict[str, tuple[Navn, ...]] = {}
    for key, navn in ways:
        names[key] = (*names.get(key, ()), navn)
    beginnings = frozenset(key[:length] for key in names for length in range(1, len(key) + 1))
    return Navnetabell(names, beginnings, _places(register), frozenset(_long_words(register)))


def _organ(organ: Organ) -> Iterator[tuple[str, Navn]]:
    for given in organ.navneliste:
        kind = organtype(given.navn)
        for navn in (given.navn, *(kind.alle_navn if kind else ())):
            word = bool(kind and kind.vanlig_ord and navn == kind.kort)
            yield from _ways(organ, given, navn, word)


def _ways(organ: Organ, given: Organnavn, navn: str, word: bool) -> Iterator[tuple[str, Navn]]:
    strong = Navn(organ.id, "", given.fra, given.til, word)
    weak = Navn(organ.id, "", given.fra, given.til, weak=True)
    words = _WORD.findall(navn.lower())
    yield joined(words), strong
    if len(words) == 1 and len(navn) <= _SHORT:
        yield from ((navn.lower() + ending, strong) for ending in _ENDINGS)
    number = _NUMBERED.fullmatch(navn)
    if number:
        yield from ((f"{FAGRAAD}{sign}{number[1]}", strong) for sign in ("nr", "numm", "nummer"))
    for general in (FAGRAAD, SAMARBEIDSUTVALG):
        if general in words[:1] + words[-1:]:
            yield general, strong
    if "for" in words[1:-1]:
        tail = words[words.index("for") + 1 :]
        yield joined([*words[: words.index("for")], *tail]), strong
        yield joined(tail), weak
        yield from ((stem(part), weak) for part in tail if len(part) >= _TELLING)


def _general() -> Iterator[tuple[str, Navn]]:
    for kind in organtyper():
        shown = kind.kort or kind.navn
        for navn in kind.alle_navn:
            word = kind.vanlig_ord and navn == kind.kort
            yield joined(_WORD.findall(navn.lower())), Navn(None, shown, word=word)
        if kind.kort:
            yield from ((kind.kort.lower() + e, Navn(None, shown, word=kind.vanlig_ord)) for e in _ENDINGS)
    yield FAGRAAD, Navn(None, "Fagråd")


def _misspelled(organ: Organ) -> Iterator[tuple[str, Navn]]:
    for given in organ.navneliste:
        navn = given.navn.lower()
        if 2 < len(navn) <= _SHORT and navn.isalpha():
            swapped = {navn[:i] + navn[i + 1] + navn[i] + navn[i + 2 :] for i in range(len(navn) - 1)}
            doubled = {navn[:i] + navn[i] + navn[i:] for i in range(len(navn))}
            for wrong in sorted((swapped | doubled) - _COMMON):
                yield wrong, Navn(organ.id, "", given.fra, given.til)


def _places(register: Register) -> dict[str, frozenset[int]]:
    places: dict[str, frozenset[int]] = {}
    for fellesskap in register.helsefellesskap:
        words = [word for word in _WORD.findall(fellesskap.navn.lower()) if stem(word) not in _NO_PLACE]
        for word in (*words, *(_DIRECTIONS[w] for w in words if w in _DIRECTIONS)):
            places[stem(word)] = places.get(stem(word), frozenset()) | {fellesskap.id or 0}
    return places


def _long_words(register: Register) -> Iterator[str]:
    navn = [n.navn for o in register.organer for n in o.navneliste] + [k.navn for k in organtyper()]
    for word in _WORD.findall(" ".join(navn).lower()):
        if len(word) > _SHORT + 1:
            yield word

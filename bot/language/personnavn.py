"""The names of a register's members, in every way they are written, and what is known of names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from bot.domain.likhet import distance, shorter
from bot.domain.navn import norm
from bot.domain.register import Register
from bot.language.ord import PLAIN_LETTERS, name_words, ordbok
from bot.language.tall import is_number_word
from bot.language.tidsord import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_SLIP, _PLAIN, _TWO_NAMES = 5, 4, 7
"""The shortest word that may hold a slip, be written without its dots, or be two first names in one."""
_ACCENTS = str.maketrans("éèêëáàâäíìïóòôöúùüçñ", "eeeeaaaæiiioooøuuucn")


@dataclass(frozen=True)
class Navneord:
    """What `personnavn.yaml` tells, under the same names; `tidsord` with months and days, and
    `kjente`, all words that the bot's language knows.
    """

    fornavn: frozenset[str]
    ord: frozenset[str]
    lignende: frozenset[str]
    etternavn: frozenset[str]
    endelser: frozenset[str]
    ikke_navn: frozenset[str]
    bak: frozenset[str]
    strengt: frozenset[str]
    leder: frozenset[str]
    ikke_leder: frozenset[str]
    hjelpeverb: frozenset[str]
    etter_hjelpeverb: frozenset[str]
    er: frozenset[str]
    etter_er: frozenset[str]
    har: frozenset[str]
    etter_har: frozenset[str]
    gi: frozenset[str]
    etter_gi: frozenset[str]
    gjoer: frozenset[str]
    etter_gjoer: frozenset[str]
    vara: frozenset[str]
    spoer: frozenset[str]
    inversjon: frozenset[str]
    bindeord: frozenset[str]
    rolle: frozenset[str]
    liste: frozenset[str]
    kom: frozenset[str]
    klokka: frozenset[str]
    tema: frozenset[str]
    eier: frozenset[str]
    tidsord: frozenset[str]
    kjente: frozenset[str]

    def common(self, word: str) -> bool:
        """Whether it is a word as well as a name, or too short to tell."""
        return len(word) < 3 or word in self.ord or word in self.kjente

    def surname(self, word: str) -> bool:
        return word in self.etternavn or (len(word) > 5 and word.endswith(tuple(self.endelser)))


class Slag(IntEnum):
    """How much of a name it is: all of it, first name and one more, the first name, less than that."""

    FULL = 0
    KORT = 1
    FORNAVN = 2
    DEL = 3


@dataclass(frozen=True)
class Kandidat:
    """A member by full name, and the organs where the person sits."""

    navn: str
    organ_ids: tuple[int, ...]


class Navnetavle:
    """`ways` has, by joined words («annkristin»), which of `people` it may be and how much of the name."""

    def __init__(self, register: Register) -> None:
        self.people = _people(register)
        self.ways: dict[str, dict[int, Slag]] = {}
        self.beginnings: set[str] = set()
        self._slips: dict[str, set[str]] = {}
        self.vocabulary: set[str] = set()
        for number, person in enumerate(self.people):
            for words, slag in _ways(person.navn):
                self._add(words, number, slag)
        self.near = lru_cache(8192)(self._near)

    def _add(self, words: Sequence[str], number: int, slag: Slag) -> None:
        spellings = [words]
        spellings += [[_plain(word, letters) for word in words] for letters in PLAIN_LETTERS]
        for spelled in spellings:
            key = ""
            for word in spelled:
                key += word
                self.beginnings.add(key)
            here = self.ways.setdefault(key, {})
            here[number] = min(slag, here.get(number, slag))
        for word in (*words, "".join(words[:2])):
            self._learn(word)

    def _learn(self, word: str) -> None:
        if len(word) >= _SLIP and word not in self.vocabulary:
            self.vocabulary.add(word)
            for key in (word, *shorter(word)):
                self._slips.setdefault(key, set()).add(word)

    def _near(self, word: str) -> tuple[str, ...]:
        """The words of names that it is one letter off, itself not among them."""
        if len(word) < _SLIP - 1:
            return ()
        found = {near for key in (word, *shorter(word)) for near in self._slips.get(key, ())}
        return tuple(sorted(near for near in found if distance(word, near, 1) == 1))


def fold(word: str) -> str:
    """The word without accents; æ, ø and å are letters of their own."""
    return word if word.isascii() else word.translate(_ACCENTS)


@cache
def navneord() -> Navneord:
    """The data of `personnavn.yaml`, read once."""
    book, days = ordbok(), MONTHS.keys() | WEEKDAYS.keys() | SHORT_WEEKDAYS.keys()
    data = {**name_words(), "tidsord": name_words()["tidsord"] | days}
    known = frozenset(book.former) | frozenset(book.former.values()) | book.romslig | book.emne_ikke
    known |= book.allmenne | book.noekkelord | book.riktige | book.tvil | data["tidsord"]
    return Navneord(**data, kjente=known)


def number_word(word: str) -> bool:
    return word.isdecimal() or is_number_word(word)


def _people(register: Register) -> tuple[Kandidat, ...]:
    seats: dict[str, tuple[str, list[int]]] = {}
    for organ in register.organer:
        for medlem in organ.medlemmer:
            ids = seats.setdefault(norm(medlem.navn), (medlem.navn, []))[1]
            if organ.id is not None and organ.id not in ids:
                ids.append(organ.id)
    return tuple(Kandidat(navn, tuple(ids)) for navn, ids in seats.values() if norm(navn))


def _ways(navn: str) -> Iterator[tuple[list[str], Slag]]:
    """Every way to write a name, as words: the whole, first name with any one of the others, and so on."""
    written = fold(navn.split(",")[0].split("(")[0].lower())
    groups = [norm(group).split() for group in written.split()]
    groups = [group for group in groups if group and all(part.isalpha() for part in group)]
    if not groups:
        return
    first, others = groups[0] if len(groups[0]) > 1 else _two_names(groups[0][0]), groups[1:]
    yield [word for group in (first, *others) for word in group], Slag.FULL if others else Slag.FORNAVN
    yield first, Slag.FORNAVN
    for group in others:
        for part in (group, *([part] for part in group if len(group) > 1)):
            yield [*first, *part], Slag.KORT
    if len(groups[0]) > 1:
        yield groups[0][:1], Slag.DEL
    if others:
        yield others[-1], Slag.DEL


def _two_names(first: str) -> list[str]:
    # «Annkristin» may be written «Ann Kristin».
    names = navneord().fornavn
    cuts = range(3, len(first) - 2) if len(first) >= _TWO_NAMES else ()
    return next(
        ([first[:at], first[at:]] for at in cuts if first[:at] in names and first[at:] in names), [first]
    )


def _plain(word: str, letters: dict[int, str]) -> str:
    return word.translate(letters) if len(word) >= _PLAIN else word

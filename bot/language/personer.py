"""Which persons a line names: members by full or first name, and people whom no register knows.

A person is rather missed than invented. A name that is also a word (Tor, Mai, Liv, Bull), and one that
is misspelt, counts only where the shape of the sentence says that a name stands there.
"""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from bot.domain.register import Register
from bot.language.fremmede import Fremmede
from bot.language.navneform import Form
from bot.language.ord import Token
from bot.language.personfunn import Personfunn
from bot.language.personnavn import Navneord, Navnetavle, Slag, fold, navneord

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6
"""From this length on a slip may look like another word or name."""


class _Treff(NamedTuple):
    """A name at some words. `slip` is the word that is one letter off, empty for none."""

    til: int
    slip: str
    genitive: bool
    ways: dict[int, Slag]

    @property
    def slag(self) -> Slag:
        return min(self.ways.values())


class Personer:
    """Finds the persons of one Register, and others, in lines. Building it costs some milliseconds."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._kjent: Navneord = navneord()
        self._tavle = Navnetavle(register)
        names = [n.navn for o in register.organer for n in o.navneliste]
        names += [h.navn for h in register.helsefellesskap]
        self._not_people = frozenset(_WORD.findall(" ".join(names).lower())) | self._kjent.ikke_navn
        self._fremmede = Fremmede(self._kjent, self._not_people)

    def find(
        self,
        line: str,
        tokens: Sequence[Token],
        organ_ids: Sequence[int] = (),
        taken: Container[int] = frozenset(),
    ) -> list[Personfunn]:
        """All persons named, from left to right.

        `organ_ids` are the bodies the line is about: of several who fit, their members are meant, and
        the others only where none of theirs fits. `taken` are the words that are something else (a sak,
        a body). Of a slot that may also be a day («tor») a person found here is the surer one.
        """
        words = [fold(token.text) for token in tokens]
        form: Form | None = None
        found: list[Personfunn] = []
        at = 0
        while at < len(words):
            til = at + 1
            if (self._may_start(words[at]) or line[tokens[at].fra].isupper()) and at not in taken:
                form = form or Form(line, tokens, words, self._kjent)
                limit = next((i for i in range(at, len(words)) if i in taken), len(words))
                form.follows = bool(found) and form.next_in_row(found[-1].til, at)
                til, funn = self._at(form, at, limit, organ_ids)
                found += [funn] if funn else []
            at = til
        return found

    def _may_start(self, word: str) -> bool:
        tavle = self._tavle
        if word in tavle.beginnings or tavle.near(word):
            return True
        return word[-1] == "s" and (word[:-1] in tavle.beginnings or bool(tavle.near(word[:-1])))

    def _at(
        self, form: Form, at: int, limit: int, organ_ids: Sequence[int]
    ) -> tuple[int, Personfunn | None]:
        """The person at that word, and where to look on."""
        treff = self._best(form.words, at, limit)
        if treff is None or not self._holds(form, at, treff):
            return self._fremmede.at(form, at, limit)
        if self._goes_on(form, treff, limit):
            # «Kari Moe» is not the Kari that is known.
            til, funn = self._fremmede.at(form, at, limit)
            return max(til, treff.til + 1), funn
        return treff.til, self._funn(form, at, treff, organ_ids)

    def _best(self, words: Sequence[str], at: int, limit: int) -> _Treff | None:
        """The longest name that begins there, without a slip where that is as long."""
        tavle = self._tavle
        best: _Treff | None = None
        keys, end = [("", "")], at
        while keys and end < limit:
            word = words[end]
            longer = [(key + word, slip) for key, slip in keys]
            longer += [(key + near, word) for key, slip in keys if not slip for near in tavle.near(word)]
            end += 1
            here = self._named(longer, end, False)
            if word[-1] == "s" and not (here and not here.slip):
                bare = word[:-1]
                owned = [(key + bare, slip) for key, slip in keys]
                owned += [(key + near, bare) for key, slip in keys if not slip for near in tavle.near(bare)]
                genitive = self._named(owned, end, True)
                here = genitive if genitive and not (here and genitive.slip) else here
            best = here or best
            keys = [pair for pair in longer if pair[0] in tavle.beginnings]
        return best

    def _named(self, keys: Sequence[tuple[str, str]], end: int, genitive: bool) -> _Treff | None:
        for wrong in (False, True):
            ways: dict[int, Slag] = {}
            slips = [(key, slip) for key, slip in keys if bool(slip) is wrong and key in self._tavle.ways]
            for key, _ in slips:
                for person, slag in self._tavle.ways[key].items():
                    ways[person] = min(slag, ways.get(person, slag))
            if ways:
                return _Treff(end, slips[0][1], genitive, ways)
        return None

    def _goes_on(self, form: Form, treff: _Treff, limit: int) -> bool:
        """Whether a first name is followed by a surname, or another name, that is not the member's."""
        til = treff.til
        if treff.slag < Slag.FORNAVN or treff.genitive or til >= limit or not form.beside(til):
            return False
        word, kjent = form.words[til], self._kjent
        if form.lists and self._first_name(word):
            return False
        if form.title(til):
            return not self._fremmede.stop(word)
        return (word in kjent.etternavn or word in kjent.fornavn) and word not in kjent.kjente

    def _holds(self, form: Form, at: int, treff: _Treff) -> bool:
        names = list(form.words[at : treff.til])
        names[-1] = names[-1][:-1] if treff.genitive else names[-1]
        common = all(self._kjent.common(name) for name in names)
        if treff.slag <= Slag.KORT:
            return self._whole(form, at, treff, names, common)
        if at and (form.between(at) == "-" or self._second(form, at)):
            return False
        if treff.slip:
            return self._misspelt(form, at, treff)
        if treff.slag is Slag.DEL:
            placed = common or names[-1] in self._not_people
            bare = form.capital(at) and (not placed or form.loose(at, treff.til))
            return bare or form.strict(at, treff.til)
        if common:
            bare = form.capital(at) and names[0] not in self._kjent.tidsord and not form.topic(at)
            return bare or form.follows or form.strict(at, treff.til)
        known = any(name in self._kjent.fornavn for name in names)
        return known or form.capital(at) or form.loose(at, treff.til)

    def _whole(self, form: Form, at: int, treff: _Treff, names: Sequence[str], common: bool) -> bool:
        if not treff.slip:
            per_day = common and treff.slag is Slag.KORT
            capitals = all(form.title(i) for i in range(at, treff.til))
            return not per_day or capitals or form.loose(at, treff.til)
        other = [name for name in names if name != treff.slip]
        if not other or len(treff.slip) < _LONG:
            return bool(other) and not self._another(treff.slip)
        return not self._another(treff.slip) or not all(self._kjent.common(name) for name in other)

    def _second(self, form: Form, at: int) -> bool:
        """Whether it is the second first name of somebody else («anne kristin»), or a saint."""
        before, kjent = form.words[at - 1], self._kjent
        if before in ("st", "sankt"):
            return True
        if not form.beside(at) or (form.lists and self._first_name(before)):
            return False
        return before in kjent.fornavn and not kjent.common(before)

    def _first_name(self, word: str) -> bool:
        return Slag.FORNAVN in self._tavle.ways.get(word, {}).values()

    def _misspelt(self, form: Form, at: int, treff: _Treff) -> bool:
        if treff.slag is Slag.DEL or self._another(treff.slip) or self._kjent.surname(treff.slip):
            return False
        # The first letter is seldom the wrong one: «Kimen» is not Simen.
        person = self._tavle.people[next(iter(treff.ways))]
        same = fold(person.navn[:1].lower()) == form.words[at][0]
        return same and (form.strict(at, treff.til) or form.capital(at))

    def _another(self, word: str) -> bool:
        """Whether it is a word or a name of its own, so no slip."""
        kjent = self._kjent
        other = word in kjent.lignende or word in kjent.fornavn or word in self._not_people
        return other or kjent.common(word)

    def _funn(self, form: Form, at: int, treff: _Treff, organ_ids: Sequence[int]) -> Personfunn:
        people = [self._tavle.people[n] for n, slag in treff.ways.items() if slag == treff.slag]
        near = [person for person in people if not set(organ_ids).isdisjoint(person.organ_ids)]
        written = form.written(at, treff.til)
        return Personfunn(at, treff.til, written[:-1] if treff.genitive else written, tuple(near or people))

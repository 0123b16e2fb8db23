"""Reads parts of a time one after the other and puts together those that are one time."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.language.tid.linje import Linje
from bot.language.tid.spes import Naa, Spes, merge


class Hit(NamedTuple):
    """A time from some word up to `end`."""

    end: int
    spes: Spes


Rule = Callable[["Leser", int], Iterable[Hit]]
_GLUE = frozenset({",", "på", "i", "den", "av", "(", "kl", "d", "t"})
_LONGEST = 6


class Leser:
    """`rules` are those that may begin with a word, by that word; «0» stands for any number."""

    def __init__(self, line: Linje, naa: Naa, rules: Mapping[str, tuple[Rule, ...]]) -> None:
        self.line = line
        self.naa = naa
        self._rules = rules
        self._chains: dict[int, Hit | None] = {}
        self._atoms: dict[int, list[Hit]] = {}

    def begins(self, at: int) -> bool:
        """Whether a time may begin with that word."""
        word = self.line.word(at)
        return word in self._rules or word[:1].isdigit()

    def begun(self, at: int) -> tuple[Rule, ...]:
        """The rules that may begin with that word."""
        word = self.line.word(at)
        return self._rules.get("0" if word[:1].isdigit() else word, ())

    def closed(self, at: int) -> bool:
        """Whether what ended before `at` is whole: a binding word, a sign or a time stands there."""
        return self.line.closed(at) or (self.begins(at) and not self.line.word(at).isdecimal())

    def atoms(self, at: int) -> list[Hit]:
        """The parts that begin at that word, longest first."""
        if at not in self._atoms:
            hits = [hit for rule in self.begun(at) for hit in rule(self, at)]
            self._atoms[at] = sorted(hits, key=lambda hit: -hit.end)
        return self._atoms[at]

    def chain(self, at: int) -> Hit | None:
        """The longest time that begins at that word."""
        if at not in self._chains:
            self._chains[at] = None
            whole = (hit for hit in self.atoms(at) if not hit.spes.bare)
            self._chains[at] = _longest(self._extend(hit, _LONGEST) for hit in whole)
        return self._chains[at]

    def extended(self, hit: Hit) -> Hit:
        """The time with the parts that stand behind it."""
        return self._extend(hit, _LONGEST)

    def _extend(self, hit: Hit, room: int) -> Hit:
        found = [hit]
        for start in self._starts(hit.end) if room else ():
            for atom in self.atoms(start):
                both = merge(hit.spes, atom.spes)
                if both:
                    found.append(self._extend(Hit(atom.end, both), room - 1))
        return _longest(found) or hit

    def _starts(self, end: int) -> list[int]:
        starts = [end]
        while self.line.word(starts[-1]) in _GLUE and len(starts) < 3:
            starts.append(starts[-1] + 1)
        return starts


def _longest(hits: Iterable[Hit]) -> Hit | None:
    return max(hits, key=lambda hit: (hit.end, not hit.spes.svak), default=None)

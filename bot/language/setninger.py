"""Which of the sentences of the intents a line is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.language.grupper import Gruppe, read_groups
from bot.language.leting import Leting
from bot.language.moenster import SLOTS, Line, Moenster
from bot.language.ord import Ordbok
from bot.language.tegn import NO_SIGNS, Signs
from bot.language.tillatt import Tillatt
from bot.language.treff import Treff

__all__ = ["Gruppe", "Setninger", "Treff"]

FOLDER = Path(__file__).parent / "setninger"
_Index = dict[str, list[tuple[Gruppe, Moenster]]]
"""Sentences by a word that they need; under "" those that need none."""


class Setninger:
    """All sentences. Raises ValueError at once where a file is not well formed."""

    def __init__(self, ordbok: Ordbok, folder: Path = FOLDER) -> None:
        self._ordbok = ordbok
        self.grupper = read_groups(folder, ordbok)
        self.intents = frozenset(g.intent for g in self.grupper)
        self.writes = frozenset(g.intent for g in self.grupper if g.writes)
        self.in_referat = self.intents - {g.intent for g in self.grupper if not g.in_referat}
        self.not_in_referat = frozenset(g.intent for g in self.grupper if g.not_in_referat)
        self.words = frozenset(w for g in self.grupper for s in g.sentences for w in s.words) - SLOTS
        self._tillatt = Tillatt(ordbok, self.words)
        self._reads = _by_word(g for g in self.grupper if not g.perhaps and not g.writes)
        self._writes = _by_word(g for g in self.grupper if g.writes)
        self._perhaps = _by_word(g for g in self.grupper if g.perhaps)

    def reads(self, symbols: Sequence[str]) -> list[Treff]:
        """Every sentence that only asks that the line is for sure, by rank."""
        return self._found(self._reads, self._question(symbols))

    def does(
        self, symbols: Sequence[str], signs: Signs = NO_SIGNS, *, referat: bool = False, asks: bool = False
    ) -> list[Treff]:
        """Every sentence that writes that the line is, by rank. `referat`: while one is open, and what is
        dictated comes before what is as good a match. `asks`: the line ends as a question, so that only
        one that keeps a text with a label is meant.
        """

        def may_be(kind: str, part: Sequence[str], places: Sequence[int]) -> bool:
            return self._tillatt.written(kind, part, places, signs)

        found = self._found(self._writes, Line(symbols, range(len(symbols)), may_be, signs.labelled))
        found = [t for t in found if t.gruppe.may_be_said(referat)]
        found = [t for t in found if not asks or t.labelled(signs.labelled)]
        dictated = [t for t in found if t.gruppe.in_referat and t.rank == found[0].rank]
        return dictated or found

    def roomy(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that a question is, by rank, where common words do not count: only such as read."""
        return self._found(self._reads, self._question(symbols), roomy=True)

    def perhaps(self, symbols: Sequence[str]) -> list[Treff]:
        """Those that it is where the papers or what was just shown bear it out, by rank."""
        line = self._question(symbols)
        found = self._found(self._perhaps, line)
        asks = not found and self._ordbok.asks(symbols)
        return self._found(self._perhaps, line, roomy=True) if asks else found

    def _question(self, symbols: Sequence[str]) -> Line:
        return Line(symbols, range(len(symbols)), self._tillatt.asked)

    def _found(self, index: _Index, line: Line, *, roomy: bool = False) -> list[Treff]:
        leting = Leting(line, self._ordbok, roomy=roomy)
        words = dict.fromkeys(("", *line.symbols))
        found = [leting.match(*pair) for word in words for pair in index.get(word, ())]
        return sorted((treff for treff in found if treff), key=lambda treff: treff.rank)


def _by_word(grupper: Iterable[Gruppe]) -> _Index:
    pairs = [(gruppe, sentence) for gruppe in grupper for sentence in gruppe.sentences]
    spread = Counter(word for _, sentence in pairs for needed in sentence.needed for word in needed)
    index: _Index = {}
    for gruppe, sentence in pairs:
        rarest = min(sentence.needed, key=lambda needed: sum(spread[w] for w in needed), default=("",))
        for word in rarest:
            index.setdefault(word, []).append((gruppe, sentence))
    return index

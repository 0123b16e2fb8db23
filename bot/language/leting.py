"""One line held against sentences: whole, and without what may stand beside a sentence."""

from collections.abc import Iterable, Sequence

from bot.language.grupper import Gruppe
from bot.language.moenster import FREE, Line, Moenster
from bot.language.ord import Ordbok
from bot.language.treff import Treff, treff_of

_NOTHING = frozenset[str]()
_PREPOSITIONS = frozenset({"i", "på", "for", "til", "fra", "hos", "ved", "med", "av", "om"}) | frozenset(
    {"den", "det", "og", "eller", "sin", "sitt"}
)
_AFTERWARDS = frozenset({"sin", "sitt", "sine"})
_LEAST = 2
"""Words that a question must have left of a sentence in order, once the common ones are taken away."""


class Leting:
    """`roomy`: the line is a question, where common words do not count."""

    def __init__(self, line: Line, ordbok: Ordbok, *, roomy: bool) -> None:
        self._present = frozenset(line.symbols)
        self._lines = {_NOTHING: line}
        self._ordbok = ordbok
        self._roomy = roomy
        self._binding = ordbok.romslig if roomy else ordbok.lim

    def match(self, gruppe: Gruppe, sentence: Moenster) -> Treff | None:
        """The sentence where it is the line; None where it is not."""
        bare = self._roomy and not sentence.loose
        if not sentence.may_match(self._present) or (bare and sentence.words & FREE):
            return None
        for aside in self._asides(gruppe, sentence):
            line = self._bare(self._without(aside), sentence) if bare else self._without(aside)
            if bare and len(line.symbols) < _LEAST:
                continue
            free = sentence.match(line, self._binding, self._roomy)
            if free is not None:
                return treff_of(gruppe, sentence, line, free)
        return None

    def _asides(self, gruppe: Gruppe, sentence: Moenster) -> Iterable[frozenset[str]]:
        """What of the line may stand beside the sentence: nothing beside a text, for it may belong to it.

        «hva starter møtet i ASU med»: a slot that the sentence has a place for may stand beside it too.
        """
        beside = gruppe.also & self._present
        if not beside or sentence.keeps:
            return (_NOTHING,)
        return dict.fromkeys((beside - sentence.slots, beside))

    def _without(self, aside: frozenset[str]) -> Line:
        if aside not in self._lines:
            whole = self._lines[_NOTHING]
            self._lines[aside] = _part_of(whole, _left(whole.symbols, aside))
        return self._lines[aside]

    def _bare(self, line: Line, sentence: Moenster) -> Line:
        """Without the common words that the sentence does not have."""
        common, words = self._ordbok.romslig, sentence.words
        return _part_of(line, [at for at, s in enumerate(line.symbols) if s in words or s not in common])


def _part_of(line: Line, kept: Sequence[int]) -> Line:
    """The line with these symbols alone; there no colon is seen."""
    return Line([line.symbols[at] for at in kept], [line.places[at] for at in kept], line.allowed)


def _left(symbols: Sequence[str], aside: frozenset[str]) -> list[int]:
    """The places of the others, without the prepositions that go with what is set aside."""
    left: list[int] = []
    for at, symbol in enumerate(symbols):
        if symbol in aside:
            edge = at
            while left and left[-1] == edge - 1 and symbols[edge - 1] in _PREPOSITIONS:
                edge = left.pop()
        elif not (symbol in _AFTERWARDS and at and symbols[at - 1] in aside):
            left.append(at)
    return left

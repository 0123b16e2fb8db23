"""What the free words of a sentence may be: which words are a topic, a name, a number or a text."""

from collections.abc import Sequence

from bot.language.moenster import LOOSE_EMNE, NAMES, NUMBERS, SLOTS, TEKST, TITTEL, UTSAGN
from bot.language.ord import Ordbok
from bot.language.tegn import Signs, number_of

_SHORT = 2
_SAYS = 3


class Tillatt:
    """`words` are those of the sentences, which are no name. Places and symbols are as `Line` has them."""

    def __init__(self, ordbok: Ordbok, words: frozenset[str]) -> None:
        self._ordbok = ordbok
        self._known = ordbok.romslig | words | SLOTS

    def asked(self, kind: str, part: Sequence[str], places: Sequence[int]) -> bool:
        """Of a question: topics, names, numbers."""
        if any(s in self._ordbok.emne_ikke or s in SLOTS for s in part):
            return False
        if kind == LOOSE_EMNE and not self._ordbok.noekkelord.isdisjoint(part):
            return False
        if kind in NAMES:
            return all(self._unknown(s) for s in part)
        if kind in NUMBERS:
            return number_of(part) is not None
        return any(len(s) > _SHORT and s not in self._ordbok.lim for s in part)

    def written(self, kind: str, part: Sequence[str], places: Sequence[int], signs: Signs) -> bool:
        """Of what writes: a name looks like one, and a text without a label is no doubt or condition."""
        first = places[0]
        if kind in NAMES:
            return first in signs.names and self._is_name(part, places, signs)
        if kind in NUMBERS:
            return number_of(part) is not None
        if kind in (TEKST, TITTEL):
            return first in signs.labelled or self._begins_text(part)
        if kind == UTSAGN:
            return first in signs.labelled or self._says(part)
        return True

    def _says(self, part: Sequence[str]) -> bool:
        """Whether it says something by itself."""
        says = len(part) >= _SAYS and part[0] not in self._ordbok.ikke_utsagn
        return says and self._begins_text(part)

    def _is_name(self, part: Sequence[str], places: Sequence[int], signs: Signs) -> bool:
        capital = places[0] in signs.capitals
        if not (self._unknown(part[0]) or self._ordbok.given_name(part[0], capital=True)):
            return False
        return all(
            self._unknown(symbol) and at not in signs.parted and (not capital or at in signs.capitals)
            for at, symbol in zip(places[1:], part[1:], strict=True)
        )

    def _begins_text(self, part: Sequence[str]) -> bool:
        """Whether it is no doubt or condition, no going on of what was said, and nothing for elsewhere."""
        goes_on = part[0] in self._ordbok.fortsetter or self._ordbok.reserved_at(part, 0)
        return not goes_on and self._ordbok.andre_steder.isdisjoint(part)

    def _unknown(self, symbol: str) -> bool:
        return symbol.isalpha() and symbol not in self._known

"""A sentence that a line is, and how much of the line it accounts for."""

from typing import NamedTuple

from bot.language.grupper import Gruppe
from bot.language.moenster import KEPT, TEKST, UTSAGN, Free, Fritt, Line, Moenster


class Treff(NamedTuple):
    """A sentence that a line is. `weight` counts the words that it accounts for by name, `loose` the
    others; `free` is where those stand in the line.
    """

    gruppe: Gruppe
    sentence: Moenster
    weight: int
    loose: int
    free: Free

    def moved(self, by: int) -> "Treff":
        """The same in a line where the part that was matched begins at `by`."""
        return self._replace(free=tuple(Fritt(f.kind, f.fra + by, f.til + by) for f in self.free))

    def labelled(self, places: frozenset[int]) -> bool:
        """Whether a text of the line's own stands at one of these places."""
        return any(f.kind in (TEKST, UTSAGN, KEPT) and f.fra in places for f in self.free)

    @property
    def rank(self) -> tuple[int, int]:
        """The heaviest first, and of those the one with the fewest free words."""
        return -self.weight, self.loose


def treff_of(gruppe: Gruppe, sentence: Moenster, line: Line, free: Free) -> Treff:
    """The sentence matched against `line`, with the free words where they stand in the whole line."""
    symbols, places = line.symbols, line.places
    loose = sum(f.til - f.fra for f in free if f.kind != KEPT)
    named = sum(s in sentence.words for s in symbols) if sentence.loose else len(symbols) - loose
    moved = tuple(Fritt(f.kind, places[f.fra], places[f.til - 1] + 1) for f in free)
    return Treff(gruppe, sentence, named, loose, moved)

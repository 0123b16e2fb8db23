"""A slip of the finger brought back to the word that was meant: one wrong letter, two in long words."""

from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 5
_LONG = 9


class Rettskriving:
    """Corrects towards a vocabulary. Words that are right as they stand are left alone."""

    def __init__(self, words: Iterable[str], right: Iterable[str]) -> None:
        self._right = frozenset(right) | frozenset(words)
        self._buckets: dict[str, list[str]] = {}
        for word in sorted(self._right):
            if len(word) >= _SHORTEST - 1:
                self._buckets.setdefault(word[0], []).append(word)
        self.correct = lru_cache(4096)(self._correct)

    def _correct(self, word: str) -> str:
        """The one nearest word of the vocabulary; the word itself where none or several are near."""
        if word in self._right or len(word) < _SHORTEST or not word.isalpha():
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near: dict[int, list[str]] = {}
        for candidate in self._buckets.get(word[0], ()):
            if (
                abs(len(candidate) - len(word)) <= allowed
                and len(set(candidate) ^ set(word)) <= 2 * allowed
            ):
                near.setdefault(distance(word, candidate, allowed), []).append(candidate)
        nearest = near.get(1) or near.get(2) if allowed == 2 else near.get(1)
        return nearest[0] if nearest and len(nearest) == 1 else word


def distance(one: str, other: str, at_most: int) -> int:
    """Letters to change, add, leave out or swap with their neighbour; `at_most` + 1 for any more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return at_most + 1
    return min(row[-1], at_most + 1)

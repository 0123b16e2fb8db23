"""A slip of the finger brought back to the word that was meant: one wrong letter, two in long words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

_SHORTEST = 5
_LONG = 9


class Rettskriving:
    """Corrects towards a vocabulary, where `former` are spellings of the same word. Words that are
    right as they stand are left alone.
    """

    def __init__(self, words: Iterable[str], right: Iterable[str], former: Mapping[str, str]) -> None:
        known = frozenset(words) | former.keys()
        self._right = known | frozenset(right)
        self._former = former
        self._buckets: dict[str, list[str]] = {}
        for word in sorted(known):
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
            if _may_be_slip(word, candidate, allowed):
                near.setdefault(distance(word, candidate, allowed), []).append(candidate)
        nearest = next((near[d] for d in range(1, allowed + 1) if d in near), [])
        same = {self._former.get(candidate, candidate) for candidate in nearest}
        return nearest[0] if len(same) == 1 else word


def _may_be_slip(word: str, candidate: str, allowed: int) -> bool:
    # «synes» is no slip for «syne»: what differs at the end alone is another form of the word.
    if word.startswith(candidate) or candidate.startswith(word):
        return False
    return abs(len(candidate) - len(word)) <= allowed and len(set(candidate) ^ set(word)) <= 2 * allowed


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

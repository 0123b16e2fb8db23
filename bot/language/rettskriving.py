"""A slip of the finger brought back to the word that was meant: one wrong letter, two in long words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.domain.likhet import distance

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
        self._buckets: dict[tuple[str, int], list[tuple[str, int]]] = {}
        for word in sorted(known):
            if len(word) >= _SHORTEST - 1:
                self._buckets.setdefault((word[0], len(word)), []).append((word, _letters(word)))
        self.correct = lru_cache(4096)(self._correct)

    def _correct(self, word: str) -> str:
        """The one nearest word of the vocabulary; the word itself where none or several are near."""
        if word in self._right or len(word) < _SHORTEST or not word.isalpha():
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near: dict[int, list[str]] = {}
        for candidate in self._candidates(word, allowed):
            near.setdefault(distance(word, candidate, allowed), []).append(candidate)
        nearest = next((near[d] for d in range(1, allowed + 1) if d in near), [])
        same = {self._former.get(candidate, candidate) for candidate in nearest}
        return nearest[0] if len(same) == 1 else word

    def _candidates(self, word: str, allowed: int) -> list[str]:
        """Words with the same first letter, about as long, and with nearly the same letters.

        «synes» is no slip for «syne»: what differs at the end alone is another form of the word.
        """
        letters = _letters(word)
        lengths = range(len(word) - allowed, len(word) + allowed + 1)
        return [
            candidate
            for length in lengths
            for candidate, others in self._buckets.get((word[0], length), ())
            if (letters ^ others).bit_count() <= 2 * allowed
            and not word.startswith(candidate)
            and not candidate.startswith(word)
        ]


def _letters(word: str) -> int:
    """The letters of a word, a bit each; rare ones may share a bit."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) & 63)
    return mask

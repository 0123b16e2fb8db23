"""«Mente du …?»: three lines that the bot does understand, nearest to the one it did not."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.language.moenster import QUESTIONS, SLOTS
from bot.language.setninger import Gruppe, Setninger
from bot.turn import Suggestion

HOW_MANY = 3
_USUAL = ("moete.neste", "moete.saksliste", "hjelp")
_FORFALL = "forfall."
_PIECE = "·"
_PIECES = 3
_UNSEEN = 0.2
_WRITING = 1.0
"""What a suggestion that would write something is set back by, beside one that only reads."""
_FILLED = re.compile(r"\{(\w+)\}")


class Forslag:
    """Ranks the groups of sentences by how likely each is to hold the line's words and pieces of
    words (naive Bayes over the sentences). `common` are words that tell nothing.
    """

    def __init__(self, setninger: Setninger, common: frozenset[str]) -> None:
        self._common = common | QUESTIONS
        self._grupper = [g for g in setninger.grupper if g.forslag]
        counts = [Counter(f for s in g.sentences for f in self._features(s.words)) for g in self._grupper]
        known = len({feature for bag in counts for feature in bag})
        self._base = [-math.log(sum(bag.values()) + _UNSEEN * known) for bag in counts]
        self._holders: dict[str, list[tuple[int, float]]] = {}
        for at, bag in enumerate(counts):
            for feature, count in bag.items():
                self._holders.setdefault(feature, []).append((at, math.log(1 + count / _UNSEEN)))

    def nearest(
        self, symbols: Sequence[str], values: dict[str, str], health: bool
    ) -> tuple[Suggestion, ...]:
        """Three suggestions of three intents, best first. `values` fill {organ} and {sak} where
        named. A line about somebody's `health` never has forfall among them, and what would write
        something, or cannot be answered yet, is there only where the line has a word of it.
        """
        chosen: dict[str, Suggestion] = {}
        for gruppe in [*self._ranked(symbols), *self._usual()]:
            text = _filled(gruppe, values) if _fits(gruppe, symbols) else None
            if text and gruppe.intent not in chosen and not (health and gruppe.intent.startswith(_FORFALL)):
                chosen[gruppe.intent] = Suggestion(gruppe.intent, text)
            if len(chosen) == HOW_MANY:
                break
        return tuple(chosen.values())

    def _ranked(self, symbols: Sequence[str]) -> list[Gruppe]:
        """Best first; empty where hardly anything of the line is known."""
        features = [feature for feature in self._features(symbols) if feature in self._holders]
        telling = [f for f in features if f not in SLOTS and f not in self._common]
        if len(telling) < _PIECES and all(f.startswith(_PIECE) for f in telling):
            return []
        scores = [base * len(features) for base in self._base]
        for feature in features:
            for at, weight in self._holders[feature]:
                scores[at] += weight
        set_back = [scores[at] - _WRITING * g.writes for at, g in enumerate(self._grupper)]
        return [self._grupper[at] for at in sorted(range(len(scores)), key=lambda at: (-set_back[at], at))]

    def _usual(self) -> Iterable[Gruppe]:
        return (g for intent in _USUAL for g in self._grupper if g.intent == intent)

    def _features(self, words: Iterable[str]) -> set[str]:
        features: set[str] = set()
        for word in words:
            features.add(word)
            if word not in SLOTS and word not in self._common:
                padded = f"_{word}_"
                features.update(_PIECE + padded[at : at + 4] for at in range(len(padded) - 3))
        return features


def _fits(gruppe: Gruppe, symbols: Sequence[str]) -> bool:
    return not gruppe.only_with or not gruppe.only_with.isdisjoint(symbols)


def _filled(gruppe: Gruppe, values: dict[str, str]) -> str | None:
    for line in gruppe.forslag:
        if all(name in values for name in _FILLED.findall(line)):
            return line.format(**values)
    return None

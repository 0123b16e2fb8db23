"""«Mente du …?»: three lines that the bot does understand, nearest to the one it did not."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.language.moenster import SLOTS
from bot.language.setninger import Gruppe, Setninger
from bot.turn import Suggestion

HOW_MANY = 3
_USUAL = ("moete.neste", "moete.saksliste", "hjelp")
_FORFALL = "forfall."
_WRITING = 0.7
"""What a suggestion that would write something counts for, beside one that only reads."""
_ENOUGH = 0.12
_FILLED = re.compile(r"\{(\w+)\}")


class Forslag:
    """Ranks the groups of sentences by the words and pieces of words that they share with a line."""

    def __init__(self, setninger: Setninger, common: frozenset[str]) -> None:
        self._common = common
        self._grupper = [g for g in setninger.grupper if g.forslag]
        features = [self._features(_words(g)) for g in self._grupper]
        spread = Counter(f for bag in features for f in bag)
        self._holders: dict[str, list[tuple[int, float]]] = {}
        for at, bag in enumerate(features):
            weights = {f: math.log(1 + len(features) / spread[f]) * _kind(f) for f in bag}
            size = math.sqrt(sum(w * w for w in weights.values())) / (
                _WRITING if self._grupper[at].writes else 1
            )
            for feature, weight in weights.items():
                self._holders.setdefault(feature, []).append((at, weight / size))

    def nearest(
        self, symbols: Sequence[str], values: dict[str, str], health: bool
    ) -> tuple[Suggestion, ...]:
        """Three suggestions of three intents, best first. `values` fill {organ} and {sak} where
        named. A line about somebody's `health` never has forfall among them.
        """
        scores: dict[int, float] = {}
        for feature in self._features(symbols):
            for at, weight in self._holders.get(feature, ()):
                scores[at] = scores.get(at, 0.0) + weight
        ranked = sorted((at for at in scores if scores[at] > _ENOUGH), key=lambda at: (-scores[at], at))
        chosen: dict[str, Suggestion] = {}
        for gruppe in [*(self._grupper[at] for at in ranked), *self._usual()]:
            text = _filled(gruppe, values)
            if text and gruppe.intent not in chosen and not (health and gruppe.intent.startswith(_FORFALL)):
                chosen[gruppe.intent] = Suggestion(gruppe.intent, text)
            if len(chosen) == HOW_MANY:
                break
        return tuple(chosen.values())

    def _features(self, words: Iterable[str]) -> set[str]:
        features: set[str] = set()
        for word in words:
            if word in SLOTS:
                features.add(word)
            elif word not in self._common:
                padded = f"_{word}_"
                features.add(word)
                features.update(f"·{padded[at : at + 4]}" for at in range(len(padded) - 3))
        return features

    def _usual(self) -> Iterable[Gruppe]:
        return (g for intent in _USUAL for g in self._grupper if g.intent == intent)


def _words(gruppe: Gruppe) -> set[str]:
    return {word for sentence in gruppe.sentences for word in sentence.words}


def _kind(feature: str) -> float:
    return 0.4 if feature.startswith("·") else 0.2 if feature in SLOTS else 1.0


def _filled(gruppe: Gruppe, values: dict[str, str]) -> str | None:
    for line in gruppe.forslag:
        if all(name in values for name in _FILLED.findall(line)):
            return line.format(**values)
    return None

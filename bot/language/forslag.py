"""«Mente du …?»: lines that the bot does understand, for the intents a line is most like."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.language.moenster import QUESTIONS, SLOTS
from bot.language.setninger import Gruppe, Setninger
from bot.turn import Suggestion

HOW_MANY = 3
_PIECE = "·"
_UNSEEN = 0.2
_KNOWN = 6000
"""Features reckoned with beyond those that a group has: more of them, and large groups weigh less."""
_FILLED = re.compile(r"\{(\w+)\}")


class Forslag:
    """Of one intent the group of sentences that a line is nearest to, by its words and pieces of words
    (naive Bayes over the sentences). `common` are words that tell nothing.
    """

    def __init__(self, setninger: Setninger, common: frozenset[str]) -> None:
        self._common = common | QUESTIONS
        self._grupper: dict[str, list[Gruppe]] = {}
        for gruppe in setninger.grupper:
            if not gruppe.perhaps and not gruppe.literal:
                self._grupper.setdefault(gruppe.intent, []).append(gruppe)
        self._bags: dict[str, list[Counter[str]]] = {}

    def of(
        self, intents: Sequence[str], symbols: Sequence[str], values: dict[str, str]
    ) -> tuple[Suggestion, ...]:
        """Three suggestions, of the first of the intents that have a line to suggest. `values` fill
        {organ} and {sak} where named.
        """
        found: list[Suggestion] = []
        for intent in intents:
            text = self._line(intent, symbols, values)
            found += [Suggestion(intent, text)] if text else []
            if len(found) == HOW_MANY:
                break
        return tuple(found)

    def nearest_group(self, intent: str, symbols: Sequence[str]) -> Gruppe:
        """The group of that intent that the line is nearest to, its first where none is near."""
        return self._by_nearness(intent, symbols)[0]

    def _line(self, intent: str, symbols: Sequence[str], values: dict[str, str]) -> str | None:
        lines = (_filled(gruppe, values) for gruppe in self._by_nearness(intent, symbols))
        return next((line for line in lines if line), None)

    def _by_nearness(self, intent: str, symbols: Sequence[str]) -> list[Gruppe]:
        grupper = self._grupper[intent]
        if len(grupper) == 1:
            return grupper
        features, bags = self._features(symbols), self._bags_of(intent)

        def far(at: int) -> float:
            bag = bags[at]
            base = math.log(sum(bag.values()) + _UNSEEN * _KNOWN)
            return base * len(features) - sum(math.log(1 + bag[f] / _UNSEEN) for f in features if f in bag)

        return [grupper[at] for at in sorted(range(len(grupper)), key=far)]

    def _bags_of(self, intent: str) -> list[Counter[str]]:
        """What stands in the sentences of each group; made when it is first asked for."""
        if intent not in self._bags:
            grupper = self._grupper[intent]
            self._bags[intent] = [
                Counter(f for s in gruppe.sentences for f in self._features(s.words)) for gruppe in grupper
            ]
        return self._bags[intent]

    def _features(self, words: Iterable[str]) -> set[str]:
        features: set[str] = set()
        for word in words:
            features.add(word)
            if word not in SLOTS and word not in self._common:
                padded = f"_{word}_"
                features.update(_PIECE + padded[at : at + 4] for at in range(len(padded) - 3))
        return features


def _filled(gruppe: Gruppe, values: dict[str, str]) -> str | None:
    for line in gruppe.forslag:
        if all(name in values for name in _FILLED.findall(line)):
            return line.format(**values)
    return None

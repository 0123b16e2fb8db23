"""Tier two: what the classifier makes of a line, and of the requests in it."""

from bot.language.classifier import Classifier
from bot.language.features import features
from bot.language.flere import parts
from bot.language.lesning import Lesning
from bot.language.skjoenn import NOTHING, Ranking

_DICTATION = 0.25
"""By how much a line is likelier to be dictation while a referat is open, and less while none is."""
_NO_GUESS = 0.2
"""By how much «ingen» must be likelier than what may be offered in its place."""


class Rangering:
    """`dictation` are the intents of an open referat, and `elsewhere` those of nobody who dictates."""

    def __init__(
        self, classifier: Classifier, dictation: frozenset[str], elsewhere: frozenset[str] = frozenset()
    ) -> None:
        self._classifier = classifier
        self._dictation = dictation
        self._elsewhere = elsewhere

    def of(self, lesning: Lesning, referat: bool) -> Ranking:
        """All intents by how likely they are. What only the context makes likely is ranked so, but the
        bot is no surer of it.
        """
        scored = zip(self._classifier.intents, self._classifier.scores(features(lesning)), strict=True)
        left_out = self._elsewhere if referat else frozenset()
        scores = {
            i: s - _DICTATION * (i in self._dictation and not referat)
            for i, s in scored
            if i not in left_out
        }
        handicap = {NOTHING: _NO_GUESS} | (dict.fromkeys(self._dictation, -_DICTATION) if referat else {})
        order = sorted(scores, key=lambda intent: handicap.get(intent, 0.0) - scores[intent])
        lead = scores[order[0]] - max(scores[intent] for intent in order[1:])
        return Ranking(order, self._classifier.confidence(scores[order[0]], lead))

    def requests(self, lesning: Lesning, whole: Ranking, referat: bool) -> list[tuple[Lesning, Ranking]]:
        """The line, and behind it what in it may be requests of their own, each with its ranking."""
        return [(lesning, whole), *((part, self.of(part, referat)) for part in parts(lesning))]

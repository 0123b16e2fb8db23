"""How sure is sure enough: what may be answered, what may be asked for a yes, and what is only offered."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.lesning import Lesning
from bot.language.ord import Ordbok

NOTHING = "ingen"
_SURE_TO_READ = 0.70
_SURE_TO_ASK = 0.90
"""Likelihoods of being right, measured on the held-out lines. Above the second a «Ja, …» is asked for."""
_AGAINST = 0.90
_TALK = "smaaprat"


@dataclass(frozen=True)
class Ranking:
    """Intents with their scores, the likeliest first, and how likely the first is to be right."""

    intents: Sequence[tuple[str, float]]
    confidence: float

    @property
    def first(self) -> str:
        return self.intents[0][0]

    @property
    def likely(self) -> list[str]:
        """Without «ingen», which nobody can be offered."""
        return [intent for intent, _ in self.intents if intent != NOTHING]


@dataclass(frozen=True)
class Skjoenn:
    """`writes` are the intents that change something, `in_referat` those that need an open referat."""

    writes: frozenset[str]
    in_referat: frozenset[str]
    ordbok: Ordbok

    def may_act(self, ranking: Ranking, lesning: Lesning, referat: bool) -> bool:
        """Whether the likeliest is answered, or shown for a yes; a doubt or a condition never is."""
        intent = ranking.first
        if intent == NOTHING or (intent in self.in_referat and not referat):
            return False
        if intent in self.writes:
            return ranking.confidence >= _SURE_TO_ASK and not self.ordbok.reserved(lesning.symbols)
        return ranking.confidence >= (_SURE_TO_ASK if intent == _TALK else _SURE_TO_READ)

    def speaks_against(self, ranking: Ranking, intent: str) -> bool:
        """Whether a clause that was understood is not what the line as a whole is about."""
        return ranking.first != intent and ranking.confidence >= _AGAINST

"""How sure is sure enough: what may be answered, what may be asked for a yes, and what is only offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.language.lesning import Lesning
from bot.language.ord import Ordbok, read_yaml
from bot.language.strenge import POLITE

NOTHING = "ingen"
_ANCHORS = Path(__file__).parent / "anker.yaml"
_SURE_TO_READ = 0.65
_SURE_TO_ASK = 0.92
"""Likelihoods of being right, chosen with heldout2 and heldout3 in view. Above the second a «Ja, …» is
asked for.
"""
_AGAINST = 0.9
_CERTAINLY_NOTHING = 0.97
_LIKELY = 0.6
_TALK = "smaaprat"
_NO_REQUEST = frozenset({NOTHING, _TALK})
_CLEAR = 0.85
"""From here on a part of a line is a request of its own."""
_USUAL = ("moete.neste", "moete.saksliste", "hjelp")
_NOT_FOR_US = 0.9
_NOT, _AND = "ikke", "og"
_ABSENCE = "forfall"
_WHO_COMES = frozenset({"forfall.meld", "forfall.trekk", "frammoete.meld"})


@dataclass(frozen=True)
class Ranking:
    """Intents, the likeliest first, and how likely that one is to be right."""

    intents: Sequence[str]
    confidence: float

    @property
    def first(self) -> str:
        return self.intents[0]


@dataclass(frozen=True)
class Choice:
    """Which part of a line is acted on, and what it asks for besides: intents with their parts."""

    lesning: Lesning
    ranking: Ranking
    also: Sequence[tuple[str, Lesning]] = ()

    @property
    def likely(self) -> list[str]:
        """What is asked for first, then what the line is most like; never «ingen». Of a line that is
        most likely not for the bot, what most people ask for.
        """
        if self.ranking.first == NOTHING and self.ranking.confidence >= _NOT_FOR_US and not self.also:
            return list(_USUAL)
        asked = [self.ranking.first, *(intent for intent, _ in self.also)] if self.also else []
        return [i for i in dict.fromkeys([*asked, *self.ranking.intents]) if i != NOTHING]


class Skjoenn:
    """`writes` are the intents that change something, `in_referat` those that need an open referat."""

    def __init__(self, writes: frozenset[str], in_referat: frozenset[str], ordbok: Ordbok) -> None:
        data = read_yaml(_ANCHORS)
        self._writes = writes
        self._in_referat = in_referat
        self._ordbok = ordbok
        self._anchors = {i: frozenset(ordbok.spell(words.split())) for i, words in data["anker"].items()}
        self._bears_not = frozenset(data["med_ikke"].split())

    def choose(self, asked: Sequence[tuple[Lesning, Ranking]]) -> Choice:
        """Of a line (the first) and its parts what to act on: of several requests the one that writes
        comes before the others, else the first; and a request wrapped in talk is found.
        """
        whole, ranking = asked[0]
        clear = [
            (part, r) for part, r in asked[1:] if r.confidence >= _CLEAR and r.first not in _NO_REQUEST
        ]
        if len({r.first for _, r in clear}) > 1:
            clear.sort(key=lambda pair: pair[1].first not in self._writes)
            first = clear[0][1].first
            others = {r.first: part for part, r in clear if r.first != first}
            return Choice(*clear[0], list(others.items()))
        hidden = clear and ranking.confidence < _CLEAR
        return Choice(*clear[0]) if hidden else Choice(whole, ranking)

    def may_act(self, ranking: Ranking, lesning: Lesning, referat: bool) -> bool:
        """Whether the likeliest is answered, or shown for a yes."""
        intent = ranking.first
        if _to_another(lesning) or intent == NOTHING or (intent in self._in_referat and not referat):
            return False
        if intent in self._writes:
            return ranking.confidence >= _SURE_TO_ASK and self._may_be_order(intent, lesning)
        return ranking.confidence >= (_SURE_TO_ASK if intent == _TALK else _SURE_TO_READ)

    def likely(self, choice: Choice) -> list[str]:
        """What to offer, the likeliest first. Of a line that is hardly for the bot what writes comes
        last, unless it is named: nobody shall be asked out of the blue whether to avlyse the møte.
        """
        offered = choice.likely
        if choice.ranking.first != NOTHING or choice.also:
            return offered
        symbols = choice.lesning.symbols
        named = self._anchors
        return sorted(
            offered, key=lambda i: i in self._writes and i in named and named[i].isdisjoint(symbols)
        )

    def speaks_against(self, ranking: Ranking, intent: str) -> bool:
        """Whether a sentence that was found is not what the line as a whole is about: something else is
        likely, and it is not even the second.
        """
        if ranking.first == NOTHING and ranking.confidence >= _CERTAINLY_NOTHING:
            return True
        return ranking.confidence >= _AGAINST and intent not in ranking.intents[:2]

    def hides(self, ranking: Ranking, intent: str) -> bool:
        """Whether answering a part of the line as this would pass over something to be written."""
        wanted = ranking.first in self._writes and ranking.first != intent
        return self.speaks_against(ranking, intent) or (wanted and ranking.confidence >= _LIKELY)

    def _may_be_order(self, intent: str, lesning: Lesning) -> bool:
        """Never a doubt, a condition, a «not» or a question; and it must name what is to be written."""
        symbols = lesning.symbols
        if self._ordbok.reserved(symbols) or (_NOT in symbols and intent not in self._bears_not):
            return False
        if intent in _WHO_COMES and (_denies_absence(symbols) or _of_several(lesning)):
            return False
        if lesning.line.rstrip().endswith("?") and POLITE.isdisjoint(symbols):
            return False
        return intent not in self._anchors or not self._anchors[intent].isdisjoint(symbols)


def _denies_absence(symbols: Sequence[str]) -> bool:
    """«Jeg har ikke forfall onsdag.»"""
    return any(pair == (_NOT, _ABSENCE) for pair in pairwise(symbols))


def _of_several(lesning: Lesning) -> bool:
    """«Borgar og Kari kan ikke»: one would be left out."""
    bodies = {at for funn in lesning.organs for at in range(funn.fra, funn.til)}
    members = {funn.til - 1 for funn in lesning.persons}
    pairs = [
        funn.fra for funn in lesning.persons if funn.fra > 1 and lesning.words[funn.fra - 1].text == _AND
    ]
    named = (at - 2 for at in pairs if at - 2 not in bodies)
    return any(at in members or lesning.line[lesning.words[at].fra].isupper() for at in named)


def _to_another(lesning: Lesning) -> bool:
    """«Ville du godkjent det, Lars?»"""
    last = lesning.persons[-1] if lesning.persons else None
    if last is None or last.til < len(lesning.words):
        return False
    before = lesning.line[: lesning.words[last.fra].fra].rstrip()
    return before.endswith(",") and lesning.line.rstrip().endswith("?")

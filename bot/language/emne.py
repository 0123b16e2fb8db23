"""Which sak a topic means: stems, parts of compounds both ways, and one slip in a long word.

«dashbordet» finds «samhandlingsdashboard», «forskningssaken» finds «Forskning i …».
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import cache

from bot.domain.likhet import distance
from bot.language.ord import ordbok
from bot.language.stammer import stem

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(stem(word) for word in ["sak", "saker", "saka", "tema", "emne", "emnet", "punkt", "nr"])
_TAILS = ("ssaken", "ssak", "ssaka", "saken", "saka", "sak", "punktet", "temaet")
_EXACT, _TAIL, _HEAD, _SLIP = 1.0, 0.8, 0.7, 0.75
_BESIDE_TITLE = 0.8
_ENOUGH = 0.5
_LONG = 6
_TELLS_HOW = re.compile(r"(?:ig|ige|isk|iske|ende|ert|erte|bar|bare|som|same|fulle?|er|ere|est|este)$")
"""Endings of adjectives and of verbs, which are no topics."""
_HEAD_LONG = 4
_CLEAR = 0.15


def rank(emne: str, kandidater: Sequence[Sequence[str]]) -> list[tuple[int, float]]:
    """(place in `kandidater`, score from 0 to 1) for every candidate with some likeness, best first.

    A candidate is its texts: the title first, then bullets and headings, which count for less. A
    word of the topic that few candidates have weighs the most.
    """
    terms = _terms(emne)
    if not terms:
        return []
    likeness = [[_likeness(term, texts) for term in terms] for texts in kandidater]
    weights = [_rarity([row[at] for row in likeness]) for at in range(len(terms))]
    scores = [sum(w * v for w, v in zip(weights, row, strict=True)) / sum(weights) for row in likeness]
    ranked = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    return [(at, round(scores[at], 3)) for at in ranked if scores[at] > 0]


def velg(emne: str, kandidater: Sequence[Sequence[str]]) -> list[int]:
    """The candidates meant: one where it is clear, several where one must ask, none where nothing fits."""
    ranked = rank(emne, kandidater)
    return [at for at, score in ranked if score >= _ENOUGH and score > ranked[0][1] - _CLEAR]


def med_alt(emne: str, kandidater: Sequence[Sequence[str]]) -> list[int]:
    """The candidates that have every telling word of the topic; none where it is only words of any
    sak («status», «orientering»). Sure enough for a line that is nothing but a topic.
    """
    terms = _terms(emne)
    telling = [term for term in terms if term not in _common()]
    if not telling:
        return []
    found = [at for at, texts in enumerate(kandidater) if _has_all(telling, texts, _is_or_begins)]
    with_all = [at for at in found if _has_all(terms, kandidater[at], _is_or_begins)]
    return with_all or found


def med_alt_i_teksten(emne: str, kandidater: Sequence[Sequence[str]]) -> list[int]:
    """As `med_alt` for long texts, where a word must stand whole or end a compound. Only for a topic
    of one or two long words: of others too many are somewhere in any paper.
    """
    terms = [term for term in _terms(emne) if term not in _common()]
    if not 0 < len(terms) < 3 or any(len(term) < _LONG for term in terms):
        return []
    if any(_TELLS_HOW.search(word) for word in emne.lower().split()):
        return []
    return [at for at, texts in enumerate(kandidater) if _has_all(terms, texts, _is_or_ends)]


def _has_all(terms: Sequence[str], texts: Sequence[str], alike: Callable[[str, str], bool]) -> bool:
    words = {word for text in texts for word in _terms(text)}
    return all(any(alike(term, word) for word in words) for term in terms)


def _is_or_begins(term: str, word: str) -> bool:
    return _is_or_ends(term, word) or (len(term) > _HEAD_LONG and word.startswith(term))


def _is_or_ends(term: str, word: str) -> bool:
    """The word itself, the tail of it, either with one letter wrong, or its letters in disorder."""
    if term == word or (len(term) > _HEAD_LONG and word.endswith(term)):
        return True
    if min(len(term), len(word)) < _LONG:
        return False
    if word[0] == term[0] and sorted(word) == sorted(term):
        return True
    tails = {word[-length:] for length in (len(term) - 1, len(term), len(term) + 1)}
    return any(tail[0] == term[0] and distance(term, tail, 1) <= 1 for tail in tails)


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in ordbok().allmenne)


def _terms(text: str) -> list[str]:
    words = [uten_hale(word) for word in _WORD.findall(text.lower()) if word not in ordbok().lim]
    stems = (stem(word) for word in words)
    return list(dict.fromkeys(s for s in stems if len(s) > 1 and s not in _STOP))


def uten_hale(word: str) -> str:
    """«forskningssaken» is the sak about forskning."""
    for tail in _TAILS:
        if word.endswith(tail) and len(word) - len(tail) > 3:
            return word[: -len(tail)]
    return word


def _likeness(term: str, texts: Sequence[str]) -> float:
    best = 0.0
    for at, text in enumerate(texts):
        factor = 1.0 if at == 0 else _BESIDE_TITLE
        if best >= factor:
            break
        best = max(best, factor * max((_alike(term, other) for other in _terms(text)), default=0.0))
    return best


def _alike(term: str, other: str) -> float:
    if term == other:
        return _EXACT
    shorter, longer = sorted((term, other), key=len)
    if len(shorter) < 4:
        return 0.0
    share = 1.0 if shorter == term else len(shorter) / len(longer)
    if longer.endswith(shorter) and share > 0.5:
        return _TAIL * share
    if longer.startswith(shorter) and len(shorter) > 4 and share > 0.5:
        return _HEAD * share
    return _SLIP * _slipped(term, other)


def _slipped(term: str, other: str) -> float:
    """1 for a slip in the whole word, somewhat less in the tail of a compound."""
    if len(term) < 6 or len(other) < 6:
        return 0.0
    allowed = 2 if len(term) > 9 else 1
    if abs(len(term) - len(other)) <= allowed and term[0] == other[0]:
        return float(distance(term, other, allowed) <= allowed)
    tails = (other[-length:] for length in (len(term), len(term) + 1, len(term) - 1) if length < len(other))
    return 0.9 * any(tail[0] == term[0] and distance(term, tail, 1) <= 1 for tail in tails)


def _rarity(likeness: Sequence[float]) -> float:
    holders = sum(value >= _ENOUGH for value in likeness)
    return math.log(1 + len(likeness) / max(holders, 1)) if likeness else 1.0

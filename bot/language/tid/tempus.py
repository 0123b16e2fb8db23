"""Whether a line looks back or ahead at a time: by the verb nearest before it, else behind it."""

import re
from collections.abc import Sequence

from bot.language.tid.ordlister import AHEAD, PAST
from bot.language.tid.spes import Retning

_OPEN_NOUNS = frozenset({"er", "har", "kan", "kommer", "kjem", "møter"})
"""Present, but of what was as well: «kan du si hva vi …», «har vi vedtatt …»."""
_INFINITIVES = frozenset({"kom", "sende", "tatt", "gjort", "holdt", "halde"})
"""In dialect and behind «å» and «kan» these are no past."""
_MODALS = frozenset(["kan", "kunne", "skal", "skulle", "vil", "ville", "må", "måtte", "bør", "burde", "å"])
_PAPERS = re.compile(
    r"(?:referat|vedtak|protokoll|innkalling|saksliste)(?:et|en|a|ene|er|i)?(?: (?:fra|frå|i|på|for))?"
    r"(?: (?:møtet|møte|møta|møter))?(?: (?:den|på|i|fra|frå|av))*$"
)
_PERFECT = frozenset({"har", "er"})


def look(words: Sequence[str], start: int, end: int, *, papers: bool = True) -> Retning:
    """Where the line looks for the time at the words `start` up to `end`. «Referat fra …» looks back,
    save where `papers` is false.
    """
    if papers and _of_papers(words, start):
        return Retning.PAST
    places = [n for n in reversed(range(start)) if words[n] in AHEAD or _past(words, n)]
    behind = [word for word in words[end:] if word in PAST or word in AHEAD]
    if places and behind and "at" in words[places[0] : start]:
        # «Leder har bestemt at møtet i august skal holdes»: the verb is that of the clause.
        places = []
    if not places and not behind:
        return Retning.OPEN
    nearest = words[places[0]] if places else behind[0]
    if nearest in PAST:
        return Retning.PAST
    if nearest in _PERFECT and behind and behind[0] in PAST:
        return Retning.PAST
    return Retning.OPEN if nearest in _OPEN_NOUNS else Retning.AHEAD


def _past(words: Sequence[str], at: int) -> bool:
    if words[at] not in PAST:
        return False
    return words[at] not in _INFINITIVES or _MODALS.isdisjoint(words[max(0, at - 3) : at])


def _of_papers(words: Sequence[str], start: int) -> bool:
    """«Referat fra …»: directly before the time."""
    return bool(_PAPERS.search(" ".join(words[max(0, start - 5) : start])))

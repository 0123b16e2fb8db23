"""Votes in a line: «7 for, 2 mot», «sju mot to», «enstemmig», «samrøystes»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.tall import number

_WORD = re.compile(r"[^\W_]+")
_ALL = frozenset(
    {"enstemmig", "énstemmig", "einstemmig", "samrøystes", "samrøystet", "samstemt", "samstemmig"}
)
_NOT = frozenset({"ikke", "ikkje", "itj", "uten", "utan"})
_FOR = frozenset({"for", "ja"})
_AGAINST = frozenset({"mot", "imot", "nei"})
_BLANK = frozenset({"blanke", "blank", "blankt", "avholdende", "avhaldande", "avsto"})
_LABELS = dict.fromkeys(_FOR, "for") | dict.fromkeys(_AGAINST, "mot") | dict.fromkeys(_BLANK, "blanke")
_NONE = frozenset({"ingen", "null", "inga"})
_BETWEEN = frozenset(
    {"stemmer", "stemme", "stemte", "røyster", "røyst", "røysta", "og", "var", "i", "er", "stk", "avga"}
)
_MOST = 1000

Labelled = tuple[int | None, str | None]


@dataclass(frozen=True)
class Votering:
    """How many were for, against and blank; None is not said. `enstemmig`: all were for."""

    for_: int | None = None
    mot: int | None = None
    blanke: int | None = None
    enstemmig: bool = False

    @property
    def stemmer(self) -> tuple[int, int, int] | None:
        """As a Punkt keeps them; None where it is not told how many were for."""
        return None if self.for_ is None else (self.for_, self.mot or 0, self.blanke or 0)


def les(tekst: str) -> Votering | None:
    """None where the text tells of no votes."""
    words = [word.lower() for word in _WORD.findall(tekst)]
    if any(word in _ALL and (at == 0 or words[at - 1] not in _NOT) for at, word in enumerate(words)):
        return _counted(words, enstemmig=True)
    found = _counted(words, enstemmig=False)
    return found if (found.for_, found.mot) != (None, None) else None


def _counted(words: Sequence[str], *, enstemmig: bool) -> Votering:
    pieces = _pieces(words)
    counts: dict[str, int] = {}
    labels_first = bool(pieces) and pieces[0][0] is None
    at = 0
    while at + 1 < len(pieces):
        first, second = pieces[at], pieces[at + 1]
        count, label = (second[0], first[1]) if labels_first else (first[0], second[1])
        if count is None or label is None:
            at += 1
            continue
        counts.setdefault(label, count)
        at += 2
    left = pieces[at][0] if at < len(pieces) else None
    if left is not None and counts.keys() == {"mot"}:
        # «Sju mot to».
        counts = {"for": counts["mot"], "mot": left}
    return Votering(counts.get("for"), counts.get("mot"), counts.get("blanke"), enstemmig)


def _pieces(words: Sequence[str]) -> list[Labelled]:
    """Numbers and labels that stand beside each other; what else is said parts them from the others."""
    groups: list[list[Labelled]] = [[]]
    at = 0
    while at < len(words):
        word, found = words[at], number(words, at)
        if word in _LABELS:
            groups[-1].append((None, _LABELS[word]))
        elif word in _NONE:
            groups[-1].append((0, None))
        elif found and found[0] < _MOST:
            groups[-1].append((found[0], None))
            at = found[1] - 1
        elif word not in _BETWEEN:
            groups.append([])
        at += 1
    return max(groups, key=lambda group: (_tells(group), len(group)))


def _tells(group: Sequence[Labelled]) -> bool:
    return any(count is not None for count, _ in group) and any(label for _, label in group)

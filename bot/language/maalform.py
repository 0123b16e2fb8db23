"""Which målform a line is written in, and which language it asks for. The words are in maalform.yaml."""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.domain.maalform import Maalform
from bot.language.ord import read_yaml

_FILE = Path(__file__).with_suffix(".yaml")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 3
"""So many words before a målform may turn it down: «ikke svar på nynorsk», «bytt fra bokmål»."""


class Foreign(StrEnum):
    """A language that the bot cannot answer in."""

    ENGLISH = "engelsk"
    OTHER = "andre"


def guess(text: str) -> Maalform | None:
    """The målform that the words of the line show; None where they do not, or where it is dialect.

    Told by words that only one of the two has. Where both are there (a quotation, a title), the one
    with more than twice as many counts.
    """
    words, known = _words(text), _known()
    if known["dialekt"].intersection(words):
        return None
    nb, nn = (sum(word in known[only] for word in words) for only in ("bokmaal", "nynorsk"))
    if nb > 2 * nn:
        return Maalform.NB
    return Maalform.NN if nn > 2 * nb else None


def chosen(text: str) -> Maalform | None:
    """The målform that the line asks for («snakk nynorsk», «bytt fra bokmål til nynorsk»); None where
    it names none, or both.
    """
    words = _words(text)
    wanted = {
        maalform
        for at, word in enumerate(words)
        if (maalform := _named(word)) and not _turned_down(words, at)
    }
    return wanted.pop() if len(wanted) == 1 else None


def foreign(text: str) -> Foreign | None:
    """Which kind of other language the line names."""
    words, known = _words(text), _known()
    if known["engelsk"].intersection(words):
        return Foreign.ENGLISH
    return Foreign.OTHER if known["andre_spraak"].intersection(words) else None


def _named(word: str) -> Maalform | None:
    if word in _known()["navn_bokmaal"]:
        return Maalform.NB
    return Maalform.NN if word in _known()["navn_nynorsk"] else None


def _turned_down(words: list[str], at: int) -> bool:
    """A word that turns down stands shortly before, with no other målform and no «til» in between."""
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word == "til" or _named(word):
            return False
        if word in _known()["bort"]:
            return True
    return False


@cache
def _known() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_yaml(_FILE).items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

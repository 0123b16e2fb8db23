"""The sentence of a text that a question found it by."""

import re
from collections.abc import Sequence

from bot.language.soekeord import indeksord

_SETNING = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])|\n+")
LENGDE = 200


def utdrag(tekst: str, ordene: Sequence[str], lengde: int = LENGDE) -> str:
    """The sentence with most of the words of a question (`soekeord.spoerreord`), the first of those that
    have as many; cut at a word where it is longer than `lengde` letters.
    """
    setninger = [s.strip() for s in _SETNING.split(tekst) if s.strip()]
    if not setninger:
        return ""
    har = [set(linje.split()) for linje in indeksord(setninger)]
    treff = [sum(bool(ord_ & set(ledd.split("|"))) for ledd in ordene) for ord_ in har]
    return _kortet(setninger[treff.index(max(treff))], lengde)


def _kortet(setning: str, lengde: int) -> str:
    if len(setning) <= lengde:
        return setning
    return f"{setning[: lengde - 1].rsplit(None, 1)[0]} …"

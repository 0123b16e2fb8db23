"""Which målform a line is written in, and which language it asks for. The words are in maalform.yaml."""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.domain.maalform import Maalform
from bot.language.ord import read_yaml

_FILE = Path(__file__).with_suffix(".yaml")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"")
_REACH = 4
"""So many words before a målform may turn it down: «ikke svar på nynorsk», «bytt fra bokmål»."""


class Foreign(StrEnum):
    """A language that the bot cannot answer in."""

    ENGLISH = "engelsk"
    OTHER = "andre"


def guess(text: str) -> Maalform | None:
    """The målform that the words of the line show; None where they do not, or where it is dialect.

    Told by words that only one of the two has, outside what is quoted. Where both are there (a name,
    a title), the one with more than twice as many counts.
    """
    words, known = _words(_QUOTED.sub(" ", text)), _known()
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


def in_maalform(maalform: Maalform, line: str) -> str:
    """A suggested line, written in bokmål, as the målform has it; names of bodies stay as they are."""
    return line if maalform is Maalform.NB else _swaps().sub(_swapped, line)


def _swapped(found: re.Match[str]) -> str:
    nynorsk = _table("paa_nynorsk")[found[0].lower()]
    return nynorsk[0].upper() + nynorsk[1:] if found[0][0].isupper() else nynorsk


@cache
def _swaps() -> re.Pattern[str]:
    bokmaal = sorted(_table("paa_nynorsk"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(bokmaal)})\b", re.IGNORECASE)


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


def _known() -> dict[str, frozenset[str]]:
    return _data()[0]


def _table(name: str) -> dict[str, str]:
    return _data()[1][name]


@cache
def _data() -> tuple[dict[str, frozenset[str]], dict[str, dict[str, str]]]:
    """The lists of words, and the tables of what is put instead of what."""
    data = read_yaml(_FILE)
    lists = {name: frozenset(words.split()) for name, words in data.items() if isinstance(words, str)}
    return lists, {name: table for name, table in data.items() if isinstance(table, dict)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

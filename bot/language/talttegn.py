"""Signs that are spoken («punktum», «ny linje»), told from the same words meant as words.

A word is a sign where it stands as one: «tas til orientering punktum» ends there, «vi setter punktum for
saken» and «kreft i kolon» do not.
"""

from collections.abc import Sequence
from typing import NamedTuple

STOP, QUESTION, EXCLAMATION = ".", "?", "!"
ENDS = frozenset({STOP, QUESTION, EXCLAMATION})
AFTER = frozenset({",", ":", ";"}) | ENDS
"""Signs that stand close to the word before them."""
LINE, PARAGRAPH = "\n", "\n\n"
HYPHEN, SLASH = "-", "/"
JOINS = frozenset({HYPHEN, SLASH})
"""Signs without a blank on either side."""
OPEN, CLOSE = frozenset("(«"), frozenset(")»")

_SINGLE = {
    "punktum": STOP,
    "punktom": STOP,
    "komma": ",",
    "kolon": ":",
    "semikolon": ";",
    "spørsmålstegn": QUESTION,
    "spørsmålsteikn": QUESTION,
    "utropstegn": EXCLAMATION,
    "utropsteikn": EXCLAMATION,
    "bindestrek": HYPHEN,
    "skråstrek": SLASH,
    "tankestrek": "–",
}
_DOUBLE = {
    ("ny", "linje"): LINE,
    ("ny", "line"): LINE,
    ("nytt", "avsnitt"): PARAGRAPH,
    ("parentes", "start"): "(",
    ("parentes", "begynn"): "(",
    ("start", "parentes"): "(",
    ("parentes", "slutt"): ")",
    ("slutt", "parentes"): ")",
    ("anførselstegn", "start"): "«",
    ("start", "anførselstegn"): "«",
    ("anførselstegn", "slutt"): "»",
    ("slutt", "anførselstegn"): "»",
    ("sitat", "start"): "«",
    ("start", "sitat"): "«",
    ("sitat", "slutt"): "»",
    ("slutt", "sitat"): "»",
}
_QUOTES = ("«", "»")
_PAIRS = {"parentes": ("(", ")"), "anførselstegn": _QUOTES, "hermeteikn": _QUOTES, "hermetegn": _QUOTES}
_ARTICLES = frozenset(
    {"et", "eit", "ett", "en", "ein", "ei", "dette", "det", "denne", "med", "uten", "utan", "i", "av"}
)
_SETS = frozenset({"sette", "setter", "sett", "satt", "satte", "setje", "set", "stille", "stiller"})
_BETWEEN = frozenset(
    {"vi", "de", "jeg", "man", "nå", "no", "da", "her", "endelig", "bare", "et", "eit", "stort"}
)
_GOES_ON = frozenset({"for", "ved", "mellom", "fra", "frå", "til", "i", "som", "med", "bak"})
"""«Ny linje mellom byene», «punktum for saken»."""


class Tegnfunn(NamedTuple):
    """A word as it was said, or the sign that it (or two words) stand for."""

    text: str
    sign: str | None = None


def talte_tegn(words: Sequence[str]) -> list[Tegnfunn]:
    """The words in their order, with the signs found among them. «\\n» in the text is a sign already."""
    found: list[Tegnfunn] = []
    at = 0
    while at < len(words):
        sign, length = _sign(words, at, found)
        found.append(Tegnfunn(" ".join(words[at : at + length]), sign))
        at += length
    return _paired(found)


def _sign(words: Sequence[str], at: int, before: Sequence[Tegnfunn]) -> tuple[str | None, int]:
    word = words[at].lower()
    if word.startswith("\n"):
        return word[:2], 1
    if not before:
        # «Parentes start …» may begin a text; what ends something cannot.
        double = _DOUBLE.get((word, words[1].lower())) if len(words) > 1 else None
        return (double, 2) if double in OPEN else (None, 1)
    double = _DOUBLE.get((word, words[at + 1].lower())) if at + 1 < len(words) else None
    if double and not (double[0] == LINE and _is_noun(words, at, 2)):
        may_be = double in OPEN or _closes(before) or (double[0] == LINE and before[-1].sign in AFTER)
        return (double, 2) if may_be else (None, 1)
    single = _SINGLE.get(word)
    if single is None or not _closes(before) or _is_noun(words, at, 1):
        return None, 1
    if (
        single in JOINS
        and {words[at - 1].lower(), *(w.lower() for w in words[at + 1 : at + 2])} & _PAIRS.keys()
    ):
        return None, 1
    last = at + 1 == len(words)
    return (None, 1) if last and single not in AFTER else (single, 1)


def _closes(before: Sequence[Tegnfunn]) -> bool:
    """Whether a word without a sign of its own is before it."""
    last = before[-1]
    return last.sign in CLOSE or (last.sign is None and (last.text[-1].isalnum() or last.text[-1] in ")»%"))


def _is_noun(words: Sequence[str], at: int, length: int) -> bool:
    # «En» of «vi-en»: what is read again after it was written must come to the same.
    lower = [word.lower().replace(SLASH, HYPHEN).rpartition(HYPHEN)[2] for word in words]
    if lower[at - 1] in _ARTICLES:
        return True
    behind = lower[at + length] if at + length < len(words) else ""
    if lower[at] in ("ny", "nytt"):
        return behind in _GOES_ON
    start = at - 1
    while start >= 0 and lower[start] in _BETWEEN:
        start -= 1
    return start >= 0 and lower[start] in _SETS


def _paired(found: list[Tegnfunn]) -> list[Tegnfunn]:
    """«Parentes … parentes»: of two the first opens and the second closes; one alone is a word."""
    for word, (first, second) in _PAIRS.items():
        places = [
            at
            for at, f in enumerate(found)
            if f.sign is None
            and f.text.lower() == word
            and not (at and found[at - 1].text.lower() in _ARTICLES)
        ]
        for start, end in zip(places[::2], places[1::2], strict=False):
            if end > start + 1:
                found[start] = found[start]._replace(sign=first)
                found[end] = found[end]._replace(sign=second)
    return found

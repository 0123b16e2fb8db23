"""When two written names are the same name, and when one is probably the other misspelt."""

import re

from bot.domain.likhet import distance

_SKILLE = re.compile(r"[\s.,:;()«»\"'/‐‑–-]+")


def norm(navn: str) -> str:
    """The name in small letters with single blanks and no punctuation."""
    return _SKILLE.sub(" ", navn.casefold()).strip()


def likt(navn: str, annet: str) -> bool:
    return norm(navn) == norm(annet)


def inneholder(tekst: str, navn: str) -> bool:
    """Whether the name stands in the text as whole words."""
    return bool(norm(navn)) and f" {norm(navn)} " in f" {norm(tekst)} "


def nesten(navn: str, annet: str) -> bool:
    """Whether one is probably the other with a slip: the same number of words, and no word further
    off than a letter (two in a word of nine). Short words and numbers must be the same.
    """
    ord_a, ord_b = norm(navn).split(), norm(annet).split()
    return (
        ord_a != ord_b
        and len(ord_a) == len(ord_b)
        and all(_naer(a, b) for a, b in zip(ord_a, ord_b, strict=True))
    )


def _naer(a: str, b: str) -> bool:
    if a == b:
        return True
    kort = min(len(a), len(b))
    tillatt = 2 if kort >= 9 else 1
    return kort >= 5 and distance(a, b, tillatt) <= tillatt

"""Slips of the thumb, so that the classifier has seen some.

A phrase has the same slips whatever other phrases there are: one that is added changes no other's.
"""

from random import Random

_SEED = 20240410
_LETTERS = "eatnsrigl"
_SHORT, _LONG = 4, 25


def slipped(text: str) -> str:
    """The text with one slip, a long one with two; a very short one as it is."""
    random = Random(f"{_SEED} {text}")  # noqa: S311
    if len(text) < _SHORT:
        return text
    return _slip(_slip(text, random), random) if len(text) > _LONG else _slip(text, random)


def _slip(text: str, random: Random) -> str:
    at, what = random.randrange(len(text)), random.random()
    if what < 0.35 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + ("" if what < 0.7 else random.choice(_LETTERS)) + text[at + 1 :]

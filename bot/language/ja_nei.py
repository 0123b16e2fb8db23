"""Whether a line is nothing but a yes or a no. The words are in ja_nei.yaml."""

import re
from functools import cache
from itertools import product
from pathlib import Path

from bot.domain.navn import norm
from bot.language.ord import read_yaml

_FILE = Path(__file__).with_suffix(".yaml")
_SIGN = re.compile(r"[^\w\s]")
_CHOICE = re.compile(r"\(([^)]*)\)")
_LONGEST = 80
"""A longer line says more than that."""


def ja_eller_nei(linje: str) -> bool | None:
    """True for «ja, det går fint», False for «det passer dessverre ikke»; None for a question, for what
    says both, and for what says anything else besides.
    """
    if len(linje) > _LONGEST or "?" in linje:
        return None
    words = _SIGN.sub(" ", norm(linje)).split()
    said = _said(words)
    return said.pop() if said is not None and len(said) == 1 else None


def _said(words: list[str]) -> set[bool] | None:
    """What its phrases say; None where a word belongs to none of them."""
    phrases, fillers, longest = _phrases()
    said, at = set[bool](), 0
    words = _without(words, fillers)
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            answer = phrases.get(" ".join(words[at : at + length]))
            if answer is not None:
                said.add(answer)
                at += length
                break
        else:
            return None
    return said


def _without(words: list[str], fillers: frozenset[str]) -> list[str]:
    line = f" {' '.join(words)} "
    for filler in sorted(fillers, key=len, reverse=True):
        while f" {filler} " in line:
            line = line.replace(f" {filler} ", " ")
    return line.split()


@cache
def _phrases() -> tuple[dict[str, bool], frozenset[str], int]:
    data = read_yaml(_FILE)
    both = (("ja", True), ("nei", False))
    phrases = {" ".join(p.split()): yes for key, yes in both for line in data[key] for p in _written(line)}
    fillers = frozenset(data["fyll"])
    said = {
        p: yes for p, yes in ((" ".join(_without(p.split(), fillers)), y) for p, y in phrases.items()) if p
    }
    return said, fillers, max(len(p.split()) for p in said)


def _written(line: str) -> list[str]:
    """«(jeg|eg) kan» is two phrases."""
    parts = _CHOICE.split(line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]

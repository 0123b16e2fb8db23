"""The vocabulary of innkallinger and referater, as data (`ordforraad.yaml`)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LASTER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C reader where PyYAML has it: ten times as fast, and just as safe."""
_FIL = Path(__file__).with_name("ordforraad.yaml")


@dataclass(frozen=True)
class Ordforraad:
    """Words by group and meaning: `words("felt", "utvalg")`. All of them are normalised."""

    grupper: dict[str, dict[str, tuple[str, ...]]]

    def words(self, gruppe: str, mening: str) -> tuple[str, ...]:
        return self.grupper[gruppe][mening]

    def meanings(self, gruppe: str, text: str) -> list[str]:
        """What `text`, as a whole, means in that group; several where it is ambiguous («Tid»)."""
        wanted = normalise(text)
        return [mening for mening, words in self.grupper[gruppe].items() if wanted in words]

    def meaning(self, gruppe: str, text: str) -> str | None:
        """The first of `meanings`, or None."""
        return next(iter(self.meanings(gruppe, text)), None)

    def starts_with(self, gruppe: str, mening: str, text: str) -> str | None:
        """The longest word of that meaning which `text` begins with, as a whole word."""
        wanted = normalise(text)
        hits = [
            word
            for word in self.words(gruppe, mening)
            if wanted.startswith(word) and _ends(wanted, len(word))
        ]
        return max(hits, key=len, default=None)

    def contains(self, gruppe: str, mening: str, text: str) -> bool:
        """Whether one of the words stands in `text` as a whole word."""
        wanted = normalise(text)
        return any(word in wanted and _stands_in(wanted, word) for word in self.words(gruppe, mening))


def _stands_in(text: str, word: str) -> bool:
    """Whether the word stands in the text with no letter or figure on either side."""
    at = text.find(word)
    while at >= 0:
        if (at == 0 or not _is_word_sign(text[at - 1])) and _ends(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not _is_word_sign(text[at])


def _is_word_sign(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def normalise(text: str) -> str:
    """Lower case, single blanks, «label :» and «Nr.» without their signs at the end."""
    return " ".join(text.lower().split()).strip(" .:;?!–-_*")


@cache
def load() -> Ordforraad:
    """The vocabulary that ships with the program; read once."""
    return read(_FIL)


def read(path: Path) -> Ordforraad:
    """A vocabulary from a YAML file: groups of meanings of words."""
    raw: dict[str, dict[str, list[Any]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LASTER)  # noqa: S506
    return Ordforraad(
        {
            gruppe: {
                mening: tuple(dict.fromkeys(normalise(str(word)) or str(word) for word in words))
                for mening, words in meninger.items()
            }
            for gruppe, meninger in raw.items()
        }
    )

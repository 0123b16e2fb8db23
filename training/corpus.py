"""The phrases of `bot/language/fraser`, as lines with their intents."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.features import Features, features
from bot.language.leser import Leser
from bot.language.ord import ordbok, read_yaml
from bot.language.rettskriving import Rettskriving

FOLDER = Path(__file__).parents[1] / "bot" / "language" / "fraser"
DAY = date(2024, 4, 10)
_BODIES = (
    ("Administrativt samarbeidsutvalg", "ASU"),
    ("Politisk samarbeidsutvalg", "PSU"),
    ("Arbeidsutvalget", "AU"),
    ("Fagråd for pasientsamarbeid", "Fagråd 1"),
    ("Fagråd for legesamarbeid", "Fagråd 2"),
    ("Fagråd for IKT", "Fagråd 3"),
    ("Fagråd for barn og unge", "Fagråd 4"),
    ("Fagråd for rehabilitering", "Fagråd 5"),
)


class Phrase(NamedTuple):
    intent: str
    kind: str
    text: str


def phrases(folder: Path = FOLDER) -> list[Phrase]:
    """Every phrase, by intent and kind of spelling."""
    found: list[Phrase] = []
    for path in sorted(folder.glob("*.yaml")):
        data = read_yaml(path)
        found += [Phrase(path.stem, kind, str(text)) for kind, rows in data.items() for text in rows]
    return found


def digest(listed: Sequence[Phrase]) -> str:
    """Changes with every phrase that is added, moved or taken away."""
    return hashlib.sha256("\n".join("\t".join(p) for p in listed).encode()).hexdigest()[:16]


class Reader:
    """Features of a line as the Tolk sees it, in an invented helsefellesskap."""

    def __init__(self) -> None:
        self._leser = Leser(ordbok(), Rettskriving((), (), {}))
        organer = tuple(
            Organ(1, [Organnavn(navn, Navneslag.NAVN), Organnavn(kort, Navneslag.KORT)], id=at)
            for at, (navn, kort) in enumerate(_BODIES, 1)
        )
        self._register = Register(1, (Helsefellesskap("Helsefellesskapet Fjordfylke", 1),), organer)

    def features(self, text: str) -> Features:
        return features(self._leser.plain(text, self._register, DAY)[0])

"""What does not add up in a paper: merknader, shown under «Sjekk dette». They stop nothing."""

from dataclasses import dataclass
from bot.domain.datoer import Datofunn
from bot.domain.innkalling import Innkalling
from bot.domain.reading import Merknad


@dataclass(frozen=True)
class Papir:
    tomt_arkivsak: bool = False
    moetedato: Datofunn | None = None


def check_innkalling(innkalling: Innkalling, papir: Papir) -> list[Merknad]:
    return []

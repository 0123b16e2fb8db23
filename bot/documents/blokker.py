"""What every writer takes: a document as a list of plain blocks, already worded."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from bot.documents.characters import printable


@dataclass(frozen=True)
class Overskrift:
    """`nivaa` from 1; a document has one of level 1, its first block."""

    tekst: str
    nivaa: int


@dataclass(frozen=True)
class Merke:
    """What the reader must see first: «Utkast – ikke godkjent»."""

    tekst: str


@dataclass(frozen=True)
class Felt:
    """A label and what it is filled in with: «Møtested: Storsalen»."""

    navn: str
    verdi: str


@dataclass(frozen=True)
class Avsnitt:
    tekst: str


@dataclass(frozen=True)
class Punkt:
    """An item of a list; those that stand together are one list."""

    tekst: str


@dataclass(frozen=True)
class Tabell:
    """`hode` labels the columns. `bredder` are their shares of the width."""

    hode: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]
    bredder: tuple[float, ...]


Blokk = Overskrift | Merke | Felt | Avsnitt | Punkt | Tabell


@dataclass(frozen=True)
class Dokument:
    """`maalform` is nb or nn. `side` is the foot of each page, with {nr} and {antall} in it."""

    tittel: str
    blokker: tuple[Blokk, ...]
    maalform: str
    forfatter: str
    side: str


def sammen(blokker: Sequence[Blokk]) -> list[Blokk | list[Punkt]]:
    """The blocks with the items of each list put together."""
    out: list[Blokk | list[Punkt]] = []
    for blokk in blokker:
        last = out[-1] if out else None
        if not isinstance(blokk, Punkt):
            out.append(blokk)
        elif isinstance(last, list):
            last.append(blokk)
        else:
            out.append([blokk])
    return out


def renset(dokument: Dokument) -> Dokument:
    """With nothing in its texts that a file cannot hold or a printer cannot print."""
    return replace(
        dokument, **{felt.name: _renset(getattr(dokument, felt.name)) for felt in fields(dokument)}
    )


def _renset(verdi: Any) -> Any:
    if isinstance(verdi, str):
        return printable(verdi)
    if isinstance(verdi, tuple):
        return tuple(map(_renset, verdi))
    if isinstance(verdi, Blokk):
        return replace(verdi, **{felt.name: _renset(getattr(verdi, felt.name)) for felt in fields(verdi)})
    return verdi

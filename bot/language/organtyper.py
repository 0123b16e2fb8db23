"""The general names of committees: ASU is an Administrativt samarbeidsutvalg everywhere."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.language.ord import read_yaml

FILE = Path(__file__).parent / "organtyper.yaml"


@dataclass(frozen=True)
class Organtype:
    """`kort` is None where there is no abbreviation. `vanlig_ord`: the abbreviation is also a word."""

    navn: str
    kort: str | None
    alias: tuple[str, ...] = ()
    vanlig_ord: bool = False

    @property
    def alle_navn(self) -> tuple[str, ...]:
        return (self.navn, *([self.kort] if self.kort else []), *self.alias)


@cache
def organtyper() -> tuple[Organtype, ...]:
    """All kinds of committee, as the data file lists them."""
    rows = read_yaml(FILE)
    return tuple(
        Organtype(r["navn"], r.get("kort"), tuple(r.get("alias", ())), r.get("vanlig_ord", False))
        for r in rows
    )


def organtype(navn: str) -> Organtype | None:
    """The kind that goes by that full name, abbreviation or alias; None for any other name.

    Case, spaces and a closing full stop do not count, and «Administrativt samarbeidsutvalg (ASU)»
    is read as both. «Fagråd 1» is no kind: it means another body in another helsefellesskap.
    """
    return _by_name().get(_plain(navn)) or _by_name().get(_plain(re.sub(r"\(.*?\)", " ", navn)))


@cache
def _by_name() -> dict[str, Organtype]:
    return {_plain(navn): t for t in organtyper() for navn in t.alle_navn}


def _plain(navn: str) -> str:
    return " ".join(navn.casefold().strip(" .,:;").split())

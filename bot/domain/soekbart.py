"""What can be searched: one row for a sak, a vedtak, a point or an oppgave of a møte's papers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_DAYS, _MOETER, _KILDER, _PLASSER = 20, 24, 2, 16
"""Bits of `rekkefoelge`: 62 in all, so that it is a whole number in any database."""
_KILDESLAG = ("papir", "bok")


class Soekeslag(StrEnum):
    SAK = "sak"
    VEDTAK = "vedtak"
    KONKLUSJON = "konklusjon"
    PUNKT = "punkt"
    OPPGAVE = "oppgave"


@dataclass(frozen=True)
class Soekbart:
    """`kilde` is where it comes from and what it is replaced by: «papir:<møte>» or «bok:<møtebok>».

    `organ_ids` are the bodies it is filed under; `aapen` is true where anyone may see it (godkjent), else
    only those bodies' own may, and while it is an `utkast` only those who keep their referater. `saksnr` is
    the written form; `del_tittel` the felles part it belongs to.
    """

    kilde: str
    slag: Soekeslag
    moete_id: int
    organ_ids: tuple[int, ...]
    dato: date
    tittel: str
    tekst: str
    saksnr: str | None = None
    del_tittel: str | None = None
    aapen: bool = True
    utkast: bool = False
    id: int | None = None


@dataclass(frozen=True)
class Soek:
    """`ord` are stems that must all be there, whole; of «a|b» one is enough. `organ_ids`: filed under one
    of them. `saksnr`: the number and the year in four digits. `ser` are the bodies whose rows that are not
    `aapen` are also seen, `ser_utkast` those whose utkast are; `alt`: all rows are. Newest first, then by
    møte, then as they stand.
    """

    ord: tuple[str, ...]
    organ_ids: tuple[int, ...] = ()
    ser: frozenset[int] = frozenset()
    ser_utkast: frozenset[int] = frozenset()
    alt: bool = False
    fra: date | None = None
    til: date | None = None
    slag: tuple[Soekeslag, ...] = ()
    antall: int = 20
    saksnr: tuple[int, int] | None = None


def rekkefoelge(rad: Soekbart, plass: int) -> int:
    """Its id: by it rows come newest first, then by møte, papers before møtebok, then as they stand.

    Raises ValueError where there is no room for it.
    """
    kilde = _KILDESLAG.index(rad.kilde.partition(":")[0])
    if plass >= 1 << _PLASSER or rad.moete_id >= 1 << _MOETER:
        raise ValueError("more than can be searched")
    return ((_dagens(rad.dato) | rad.moete_id) << _KILDER | kilde) << _PLASSER | plass


def foerste(dag: date) -> int:
    """No row of that day, or of one before it, has a lower id."""
    return _dagens(dag) << _KILDER + _PLASSER


def siste(dag: date) -> int:
    """All rows of that day, and of those after it, have a lower id."""
    return foerste(dag) + (1 << _MOETER + _KILDER + _PLASSER)


def _dagens(dag: date) -> int:
    """The later the day, the lower."""
    return ((1 << _DAYS) - dag.toordinal()) << _MOETER

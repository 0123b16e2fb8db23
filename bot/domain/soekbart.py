"""What can be searched: one row for a sak, a vedtak, a point or an oppgave of a referat."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Soekeslag(StrEnum):
    SAK = "sak"
    VEDTAK = "vedtak"
    KONKLUSJON = "konklusjon"
    PUNKT = "punkt"
    OPPGAVE = "oppgave"


@dataclass(frozen=True)
class Soekbart:
    """`kilde` is where it comes from and what it is replaced by («papir:12», «bok:3»); `ord` are the stems
    and parts of compounds of `tekst` and of the sak's title, parted by blanks.

    `organ_ids` are the bodies it is filed under; `aapen` is true where anyone may see it (godkjent), else
    only those bodies' own may. `saksnr` is the written form.
    """

    kilde: str
    slag: Soekeslag
    moete_id: int
    organ_ids: tuple[int, ...]
    dato: date
    tittel: str
    tekst: str
    ord: str
    saksnr: str | None = None
    aapen: bool = True
    id: int | None = None


@dataclass(frozen=True)
class Soek:
    """`ord` are stems that must all be there (the start of a word is not enough). `ser` are the bodies
    whose rows that are not `aapen` are also seen; `alt`: all rows are. Newest first, then as they stand.
    """

    ord: tuple[str, ...]
    organ_ids: tuple[int, ...] = ()
    ser: frozenset[int] = frozenset()
    alt: bool = False
    fra: date | None = None
    til: date | None = None
    slag: tuple[Soekeslag, ...] = ()
    antall: int = 20

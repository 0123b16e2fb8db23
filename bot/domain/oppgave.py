"""An oppgave: what somebody has taken on, until when, and what became of it.

It exists from the moment it is dictated or its referat is imported; its deadlines are kept, also those
that slipped.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.frammoete import Hvem


class Oppgavetilstand(StrEnum):
    """TRUKKET: its point was struck, or its act taken back. BORTFALT: dropped by a vedtak."""

    AAPEN = "aapen"
    FERDIG = "ferdig"
    BORTFALT = "bortfalt"
    TRUKKET = "trukket"


class Oppgavehendelse(StrEnum):
    LAGET = "laget"
    ENDRET = "endret"
    ANSVARLIG = "ansvarlig"
    FRIST = "frist"
    FERDIG = "ferdig"
    GJENAAPNET = "gjenaapnet"
    BORTFALT = "bortfalt"
    TRUKKET = "trukket"


@dataclass(frozen=True)
class Oppgavelinje:
    """`foer` is what stood before (a text, names, a date as ISO). `at` UTC."""

    hva: Oppgavehendelse
    at: datetime
    av: Hvem | None
    foer: str | None = None
    etter: str | None = None


@dataclass(frozen=True)
class Oppgave:
    """`nr` is its number in the body, and never used again. `sak` is the saksnr as written, else the title
    of the sak; `punkt` the number of the point in the møtebok `bok_id`, both None for one from a paper.
    `ansvarlige` is empty where nobody was named. `frister` are the deadlines it had before, oldest first.
    """

    organ_id: int
    moete_id: int
    hva: str
    nr: int = 0
    sak: str | None = None
    sak_tittel: str | None = None
    ansvarlige: tuple[Hvem, ...] = ()
    frist: date | None = None
    frister: tuple[date, ...] = ()
    tilstand: Oppgavetilstand = Oppgavetilstand.AAPEN
    bok_id: int | None = None
    punkt: int | None = None
    hjemmel: str | None = None
    logg: tuple[Oppgavelinje, ...] = ()
    versjon: int = 0
    id: int | None = None

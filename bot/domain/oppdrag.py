"""An oppdrag: what one body has asked another for in a vedtak or an oppgave, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.frammoete import Hvem


class Oppdragstilstand(StrEnum):
    """FORESLAATT: the bot saw it, and the sekretariat has not decided. AVSLAATT: they said no. TRUKKET:
    what it came from no longer says so, or they took it back.
    """

    FORESLAATT = "foreslaatt"
    AVSLAATT = "avslaatt"
    SENDT = "sendt"
    BESVART = "besvart"
    TRUKKET = "trukket"


class Oppdragshendelse(StrEnum):
    FORESLAATT = "foreslaatt"
    AVSLAATT = "avslaatt"
    SENDT = "sendt"
    ENDRET = "endret"
    BESVART = "besvart"
    GJENAAPNET = "gjenaapnet"
    TRUKKET = "trukket"


@dataclass(frozen=True)
class Oppdragslinje:
    """`at` UTC; `tekst` is what stood before, or the answer."""

    hva: Oppdragshendelse
    at: datetime
    av: Hvem | None
    tekst: str | None = None


@dataclass(frozen=True)
class Oppdrag:
    """`nr` is its number in the body that has it, and never used again. `kilde` is what it came from
    (`bok:<id>:<point>`): one for each body that is named there. `sak` is the saksnr as written.
    `moete_id` is None for one that somebody has written to the bot. `foreslaatt`, `sendt` and `besvart`
    are UTC.
    """

    fra_organ_id: int
    til_organ_id: int
    moete_id: int | None
    kilde: str
    tekst: str
    foreslaatt: datetime
    nr: int = 0
    sak: str | None = None
    frist: date | None = None
    tilstand: Oppdragstilstand = Oppdragstilstand.FORESLAATT
    sendt: datetime | None = None
    svar: str | None = None
    besvart: datetime | None = None
    logg: tuple[Oppdragslinje, ...] = ()
    versjon: int = 0
    id: int | None = None

"""The sammendrag of a møte that is posted in the channels: what is on its way, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.frammoete import Hvem


class Sammendragstilstand(StrEnum):
    """FORESLAATT: shown to who decides. IKKE_NAA: they said «Ikke nå». SLETTET: it was posted, and taken
    away again.
    """

    FORESLAATT = "foreslaatt"
    IKKE_NAA = "ikke_naa"
    LAGT_UT = "lagt_ut"
    SLETTET = "slettet"


@dataclass(frozen=True)
class Sammendrag:
    """One for a møte. `innledning` is what its referent wrote on top; `utelatt` the keys of the lines that
    are left out: what it is to be. What it is in channels: `vist` are the keys of what was shown to who put
    it out (`sammendragsutvalg.noekler`), `vist_innledning` the text on top then; `merke` tells what the
    channels were last shown. Moments are UTC.
    """

    moete_id: int
    tilstand: Sammendragstilstand = Sammendragstilstand.FORESLAATT
    innledning: str | None = None
    utelatt: tuple[str, ...] = ()
    vist: tuple[str, ...] = ()
    vist_innledning: str | None = None
    merke: str | None = None
    lagt_ut: datetime | None = None
    lagt_ut_av: Hvem | None = None
    rettet: datetime | None = None
    versjon: int = 0
    id: int | None = None

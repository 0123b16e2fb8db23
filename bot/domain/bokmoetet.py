"""Where and when the møte is, as the referat is to say it: a møte that was made now has neither."""

from datetime import time

from bot.domain import fritekst
from bot.domain.bokakt import Akt, som_klokke
from bot.domain.bokfeil import UgyldigTid
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Foering, Foeringsslag


def sett_sted(stand: Bokstand, akt: Akt, sted: str) -> tuple[Foering, ...]:
    """Raises UgyldigTekst, Laast."""
    krev_ulaast(stand)
    return (akt.foering(Foeringsslag.MOETE, sted=fritekst.tittel(sted)),)


def sett_start(stand: Bokstand, akt: Akt, klokke: time) -> tuple[Foering, ...]:
    """Raises UgyldigTid (it would be after the end), Laast."""
    krev_ulaast(stand)
    if stand.slutt is not None and klokke >= stand.slutt:
        raise UgyldigTid
    return (akt.foering(Foeringsslag.MOETE, start=som_klokke(klokke)),)


def sett_slutt(stand: Bokstand, akt: Akt, klokke: time) -> tuple[Foering, ...]:
    """Raises UgyldigTid (it would be before the start), Laast."""
    krev_ulaast(stand)
    if stand.start is not None and klokke <= stand.start:
        raise UgyldigTid
    return (akt.foering(Foeringsslag.MOETE, slutt=som_klokke(klokke)),)

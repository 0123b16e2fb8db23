"""Which møte is next, on now, over: all as of a moment in Oslo."""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.register import Moetehode


class Tilstand(StrEnum):
    """I_DAG: it is the day, but the paper does not say enough to know whether it is on."""

    KOMMER = "kommer"
    PAAGAAR = "paagaar"
    I_DAG = "i_dag"
    OVER = "over"


def tilstand(moete: Moetehode, at: datetime) -> Tilstand:
    if moete.dato != at.date():
        return Tilstand.KOMMER if moete.dato > at.date() else Tilstand.OVER
    naa = at.time().replace(tzinfo=None)
    if moete.start and naa < moete.start:
        return Tilstand.KOMMER
    if moete.slutt and naa >= moete.slutt:
        return Tilstand.OVER
    return Tilstand.PAAGAAR if moete.start and moete.slutt else Tilstand.I_DAG


def kommende(moeter: Iterable[Moetehode], at: datetime) -> list[Moetehode]:
    """Those that are not over, the nearest first; one that is on now comes first. One that is avlyst
    is not to come.
    """
    return sorted((m for m in moeter if not m.avlyst and tilstand(m, at) is not Tilstand.OVER), key=_naar)


def avholdte(moeter: Iterable[Moetehode], at: datetime) -> list[Moetehode]:
    """Those that are over, the latest first. One that was avlyst was never held."""
    over = (m for m in moeter if not m.avlyst and tilstand(m, at) is Tilstand.OVER)
    return sorted(over, key=_naar, reverse=True)


def avlyste(moeter: Iterable[Moetehode], at: datetime) -> list[Moetehode]:
    """Those that were avlyst and whose time has not gone by, the nearest first."""
    return sorted((m for m in moeter if m.avlyst and tilstand(m, at) is not Tilstand.OVER), key=_naar)


def begynt(moete: Moetehode, at: datetime) -> bool:
    """Whether it is on or over, as far as its clock tells; one without a clock has its whole day."""
    naa = at.time().replace(tzinfo=None)
    i_gang = moete.dato == at.date() and moete.start is not None and moete.start <= naa
    return i_gang or tilstand(moete, at) is Tilstand.OVER


def i_perioden(moeter: Iterable[Moetehode], fra: date | None, til: date | None) -> list[Moetehode]:
    """Those from the day `fra` up to, but not on, the day `til`."""
    return sorted((m for m in moeter if innenfor(m.dato, fra, til)), key=_naar)


def innenfor(dag: date, fra: date | None, til: date | None) -> bool:
    return (fra is None or fra <= dag) and (til is None or dag < til)


def _naar(moete: Moetehode) -> tuple[date, time, int]:
    return moete.dato, moete.start or time.min, moete.id

"""A sak that somebody has raised: to eventuelt, or to the saksliste of a coming møte."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.frammoete import Hvem

MELDT, ENDRET, FLYTTET, FORFREMMET = "meldt", "endret", "flyttet", "forfremmet"
TRUKKET, GODTATT, AVSLAATT = "trukket", "godtatt", "avslaatt"
"""What a Sakslinje says was done."""


class Sakslag(StrEnum):
    EVENTUELT = "eventuelt"
    ORDINAER = "ordinaer"


class Sakstilstand(StrEnum):
    """MELDT: raised, and for eventuelt on the list. GODTATT: taken by the møteleder (eventuelt) or
    put on the saksliste by the sekretariat. AVSLAATT: declined. TRUKKET: withdrawn.
    """

    MELDT = "meldt"
    GODTATT = "godtatt"
    AVSLAATT = "avslaatt"
    TRUKKET = "trukket"


@dataclass(frozen=True)
class Sakslinje:
    """What was done with a sak, by whom and when (UTC): `hva` is «meldt», «endret», «flyttet»,
    «forfremmet», «trukket», «godtatt» or «avslaatt»; `foer` what it was before, where it changed.
    """

    hva: str
    at: datetime
    av: Hvem
    foer: str | None = None


@dataclass(frozen=True)
class MeldtSak:
    """`moete_id` is the møte it is for (None: the next that gets one). `minutter` wanted, `vedlegg`
    names or addresses as they were given, `av_key` the Teams key of who raised it, who gets the
    answer. `sen`: after the frist. `logg` is in the order it happened, the first line «meldt».
    """

    organ_id: int
    tittel: str
    slag: Sakslag
    av: Hvem
    av_key: str
    at: datetime
    moete_id: int | None = None
    begrunnelse: str | None = None
    minutter: int | None = None
    vedlegg: tuple[str, ...] = ()
    tilstand: Sakstilstand = Sakstilstand.MELDT
    sen: bool = False
    svar: str | None = None
    logg: tuple[Sakslinje, ...] = field(default=())
    versjon: int = 0
    id: int | None = None


class Ferdig(Refusal):
    """It is withdrawn or decided, or not of the kind it was taken for any more."""

    def __init__(self, sak: MeldtSak) -> None:
        super().__init__(sak.id)
        self.sak = sak


def meldt(sak: MeldtSak, av: Hvem) -> MeldtSak:
    """A new one, with who raised it as its first line."""
    return replace(sak, logg=(Sakslinje(MELDT, sak.at, av),))


def endret(sak: MeldtSak, tittel: str, av: Hvem, at: datetime) -> MeldtSak:
    """Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT:
        raise Ferdig(sak)
    return _med(replace(sak, tittel=tittel), Sakslinje(ENDRET, at, av, sak.tittel))


def trukket(sak: MeldtSak, av: Hvem, at: datetime) -> MeldtSak:
    """Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT:
        raise Ferdig(sak)
    return _med(replace(sak, tilstand=Sakstilstand.TRUKKET), Sakslinje(TRUKKET, at, av))


def flyttet(sak: MeldtSak, fra: int | None, til: int | None, av: Hvem, at: datetime) -> MeldtSak:
    """To the body's next møte; None: to the next that gets one. Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT:
        raise Ferdig(sak)
    return _med(replace(sak, moete_id=til, sen=False), Sakslinje(FLYTTET, at, av, _id(fra)))


def forfremmet(sak: MeldtSak, til: int | None, av: Hvem, at: datetime) -> MeldtSak:
    """From eventuelt to an ordinary sak on the saksliste of `til`. Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT or sak.slag is not Sakslag.EVENTUELT:
        raise Ferdig(sak)
    ny = replace(
        sak,
        slag=Sakslag.ORDINAER,
        tilstand=Sakstilstand.GODTATT,
        moete_id=til,
        sen=False,
    )
    return _med(ny, Sakslinje(FORFREMMET, at, av, _id(sak.moete_id)))


def tatt_opp(sak: MeldtSak, av: Hvem, at: datetime) -> MeldtSak:
    """Taken by the møteleder. Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT or sak.slag is not Sakslag.EVENTUELT:
        raise Ferdig(sak)
    return _med(replace(sak, tilstand=Sakstilstand.GODTATT), Sakslinje(GODTATT, at, av))


def satt_paa(sak: MeldtSak, moete_id: int | None, av: Hvem, at: datetime) -> MeldtSak:
    """An ordinary one, put on the saksliste by the sekretariat (None: of the next møte that comes).
    Raises Ferdig.
    """
    if sak.tilstand is not Sakstilstand.MELDT or sak.slag is not Sakslag.ORDINAER:
        raise Ferdig(sak)
    return _med(replace(sak, tilstand=Sakstilstand.GODTATT, moete_id=moete_id), Sakslinje(GODTATT, at, av))


def avslaatt(sak: MeldtSak, svar: str | None, av: Hvem, at: datetime) -> MeldtSak:
    """An ordinary one, declined; `svar` why. Raises Ferdig."""
    if sak.tilstand is not Sakstilstand.MELDT or sak.slag is not Sakslag.ORDINAER:
        raise Ferdig(sak)
    ny = replace(sak, tilstand=Sakstilstand.AVSLAATT, svar=svar)
    return _med(ny, Sakslinje(AVSLAATT, at, av))


def _med(sak: MeldtSak, linje: Sakslinje) -> MeldtSak:
    return replace(sak, logg=(*sak.logg, linje))


def _id(moete_id: int | None) -> str | None:
    return None if moete_id is None else str(moete_id)

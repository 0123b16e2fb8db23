"""A sak that somebody has raised: to eventuelt, or to the saksliste of a coming møte."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.frammoete import Hvem


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

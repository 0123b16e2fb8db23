"""What the card in the meeting's chat shows of how the referat stands."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.domain import bokskjerming
from bot.domain.bokakt import OSLO
from bot.domain.bokfeil import IngenNeste, IngenSaker
from bot.domain.boksaker import neste
from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.boktid import minutter_over
from bot.domain.moetebok import Boktilstand

PUNKTER = 5
"""As many of the last points as are shown."""
STILLE = timedelta(hours=3)
"""Nothing was written for so long: the møte is over and nobody said so, and the clock is shown no more."""


@dataclass(frozen=True)
class Kortstand:
    """What the card shows. `over`: minutes past the slot of the open sak, negative where some are left,
    None where there is no slot, it has not begun, or no clock is shown. Clock times are Oslo. `siste` is
    the last line of the log that it shows.
    """

    sak: Boksak | None
    over: int | None
    neste: Boksak | None
    punkter: tuple[tuple[Punkt, Boksak], ...]
    pause: time | None
    hevet: time | None
    siste: int


def kortstand(stand: Bokstand, naa: datetime, skrevet: datetime) -> Kortstand:
    """How it stands at `naa`; `skrevet` is when something was last written (UTC)."""
    aapen = stand.tilstand is Boktilstand.AAPEN
    sak = stand.sak(stand.aapen) if aapen and stand.aapen is not None else None
    gaar = sak is not None and stand.pause is None and naa - skrevet < STILLE
    return Kortstand(
        sak=sak,
        over=minutter_over(stand, naa) if gaar and _begynt(sak, naa) else None,
        neste=_neste(stand) if aapen else None,
        punkter=_siste(stand),
        pause=_klokke(stand.pause) if aapen else None,
        hevet=None if aapen else _klokke(stand.hevet),
        siste=stand.siste,
    )


def _begynt(sak: Boksak | None, naa: datetime) -> bool:
    """Before the slot there is nothing to be late for."""
    return sak is not None and (sak.start is None or naa.astimezone(OSLO).time() >= sak.start)


def _neste(stand: Bokstand) -> Boksak | None:
    try:
        return neste(stand)
    except (IngenNeste, IngenSaker):
        return None


def _siste(stand: Bokstand) -> tuple[tuple[Punkt, Boksak], ...]:
    """The last by number, oldest first; what belongs to an unntatt vedtak is unntatt with it."""
    staar = [
        replace(p, hjemmel=bokskjerming.hjemmel(stand, p))
        for _, p in sorted(stand.punkter.items())
        if not p.stroeket
    ]
    return tuple((p, stand.sak(p.sak)) for p in staar[-PUNKTER:])


def _klokke(at: datetime | None) -> time | None:
    return at.astimezone(OSLO).time().replace(second=0, microsecond=0) if at else None

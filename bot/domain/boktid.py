"""The clock against the saksliste: how far over its slot a sak is, and when a sak can be expected.

Slots are Oslo clocks of the day of the møte; `naa` is any aware time.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.bokakt import OSLO
from bot.domain.bokloep import med_key
from bot.domain.bokstand import Boksak, Bokstand

MINUTT = timedelta(minutes=1)


class Saksstand(StrEnum):
    KOMMER = "kommer"
    AAPEN = "aapen"
    FERDIG = "ferdig"


@dataclass(frozen=True)
class Forventet:
    """`start` is the planned clock, `etter` how many minutes the møte is behind (negative: ahead; None:
    that cannot be told), `ventet` when to expect it: never before it is planned.
    """

    sak: Boksak
    staar: Saksstand
    start: time | None = None
    etter: int | None = None
    ventet: time | None = None


def minutter_over(stand: Bokstand, naa: datetime) -> int | None:
    """How many minutes the open sak has gone over its slot (negative: that many are left). None where no
    sak is treated, or it has no slot.
    """
    sak = _behandles(stand)
    if sak is None or sak.slutt is None:
        return None
    return _minutter(naa - _oslo(naa, sak.slutt))


def etter_planen(stand: Bokstand, naa: datetime) -> int | None:
    """How many minutes the møte is behind the saksliste (negative: ahead), if the open sak takes as long as
    it was given, and no longer than it has. Before the first sak, in a pause and in a sak without a slot:
    as late as the next one already is. None where there is nothing to tell it by, or the møte is closed.
    """
    if stand.hevet is not None:
        return None
    sak = _behandles(stand)
    if sak is None or sak.start is None or sak.slutt is None:
        neste = _neste_med_tid(stand)
        return None if neste is None else max(0, _minutter(naa - _oslo(naa, neste)))
    lengde = _oslo(naa, sak.slutt) - _oslo(naa, sak.start)
    ferdig = max(naa, _begynte(stand, naa) + lengde)
    return _minutter(ferdig - _oslo(naa, sak.slutt))


def forventet(stand: Bokstand, key: int, naa: datetime) -> Forventet:
    """When a sak can be expected. Raises SakFinnesIkke."""
    sak = med_key(stand, key)
    staar = _staar(stand, sak)
    etter = etter_planen(stand, naa)
    if sak.start is None or etter is None or staar is not Saksstand.KOMMER:
        return Forventet(sak, staar, sak.start, etter)
    ventet = _oslo(naa, sak.start) + max(0, etter) * MINUTT
    return Forventet(
        sak,
        staar,
        sak.start,
        etter,
        max(ventet, naa).astimezone(OSLO).time().replace(second=0, microsecond=0),
    )


def _staar(stand: Bokstand, sak: Boksak) -> Saksstand:
    if stand.hevet is not None:
        return Saksstand.FERDIG
    if stand.aapen == sak.key:
        return Saksstand.AAPEN
    return Saksstand.FERDIG if any(a.sak == sak.key for a in stand.loep) else Saksstand.KOMMER


def _behandles(stand: Bokstand) -> Boksak | None:
    if stand.aapen is None or stand.pause is not None or stand.hevet is not None:
        return None
    return stand.sak(stand.aapen)


def _begynte(stand: Bokstand, naa: datetime) -> datetime:
    """When the open sak was first opened since another was."""
    fra = naa
    for loep in reversed(stand.loep):
        if loep.sak != stand.aapen:
            break
        fra = loep.fra
    return fra


def _neste_med_tid(stand: Bokstand) -> time | None:
    """When the first sak behind the last of the saksliste that was opened was to begin; one that was passed
    over is not waited for.
    """
    aapnet = {a.sak for a in stand.loep}
    med_tid = [s for s in stand.saker if s.start is not None]
    sist = max((i for i, s in enumerate(med_tid) if s.key in aapnet), default=-1)
    return next((s.start for s in med_tid[sist + 1 :]), None)


def _oslo(naa: datetime, klokke: time) -> datetime:
    dag: date = naa.astimezone(OSLO).date()
    return datetime.combine(dag, klokke, OSLO)


def _minutter(lengde: timedelta) -> int:
    """Whole ones, towards nothing: 8 min 50 s over is 8."""
    return int(lengde / MINUTT)

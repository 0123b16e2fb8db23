"""Moving a møte, calling it off, and taking that back: what may be done, and what it then is.

Nothing here tells anybody: that is `bot.varsling.moetevarsler`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.forloep import Forloep
from bot.domain.frammoete import Hvem
from bot.domain.kjede import fortsett
from bot.domain.moete import Moete
from bot.domain.moeter import begynt
from bot.domain.register import Moetehode, Register
from bot.domain.situasjon import Situasjon
from bot.domain.utfall import Utfall


class Hinder(StrEnum):
    """Why not. OPPTATT: one of its bodies has another møte that day. UENDRET: it stands so already."""

    BEGYNT = "begynt"
    AVLYST = "avlyst"
    IKKE_AVLYST = "ikke_avlyst"
    FORTID = "fortid"
    OPPTATT = "opptatt"
    UENDRET = "uendret"
    BAKVENDT = "bakvendt"
    """It would end before it begins."""


class KanIkke(Refusal):
    """`annet` is the møte that stands in the way, where one does."""

    def __init__(self, hinder: Hinder, annet: Moetehode | None = None) -> None:
        super().__init__(hinder)
        self.hinder = hinder
        self.annet = annet


class Forbehold(StrEnum):
    """What to say of a new day before a yes: it is a Saturday or Sunday, or a public holiday."""

    HELG = "helg"
    HELLIGDAG = "helligdag"


@dataclass(frozen=True)
class Flytting:
    """What is to hold of the møte. Oslo time; None: as it is."""

    dato: date | None = None
    start: time | None = None
    slutt: time | None = None
    sted: str | None = None


def flyttet(moete: Moete, til: Flytting) -> Moete:
    """The møte as it becomes. Where only a start is named it lasts as long as before; its papers stay
    as they were read. `ics_sekvens` rises by one.
    """
    start = til.start or moete.start
    slutt = til.slutt or (_like_lenge(moete, til.start) if til.start else moete.slutt)
    return replace(
        moete,
        dato=til.dato or moete.dato,
        start=start,
        slutt=slutt,
        sted=til.sted or moete.sted,
        ics_sekvens=moete.ics_sekvens + 1,
        flyttet_fra=_flyttet_fra(moete, til),
    )


def _flyttet_fra(moete: Moete, til: Flytting) -> date | None:
    """Its first day; other papers name that one."""
    ny_dag = til.dato is not None and til.dato != moete.dato
    return moete.flyttet_fra or (moete.dato if ny_dag else None)


def tilbake(til: Moete, fra: Moete) -> Flytting:
    """What makes `fra` as `til` is, where that can be said."""
    return Flytting(
        til.dato if til.dato != fra.dato else None,
        til.start if til.start != fra.start else None,
        til.slutt if til.slutt != fra.slutt else None,
        til.sted if til.sted != fra.sted else None,
    )


def kan_tilbake(foer: Moete, ny: Moete, at: datetime) -> bool:
    """Whether the møte can become what it was: nothing was unknown then, and its time has not gone by."""
    igjen = flyttet(ny, tilbake(foer, ny))
    lik = (igjen.dato, igjen.start, igjen.slutt, igjen.sted) == (
        foer.dato,
        foer.start,
        foer.slutt,
        foer.sted,
    )
    return lik and datetime.combine(foer.dato, foer.start or time.max) > at.replace(tzinfo=None)


def krev_flytting(hode: Moetehode, ny: Moete, register: Register, at: datetime) -> None:
    """Raises KanIkke. `ny` is what `flyttet` made of it, `at` is Oslo time."""
    krev_aapent(hode, at)
    if (ny.dato, ny.start, ny.slutt, ny.sted) == (hode.dato, hode.start, hode.slutt, hode.sted):
        raise KanIkke(Hinder.UENDRET)
    if ny.start and ny.slutt and ny.slutt <= ny.start:
        raise KanIkke(Hinder.BAKVENDT)
    if begynt(replace(hode, dato=ny.dato, start=ny.start, slutt=ny.slutt), at):
        raise KanIkke(Hinder.FORTID)
    annet = _samme_dag(register, hode, ny.dato)
    if annet:
        raise KanIkke(Hinder.OPPTATT, annet)


def krev_aapent(hode: Moetehode, at: datetime) -> None:
    """Raises KanIkke where it has begun, is over, or is avlyst."""
    if begynt(hode, at):
        raise KanIkke(Hinder.BEGYNT)
    if hode.avlyst:
        raise KanIkke(Hinder.AVLYST)


def krev_avlyst(hode: Moetehode, at: datetime) -> None:
    """Raises KanIkke where there is nothing to take back, or it is too late."""
    if begynt(hode, at):
        raise KanIkke(Hinder.BEGYNT)
    if not hode.avlyst:
        raise KanIkke(Hinder.IKKE_AVLYST)


def avlyst(moete: Moete) -> Moete:
    return replace(moete, avlyst=True, ics_sekvens=moete.ics_sekvens + 1)


def gjenopptatt(moete: Moete) -> Moete:
    """Held after all."""
    return replace(moete, avlyst=False, ics_sekvens=moete.ics_sekvens + 1)


def kall_igjen(sit: Situasjon, av: Hvem) -> Utfall:
    """Of a møte that is held after all: whose place was to be taken gets a vara again. The calls ended
    when it was called off.
    """
    f = Forloep(sit, av)
    fortsett(f)
    return f.utfall()


def sendt(moete: Moete, at: datetime) -> Moete:
    """With when its innkalling was sent."""
    return replace(moete, sendt=at.astimezone(UTC))


def forbehold(foer: Moete, ny: Moete, helligdag: Callable[[date], bool]) -> Forbehold | None:
    """What the preview has to say of the new day, if it is another."""
    if ny.dato == foer.dato:
        return None
    if helligdag(ny.dato):
        return Forbehold.HELLIGDAG
    return Forbehold.HELG if ny.dato.weekday() > 4 else None


def sakslistens_start(moete: Moete) -> time | None:
    """When the møte begins by its saksliste, whose clock times stay as they were read; None where that
    is when it does begin, or there are none.
    """
    papir = moete.innkalling
    if papir is None or papir.start is None or not any(p.start for p in papir.agenda):
        return None
    return papir.start if moete.start not in (None, papir.start) else None


def _like_lenge(moete: Moete, start: time) -> time | None:
    """When it ends; None where that is not known, or would be on the next day."""
    if moete.start is None or moete.slutt is None:
        return None
    dag = moete.dato
    slutt = datetime.combine(dag, start) + (
        datetime.combine(dag, moete.slutt) - datetime.combine(dag, moete.start)
    )
    return slutt.time() if slutt.date() == dag else None


def _samme_dag(register: Register, hode: Moetehode, dag: date) -> Moetehode | None:
    """Another møte of one of its bodies, also an avlyst one: a møte is (organer, dato)."""
    andre = (m for m in register.moeter if m.id != hode.id and m.dato == dag)
    return next((m for m in andre if set(m.organ_ids) & set(hode.organ_ids)), None)

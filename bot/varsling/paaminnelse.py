"""The one personal reminder before a møte, so many working days before it as the body has chosen.

It is due at nine. Where nobody was at work then (the bot was down, it was night), it is made up for
until the møte begins, and never after.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache

from bot.cards.moete import Ramme
from bot.cards.moetevarsler import paaminnelse
from bot.clock import OSLO
from bot.domain.arbeidstid import virkedager_foer
from bot.domain.frammoete import Hvem, Slag
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.moeter import begynt, kommende
from bot.domain.organ import Organ
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kalltilstand
from bot.domain.utboks import Varselslag
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from bot.varsling import frammoete
from bot.varsling.runde import Runde
from bot.varsling.tider import natt
from bot.varsling.varsler import Varsel

KLOKKEN = time(9)


async def moeter(runde: Runde) -> list[int]:
    """Those to come whose members may have to be reminded now: by day, and as early as any body wants."""
    dager = max((o.paaminnelse_dager for o in runde.register.organer), default=0)
    if natt(runde.naa) or dager <= 0:
        return []
    dag = runde.naa.date()
    return [h.id for h in kommende(runde.register.moeter, runde.naa) if _naer(h, dag, dager)]


def _naer(hode: Moetehode, dag: date, dager: int) -> bool:
    return virkedager_foer(hode.dato, dager) <= dag


async def send(runde: Runde, moete_id: int) -> None:
    """A step of the plan. The key of a reminder is its møte and date: once a person, however often this
    is run, and anew where the møte is moved.
    """
    hode = runde.register.hode(moete_id)
    if hode and not hode.avlyst and not _i_gang(hode, runde.naa) and any(_forfalt(runde, hode)):
        await _minn(runde, hode)


def naar(organ: Organ, hode: Moetehode) -> datetime | None:
    """When members of that body are to be reminded (Oslo); None: never."""
    if organ.paaminnelse_dager <= 0:
        return None
    return datetime.combine(virkedager_foer(hode.dato, organ.paaminnelse_dager), KLOKKEN, OSLO)


def _i_gang(hode: Moetehode, naa: datetime) -> bool:
    """A møte without a clock may have begun at any time of its day."""
    return begynt(hode, naa) or (hode.start is None and hode.dato == naa.date())


def _forfalt(runde: Runde, hode: Moetehode) -> Iterable[tuple[Organ, datetime]]:
    """The bodies whose members are to be reminded now or should have been, and since when."""
    for organ_id in hode.organ_ids:
        organ = runde.register.organ(organ_id)
        fra = naar(organ, hode)
        if fra is not None and fra <= runde.naa:
            yield organ, fra


async def _minn(runde: Runde, hode: Moetehode) -> None:
    moete = await runde.uow.moete(hode.id)
    if moete is None:
        return
    sit = await frammoete.les(runde.uow, hode.id, runde.naa)
    varsel = _varsel(runde, moete)
    for organ, fra in _forfalt(runde, hode):
        if not _nettopp(moete, sit, fra):
            ids = [h.person_id for h in _folk(sit, organ, fra) if h.person_id is not None]
            await runde.varsler.til_personer(ids, varsel)


def _nettopp(moete: Moete, sit: Situasjon, fra: datetime) -> bool:
    """Everybody has had the innkalling, or heard that it was moved, since then: that reminds enough."""
    flyttet = any(linje.slag is Slag.FLYTTET and linje.at >= fra for linje in sit.logg)
    return flyttet or (moete.sendt is not None and moete.sendt >= fra)


def _folk(sit: Situasjon, organ: Organ, fra: datetime) -> list[Hvem]:
    """The members, and the varaer who have said yes; not who has forfall, nor who has had to do with the
    møte since it was due.
    """
    medlemmer = [p.hvem for p in sit.plasser if p.organ_id == organ.id and not _har_svart(sit, p.hvem, fra)]
    varaer = [
        k.vara
        for k in sit.stilling.kall
        if k.organ_id == organ.id and k.tilstand is Kalltilstand.JA and k.endret < fra
    ]
    return [*medlemmer, *varaer]


def _har_svart(sit: Situasjon, person: Hvem, fra: datetime) -> bool:
    stand = sit.stilling.person(person)
    return stand.borte or (stand.meldt is not None and stand.meldt >= fra)


def _varsel(runde: Runde, moete: Moete) -> Varsel:
    noekkel = f"paaminnelse:{moete.id}:{moete.dato.isoformat()}"

    @cache
    def kortet(maalform: Maalform) -> Message:
        return paaminnelse(moete, Ramme(tekster(maalform), runde.register, runde.public_url))

    def ordlegg(norsk: Norsk) -> Message:
        return kortet(norsk.maalform)

    return Varsel(noekkel, Varselslag.PAAMINNELSE, ordlegg, moete.id)

"""The reminder of a møte in the channels, so many days before it as each channel has chosen.

It is due at eight in the morning, and for a day after (the bot may have been down). Not longer: a channel
that chooses «7 days before» when there are two left is not to be told at once.
"""

from datetime import date, datetime, time, timedelta

from bot.cards.kanalinnlegg import Naert, paaminnelse
from bot.cards.moete import Ramme
from bot.clock import OSLO
from bot.domain.eventuelt import frist
from bot.domain.kanaloensker import Kanalkobling, Kanalslag
from bot.domain.moete import Moete
from bot.domain.moeter import begynt, kommende
from bot.domain.oenskekodek import MAKS_DAGER
from bot.domain.register import Moetehode
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.runde import Runde
from bot.varsling.tider import natt
from bot.varsling.varsler import Varsel

KLOKKEN = time(8)
SENEST = timedelta(hours=24)
"""So long after it was due it is still posted."""


async def moeter(runde: Runde) -> list[int]:
    """Those to come that are so near that a channel may want to be reminded; by day."""
    if natt(runde.naa):
        return []
    siste = runde.naa.date() + timedelta(days=MAKS_DAGER)
    return [h.id for h in kommende(runde.register.moeter, runde.naa) if h.dato <= siste]


async def minn(runde: Runde, moete_id: int) -> None:
    """A step of the plan. The key is the møte and its date: once a channel, and anew where it is moved."""
    hode = runde.register.hode(moete_id)
    if hode is None or hode.avlyst or begynt(hode, runde.naa):
        return
    koblinger = await runde.uow.kanaler.koblinger(hode.organ_ids)
    forfalt = [k for k in koblinger if _forfalt(k, hode, runde.naa)]
    moete = await runde.uow.moete(moete_id) if forfalt else None
    if moete is None:
        return
    varsel = _varsel(runde, hode, moete)
    for kobling in forfalt:
        if not _nettopp(kobling, moete, hode):
            await runde.varsler.til_kanal(kobling.kanal, varsel)


def _forfalt(kobling: Kanalkobling, hode: Moetehode, naa: datetime) -> bool:
    dager = kobling.oensker.paaminnelse
    if dager is None or not kobling.oensker.vil_ha(Kanalslag.PAAMINNELSE):
        return False
    return naar(hode.dato, dager) <= naa < naar(hode.dato, dager) + SENEST


def naar(dato: date, dager: int) -> datetime:
    """In Oslo."""
    return datetime.combine(dato - timedelta(days=dager), KLOKKEN, OSLO)


def _nettopp(kobling: Kanalkobling, moete: Moete, hode: Moetehode) -> bool:
    """The innkalling came since: that reminds enough."""
    fra = naar(hode.dato, kobling.oensker.paaminnelse or 0)
    return kobling.oensker.innkalling and moete.sendt is not None and moete.sendt >= fra


def _varsel(runde: Runde, hode: Moetehode, moete: Moete) -> Varsel:
    i_dag = runde.naa.date()
    frister = [f for o in hode.organ_ids if (f := frist(runde.register, o, hode)) and f >= i_dag]
    naert = Naert(moete, (hode.dato - i_dag).days, min(frister, default=None))

    def ordlegg(norsk: Norsk) -> Message:
        return paaminnelse(naert, Ramme(norsk, runde.register, runde.public_url))

    noekkel = f"kanalpaaminnelse:{hode.id}.{hode.dato.isoformat()}"
    return Varsel(noekkel, Varselslag.PAAMINNELSE, ordlegg, hode.id)

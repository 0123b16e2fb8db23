"""The reminder of a møte in the channels, so many days before it as each channel has chosen.

It is due at eight in the morning. Where the bot was down then, it comes later and says so: within
`Runde.seint`, and as long as the møte is not that very day. What has been seen to is a tick: so a channel
that chooses «7 days before» when there are two left is not told at once, and one that is taken back stays
so.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from bot.cards.kanalinnlegg import Naert, paaminnelse
from bot.cards.moete import Ramme
from bot.clock import OSLO
from bot.domain.eventuelt import frist
from bot.domain.kanaloensker import Kanalkobling, Kanalslag
from bot.domain.moete import Moete
from bot.domain.moeter import begynt, kommende
from bot.domain.oenskekodek import MAKS_DAGER
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.runde import Runde
from bot.varsling.tider import natt
from bot.varsling.varsler import Varsel

KLOKKEN = time(8)
SLAKK = timedelta(minutes=15)
"""So late is on time."""


async def moeter(runde: Runde) -> list[int]:
    """Those to come that a channel is to be reminded of now, and has not been; by day."""
    naere = _naere(runde.register, runde.naa)
    if natt(runde.naa) or not naere:
        return []
    organer = sorted({o for h in naere for o in h.organ_ids})
    koblinger = [k for k in await runde.uow.kanaler.koblinger(organer) if _vil(k)]
    alle = [(h, k) for h in naere for k in koblinger if k.organ_id in h.organ_ids]
    aktuelle = [(h, k) for h, k in alle if _forfalt(runde, k, h)]
    if not aktuelle:
        return []
    tatte = await runde.uow.takter.tatte(min(_tikk(k, h)[1] for h, k in aktuelle))
    return list(dict.fromkeys(h.id for h, k in aktuelle if _tikk(k, h) not in tatte))


async def minn(runde: Runde, moete_id: int) -> None:
    """A step of the plan. The key is the møte and its date: once a channel, and anew where it is moved."""
    hode = runde.register.hode(moete_id)
    if hode is None or hode.avlyst or begynt(hode, runde.naa):
        return
    koblinger = await runde.uow.kanaler.koblinger(hode.organ_ids)
    forfalt = [k for k in koblinger if _vil(k) and _forfalt(runde, k, hode)]
    moete = await runde.uow.moete(moete_id) if forfalt else None
    if moete is None:
        return
    for kobling in forfalt:
        if await runde.uow.takter.ta(*_tikk(kobling, hode)) and not await _nettopp(runde, kobling, moete):
            varsel = _varsel(runde, hode, moete, naar(hode.dato, kobling.oensker.paaminnelse or 0))
            await runde.varsler.til_kanal(kobling.kanal, varsel)


async def satt(
    uow: UnitOfWork, register: Register, koblinger: Iterable[Kanalkobling], at: datetime
) -> None:
    """To be called where channels have chosen (the links as they are now), in the same transaction: what
    was due at `at` is not made up for.
    """
    for kobling in koblinger:
        for hode in _naere(register, at) if _vil(kobling) else []:
            if kobling.organ_id in hode.organ_ids and _naar(kobling, hode) <= at:
                await uow.takter.ta(*_tikk(kobling, hode))


def _naere(register: Register, naa: datetime) -> list[Moetehode]:
    siste = naa.date() + timedelta(days=MAKS_DAGER)
    return [h for h in kommende(register.moeter, naa) if h.dato <= siste]


def _vil(kobling: Kanalkobling) -> bool:
    return kobling.oensker.paaminnelse is not None and kobling.oensker.vil_ha(Kanalslag.PAAMINNELSE)


def _forfalt(runde: Runde, kobling: Kanalkobling, hode: Moetehode) -> bool:
    seint = runde.naa - _naar(kobling, hode)
    if seint <= SLAKK:
        return seint >= timedelta()
    return seint <= runde.seint or runde.naa.date() < hode.dato


def _naar(kobling: Kanalkobling, hode: Moetehode) -> datetime:
    return naar(hode.dato, kobling.oensker.paaminnelse or 0)


def _tikk(kobling: Kanalkobling, hode: Moetehode) -> tuple[str, datetime]:
    """The plan and the time of the tick that it has been seen to."""
    return f"paaminnelse:{kobling.kanal.id}:{hode.id}", _naar(kobling, hode).astimezone(UTC)


def naar(dato: date, dager: int) -> datetime:
    """In Oslo."""
    return datetime.combine(dato - timedelta(days=dager), KLOKKEN, OSLO)


async def _nettopp(runde: Runde, kobling: Kanalkobling, moete: Moete) -> bool:
    """The innkalling came since, or that the møte was moved: that reminds enough."""
    fra = naar(moete.dato, kobling.oensker.paaminnelse or 0)
    if kobling.oensker.innkalling and moete.sendt is not None and moete.sendt >= fra:
        return True
    noekkel = f"flyttet:{moete.id}:{moete.ics_sekvens}:kanal:{kobling.kanal.id}"
    sagt = await runde.uow.utboks.under(noekkel)
    return any((post.siden or post.ikke_foer) >= fra for post in sagt)


def _varsel(runde: Runde, hode: Moetehode, moete: Moete, skulle: datetime) -> Varsel:
    i_dag = runde.naa.date()
    frister = [f for o in hode.organ_ids if (f := frist(runde.register, o, hode)) and f >= i_dag]
    forsinket = skulle if runde.naa - skulle > SLAKK else None
    naert = Naert(moete, (hode.dato - i_dag).days, min(frister, default=None), forsinket)

    def ordlegg(norsk: Norsk) -> Message:
        return paaminnelse(naert, Ramme(norsk, runde.register, runde.public_url))

    noekkel = f"kanalpaaminnelse:{hode.id}.{hode.dato.isoformat()}"
    return Varsel(noekkel, Varselslag.PAAMINNELSE, ordlegg, hode.id)

"""An ASU and a PSU with people whom the bot reaches, but for one; Ove is the sekretariat of both."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.moeteendring import avlyst
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, NAA, Chat, Svar, kanal, privat

ANNE, BERIT, SIRI, OVE, LIV = "anne vik", "berit nes", "siri haug", "ove bakk", "liv strand"
"""Leder, medlem, medlem who has never spoken to the bot, sekretariat, and Berit's vara."""
OLGA = "olga ness"
"""Leads PSU, and is nobody in ASU."""
ASUKANAL = kanal("Samarbeid")


@dataclass(frozen=True)
class Huset:
    """ASU meets on Wednesday 15 May (with an innkalling) and on 19 June, PSU on 23 May."""

    chat: Chat
    asu: Organ
    psu: Organ
    mai: Moete
    juni: Moete
    psu_mai: Moete

    async def ja(self, hvem: str, linje: str, at: str = NAA, **mer: Any) -> Svar:
        """Says it, and yes to what is shown."""
        svar = await self.chat.si(hvem, linje, at=at, **mer)
        return await self.chat.trykk(hvem, svar.knapp("Ja"), at=at, **mer)

    async def moete(self, moete_id: int | None) -> Moete:
        async with self.chat.store.read() as arkiv:
            moete = await arkiv.moete(moete_id or 0)
        assert moete is not None
        return moete

    async def avlys(self, moete: Moete) -> None:
        async with self.chat.store.turn() as uow:
            await uow.save_moete(avlyst(await uow.load_moete(moete.id or 0) or moete))
            await uow.commit()


def _medlem(navn: str, rolle: Rolle, sete: str, **mer: Any) -> Medlem:
    return Medlem(navn.title(), rolle, representerer=sete, aad_id=f"aad-{navn}", **mer)


def _asu() -> list[Medlem]:
    k, h = Side.KOMMUNER, Side.HELSEFORETAK
    return [
        _medlem(ANNE, Rolle.LEDER, "Ledelsen", side=h),
        _medlem(BERIT, Rolle.MEDLEM, "Nordre region", side=k),
        _medlem(SIRI, Rolle.MEDLEM, "Klinikk Fjord", side=h),
        _medlem(LIV, Rolle.VARA, "Nordre region", side=k, rekkefoelge=1),
        _medlem(OVE, Rolle.SEKRETARIAT, "sekretariatet"),
    ]


def _psu() -> list[Medlem]:
    return [
        _medlem(OLGA, Rolle.LEDER, "Søndre region", side=Side.KOMMUNER),
        _medlem(OVE, Rolle.SEKRETARIAT, "sekretariatet"),
    ]


def _organ(fellesskap_id: int, navn: str, kort: str, folk: list[Medlem]) -> Organ:
    navneliste = [Organnavn(navn, Navneslag.NAVN), Organnavn(kort, Navneslag.KORT)]
    return Organ(fellesskap_id, navneliste, folk)


async def bygg(chat: Chat) -> Huset:
    """Stores it. All but Siri have said hello, so that they can be reached."""
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        asu = await uow.save_organ(_organ(fellesskap, "Administrativt samarbeidsutvalg", "ASU", _asu()))
        await uow.commit()
    async with chat.store.turn() as uow:
        psu = await uow.save_organ(_organ(fellesskap, "Politisk samarbeidsutvalg", "PSU", _psu()))
        await uow.commit()
    mai = await _moete(chat, asu, eksempel.DAGEN)
    juni = await _moete(chat, asu, date(2024, 6, 19), innkalling=None)
    psu_mai = await _moete(chat, psu, date(2024, 5, 23))
    for hvem in (ANNE, BERIT, LIV, OVE, OLGA):
        await chat.si(hvem, "hei", at="2024-05-08T08:00", i=privat(hvem))
    return Huset(chat, asu, psu, mai, juni, psu_mai)


async def _moete(chat: Chat, organ: Organ, dag: date, **mer: Any) -> Moete:
    nytt = Moete(organ.helsefellesskap_id, [organ.id or 0], dag, time(12), time(15), "Storsalen")
    async with chat.store.turn() as uow:
        lagret = await uow.save_moete(replace(nytt, **{"innkalling": eksempel.innkalling(dag), **mer}))
        await uow.commit()
    return lagret


def forfalsket(knapp: Button, **data: Any) -> Button:
    """The button with other data."""
    return replace(knapp, data={**knapp.data, **data})

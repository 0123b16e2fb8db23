"""An ASU and a PSU with members and varaer who have seats, and the møter they are to meet in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, Chat, privat

ANNE, BERIT, JONAS, SIRI = "anne vik", "berit nes", "jonas moe", "siri haug"
KARI, LIV, WENCHE, OVE = "kari dahl", "liv strand", "wenche lund", "ove bakk"
NORDRE, SOENDRE, FJORD, LEDELSEN = "Nordre region", "Søndre region", "Klinikk Fjord", "Ledelsen"
ONSDAG = date(2024, 5, 15)
"""ASU meets, a week after `chat.NAA`."""
TORSDAG = date(2024, 5, 23)
"""PSU meets."""
JUNI = date(2024, 6, 19)
"""ASU meets again."""


def medlem(
    navn: str, rolle: Rolle, sete: str | None = None, side: Side | None = None, nr: int | None = None
) -> Medlem:
    return Medlem(navn.title(), rolle, representerer=sete, side=side, rekkefoelge=nr, aad_id=f"aad-{navn}")


def asu_folk() -> list[Medlem]:
    k, h = Side.KOMMUNER, Side.HELSEFORETAK
    return [
        medlem(ANNE, Rolle.LEDER, LEDELSEN, h),
        medlem(BERIT, Rolle.MEDLEM, NORDRE, k),
        medlem(JONAS, Rolle.MEDLEM, SOENDRE, k),
        medlem(SIRI, Rolle.MEDLEM, FJORD, h),
        medlem(KARI, Rolle.VARA, NORDRE, k, 1),
        medlem(LIV, Rolle.VARA, NORDRE, k, 2),
        medlem(WENCHE, Rolle.VARA, FJORD, h, 1),
        medlem(OVE, Rolle.SEKRETARIAT),
    ]


def psu_folk() -> list[Medlem]:
    return [
        medlem("olav ness", Rolle.LEDER, SOENDRE, Side.KOMMUNER),
        medlem(JONAS, Rolle.MEDLEM, NORDRE, Side.KOMMUNER),
        medlem(OVE, Rolle.SEKRETARIAT),
    ]


def organ(fellesskap_id: int, navn: str, kort: str, folk: list[Medlem], quorum: int | None = None) -> Organ:
    navneliste = [Organnavn(navn, Navneslag.NAVN), Organnavn(kort, Navneslag.KORT)]
    return Organ(fellesskap_id, navneliste, folk, quorum=quorum)


class Huset:
    """What was stored: the bodies and the møter."""

    def __init__(self, asu: Organ, psu: Organ, onsdag: Moete, torsdag: Moete, juni: Moete) -> None:
        self.asu, self.psu = asu, psu
        self.onsdag, self.torsdag, self.juni = onsdag, torsdag, juni

    def person(self, navn: str) -> int:
        alle = [m for o in (self.asu, self.psu) for m in o.medlemmer]
        return next(m.person_id for m in alle if m.navn == navn.title() and m.person_id)


async def bygg(
    chat: Chat, *, quorum: int | None = None, flere: Sequence[Medlem] = (), papirer: bool = True
) -> Huset:
    """Stores it. Everybody has said hello, so that they can be reached."""
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        asu = await uow.save_organ(
            organ(fellesskap, "Administrativt samarbeidsutvalg", "ASU", [*asu_folk(), *flere], quorum)
        )
        await uow.commit()
    async with chat.store.turn() as uow:
        psu = await uow.save_organ(organ(fellesskap, "Politisk samarbeidsutvalg", "PSU", psu_folk()))
        await uow.commit()
    moeter = [
        await moete(chat, fellesskap, o, dag, papirer=papirer)
        for o, dag in ((asu, ONSDAG), (psu, TORSDAG), (asu, JUNI))
    ]
    return Huset(asu, psu, *moeter)


async def moete(
    chat: Chat, fellesskap: int, organet: Organ, dag: date, *, papirer: bool = True, **mer: Any
) -> Moete:
    papir = eksempel.innkalling(dag) if papirer else None
    async with chat.store.turn() as uow:
        nytt = Moete(fellesskap, [organet.id or 0], dag, time(12), time(15), "Storsalen", **mer)
        lagret = await uow.save_moete(replace(nytt, innkalling=papir))
        await uow.commit()
    return lagret


async def installer(chat: Chat, *navn: str) -> None:
    """They have written to the bot, so it can write to them."""
    for en in navn:
        await chat.si(en, "hei", i=privat(en))


ALLE = (ANNE, BERIT, JONAS, SIRI, KARI, LIV, WENCHE, OVE)


async def logg(chat: Chat, moetet: Moete) -> list[str]:
    """The log as «forfall Berit Nes», in the order it was written."""
    async with chat.store.turn() as uow:
        linjer = await uow.frammoete.les(moetet.id or 0)
    return [f"{linje.slag} {linje.person.navn}" for linje in linjer]

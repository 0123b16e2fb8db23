"""An ASU and a PSU where members raise saker; who they are is known by their aad ids, but for Siri's."""

from dataclasses import replace
from datetime import date, time

from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, Chat

ANNE, BERIT, JONAS, KARI, OVE = "anne vik", "berit nes", "jonas moe", "kari dahl", "ove bakk"
SIRI, PER = "siri haug", "per lien"
"""Siri is known by her name only; Per is nobody's member."""
MAI, JUNI, TORSDAG = date(2024, 5, 15), date(2024, 6, 19), date(2024, 5, 23)
"""ASU meets in May and June, PSU on the Thursday."""
I_MOETET = "2024-05-15T12:30"
BARE_ASU = (ANNE, BERIT, KARI, OVE, SIRI)


def _medlem(navn: str, rolle: Rolle = Rolle.MEDLEM) -> Medlem:
    return Medlem(navn.title(), rolle, aad_id=None if navn == SIRI else f"aad-{navn}")


def _organ(fellesskap: int, navn: str, kort: str, folk: list[Medlem], frist: int | None) -> Organ:
    navneliste = [Organnavn(navn, Navneslag.NAVN), Organnavn(kort, Navneslag.KORT)]
    return Organ(fellesskap, navneliste, folk, frist_dager=frist)


class Utvalgene:
    """The ids of what was stored."""

    def __init__(self, asu: int, psu: int, mai: int, juni: int, torsdag: int) -> None:
        self.asu, self.psu = asu, psu
        self.mai, self.juni, self.torsdag = mai, juni, torsdag


async def bygg(chat: Chat, *, frist: int | None = None) -> Utvalgene:
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        await uow.commit()
    asu = await _utvalg(chat, _organ(fellesskap, "Administrativt samarbeidsutvalg", "ASU", _asu(), frist))
    psu = await _utvalg(chat, _organ(fellesskap, "Politisk samarbeidsutvalg", "PSU", _psu(), None))
    moeter = [await moete(chat, fellesskap, o, dag) for o, dag in ((asu, MAI), (asu, JUNI), (psu, TORSDAG))]
    return Utvalgene(asu, psu, *moeter)


def _asu() -> list[Medlem]:
    return [
        _medlem(ANNE, Rolle.LEDER),
        _medlem(BERIT),
        _medlem(JONAS),
        _medlem(KARI, Rolle.VARA),
        _medlem(SIRI),
        _medlem(OVE, Rolle.SEKRETARIAT),
    ]


def _psu() -> list[Medlem]:
    return [_medlem("olav ness", Rolle.LEDER), _medlem(JONAS), _medlem(OVE, Rolle.SEKRETARIAT)]


async def _utvalg(chat: Chat, organ: Organ) -> int:
    async with chat.store.turn() as uow:
        lagret = await uow.save_organ(organ)
        await uow.commit()
    return lagret.id or 0


async def moete(chat: Chat, fellesskap: int, organ_id: int, dag: date) -> int:
    nytt = Moete(fellesskap, [organ_id], dag, time(12), time(15), "Storsalen")
    async with chat.store.turn() as uow:
        lagret = await uow.save_moete(replace(nytt, innkalling=eksempel.innkalling(dag)))
        await uow.commit()
    return lagret.id or 0


async def avlys(chat: Chat, moete_id: int) -> None:
    async with chat.store.turn() as uow:
        moetet = await uow.load_moete(moete_id)
        assert moetet
        moetet.avlyst = True
        await uow.save_moete(moetet)
        await uow.commit()


async def saker(chat: Chat, organ_id: int) -> list[MeldtSak]:
    """All that is stored for the body, in the order it was raised."""
    async with chat.store.turn() as uow:
        return await uow.saker.for_organ(organ_id)


async def titler(chat: Chat, organ_id: int) -> list[str]:
    return [s.tittel for s in await saker(chat, organ_id)]

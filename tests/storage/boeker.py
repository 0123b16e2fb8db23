"""Møtebøker and their lines, for the tests of what keeps them."""

from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag, Moetebok
from tests.storage import samples

ANNE, BO = Hvem("Anne Li", 1), Hvem("Bo Ås", 2)


def linje(tekst: str = "Tas til orientering.", akt: str = "a1", **felt) -> Foering:
    plain = {"av": ANNE, "nr": 1, "sak": 2, "tekst": tekst}
    return Foering(Foeringsslag.PUNKT, samples.NAA, akt=akt, **plain | felt)


async def moete(store, navn: str = "Vikvåg helsefellesskap") -> int:
    hf, [asu] = await samples.fellesskap(store, navn)
    return (await samples.lagre(store, samples.moete(hf, asu))).id


async def aapne(store, moete_id: int | None = None, **felt) -> Moetebok:
    moete_id = moete_id or await moete(store)
    async with store.turn() as uow:
        bok = await uow.boeker.opprett(Moetebok(moete_id, samples.NAA, **felt))
        await uow.commit()
    return bok


async def noter(store, bok_id: int, *linjer: Foering) -> list[Foering]:
    async with store.turn() as uow:
        lagret = await uow.boeker.noter(bok_id, linjer)
        await uow.commit()
    return lagret


async def hent(store, bok_id: int) -> Moetebok | None:
    async with store.turn() as uow:
        return await uow.boeker.hent(bok_id)


async def les(store, bok_id: int) -> list[Foering]:
    async with store.turn() as uow:
        return await uow.boeker.les(bok_id)

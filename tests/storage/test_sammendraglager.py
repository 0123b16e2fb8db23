"""Sammendrag on each database, and in the fake: one for a møte, changed by one at a time."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from tests.storage import samples


@pytest.fixture
async def moete_id(store) -> int:
    fellesskap, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        moete = await uow.save_moete(Moete(fellesskap, [asu], date(2024, 4, 17)))
        await uow.commit()
    assert moete.id
    return moete.id


async def gjoer(store, hva):
    async with store.turn() as uow:
        svar = await hva(uow.sammendrag)
        await uow.commit()
    return svar


async def test_it_is_kept_with_all_it_has(store, moete_id):
    assert await gjoer(store, lambda s: s.for_moete(moete_id)) is None
    nytt = await gjoer(store, lambda s: s.opprett(Sammendrag(moete_id)))
    assert (nytt.versjon, await gjoer(store, lambda s: s.hent(nytt.id))) == (1, nytt)
    assert await gjoer(store, lambda s: s.utlagte()) == []

    ute = replace(
        nytt,
        tilstand=Sammendragstilstand.LAGT_UT,
        innledning="Takk\nfor møtet",
        utelatt=("p1", "s4"),
        vist=("p2", "p3@1"),
        vist_innledning="Takk",
        merke="b3|x|f",
        lagt_ut=samples.NAA,
        lagt_ut_av=Hvem("Turid Havn", 7),
        rettet=samples.NAA,
    )
    ute = await gjoer(store, lambda s: s.lagre(ute))
    assert await gjoer(store, lambda s: s.for_moete(moete_id)) == ute
    assert await gjoer(store, lambda s: s.utlagte()) == [ute]
    assert ute.versjon == 2


async def test_of_two_who_propose_at_once_one_does(store, moete_id):
    async def foreslaa():
        try:
            return await gjoer(store, lambda s: s.opprett(Sammendrag(moete_id)))
        except Conflict:
            return None

    funnet = await asyncio.gather(*(foreslaa() for _ in range(4)))
    assert len([f for f in funnet if f]) == 1


async def test_of_two_who_put_it_out_at_once_one_does(store, moete_id):
    nytt = await gjoer(store, lambda s: s.opprett(Sammendrag(moete_id)))
    ute = replace(nytt, tilstand=Sammendragstilstand.LAGT_UT)

    async def legg_ut():
        try:
            return await gjoer(store, lambda s: s.lagre(ute))
        except Conflict:
            return None

    lagret = await asyncio.gather(*(legg_ut() for _ in range(4)))
    assert len([x for x in lagret if x]) == 1

"""Meetings in Teams, who was in them, and the cards in their chats."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.domain.moetekort import Moetekort
from bot.domain.teamsmoete import Teamsdeltaker, Teamsmoete
from tests.storage import samples

CHAT, ANNEN = "19:meeting_a@thread.v2", "19:meeting_b@thread.v2"
NAA = samples.NAA
MINUTT = timedelta(minutes=1)


async def gjoer(store, hva):
    async with store.turn() as uow:
        svar = await hva(uow.teamsmoeter)
        await uow.commit()
    return svar


async def moete(store) -> int:
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        lagret = await uow.save_moete(samples.moete(hf, asu))
        await uow.commit()
    return lagret.id


async def test_chatten_husker_det_siste_moetet(store):
    foerst = Teamsmoete(CHAT, "MCMx", "ASU 3. desember", NAA)
    siste = Teamsmoete(CHAT, "MCMy", "ASU", NAA + MINUTT, NAA + 2 * MINUTT, await moete(store))
    await gjoer(store, lambda t: t.lagre(foerst))
    assert await gjoer(store, lambda t: t.hent(CHAT)) == foerst
    await gjoer(store, lambda t: t.lagre(siste))
    assert await gjoer(store, lambda t: t.hent(CHAT)) == siste
    assert await gjoer(store, lambda t: t.hent(ANNEN)) is None


async def test_et_moete_i_to_chatter_gir_den_siste_foerst(store):
    moete_id = await moete(store)
    en = Teamsmoete(CHAT, "a", "ASU", NAA, moete_id=moete_id)
    to = Teamsmoete(ANNEN, "b", "ASU", NAA + MINUTT, moete_id=moete_id)
    for moetet in (en, to):
        await gjoer(store, lambda t, moetet=moetet: t.lagre(moetet))
    assert await gjoer(store, lambda t: t.for_moete(moete_id)) == [to, en]
    assert await gjoer(store, lambda t: t.for_moete(moete_id + 1)) == []


async def test_hvem_som_kom_og_gikk_i_den_rekkefoelgen_det_skjedde(store):
    kom = Teamsdeltaker(CHAT, "Kari Nes", NAA, inne=True, aad_id="aad-kari")
    gikk = replace(kom, at=NAA + MINUTT, inne=False)
    gjest = Teamsdeltaker(CHAT, "Ola (Gjest)", NAA + MINUTT, inne=True)
    await gjoer(store, lambda t: t.noter([gikk, gjest]))
    await gjoer(store, lambda t: t.noter([kom, replace(kom, conversation_id=ANNEN)]))
    await gjoer(store, lambda t: t.noter([]))
    assert await gjoer(store, lambda t: t.deltakere(CHAT, NAA)) == [kom, gikk, gjest]
    assert await gjoer(store, lambda t: t.deltakere(CHAT, NAA + MINUTT)) == [gikk, gjest]


async def test_et_kort_tas_av_en_om_gangen(store):
    nytt = await gjoer(store, lambda t: t.ta_kort(7, NAA, NAA + MINUTT))
    assert nytt == Moetekort(7)
    assert await gjoer(store, lambda t: t.ta_kort(7, NAA, NAA + MINUTT)) is None
    assert await gjoer(store, lambda t: t.ta_kort(8, NAA, NAA + MINUTT)) == Moetekort(8)
    assert await gjoer(store, lambda t: t.ta_kort(7, NAA + MINUTT, NAA + 2 * MINUTT)) == nytt


async def test_det_som_er_lagret_kommer_tilbake_naar_det_er_tid(store):
    kort = Moetekort(7, CHAT, "sist", NAA + MINUTT, 2, NAA, fortalt=True)
    await gjoer(store, lambda t: t.ta_kort(7, NAA, NAA + 5 * MINUTT))
    await gjoer(store, lambda t: t.lagre_kort(kort))
    assert await gjoer(store, lambda t: t.ta_kort(7, NAA, NAA + MINUTT)) is None
    assert await gjoer(store, lambda t: t.ta_kort(7, NAA + MINUTT, NAA + 2 * MINUTT)) == kort


async def test_ti_som_vil_ha_det_samme_nye_kortet(store):
    tatt = await asyncio.gather(
        *(gjoer(store, lambda t: t.ta_kort(7, NAA, NAA + MINUTT)) for _ in range(10))
    )
    assert [kort for kort in tatt if kort] == [Moetekort(7)]


async def test_de_som_ikke_er_ferdige(store):
    await gjoer(store, lambda t: t.lagre_kort(Moetekort(8)))
    await gjoer(store, lambda t: t.lagre_kort(Moetekort(7, ferdig=True)))
    assert await gjoer(store, lambda t: t.uferdige_kort()) == [8]
    await gjoer(store, lambda t: t.lagre_kort(Moetekort(8, ferdig=True)))
    assert await gjoer(store, lambda t: t.uferdige_kort()) == []


async def test_det_gamle_glemmes_etter_lagerets_klokke(store):
    await gjoer(store, lambda t: t.noter([Teamsdeltaker(CHAT, "Kari Nes", NAA, inne=True)]))
    assert await gjoer(store, lambda t: t.purge(timedelta(days=30))) == 0
    assert len(await gjoer(store, lambda t: t.deltakere(CHAT, NAA))) == 1
    assert await gjoer(store, lambda t: t.purge(timedelta(seconds=-60))) == 1
    assert await gjoer(store, lambda t: t.deltakere(CHAT, NAA)) == []

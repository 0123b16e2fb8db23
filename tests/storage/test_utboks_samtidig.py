"""The outbox with several at it: nothing lost, nothing queued twice, no two send the same."""

import asyncio

from storage.store import open_store
from tests.storage.test_samtidig import igjen
from tests.storage.test_utboks import LEIE, NAA, gjoer, legg, noekler, post, ta


async def test_samme_noekkel_lagt_av_tjue_paa_en_gang_er_en_post(store):
    svar = await asyncio.gather(*(igjen(lambda: legg(store, post("a"))) for _ in range(20)))

    assert sorted(svar) == [[False]] * 19 + [[True]]
    assert noekler(await ta(store)) == ["a"]


async def test_to_transaksjoner_i_to_prosesser_legger_den_samme_en_gang(database_url):
    """The second waits for the first, and sees what became of it."""
    stores = [open_store(database_url) for _ in range(2)]
    async with stores[0].turn() as uow:
        assert await uow.utboks.legg(post("a"))
        annen = asyncio.create_task(legg(stores[1], post("a")))
        await asyncio.sleep(0.1)
        await uow.commit()

    assert await annen == [False]
    for store in stores:
        await store.close()


async def test_to_som_tar_paa_en_gang_faar_hver_sine(store):
    await legg(store, *(post(f"{n}-{i}", f"19:{n}") for n in range(20) for i in range(2)))

    tatt = await asyncio.gather(*(igjen(lambda: ta(store, antall=6)) for _ in range(5)))

    alle = [noekkel for en in tatt for noekkel in noekler(en)]
    assert sorted(alle) == sorted(f"{n}-0" for n in range(20))


async def test_prosesser_som_tar_paa_en_gang_faar_hver_sine_og_alt_blir_sendt(database_url):
    """Until it is empty, marking what they took: no post twice, and each conversation in order."""
    stores = [open_store(database_url) for _ in range(4)]
    await legg(stores[0], *(post(f"{n}-{i}", f"19:{n}") for i in range(5) for n in range(10)))
    sendt: list[str] = []

    async def send(store) -> None:
        while len(sendt) < 50:
            for p in await igjen(lambda: ta(store, antall=3)):
                sendt.append(p.noekkel)
                await igjen(lambda p=p: gjoer(store, "sendt", p.id))

    await asyncio.wait_for(asyncio.gather(*(send(store) for store in stores)), 60)

    assert len(sendt) == len(set(sendt)) == 50
    for n in range(10):
        assert [k for k in sendt if k.startswith(f"{n}-")] == [f"{n}-{i}" for i in range(5)]
    for store in stores:
        await store.close()


async def test_en_som_holder_paa_aa_ta_stanser_ikke_en_annen(postgres_url):
    store = open_store(postgres_url)
    await legg(store, post("a1"), post("a2"), post("b1", "19:b"))
    async with store.turn() as uow:
        assert noekler(await uow.utboks.ta(NAA, LEIE, 1)) == ["a1"]
        assert noekler(await asyncio.wait_for(ta(store), 2)) == ["b1"]
    assert noekler(await ta(store)) == ["a1"]
    await store.close()


async def test_en_som_endrer_det_som_venter_stanser_ikke_de_andre(postgres_url):
    """And what it says is sent as it was left."""
    store = open_store(postgres_url)
    await legg(store, post("a1"), post("b1", "19:b"))
    async with store.turn() as uow:
        assert await uow.utboks.erstatt("a1", {"text": "rettet"})
        assert noekler(await asyncio.wait_for(ta(store), 2)) == ["b1"]
        await uow.commit()
    [a1] = await ta(store)
    assert a1.melding == {"text": "rettet"}
    await store.close()

"""Several who write to one møtebok at once: every line once, and in the order of their ids."""

import asyncio
import random

from storage.store import open_store
from tests.storage import samples
from tests.storage.boeker import aapne, hent, les, linje, noter
from tests.storage.test_samtidig import igjen


async def skriv(store, bok_id: int, n: int) -> None:
    """Numbers its point after what is there, as a rule does; two lines of one act."""
    async with store.turn() as uow:
        await uow.begin_turn(f"19:{n}", f"29:{n}", [f"a{n}"])
        bok, logg = await uow.boeker.laas(bok_id)
        assert bok.siste == (logg[-1].id if logg else 0)
        await asyncio.sleep(0)
        nr = 1 + max((en.nr for en in logg), default=0)
        await uow.boeker.noter(bok_id, [linje(f"Punkt {n}", f"a{n}", nr=nr)])
        await uow.boeker.noter(bok_id, [linje(f"Frist {n}", f"a{n}", nr=nr)])
        await uow.note_turn(samples.samtale(f"19:{n}"), [f"a{n}"], [])
        await uow.commit()


async def test_tjue_som_dikterer_paa_en_gang_faar_hvert_sitt_nummer(store):
    bok = await aapne(store)

    await asyncio.gather(*(igjen(lambda n=n: skriv(store, bok.id, n)) for n in range(20)))

    logg = await les(store, bok.id)
    ider = [en.id for en in logg]
    assert ider == sorted(set(ider))
    assert [en.nr for en in logg] == [nr for nr in range(1, 21) for _ in range(2)]
    assert {en.akt for en in logg} == {f"a{n}" for n in range(20)}
    assert all(en.akt == neste.akt for en, neste in zip(logg[::2], logg[1::2], strict=True))
    assert (await hent(store, bok.id)).siste == ider[-1]


async def test_den_som_har_laast_skriver_foerst_ogsaa_om_en_annen_ikke_laaser(store):
    bok = await aapne(store)
    async with store.turn() as uow:
        await uow.boeker.laas(bok.id)
        annen = asyncio.create_task(igjen(lambda: noter(store, bok.id, linje("Etter"))))
        await asyncio.sleep(0.1)
        await uow.boeker.noter(bok.id, [linje("Foran")])
        await uow.commit()
    await annen

    assert [en.tekst for en in await les(store, bok.id)] == ["Foran", "Etter"]


async def test_det_som_leses_uten_laas_er_alltid_begynnelsen_av_loggen(database_url):
    """Several processes write, some of it rolled back, while others read: nobody misses a line."""
    stores = [open_store(database_url) for _ in range(4)]
    bok = await aapne(stores[0])
    kast = random.Random(7)
    lest: list[list[int]] = []
    ferdig = asyncio.Event()

    async def les_til_ferdig(store):
        while not ferdig.is_set():
            lest.append([en.id for en in await les(store, bok.id)])
            await asyncio.sleep(0)

    async def skriv_noe(n: int):
        async with stores[n % 2].turn() as uow:
            if kast.random() < 0.5:
                await uow.boeker.laas(bok.id)
            await uow.boeker.noter(bok.id, [linje(f"{n}-{k}", f"a{n}") for k in range(1 + n % 3)])
            await asyncio.sleep(0.001)
            await uow.boeker.les(bok.id)
            if n % 5:
                await uow.commit()

    lesere = [asyncio.create_task(les_til_ferdig(store)) for store in stores[1:]]
    await asyncio.gather(*(igjen(lambda n=n: skriv_noe(n)) for n in range(60)))
    ferdig.set()
    await asyncio.gather(*lesere)

    loggene = [await les(store, bok.id) for store in stores]
    assert all(logg == loggene[0] for logg in loggene)
    ider = [en.id for en in loggene[0]]
    assert len(ider) == sum(1 + n % 3 for n in range(60) if n % 5)
    assert all(sett == ider[: len(sett)] for sett in lest)
    assert max(map(len, lest)) > 0
    for store in stores:
        await store.close()


async def test_kortet_merkes_mens_en_annen_dikterer(postgres_url):
    """What waits, waits no longer than a turn takes; and neither undoes the other's."""
    store = open_store(postgres_url)
    bok = await aapne(store)

    async def vis():
        async with store.turn() as uow:
            await uow.boeker.vist(bok.id, "kort-1", 3)
            await uow.commit()

    async with store.turn() as uow:
        laast, _ = await uow.boeker.laas(bok.id)
        kortet = asyncio.create_task(vis())
        await asyncio.sleep(0.05)
        [lagret] = await uow.boeker.noter(bok.id, [linje()])
        await uow.boeker.lagre(laast)
        await uow.commit()
    await asyncio.wait_for(kortet, 2)

    hode = await hent(store, bok.id)
    assert (hode.kort_id, hode.kort_vist, hode.siste) == ("kort-1", 3, lagret.id)
    await store.close()


async def test_to_moeter_venter_ikke_paa_hverandre(postgres_url):
    store = open_store(postgres_url)
    hf, [asu] = await samples.fellesskap(store)
    en, annen = [
        await aapne(
            store,
            (await samples.lagre(store, samples.moete(hf, asu, dato=samples.NAA.date().replace(day=d)))).id,
        )
        for d in (1, 2)
    ]
    async with store.turn() as uow:
        await uow.boeker.laas(en.id)
        await asyncio.wait_for(noter(store, annen.id, linje()), 2)
    await store.close()

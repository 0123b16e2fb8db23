"""The log of who comes: kept as it was written, and decided from under the møte's lock."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.errors import Conflict
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from storage.store import open_store
from tests.storage import samples
from tests.storage.test_samtidig import igjen

ANNE, BO, LIV = Hvem("Anne Li", 1), Hvem("Bo Ås", 2), Hvem("Liv Strand", 3)


def linje(slag: Slag = Slag.FORFALL, person: Hvem = ANNE, **felt) -> Frammoetelinje:
    return Frammoetelinje(slag, samples.NAA, person, av=felt.pop("av", person), **felt)


async def moete(store, dato: date = date(2024, 4, 17)) -> int:
    hf, [asu] = await samples.fellesskap(store)
    return (await samples.lagre(store, samples.moete(hf, asu, dato=dato))).id


async def noter(store, moete_id: int, *linjer: Frammoetelinje) -> list[Frammoetelinje]:
    async with store.turn() as uow:
        lagret = await uow.frammoete.noter(moete_id, linjer)
        await uow.commit()
    return lagret


async def les(store, moete_id: int) -> list[Frammoetelinje]:
    async with store.turn() as uow:
        return await uow.frammoete.les(moete_id)


async def test_en_linje_kommer_tilbake_som_den_var(store):
    moete_id = await moete(store)
    full = Frammoetelinje(
        Slag.KALT,
        samples.NAA,
        LIV,
        av=BO,
        organ_id=4,
        for_person=ANNE,
        kall_id="k1",
        frist=samples.NAA + timedelta(hours=24),
        klokke=time(13, 30),
        sen=True,
        gjelder=12,
    )
    naken = Frammoetelinje(Slag.STEDFORTREDER, samples.NAA, Hvem("Ukjent Gjest"))

    lagret = await noter(store, moete_id, full, naken)

    assert [(en.id is not None, en.slag) for en in lagret] == [
        (True, Slag.KALT),
        (True, Slag.STEDFORTREDER),
    ]
    assert await les(store, moete_id) == lagret
    assert [_uten_id(en) for en in lagret] == [full, naken]


def _uten_id(linje: Frammoetelinje) -> Frammoetelinje:
    return Frammoetelinje(**vars(linje) | {"id": None})


async def test_linjene_staar_i_den_rekkefoelgen_de_ble_skrevet(store):
    moete_id = await moete(store)
    await noter(store, moete_id, linje())
    await noter(store, moete_id, linje(Slag.KOMMER), linje(Slag.SENT, BO, klokke=time(10, 0)))

    lest = await les(store, moete_id)

    assert [en.slag for en in lest] == [Slag.FORFALL, Slag.KOMMER, Slag.SENT]
    assert sorted(en.id for en in lest) == [en.id for en in lest]


async def test_et_moete_uten_linjer_har_en_tom_logg_og_et_som_ikke_finnes_kan_ikke_laases(store):
    moete_id = await moete(store)

    async with store.turn() as uow:
        assert await uow.frammoete.laas(moete_id) == []
        assert await uow.frammoete.les(4711) == []
        with pytest.raises(LookupError):
            await uow.frammoete.laas(4711)


async def test_uten_commit_er_ingenting_notert(store):
    moete_id = await moete(store)
    async with store.turn() as uow:
        await uow.frammoete.laas(moete_id)
        await uow.frammoete.noter(moete_id, [linje()])
        assert len(await uow.frammoete.les(moete_id)) == 1

    assert await les(store, moete_id) == []


async def test_loggen_staar_naar_moetet_endres_og_flytter_ikke_versjonene(store):
    moete_id = await moete(store)
    async with store.read() as archive:
        foer = await archive.register()
    lagret = await noter(store, moete_id, linje())
    async with store.read() as archive:
        assert (await archive.register()).versjon == foer.versjon

    async with store.turn() as uow:
        endret = await uow.load_moete(moete_id)
        endret.dato, endret.avlyst, endret.sendt = date(2024, 4, 24), True, samples.NAA
        await uow.save_moete(endret)
        await uow.commit()

    assert await les(store, moete_id) == lagret
    hentet = await samples.hent(store, moete_id)
    assert (hentet.avlyst, hentet.sendt, hentet.versjon) == (True, samples.NAA, 2)
    async with store.read() as archive:
        assert (await archive.register()).hode(moete_id).avlyst


async def test_moeter_med_kall_er_de_som_kommer_og_der_noen_er_kalt_inn(store):
    hf, [asu] = await samples.fellesskap(store)
    ider = [
        (await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 4, dag)))).id
        for dag in (10, 17, 24, 30)
    ]
    for moete_id in (ider[0], ider[1], ider[3]):
        await noter(store, moete_id, linje(), linje(Slag.KALT, LIV), linje(Slag.KALT, BO))
    await noter(store, ider[2], linje())

    async with store.turn() as uow:
        assert await uow.frammoete.moeter_med_kall(date(2024, 4, 17)) == [ider[1], ider[3]]
        assert await uow.frammoete.moeter_med_kall(date(2024, 5, 1)) == []


async def ta_plassen(store, moete_id: int, n: int) -> bool:
    """The first yes takes the place."""
    async with store.turn() as uow:
        await uow.begin_turn(f"19:{n}", f"29:{n}", [f"a{n}"])
        logg = await uow.frammoete.laas(moete_id)
        tatt = any(en.slag is Slag.VARA_JA for en in logg)
        await asyncio.sleep(0)
        slag = Slag.VARA_NEI if tatt else Slag.VARA_JA
        await uow.frammoete.noter(moete_id, [linje(slag, Hvem(f"Vara {n}", n), kall_id="k")])
        await uow.note_turn(samples.samtale(f"19:{n}"), [f"a{n}"], [])
        await uow.commit()
    return not tatt


async def test_tjue_vil_ha_plassen_paa_en_gang_og_en_faar_den(store):
    moete_id = await moete(store)

    fikk = await asyncio.gather(*(igjen(lambda n=n: ta_plassen(store, moete_id, n)) for n in range(20)))

    logg = await les(store, moete_id)
    assert sum(fikk) == 1
    assert logg[0].slag is Slag.VARA_JA
    assert [en.slag for en in logg[1:]] == [Slag.VARA_NEI] * 19
    assert {en.person.person_id for en in logg} == set(range(20))


async def test_to_prosesser_som_vil_ha_plassen_deler_den_ikke(database_url):
    stores = [open_store(database_url) for _ in range(4)]
    moete_id = await moete(stores[0])

    fikk = await asyncio.gather(
        *(igjen(lambda n=n: ta_plassen(stores[n % 4], moete_id, n)) for n in range(20))
    )

    assert sum(fikk) == 1
    assert len(await les(stores[0], moete_id)) == 20
    for store in stores:
        await store.close()


async def test_den_som_har_laast_skriver_foerst_ogsaa_om_en_annen_ikke_laaser(store):
    moete_id = await moete(store)
    async with store.turn() as uow:
        assert await uow.frammoete.laas(moete_id) == []
        annen = asyncio.create_task(igjen(lambda: noter(store, moete_id, linje(person=BO))))
        await asyncio.sleep(0.1)
        await uow.frammoete.noter(moete_id, [linje()])
        await uow.commit()
    await annen

    assert [en.person for en in await les(store, moete_id)] == [ANNE, BO]


async def test_to_moeter_venter_ikke_paa_hverandre(postgres_url):
    store = open_store(postgres_url)
    hf, [asu] = await samples.fellesskap(store)
    en, annen = [
        (await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 4, dag)))).id for dag in (17, 24)
    ]
    async with store.turn() as uow:
        await uow.frammoete.laas(en)
        await asyncio.wait_for(noter(store, annen, linje()), 2)
    await store.close()


async def test_tidspunkter_lagres_i_utc(store):
    moete_id = await moete(store)
    [lagret] = await noter(store, moete_id, linje())

    [lest] = await les(store, moete_id)
    assert lest.at == lagret.at == datetime(2024, 4, 10, 7, 0, tzinfo=UTC)
    assert lest.at.utcoffset() == timedelta(0)


async def avlys(store, moete_id: int) -> None:
    async with store.turn() as uow:
        moete = await uow.load_moete(moete_id)
        moete.avlyst = True
        await uow.save_moete(moete)
        await uow.commit()


async def test_det_som_er_avgjort_etter_et_register_fra_foer_laasen_gjoeres_om(store, store_url):
    """SQLite lets nobody in between: there the other waits, and the register holds."""
    moete_id = await moete(store)
    async with store.turn() as uow:
        await uow.begin_turn("19:a", "29:a", ["a1"])
        assert not (await uow.register()).hode(moete_id).avlyst
        annen = asyncio.create_task(igjen(lambda: avlys(store, moete_id)))
        await asyncio.wait({annen}, timeout=0.3)
        if annen.done():
            with pytest.raises(Conflict):
                await uow.frammoete.laas(moete_id)
        else:
            assert "sqlite" in store_url
            await uow.frammoete.laas(moete_id)
    await annen

    async with store.turn() as uow:
        assert (await uow.register()).hode(moete_id).avlyst
        assert await uow.frammoete.laas(moete_id) == []


async def test_det_turen_selv_har_lagret_er_ingen_annens(store):
    moete_id = await moete(store)
    async with store.turn() as uow:
        await uow.begin_turn("19:a", "29:a", ["a1"])
        await uow.register()
        endret = await uow.load_moete(moete_id)
        endret.dato = date(2024, 4, 24)
        await uow.save_moete(endret)
        assert await uow.frammoete.laas(moete_id) == []
        await uow.commit()

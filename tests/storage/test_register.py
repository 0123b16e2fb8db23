"""The register: what it shows, and that it never shows an old picture."""

import asyncio
import sys
from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.errors import Conflict
from bot.domain.organ import Helsefellesskap
from storage.store import open_store
from tests.storage import samples


async def register(store):
    async with store.read() as archive:
        return await archive.register()


async def test_et_tomt_register_er_tomt(store):
    tomt = await register(store)

    assert (tomt.helsefellesskap, tomt.organer, tomt.moeter, tomt.hendelser) == ((), (), (), ())


async def test_organene_viser_navnene_sine(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")

    vist = await register(store)

    assert vist.helsefellesskap == (Helsefellesskap("Vikvåg helsefellesskap", hf),)
    assert [o.id for o in vist.organer] == [asu, psu]
    medlemmer = [replace(m, person_id=None) for m in vist.organ(psu).medlemmer]
    assert replace(vist.organ(psu), medlemmer=medlemmer) == replace(samples.organ(hf, "PSU"), id=psu)
    assert vist.organ(asu).navn(date(2024, 4, 17)) == "Administrativt samarbeidsutvalg"


async def test_navnene_til_et_organ_kan_endres(store):
    _, [asu] = await samples.fellesskap(store)
    organ = (await register(store)).organ(asu)
    endret = replace(organ, navneliste=organ.navneliste[:1])
    async with store.turn() as uow:
        assert await uow.save_organ(endret) == endret
        await uow.commit()

    assert (await register(store)).organer == (endret,)


async def test_moetene_staar_i_tidsrekkefoelge_med_det_man_trenger(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    juni = await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 6, 19), innkalling=None))
    sent = await samples.lagre(store, samples.moete(hf, asu, psu, referat=samples.referat()))
    tidlig = await samples.lagre(store, samples.moete(hf, psu, start=time(8, 30), innkalling=None))

    hoder = (await register(store)).moeter

    assert [h.id for h in hoder] == [tidlig.id, sent.id, juni.id]
    hode = hoder[1]
    assert (hode.helsefellesskap_id, hode.organ_ids, hode.dato) == (hf, (asu, psu), date(2024, 4, 17))
    assert (hode.start, hode.slutt, hode.sted) == (time(13, 0), time(15, 0), "Fjordrommet, Vikvåg")
    assert [(h.har_innkalling, h.har_referat, h.versjon) for h in hoder] == [
        (False, False, 1),
        (True, True, 1),
        (False, False, 1),
    ]


async def test_hendelsene_foelger_moetet_som_nevner_dem(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))

    hendelser = (await register(store)).hendelser

    assert {r.moete_id for r in hendelser} == {lagret.id}
    assert [r.hendelse for r in hendelser] == [
        *samples.innkalling().hendelser,
        *samples.referat().hendelser,
    ]


async def test_versjonen_flytter_seg_bare_naar_noe_vises(store):
    hf, [asu] = await samples.fellesskap(store)
    before = (await register(store)).versjon
    async with store.turn() as uow:
        await uow.begin_turn("19:a", "anne", ["a1"])
        await uow.note_turn(samples.samtale("19:a"), ["a1"], None)
        await uow.commit()
    assert (await register(store)).versjon == before

    await samples.lagre(store, samples.moete(hf, asu))
    assert (await register(store)).versjon > before


async def test_en_tur_ser_det_den_selv_har_skrevet_og_ingen_andre(store):
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        lagret = await uow.save_moete(samples.moete(hf, asu))
        assert [m.id for m in (await uow.register()).moeter] == [lagret.id]
        assert (await uow.moete_ved_ics(lagret.ics_noekkel)) == lagret
        assert (await register(store)).moeter == ()

    assert (await register(store)).moeter == ()


async def test_det_som_ble_angret_huskes_ikke(store):
    """The version that was undone comes again, with something else in it."""
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    async with store.turn() as uow:
        angret = await uow.save_moete(samples.moete(hf, asu))
        assert await uow.moete(angret.id) == angret
        assert len((await uow.register()).moeter) == 1
    lagret = await samples.lagre(store, samples.moete(hf, psu))

    assert [m.organ_ids for m in (await register(store)).moeter] == [(psu,)]
    assert await samples.hent(store, lagret.id) == lagret


async def test_bildet_bygges_ikke_paa_nytt_naar_ingenting_er_endret(sql_store):
    hf, [asu] = await samples.fellesskap(sql_store)
    lagret = await samples.lagre(sql_store, samples.moete(hf, asu))

    assert await register(sql_store) is await register(sql_store)
    assert await samples.hent(sql_store, lagret.id) is await samples.hent(sql_store, lagret.id)


async def test_et_moete_det_er_lenge_siden_noen_spurte_om_hentes_paa_nytt(sql_store):
    hf, [asu] = await samples.fellesskap(sql_store)
    async with sql_store.turn() as uow:
        for day in range(1, 31):
            for month in (1, 3, 5):
                dato = date(2024, month, day)
                await uow.save_moete(samples.moete(hf, asu, dato=dato, innkalling=None))
        await uow.commit()
    async with sql_store.read() as archive:
        hoder = (await archive.register()).moeter
        foerst = await archive.moete(hoder[0].id)
        for hode in hoder:
            await archive.moete(hode.id)
        igjen = await archive.moete(hoder[0].id)

    assert igjen == foerst
    assert igjen is not foerst


OTHER_PROCESS = """
import asyncio, sys
from storage.store import open_store
from tests.storage import samples

async def main(url, moete_id):
    store = open_store(url)
    async with store.turn() as uow:
        moete = await uow.load_moete(moete_id)
        moete.sted = "Havnerommet"
        await uow.save_moete(moete)
        await uow.commit()
    await store.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


async def test_det_en_annen_prosess_skriver_vises_straks(database_url, sql_store):
    hf, [asu] = await samples.fellesskap(sql_store)
    lagret = await samples.lagre(sql_store, samples.moete(hf, asu))
    assert (await samples.hent(sql_store, lagret.id)).sted == "Fjordrommet, Vikvåg"

    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER_PROCESS, database_url, str(lagret.id)
    )
    assert await other.wait() == 0

    assert (await register(sql_store)).moeter[0].sted == "Havnerommet"
    assert (await samples.hent(sql_store, lagret.id)).sted == "Havnerommet"
    async with sql_store.turn() as uow:
        await uow.begin_turn("19:a", "anne", ["a1"])
        assert (await uow.moete(lagret.id)).sted == "Havnerommet"


async def test_ett_helsefellesskap_har_sitt_navn_alene(store):
    await samples.fellesskap(store)

    with pytest.raises(Conflict):
        await samples.fellesskap(store)


async def test_en_leser_i_arbeid_ser_ett_og_samme_bilde(sqlite_url):
    store = open_store(sqlite_url)
    hf, [asu] = await samples.fellesskap(store)
    async with store.read() as archive:
        before = await archive.register()
        await samples.lagre(store, samples.moete(hf, asu))
        assert await archive.register() == before
    assert len((await register(store)).moeter) == 1
    await store.close()

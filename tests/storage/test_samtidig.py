"""Several at once: nothing is lost, nothing is done twice, nobody waits for nothing."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Context, Question
from bot.domain.errors import Conflict
from bot.domain.maalform import Maalform
from bot.domain.organ import Helsefellesskap
from storage.store import open_store
from tests.storage import samples


async def igjen(arbeid, forsoek: int = 40):
    """As a turn is run: again where somebody else wrote first."""
    for _ in range(forsoek):
        try:
            return await arbeid()
        except Conflict:
            await asyncio.sleep(0)
    raise AssertionError("still in conflict")


async def test_to_som_endrer_samme_moete_gir_en_konflikt(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))

    utfall = await asyncio.gather(
        *(samples.lagre(store, replace(lagret, sted=sted)) for sted in ("Havnerommet", "Loftet")),
        return_exceptions=True,
    )

    assert sorted(type(u).__name__ for u in utfall) == ["Conflict", "Moete"]
    vinner = next(u for u in utfall if not isinstance(u, Exception))
    assert await samples.hent(store, lagret.id) == vinner


async def test_tjue_samtidige_importer_av_samme_innkalling_gir_ett_moete(store):
    hf, [asu] = await samples.fellesskap(store)

    async def importer():
        async with store.turn() as uow:
            hode = next(iter((await uow.register()).moeter), None)
            moete = await uow.load_moete(hode.id) if hode else samples.moete(hf, asu)
            lagret = await uow.save_moete(moete)
            await uow.commit()
        return lagret

    lagrede = await asyncio.gather(*(igjen(importer) for _ in range(20)))

    assert len({m.id for m in lagrede}) == 1
    assert len({m.ics_noekkel for m in lagrede}) == 1
    assert sorted(m.versjon for m in lagrede) == list(range(1, 21))


async def test_to_importer_som_begge_savner_organet_oppretter_det_en_gang(store):
    async with store.turn() as uow:
        hf = (await uow.add_helsefellesskap(Helsefellesskap("Vikvåg helsefellesskap"))).id
        await uow.commit()

    async def importer():
        async with store.turn() as uow:
            kjente = (await uow.register()).organer
            await asyncio.sleep(0)
            if not kjente:
                await uow.save_organ(samples.organ(hf))
            await uow.commit()

    await asyncio.gather(*(igjen(importer) for _ in range(5)))

    async with store.read() as archive:
        assert len((await archive.register()).organer) == 1


async def test_hundre_tellinger_i_en_samtale_blir_hundre(store):
    """The driver's own BEGIN would lose some of these (shared/durable.md)."""

    async def tell(n: int):
        async with store.turn() as uow:
            start = await uow.begin_turn("19:a", "anne", [f"a{n}"])
            samtale = start.conversation or samples.samtale("19:a", context=Context(moete_id=0))
            samtale.context = Context(moete_id=(samtale.context.moete_id or 0) + 1)
            await uow.note_turn(samtale, [f"a{n}"], None)
            await uow.commit()

    await asyncio.gather(*(igjen(lambda n=n: tell(n)) for n in range(100)))

    async with store.turn() as uow:
        start = await uow.begin_turn("19:a", "anne", ["a0"])
    assert start.conversation.context.moete_id == 100
    assert start.handled is not None


async def test_samme_melding_levert_fem_ganger_paa_en_gang_gjoeres_en_gang(store):
    gjort = []

    async def lever():
        async with store.turn() as uow:
            start = await uow.begin_turn("19:a", "anne", ["a1"])
            if start.handled:
                return start.handled.replies
            await uow.note_turn(start.conversation or samples.samtale("19:a"), ["a1"], [{"text": "Notert"}])
            await uow.commit()
            gjort.append(1)
            return [{"text": "Notert"}]

    svar = await asyncio.gather(*(igjen(lever) for _ in range(5)))

    assert svar == [[{"text": "Notert"}]] * 5
    assert len(gjort) == 1


async def begynn(store, samtale: str, inne: asyncio.Event, slipp: asyncio.Event):
    async with store.turn() as uow:
        await uow.begin_turn(samtale, "anne", ["a"])
        inne.set()
        await slipp.wait()


async def kjent_samtale(store, id_: str) -> None:
    async with store.turn() as uow:
        await uow.begin_turn(id_, "anne", ["foerst"])
        await uow.note_turn(samples.samtale(id_), ["foerst"], None)
        await uow.commit()


async def test_en_samtale_slipper_inn_en_tur_om_gangen(store):
    await kjent_samtale(store, "19:a")
    inne, inne2, slipp, slipp2 = (asyncio.Event() for _ in range(4))
    foerste = asyncio.create_task(begynn(store, "19:a", inne, slipp))
    await inne.wait()
    andre = asyncio.create_task(begynn(store, "19:a", inne2, slipp2))

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(inne2.wait(), 0.1)
    slipp.set()
    await asyncio.wait_for(inne2.wait(), 5)
    slipp2.set()
    await asyncio.gather(foerste, andre)


async def test_en_samtale_laases_ogsaa_for_andre_prosesser(database_url, sql_store):
    """Two stores share nothing but the database, as two processes do."""
    await kjent_samtale(sql_store, "19:a")
    other = open_store(database_url)
    inne, inne2, slipp, slipp2 = (asyncio.Event() for _ in range(4))
    foerste = asyncio.create_task(begynn(sql_store, "19:a", inne, slipp))
    await inne.wait()
    andre = asyncio.create_task(begynn(other, "19:a", inne2, slipp2))

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(inne2.wait(), 0.2)
    slipp.set()
    await asyncio.wait_for(inne2.wait(), 5)
    slipp2.set()
    await asyncio.gather(foerste, andre)
    await other.close()


async def test_den_som_ventet_ser_det_den_foerste_skrev(database_url, sql_store):
    """PostgreSQL reads other rows as of before the wait, unless the lock is its own statement."""
    await kjent_samtale(sql_store, "19:a")
    other = open_store(database_url)
    async with sql_store.turn() as uow:
        await uow.begin_turn("19:a", "anne", ["a1"])
        ventende = asyncio.create_task(start_av(other, "19:a"))
        await asyncio.sleep(0.2)
        await uow.set_question("19:a", "anne", Question([], samples.NAA))
        await uow.note_turn(samples.samtale("19:a"), ["a1"], [])
        await uow.commit()
    start = await ventende

    assert start.question is not None
    assert start.handled is not None
    await other.close()


async def start_av(store, samtale: str):
    async with store.turn() as uow:
        return await uow.begin_turn(samtale, "anne", ["a1"])


async def test_to_samtaler_venter_ikke_paa_hverandre(postgres_url):
    store = open_store(postgres_url)
    await kjent_samtale(store, "19:a")
    inne, slipp = asyncio.Event(), asyncio.Event()
    opptatt = asyncio.create_task(begynn(store, "19:a", inne, slipp))
    await inne.wait()

    await asyncio.wait_for(kjent_samtale(store, "19:b"), 2)

    slipp.set()
    await opptatt
    await store.close()


async def test_en_avbrutt_tur_slipper_til_den_neste(store):
    await kjent_samtale(store, "19:a")
    for moment in range(12):
        tur = asyncio.create_task(kjent_samtale_igjen(store, f"avbrutt-{moment}"))
        for _ in range(moment):
            await asyncio.sleep(0)
        tur.cancel()
        await asyncio.gather(tur, return_exceptions=True)

    await asyncio.wait_for(kjent_samtale_igjen(store, "neste"), 5)


async def kjent_samtale_igjen(store, key: str) -> None:
    async with store.turn() as uow:
        start = await uow.begin_turn("19:a", "anne", [key])
        await uow.note_turn(start.conversation, [key], None)
        await uow.commit()


async def test_tjue_velger_maalform_i_samme_kanal_paa_en_gang(store):
    """From threads of their own, so that no conversation's lock keeps them apart."""

    async def velg(n: int):
        async with store.turn() as uow:
            await uow.begin_turn(f"19:a;messageid={n}", f"29:{n}", [f"a{n}"], f"aad-{n % 4}")
            await uow.choose_channel_maalform(f"19:a;messageid={n}", list(Maalform)[n % 2])
            await uow.choose_person_maalform(f"aad-{n % 4}", list(Maalform)[n % 2])
            await uow.note_turn(samples.samtale(f"19:a;messageid={n}"), [f"a{n}"], [])
            await uow.commit()

    await asyncio.gather(*(igjen(lambda n=n: velg(n)) for n in range(20)))

    for person in range(4):
        async with store.turn() as uow:
            start = await uow.begin_turn("19:a", "anne", ["a"], f"aad-{person}")
        assert start.maalformer.valgt is list(Maalform)[person % 2]
        assert start.maalformer.kanal in Maalform


async def test_et_valg_levert_fem_ganger_paa_en_gang_gjoeres_en_gang(store):
    gjort = []

    async def lever():
        async with store.turn() as uow:
            start = await uow.begin_turn("19:a", "anne", ["a1"], "aad-anne")
            if start.handled:
                return start.maalformer.valgt
            await uow.choose_person_maalform("aad-anne", Maalform.NN)
            await uow.note_turn(start.conversation or samples.samtale("19:a"), ["a1"], [])
            await uow.commit()
            gjort.append(1)
            return Maalform.NN

    assert await asyncio.gather(*(igjen(lever) for _ in range(5))) == [Maalform.NN] * 5
    assert len(gjort) == 1

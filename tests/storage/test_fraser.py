"""Lines for review: one row for a line however many write it, nothing half, gone after 90 days."""

import asyncio
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.jobs.purge import purge
from storage import migrate
from storage.store import open_store
from tests.fakes import FakeClock, FakeStore
from tests.storage.test_samtidig import igjen

FORSLAG = ["moete.saksliste", "hjelp", "sak.vis"]


async def skriv(store, linje="hva med bilen", forslag=FORSLAG) -> str:
    async with store.turn() as uow:
        linje_id = await uow.fraser.keep(linje, forslag)
        await uow.commit()
    return linje_id


async def trykk(store, linje_id: str, hensikt: str) -> None:
    async with store.turn() as uow:
        await uow.fraser.choose(linje_id, hensikt)
        await uow.commit()


async def lista(store):
    async with store.turn() as uow:
        return await uow.fraser.all()


async def test_en_linje_lagres_med_forslagene_og_dagen_og_ikke_mer(store):
    linje_id = await skriv(store)

    [linje] = await lista(store)
    assert (linje.id, linje.tekst, linje.forslag) == (linje_id, "hva med bilen", tuple(FORSLAG))
    assert (linje.valgt, linje.antall, linje.hensikt) == (None, 1, "moete.saksliste")
    assert type(linje.dag) is date
    assert linje.dag == datetime.now(UTC).date()


async def test_den_samme_linjen_igjen_teller_og_beholder_dagen_og_forslagene(store):
    foerste = await skriv(store)
    igjen_ = await skriv(store, forslag=["hjelp"])

    [linje] = await lista(store)
    assert foerste == igjen_
    assert (linje.antall, linje.forslag) == (2, tuple(FORSLAG))


async def test_det_som_ble_trykket_staar_ved_linjen(store):
    linje_id = await skriv(store)
    await skriv(store, "kor e lista")
    await trykk(store, linje_id, "sak.vis")

    assert [(linje.tekst, linje.hensikt) for linje in await lista(store)] == [
        ("kor e lista", "moete.saksliste"),
        ("hva med bilen", "sak.vis"),
    ]


async def test_et_trykk_paa_en_linje_som_er_slettet_gjoer_ingenting(store):
    await trykk(store, "ukjent", "sak.vis")

    assert await lista(store) == []


async def test_uten_commit_er_ingenting_lagret(store):
    async with store.turn() as uow:
        await uow.fraser.keep("hva med bilen", FORSLAG)

    assert await lista(store) == []


async def test_tjue_som_skriver_det_samme_paa_en_gang_blir_en_linje_som_teller_tjue(store):
    id_er = await asyncio.gather(*(igjen(lambda: skriv(store)) for _ in range(20)))

    [linje] = await lista(store)
    assert linje.antall == 20
    assert set(id_er) == {linje.id}


async def test_to_prosesser_som_skriver_det_samme_blir_en_linje_som_teller_to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    id_er = await asyncio.gather(*(igjen(lambda s=store: skriv(s)) for store in stores))

    [linje] = await lista(stores[0])
    assert (linje.antall, set(id_er)) == (2, {linje.id})
    for store in stores:
        await store.close()


async def test_lista_kan_toemmes(store):
    await skriv(store)
    await skriv(store, "kor e lista")
    async with store.turn() as uow:
        assert await uow.fraser.delete_all() == 2
        await uow.commit()

    assert await lista(store) == []


@pytest.fixture
async def aapnet(store_url):
    """A store whose clock the test sets."""
    klokke = FakeClock(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    now = lambda: klokke.at  # noqa: E731
    store = FakeStore(now) if store_url is None else open_store(store_url, now)
    yield store, klokke
    await store.close()


async def test_etter_nitti_dager_er_linjen_borte_ogsaa_om_den_har_kommet_igjen(aapnet):
    store, klokke = aapnet
    await skriv(store)
    klokke.at += timedelta(days=89)
    await skriv(store)
    await skriv(store, "kor e lista")
    assert await purge(store) == 0

    klokke.at += timedelta(days=1)
    assert await purge(store) == 1
    assert [linje.tekst for linje in await lista(store)] == ["kor e lista"]


WRITER = """
import asyncio, sys
from storage.store import open_store

async def main(url):
    store = open_store(url)
    async with store.turn() as uow:
        await uow.begin_turn("19:a", "anne", ["a1"])
        for n in range(1000):
            linje_id = await uow.fraser.keep(f"hva med bil {n}", ["hjelp"])
            await uow.fraser.choose(linje_id, "sak.vis")
            print(n, flush=True)

asyncio.run(main(sys.argv[1]))
"""


async def test_drept_foer_commit_er_ingenting_lagret(database_url):
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, database_url, stdout=asyncio.subprocess.PIPE
    )
    for _ in range(3):
        await writer.stdout.readline()
    writer.kill()
    assert await writer.wait() == -9

    store = open_store(database_url)
    assert await lista(store) == []
    assert await asyncio.wait_for(igjen(lambda: skriv(store)), 10)
    await store.close()


async def test_tabellen_har_ingenting_som_leder_til_noen(database_url):
    columns = await migrate.run(
        database_url,
        lambda config: sa.inspect(config.attributes["connection"]).get_columns("fraser_til_gjennomsyn"),
    )

    assert {c["name"]: str(c["type"]) for c in columns} == {
        "id": "TEXT",
        "tekst": "TEXT",
        "forslag": "JSON",
        "valgt": "TEXT",
        "dag": "DATE",
        "antall": "INTEGER",
    }

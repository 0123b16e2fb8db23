"""The schema goes up, down and up again, and is what the tables say, on both databases."""

import asyncio
import sqlite3
import sys

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from bot.domain.ports import NotReady
from storage import migrate, schema
from storage.columns import metadata
from storage.store import open_store
from tests.storage import samples


async def tables(url: str) -> set[str]:
    return await migrate.run(
        url, lambda config: set(sa.inspect(config.attributes["connection"]).get_table_names())
    )


async def test_opp_ned_og_opp_igjen(empty_database_url):
    assert not await migrate.is_current(empty_database_url)
    await migrate.upgrade(empty_database_url)
    assert await migrate.is_current(empty_database_url)
    assert await tables(empty_database_url) == {*metadata.tables, "alembic_version"}

    await migrate.downgrade(empty_database_url, "0001")
    assert not await migrate.is_current(empty_database_url)
    await migrate.downgrade(empty_database_url)
    assert await tables(empty_database_url) == {"alembic_version"}

    await migrate.upgrade(empty_database_url)
    await migrate.run(empty_database_url, command.check)


async def test_en_ny_migrering_tar_vare_paa_det_som_er_der(database_url):
    store = open_store(database_url)
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))
    await store.close()
    await migrate.downgrade(database_url, "0001")
    await migrate.upgrade(database_url)

    store = open_store(database_url)
    hentet = await samples.hent(store, lagret.id)
    assert (hentet.sted, hentet.ics_noekkel, hentet.innkalling) == (lagret.sted, lagret.ics_noekkel, None)
    await store.close()


def test_programmet_vet_hvilken_migrering_som_er_den_nyeste():
    script = ScriptDirectory(str(schema.MIGRATIONS))

    assert script.get_heads() == [schema.HEAD]
    assert all(revision.revision.isdecimal() for revision in script.walk_revisions())


UPGRADE = "import asyncio, sys; from storage import migrate; asyncio.run(migrate.upgrade(sys.argv[1]))"


async def test_flere_prosesser_kan_oppgradere_paa_en_gang(empty_database_url):
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", UPGRADE, empty_database_url)
        for _ in range(3)
    ]

    assert [await process.wait() for process in processes] == [0, 0, 0]
    assert await migrate.is_current(empty_database_url)


async def test_en_oppdatert_database_roeres_ikke(database_url):
    await migrate.upgrade(database_url)

    assert await migrate.is_current(database_url)


async def test_uten_noe_aa_gjoere_lastes_verken_alembic_eller_sqlalchemy(sqlite_url):
    script = UPGRADE + "; sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, sqlite_url)

    assert await process.wait() == 0


@pytest.mark.parametrize(("revision", "said"), [("0001", schema.OLD), ("9999", schema.NEW)])
async def test_klar_sier_om_skjemaet_er_et_annet(database_url, sql_store, revision, said):
    await sql_store.ready()
    await stamp(database_url, revision)

    with pytest.raises(NotReady, match=said):
        await sql_store.ready()


async def stamp(url: str, revision: str) -> None:
    change = sa.text("UPDATE alembic_version SET version_num = :revision")
    await migrate.run(
        url, lambda config: config.attributes["connection"].execute(change, {"revision": revision})
    )


async def test_en_nyere_database_oppgraderes_ikke(database_url):
    await stamp(database_url, "9999")

    with pytest.raises(NotReady, match=schema.NEW):
        await migrate.upgrade(database_url)


async def test_en_tom_database_er_ikke_klar(empty_database_url):
    store = open_store(empty_database_url)
    with pytest.raises(NotReady, match="helsebot db upgrade"):
        await store.ready()
    await store.close()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////finnes/ikke/her/helsebot.db",
        "postgresql+asyncpg://anne:hemmelig@127.0.0.1:1/helsebot",
    ],
)
async def test_en_database_som_ikke_svarer_gir_en_setning_uten_hemmeligheter(url):
    store = open_store(url)
    for attempt in (store.ready, lambda: migrate.upgrade(url)):
        with pytest.raises(NotReady) as stopped:
            await attempt()
        assert str(stopped.value) == schema.SILENT
    await store.close()


async def test_en_fil_som_ikke_er_en_database_gir_samme_setning(tmp_path):
    path = tmp_path / "notat.txt"
    path.write_text("Dette er et notat og ingen database. " * 40)

    with pytest.raises(NotReady):
        await migrate.upgrade(f"sqlite+aiosqlite:///{path}")


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite:///x.db", "mysql+aiomysql://h/x"])
def test_andre_adresser_avvises(url):
    with pytest.raises(ValueError, match="sqlite"):
        open_store(url)


def test_sqlite_skriver_til_disken_foer_den_svarer(sqlite_url):
    with sqlite3.connect(schema.sqlite_path(sqlite_url)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)

"""What the database complains about, and what a turn costs it."""

import asyncio
import logging
from contextlib import contextmanager
from traceback import format_exception

import asyncpg
import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.domain.conversation import Context
from storage.faults import DatabaseFault
from storage.store import open_store
from tests.storage import samples


async def test_en_feil_sier_ikke_hva_folk_skrev(sql_store, caplog):
    """A driver quotes a value it cannot take."""
    caplog.set_level(logging.DEBUG)
    hf, [asu] = await samples.fellesskap(sql_store)
    feil = samples.moete(hf, asu, sted=["Hemmelig rom"])

    with pytest.raises(DatabaseFault) as stopped:
        await samples.lagre(sql_store, feil)

    shown = "".join(format_exception(stopped.value)) + caplog.text
    assert "DatabaseFault" in shown
    assert "Hemmelig" not in shown


async def test_etter_en_feil_virker_neste_tur(sql_store):
    hf, [asu] = await samples.fellesskap(sql_store)
    with pytest.raises(DatabaseFault):
        await samples.lagre(sql_store, samples.moete(hf, 4711))

    assert await samples.lagre(sql_store, samples.moete(hf, asu))


async def test_forbindelser_som_doede_i_ro_merkes_ikke(postgres_url):
    store = open_store(postgres_url)
    hf, [asu] = await samples.fellesskap(store)
    conn = await asyncpg.connect(postgres_url.replace("+asyncpg", ""))
    await conn.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await conn.close()
    await asyncio.sleep(0.1)

    assert await samples.lagre(store, samples.moete(hf, asu))
    await store.close()


@contextmanager
def statements():
    seen: list[str] = []

    def note(conn, cursor, statement, parameters, context, executemany):
        seen.append(statement.split()[0])

    event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(sa.Engine, "before_cursor_execute", note)


async def test_et_spoersmaal_koster_en_lesning_og_to_skrivinger(sqlite_url):
    store = open_store(sqlite_url)
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))

    async def spoer(key: str, saksnr: str):
        async with store.turn() as uow:
            start = await uow.begin_turn("19:a", "anne", [key])
            samtale = start.conversation or samples.samtale("19:a")
            hode = (await uow.register()).moeter[0]
            assert await uow.moete(hode.id) == lagret
            samtale.context = Context(asu, hode.id, saksnr)
            await uow.note_turn(samtale, [key], None)
            await uow.commit()

    await spoer("a1", "10/24")
    with statements() as samme:
        await spoer("a2", "10/24")
    with statements() as noe_annet:
        await spoer("a3", "11/24")

    assert samme == ["BEGIN", "SELECT", "INSERT"]
    assert noe_annet == ["BEGIN", "SELECT", "UPDATE", "INSERT"]
    await store.close()

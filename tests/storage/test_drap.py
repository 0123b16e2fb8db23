"""A process that is killed in the middle of a write leaves the database whole."""

import asyncio
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.schema import sqlite_path
from storage.store import open_store
from tests.storage import samples

WRITER = """
import asyncio, sys
from dataclasses import replace
from storage.store import open_store
from tests.storage import samples

async def main(url, moete_id):
    store = open_store(url)
    async with store.turn() as uow:
        await uow.begin_turn("19:a", "anne", ["a1"])
        moete = await uow.load_moete(moete_id)
        for n in range(1000):
            moete = await uow.save_moete(replace(moete, sted=f"Rom {n}"))
            print(n, flush=True)

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


@pytest.mark.parametrize("after", [0, 3])
async def test_drept_midt_i_en_lagring(database_url, after):
    store = open_store(database_url)
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))
    await store.close()

    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, database_url, str(lagret.id), stdout=asyncio.subprocess.PIPE
    )
    for _ in range(after + 1):
        await writer.stdout.readline()
    writer.kill()
    assert await writer.wait() == -9

    store = open_store(database_url)
    await store.ready()
    assert await samples.hent(store, lagret.id) == lagret
    assert await asyncio.wait_for(samples.lagre(store, replace(lagret, sted="Loftet")), 10)
    await store.close()
    assert whole(database_url)


NOTER = """
import asyncio, sys
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.utboks import Utpost, Varselslag
from storage.store import open_store
from tests.storage import samples

async def main(url, moete_id):
    store = open_store(url)
    for n in range(1000):
        async with store.turn() as uow:
            await uow.begin_turn("19:a", "anne", [f"a{n}"])
            await uow.frammoete.laas(moete_id)
            for k in range(3):
                linje = Frammoetelinje(Slag.KALT, samples.NAA, Hvem("Liv"), kall_id=f"{n}-{k}")
                await uow.frammoete.noter(moete_id, [linje])
                post = Utpost(f"{n}-{k}", "a:1", {"text": "Kan du?"}, Varselslag.VARA, samples.NAA)
                await uow.utboks.legg(post)
            print(n, flush=True)
            await uow.commit()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9])
async def test_drept_mens_noen_kalles_inn_er_begge_deler_lagret_eller_ingen(database_url, after):
    """Wherever it is hit, near the commit: a line of the log and the message about it go together."""
    store = open_store(database_url)
    hf, [asu] = await samples.fellesskap(store)
    moete_id = (await samples.lagre(store, samples.moete(hf, asu))).id
    await store.close()

    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", NOTER, database_url, str(moete_id), stdout=asyncio.subprocess.PIPE
    )
    for _ in range(after + 1):
        await writer.stdout.readline()
    writer.kill()
    assert await writer.wait() == -9

    store = open_store(database_url)
    async with store.turn() as uow:
        kalt = [linje.kall_id for linje in await asyncio.wait_for(uow.frammoete.laas(moete_id), 10)]
        lagt = []
        while tatt := await uow.utboks.ta(samples.NAA, timedelta(minutes=1), 100):
            lagt += [post.noekkel for post in tatt]
            for post in tatt:
                await uow.utboks.sendt(post.id)
        await uow.commit()
    assert lagt == kalt
    assert len(kalt) % 3 == 0
    assert len(kalt) >= after * 3
    await store.close()
    assert whole(database_url)


def whole(url: str) -> bool:
    path = sqlite_path(url)
    if path is None:
        return True
    with sqlite3.connect(path) as conn:
        broken = conn.execute("PRAGMA foreign_key_check").fetchall()
        return conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not broken

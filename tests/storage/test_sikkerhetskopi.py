"""`storage.backup`: a copy is whole although others write, and one that is not whole replaces nothing."""

import asyncio
import os
import re
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.ports import NotReady
from storage import backup, schema
from storage.backup import restore
from storage.inuse import RUNNING
from storage.store import open_store
from tests.storage import samples
from tests.storage.fylling import dump, fyll
from tests.storage.test_migrate import execute, stamp

NAA = datetime(2024, 4, 10, 9, 0)

WRITER = """
import asyncio, sys
from dataclasses import replace
from storage.store import open_store
from tests.storage import samples

async def main(url):
    store = open_store(url)
    hf, [asu] = await samples.fellesskap(store)
    moete = await samples.lagre(store, samples.moete(hf, asu))
    for n in range(100000):
        moete = await samples.lagre(store, replace(moete, sted=f"Rom {n}", arkivsak=f"Rom {n}"))
        print(n, flush=True)

asyncio.run(main(sys.argv[1]))
"""


@pytest.fixture
def fil(tmp_path) -> Path:
    return tmp_path / "kopi.db"


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@pytest.mark.parametrize("seed", [1, 2])
async def test_kopien_settes_tilbake_lik_det_som_var(sqlite_url, fil, seed):
    await fyll(sqlite_url, seed)
    foer = await dump(sqlite_url)
    size = backup.backup(sqlite_url, fil)
    assert size == fil.stat().st_size
    assert fil.stat().st_mode & 0o077 == 0, "only the owner reads it"
    await execute(sqlite_url, "DELETE FROM utboks")

    kept = restore(sqlite_url, fil, NAA)

    assert await dump(sqlite_url) == foer
    uten = await dump(url(kept))
    assert (uten["utboks"], uten["moete"]) == ([], foer["moete"]), "what was replaced is kept"
    assert sorted(p.name for p in fil.parent.iterdir()) == ["kopi.db"]


async def test_mens_en_annen_prosess_skriver_blir_kopien_hel(sqlite_url, fil, tmp_path):
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, sqlite_url, stdout=asyncio.subprocess.PIPE
    )
    try:
        for n in range(5):
            await writer.stdout.readline()
            await asyncio.to_thread(backup.backup, sqlite_url, fil.with_suffix(f".{n}"))
        with pytest.raises(NotReady, match=re.escape(RUNNING)):
            restore(sqlite_url, fil.with_suffix(".0"), NAA)
    finally:
        writer.kill()
        await writer.wait()

    rom = []
    for n in range(5):
        ny = tmp_path / f"ny{n}.db"
        assert restore(url(ny), fil.with_suffix(f".{n}"), NAA) is None
        store = open_store(url(ny))
        await store.ready()
        moete = await samples.hent(store, 1)
        assert moete.sted == moete.arkivsak
        rom.append(int(moete.sted.removeprefix("Rom ")))
        assert await samples.lagre(store, moete)
        await store.close()
    assert rom == sorted(rom)


async def test_det_som_bare_staar_i_loggen_er_med_i_kopien(sqlite_url, fil):
    """What was written last lies beside the database's file until it is taken in."""
    store = open_store(sqlite_url)
    hf, _ = await samples.fellesskap(store)
    assert os.path.getsize(f"{schema.sqlite_path(sqlite_url)}-wal") > 0  # noqa: ASYNC240
    backup.backup(sqlite_url, fil)
    await store.close()

    store = open_store(url(fil))
    async with store.read() as archive:
        assert [h.id for h in (await archive.register()).helsefellesskap] == [hf]
    await store.close()


@pytest.mark.parametrize("hva", ["kuttet", "byte", "tekst", "tom", "annen"])
async def test_en_oedelagt_fil_settes_ikke_inn_og_ingenting_gaar_tapt(sqlite_url, fil, hva):
    await fyll(sqlite_url, 1)
    foer = await dump(sqlite_url)
    backup.backup(sqlite_url, fil)
    data = bytearray(fil.read_bytes())
    if hva == "kuttet":
        fil.write_bytes(data[: len(data) // 2])
    elif hva == "byte":
        for sted in range(4096 * 2, len(data), 1500):
            data[sted] ^= 0xFF
        fil.write_bytes(data)
    elif hva == "tekst":
        fil.write_text("Dette er et notat og ingen database. " * 400)
    elif hva == "tom":
        fil.write_bytes(b"")
    else:
        fil.unlink()
        with closing(sqlite3.connect(fil)) as conn:
            conn.execute("CREATE TABLE handleliste (hva)")

    with pytest.raises(NotReady, match="Ingenting er endret"):
        restore(sqlite_url, fil, NAA)

    assert await dump(sqlite_url) == foer
    path = Path(schema.sqlite_path(sqlite_url))
    assert {p.name for p in path.parent.glob(f"*{path.name}*")} <= {
        path.name,
        f"{path.name}-wal",
        f"{path.name}-shm",
    }


async def test_en_kopi_av_et_nyere_program_settes_ikke_inn(sqlite_url, fil):
    backup.backup(sqlite_url, fil)
    await stamp(url(fil), "9999")
    with pytest.raises(NotReady, match=re.escape(schema.NEW)):
        restore(sqlite_url, fil, NAA)


async def test_en_kopi_av_et_eldre_program_settes_inn(sqlite_url, fil):
    await stamp(sqlite_url, "0009")
    backup.backup(sqlite_url, fil)
    restore(sqlite_url, fil, NAA)


def oedelegg(database_url: str) -> None:
    Path(schema.sqlite_path(database_url)).write_bytes(b"\0" * 5000)


async def test_den_som_er_skadet_kan_byttes_ut_og_blir_liggende(sqlite_url, fil):
    await fyll(sqlite_url, 1)
    foer = await dump(sqlite_url)
    backup.backup(sqlite_url, fil)
    oedelegg(sqlite_url)

    kept = restore(sqlite_url, fil, NAA)

    assert await dump(sqlite_url) == foer
    assert kept.read_bytes() == b"\0" * 5000


def test_det_som_er_galt_sies(sqlite_url, fil, tmp_path, postgres_url):
    fil.write_text("noe annet")
    for said, attempt in {
        "finnes fra før": lambda: backup.backup(sqlite_url, fil),
        "borte.db finnes ikke": lambda: backup.backup(url(tmp_path / "borte.db"), tmp_path / "ny.db"),
        "Mappen .* finnes ikke": lambda: backup.backup(sqlite_url, tmp_path / "mappe" / "ny.db"),
        "kopi2.db finnes ikke": lambda: restore(sqlite_url, tmp_path / "kopi2.db", NAA),
        "pg_dump": lambda: backup.backup(postgres_url, tmp_path / "ny.db"),
    }.items():
        with pytest.raises(NotReady, match=said):
            attempt()
    assert fil.read_text() == "noe annet"
    assert os.listdir(tmp_path) == ["kopi.db"]

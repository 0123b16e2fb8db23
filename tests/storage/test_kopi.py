"""`storage.copy`: a whole database into another, and what it will not do."""

import asyncio
import re
import sys

import pytest
import sqlalchemy as sa

from bot.domain.ports import NotReady
from storage import migrate, schema
from storage.copy import copy
from storage.inuse import RUNNING
from storage.store import open_store
from tests.storage.fylling import dump, fyll
from tests.storage.test_migrate import execute, stamp, tables

OTHER = {"sqlite": "postgres_databases_here", "postgres": "sqlite_databases"}


@pytest.fixture
def target(request, databases):
    """An empty database of the other kind, without a schema."""
    kind = "postgres" if "postgres" in type(databases).__name__.casefold() else "sqlite"
    return request.getfixturevalue(OTHER[kind]).empty()


@pytest.fixture
def tilbake(databases):
    return databases.empty()


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_hver_rad_i_hver_tabell_er_den_samme_der_og_tilbake(database_url, target, tilbake, seed):
    await fyll(database_url, seed)
    foer = await dump(database_url)
    assert all(foer.values()), "every table has rows"

    counts = await copy(database_url, target)

    assert dict(counts) == {table: len(rows) for table, rows in foer.items()}
    assert await dump(target) == foer
    assert await dump(database_url) == foer, "the source is as it was"

    await copy(target, tilbake)
    assert await dump(tilbake) == foer


async def test_soeket_finner_det_samme(database_url, target):
    await fyll(database_url, 4)
    ord_ = {"sqlite": "SELECT rowid FROM soekbart_fts('fjord') ORDER BY 1"}
    ord_["postgresql"] = "SELECT id FROM soekbart WHERE vektor @@ 'fjord'::tsquery ORDER BY 1"
    await execute(database_url, "UPDATE soekbart SET ord = 'fjord fjell' WHERE id = 7")

    await copy(database_url, target)

    for url in (database_url, target):
        [found] = await execute(url, ord_[sa.make_url(url).get_backend_name()])
        assert found == [(7,)]


async def test_en_tom_database_kopieres_ogsaa(database_url, target):
    counts = await copy(database_url, target)
    assert {table for table, rows in counts if rows} <= {"register_version", "bane"}
    assert await migrate.is_current(target)


async def test_til_en_database_med_noe_i_kopieres_det_ikke(database_url, target):
    await migrate.upgrade(target)
    await fyll(target, 1)
    foer = await dump(target)
    await fyll(database_url, 2)

    with pytest.raises(NotReady, match=r"ikke tom .*ny, tom database"):
        await copy(database_url, target)

    assert await dump(target) == foer


async def test_en_database_med_et_annet_skjema_kopieres_ikke(database_url, target):
    await stamp(database_url, "0009")
    with pytest.raises(NotReady, match="helsebot db upgrade"):
        await copy(database_url, target)
    await stamp(database_url, "9999")
    with pytest.raises(NotReady, match=re.escape(schema.NEW)):
        await copy(database_url, target)
    assert not await migrate.is_current(target), "nothing was made there"


async def test_til_seg_selv_kopieres_det_ikke(database_url):
    with pytest.raises(NotReady, match="den samme"):
        await copy(database_url, database_url)


async def test_en_fil_som_ikke_finnes_kan_ikke_kopieres_og_blir_ikke_til(tmp_path, sqlite_url):
    borte = tmp_path / "borte.db"
    with pytest.raises(NotReady, match=r"borte\.db finnes ikke"):
        await copy(f"sqlite+aiosqlite:///{borte}", sqlite_url)
    assert not borte.exists()


@pytest.mark.parametrize("hva", ["kilde", "maal"])
async def test_mens_helsebot_er_i_gang_kopieres_det_ikke(database_url, target, hva):
    await migrate.upgrade(target)
    store = open_store(database_url if hva == "kilde" else target)
    async with store.read() as archive:
        await archive.register()
    with pytest.raises(NotReady, match=re.escape(RUNNING)):
        await copy(database_url, target)
    await store.close()
    await copy(database_url, target)


@pytest.fixture
def postgres_target(postgres_databases_here):
    return postgres_databases_here.empty()


async def test_det_den_nye_ikke_tar_imot_sies_uten_aa_siteres(sqlite_url, postgres_target):
    """PostgreSQL takes no NUL in a text, SQLite does."""
    target = postgres_target
    await execute(sqlite_url, "INSERT INTO helsefellesskap (navn) VALUES ('hemmelig' || char(0))")

    with pytest.raises(NotReady) as stopped:
        await copy(sqlite_url, target)

    assert "helsefellesskap" in str(stopped.value)
    assert "hemmelig" not in str(stopped.value)
    assert {table for table, rows in (await dump(target)).items() if rows} <= {"register_version", "bane"}


TABLES = "import storage.copy; from storage.columns import metadata; print(*metadata.tables)"


async def test_det_som_kopieres_er_alle_tabellene_i_skjemaet(sqlite_url):
    """Also where nothing else has described its tables before it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", TABLES, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert {*out.decode().split(), "alembic_version"} == await tables(sqlite_url)

"""A whole database into another of either kind: from SQLite to PostgreSQL, or back.

    await copy("sqlite+aiosqlite:///helsebot.db", "postgresql+asyncpg://helsebot@db/helsebot")

All rows in one transaction of the target, whose every table is then compared with the source's. What
a search looks in is made by the target itself as its rows come.
"""

import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import greenlet_spawn

from bot.domain.ports import NotReady
from storage import (
    bok_tables,
    log_tables,
    maler,
    migrate,
    paper_tables,
    post_tables,
    schema,
    soek_tables,
    tables,
    teams_tables,
    teamsmoete_tables,
)
from storage.columns import metadata
from storage.inuse import nobody_else_is_in, nobody_has
from storage.sqlite import engine

EVERY = (
    bok_tables,
    log_tables,
    maler,
    paper_tables,
    post_tables,
    soek_tables,
    tables,
    teams_tables,
    teamsmoete_tables,
)
"""The modules that describe tables: what they hold is what is copied."""
BATCH = 500
SEEDED: dict[Table, sa.ColumnElement[bool]] = {
    tables.register_version: sa.true(),
    post_tables.bane: post_tables.bane.c.conversation_id == "",
}
"""The rows that a new database has from its migrations."""

SAME = "Databasene er den samme. Skriv først den det skal kopieres fra, så den det skal kopieres til."
MISSING = "Det er ingen database å kopiere fra: filen {path} finnes ikke."
OLD = "Databasen det skal kopieres fra, har et eldre skjema. Kjør «helsebot db upgrade» på den først."
NOT_EMPTY = "Databasen det skal kopieres til, er ikke tom (tabellen {table}). Bruk en ny, tom database."
REFUSED = "Den nye databasen tok ikke imot radene i tabellen {table}. Ingenting er kopiert."
DIFFERENT = "Tabellen {table} ble ikke lik i den nye databasen. Ingenting er kopiert."


async def copy(source: str, target: str) -> list[tuple[str, int]]:
    """Every table with how many rows it has, in the order they were copied. The source is only read.

    Raises NotReady with what is wrong: source missing, of another schema or in use, target not empty or
    in use, both the same; the target then has this program's schema and no rows.
    """
    await _check_source(source, target)
    await migrate.upgrade(target)
    _alone(target)
    async with _open(source) as read, _open(target) as written:
        return await greenlet_spawn(_copy, read, written)


async def _check_source(source: str, target: str) -> None:
    if _place(source) == _place(target):
        raise NotReady(SAME)
    _must_be_there(source)
    _alone(source)
    async with _open(source) as conn:
        found = await greenlet_spawn(schema.revision, conn)
    if found is None or found < schema.HEAD:
        raise NotReady(OLD)
    schema.check(found)


def _must_be_there(url: str) -> None:
    path = schema.sqlite_path(url)
    if path is not None and not Path(path).exists():
        raise NotReady(MISSING.format(path=path))


def _place(url: str) -> object:
    path = schema.sqlite_path(url)
    if path is not None:
        return Path(path).resolve()
    made = sa.make_url(url)
    return made.host, made.port or 5432, made.database, sorted(made.query.items())


def _alone(url: str) -> None:
    path = schema.sqlite_path(url)
    if path is not None:
        nobody_has(path)


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[Connection]:
    """One transaction, committed at the end; to be used in a greenlet, whichever database it is."""
    path = schema.sqlite_path(url)
    if path is None:
        async with migrate.postgres(url) as conn:
            await conn.run_sync(nobody_else_is_in)
            assert conn.sync_connection is not None
            yield conn.sync_connection
        return
    try:
        local = engine(path, "BEGIN").connect()
    except DBAPIError:
        raise NotReady(schema.SILENT) from None
    with local, local.begin():
        yield local


def _copy(read: Connection, written: Connection) -> list[tuple[str, int]]:
    everything = metadata.sorted_tables
    for table in everything:
        _must_be_empty(written, table)
    for table in SEEDED:
        written.execute(sa.delete(table))
    counts = [(table.name, _copy_table(read, written, table)) for table in everything]
    for table in everything:
        if _digest(read, table) != _digest(written, table):
            raise NotReady(DIFFERENT.format(table=table.name))
        _set_sequence(written, table)
    return counts


def _must_be_empty(conn: Connection, table: Table) -> None:
    query = sa.select(table).where(~SEEDED[table]) if table in SEEDED else sa.select(table)
    if conn.execute(query.limit(1)).first():
        raise NotReady(NOT_EMPTY.format(table=table.name))


def _copy_table(read: Connection, written: Connection, table: Table) -> int:
    rows = read.execute(sa.select(table).execution_options(yield_per=BATCH))
    count = 0
    for batch in rows.mappings().partitions():
        try:
            written.execute(sa.insert(table), [dict(row) for row in batch])
        except (DBAPIError, ValueError):
            # What it complains about may quote a row.
            raise NotReady(REFUSED.format(table=table.name)) from None
        count += len(batch)
    return count


def _digest(conn: Connection, table: Table) -> tuple[int, int]:
    """How many rows, and a sum of what stands in them: the databases do not sort alike."""
    count, total = 0, 0
    for row in conn.execute(sa.select(table).execution_options(yield_per=BATCH)):
        plain = json.dumps([*row], sort_keys=True, default=_plain).encode()
        total += int.from_bytes(hashlib.sha256(plain).digest()[:16])
        count += 1
    return count, total


def _plain(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _set_sequence(conn: Connection, table: Table) -> None:
    """PostgreSQL gives the next number from where the copied ones end; SQLite looks for itself."""
    column = table.autoincrement_column
    if conn.dialect.name != "postgresql" or column is None or column.autoincrement is False:
        return
    sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
    newest = sa.select(sa.func.max(column)).scalar_subquery()
    conn.execute(sa.select(sa.func.setval(sequence, sa.func.coalesce(newest, 1), newest.is_not(None))))

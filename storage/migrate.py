"""Brings a database's schema up. Looking whether that is needed is cheap: Alembic and SQLAlchemy
are imported only where there is something to do.

All of it raises NotReady where the database does not answer or is newer than the program.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.ports import NotReady
from storage import schema

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
_WAITS = "busy_timeout = 60000"
"""Milliseconds, for another that is upgrading: on a slow machine that takes a while."""
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(4065061982)"


async def is_current(database_url: str) -> bool:
    return await _revision(database_url) == schema.HEAD


async def upgrade(database_url: str) -> bool:
    """To this program's schema, in one transaction; several may call it at once. Whether it had a schema
    from before there was search, so that what is stored has to be made searchable (`bygg_soek`).
    """
    found = await _revision(database_url)
    if found is not None and found > schema.HEAD:
        raise NotReady(schema.NEW)
    if found != schema.HEAD:
        await run(database_url, lambda config: _command().upgrade(config, "head"))
    return found is not None and found < schema.SEARCH


async def downgrade(database_url: str, to: str = "base") -> None:
    """Back to an older schema, losing what it has no place for."""
    await run(database_url, lambda config: _command().downgrade(config, to))


async def run(database_url: str, command: Callable[["Config"], T]) -> T:
    """Runs an Alembic command over one connection, in one transaction."""
    work = partial(_with_config, command=command)
    path = schema.sqlite_path(database_url)
    if path is not None:
        return await asyncio.to_thread(_sqlite, path, work)
    async with postgres(database_url) as conn:
        await conn.exec_driver_sql(_ONE_AT_A_TIME)
        return await conn.run_sync(work)


async def _revision(database_url: str) -> str | None:
    path = schema.sqlite_path(database_url)
    if path is not None:
        return _sqlite_revision(path)
    async with postgres(database_url) as conn:
        return await conn.run_sync(schema.revision)


def _sqlite_revision(path: str) -> str | None:
    if not Path(path).exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as conn:
            table = conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = conn.execute("SELECT version_num FROM alembic_version").fetchone() if table else None
    except sqlite3.Error:
        raise NotReady(schema.SILENT) from None
    return str(row[0]) if row else None


def _sqlite(path: str, work: "Callable[[Connection], T]") -> T:
    # Foreign keys are off: rebuilding a table in a batch would take its children with it.
    from sqlalchemy.exc import OperationalError

    from storage.sqlite import engine

    made = engine(path, "BEGIN IMMEDIATE", "foreign_keys = OFF", _WAITS)
    try:
        conn = made.connect()
    except OperationalError:
        raise NotReady(schema.SILENT) from None
    with conn, conn.begin():
        return work(conn)


@asynccontextmanager
async def postgres(database_url: str) -> "AsyncIterator[AsyncConnection]":
    """One connection of its own, in one transaction."""
    from sqlalchemy import NullPool
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(
        database_url, hide_parameters=True, poolclass=NullPool, connect_args={"timeout": 5}
    )
    try:
        conn = await engine.connect()
    except (DBAPIError, OSError, TimeoutError):
        raise NotReady(schema.SILENT) from None
    try:
        async with conn.begin():
            yield conn
    finally:
        await conn.close()


def _with_config(conn: "Connection", command: "Callable[[Config], T]") -> T:
    from alembic.config import Config

    # What Alembic says goes nowhere: it would hold on to the standard output of its first import.
    config = Config(stdout=StringIO())
    config.set_main_option("script_location", str(schema.MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = conn
    return command(config)


def _command() -> Any:
    from alembic import command

    return command

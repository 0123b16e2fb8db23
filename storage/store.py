"""The store: one database behind the ports."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol
from weakref import WeakValueDictionary

import sqlalchemy as sa

from bot.domain.ports import Archive, NotReady, UnitOfWork
from storage import schema
from storage.archive import SqlArchive
from storage.boklager import Boklager
from storage.cache import Cache
from storage.session import Link, Session
from storage.sqlite import Sqlite
from storage.unit import Locks, SqlUnitOfWork

_PATIENCE = 6
"""Seconds that `ready` waits for an answer."""


class Database(Protocol):
    """Where connections come from."""

    def writing(self) -> Link: ...
    def reading(self) -> Link: ...
    async def close(self) -> None: ...


def utc_now() -> datetime:
    return datetime.now(UTC)


class SqlStore:
    """Implements `bot.domain.ports.Store`. `now` (UTC) is the clock of `purge`."""

    def __init__(self, database: Database, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now
        self._cache = Cache()
        self._lager = Boklager()
        self._locks: Locks = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[UnitOfWork]:
        session = Session(self._database.writing())
        archive = SqlArchive(session, self._cache, self._now)
        unit = SqlUnitOfWork(session, archive, self._locks, self._now, self._lager)
        try:
            yield unit
        finally:
            await unit.release()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Archive]:
        session = Session(self._database.reading())
        try:
            yield SqlArchive(session, self._cache, self._now)
        finally:
            await session.release()

    async def ready(self) -> None:
        session = Session(self._database.reading())
        try:
            async with asyncio.timeout(_PATIENCE):
                revision = await session.run(schema.revision)
        except Exception:
            raise NotReady(schema.SILENT) from None
        finally:
            await session.release()
        schema.check(revision)

    async def close(self) -> None:
        await self._database.close()


def open_store(database_url: str, now: Callable[[], datetime] = utc_now) -> SqlStore:
    """For `sqlite+aiosqlite:///<file>` and `postgresql+asyncpg://…`. ValueError for other addresses.

    Touches nothing before the first transaction; does not bring the schema up (storage.migrate).
    """
    path = schema.sqlite_path(database_url)
    if path is not None:
        return SqlStore(Sqlite(path), now)
    if sa.make_url(database_url).drivername == "postgresql+asyncpg":
        # A tenth of a second that a question on SQLite need not wait for.
        from storage.postgres import Postgres

        return SqlStore(Postgres(database_url), now)
    raise ValueError("a database is sqlite+aiosqlite:///<file> or postgresql+asyncpg://…")

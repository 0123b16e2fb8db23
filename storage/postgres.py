"""PostgreSQL: a pool of asyncpg connections."""

import asyncio
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.session import Work

T = TypeVar("T")

_SECONDS = {"timeout": 5, "command_timeout": 30}
_SERVER = {
    "application_name": "helsebot",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}


class Postgres:
    """One database. At most twenty connections a process."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(
            url,
            hide_parameters=True,
            pool_size=10,
            max_overflow=10,
            connect_args={**_SECONDS, "server_settings": _SERVER},
        )

    def writing(self) -> "PoolLink":
        return PoolLink(self._engine)

    def reading(self) -> "PoolLink":
        return PoolLink(self._engine)

    async def close(self) -> None:
        await self._engine.dispose()


class PoolLink:
    """A Link over a connection of the pool."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._conn: AsyncConnection | None = None

    async def call(self, work: Work[T]) -> T:
        if self._conn is None:
            return await self._first(work)
        return await self._conn.run_sync(work)

    async def _first(self, work: Work[T]) -> T:
        """A connection that died in the pool is found out here, where nothing has been done yet."""
        self._conn = await self._engine.connect()
        try:
            return await self._conn.run_sync(work)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        await self.release()
        self._conn = await self._engine.connect()
        return await self._conn.run_sync(work)

    async def release(self) -> None:
        if self._conn is not None:
            conn, self._conn = self._conn, None
            await asyncio.shield(conn.close())

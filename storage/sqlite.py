"""SQLite: one writer under BEGIN IMMEDIATE, readers beside it, WAL, every commit on the disk.

The driver's own BEGIN silently loses concurrent writes, and several writing connections only wait
for each other (shared/durable.md has the figures).
"""

import sqlite3
from collections.abc import Callable
from time import monotonic, sleep

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event

from storage.lanes import LaneLink, Lanes

_READERS = 2
_PATIENCE = 5.0
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000")


class Sqlite:
    """One database file. `path` may be relative to the working directory."""

    def __init__(self, path: str) -> None:
        self._writer = Lanes(engine(path, "BEGIN IMMEDIATE"), "sqlite-writer", 1)
        self._readers = Lanes(engine(path, "BEGIN", "query_only = ON"), "sqlite-reader", _READERS)

    def writing(self) -> LaneLink:
        return LaneLink(self._writer)

    def reading(self) -> LaneLink:
        return LaneLink(self._readers)

    async def close(self) -> None:
        await self._readers.close()
        await self._writer.close()


def engine(path: str, begin: str, *pragmas: str) -> Engine:
    """Connections as this program wants them; each transaction opens with `begin`."""
    made = sa.create_engine(
        sa.URL.create("sqlite", database=path), hide_parameters=True, poolclass=sa.NullPool
    )
    event.listen(made, "connect", _prepare((*_PRAGMAS, *pragmas)))
    event.listen(made, "begin", _begin(begin))
    return made


def _prepare(pragmas: tuple[str, ...]) -> Callable[[sqlite3.Connection, object], None]:
    def prepare(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None
        for pragma in pragmas:
            _patiently(raw, f"PRAGMA {pragma}")

    return prepare


def _patiently(raw: sqlite3.Connection, pragma: str) -> None:
    """Where several open a new file in one moment, SQLite waits for nobody while it becomes WAL."""
    gives_up = monotonic() + _PATIENCE
    while True:
        try:
            raw.execute(pragma)
            return
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > gives_up:
                raise
            sleep(0.02)


def _begin(statement: str) -> Callable[[Connection], None]:
    def begin(conn: Connection) -> None:
        conn.exec_driver_sql(statement)

    return begin

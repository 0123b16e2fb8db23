"""The times that have been seen to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.post_tables import takt
from storage.session import Session
from storage.upsert import insert

_KEPT = timedelta(days=183)


class SqlTakter:
    """Implements `bot.domain.postports.Takter`. `now` (UTC) is when it was seen to, for `purge`."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    async def ta(self, plan: str, forfall: datetime) -> bool:
        row = {"plan": plan, "forfall": forfall, "at": self._now()}
        return await self._session.run(partial(_ta, row=row))

    async def tatte(self, fra: datetime) -> set[tuple[str, datetime]]:
        query = sa.select(takt.c.plan, takt.c.forfall).where(takt.c.forfall >= fra)
        return await self._session.run(
            lambda conn: {(row.plan, row.forfall) for row in conn.execute(query)}
        )


def _ta(conn: Connection, row: dict[str, Any]) -> bool:
    """PostgreSQL lets the second wait for the first, and tells it afterwards who was first."""
    taken = insert(conn, takt).values(row).on_conflict_do_nothing(index_elements=["plan", "forfall"])
    return conn.execute(taken.returning(takt.c.plan)).first() is not None


def purge(conn: Connection, now: datetime) -> int:
    """Deletes those that no time comes back to; how many."""
    return conn.execute(sa.delete(takt).where(takt.c.at < now - _KEPT)).rowcount

"""Lines for review. Two who write the same line at once make one row that counts both."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.gjennomsyn import Gjennomsynslinje
from storage.session import Session
from storage.tables import fraser_til_gjennomsyn as table
from storage.upsert import insert


class SqlFraser:
    """Implements `bot.domain.subports.Fraser`. `now` is UTC."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    async def keep(self, tekst: str, forslag: Sequence[str]) -> str:
        return await self._session.run(lambda conn: _keep(conn, tekst, forslag, self._now().date()))

    async def choose(self, linje_id: str, hensikt: str) -> None:
        self._session.later(lambda conn: _choose(conn, linje_id, hensikt))

    async def all(self) -> list[Gjennomsynslinje]:
        return await self._session.run(_all)

    async def delete_all(self) -> int:
        return await self._session.run(lambda conn: conn.execute(sa.delete(table)).rowcount)

    async def purge(self, kept: timedelta) -> int:
        old = sa.delete(table).where(table.c.dag <= (self._now() - kept).date())
        return await self._session.run(lambda conn: conn.execute(old).rowcount)


def _keep(conn: Connection, tekst: str, forslag: Sequence[str], dag: date) -> str:
    row = {
        "id": uuid4().hex,
        "tekst": tekst,
        "forslag": list(forslag),
        "valgt": None,
        "dag": dag,
        "antall": 1,
    }
    once_more = (
        insert(conn, table)
        .values(row)
        .on_conflict_do_update(index_elements=[table.c.tekst], set_={"antall": table.c.antall + 1})
    )
    stored: str = conn.execute(once_more.returning(table.c.id)).scalar_one()
    return stored


def _choose(conn: Connection, linje_id: str, hensikt: str) -> None:
    conn.execute(sa.update(table).where(table.c.id == linje_id).values(valgt=hensikt))


def _all(conn: Connection) -> list[Gjennomsynslinje]:
    found = [
        Gjennomsynslinje(**{**row._mapping, "forslag": tuple(row.forslag)})
        for row in conn.execute(sa.select(table))
    ]
    return sorted(found, key=lambda linje: (linje.hensikt, -linje.antall, linje.tekst))

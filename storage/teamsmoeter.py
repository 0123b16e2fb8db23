"""Meetings in Teams, who was in them, and the cards in their chats."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from functools import partial

import sqlalchemy as sa
from sqlalchemy import Connection, or_

from bot.domain.moetekort import Moetekort
from bot.domain.teamsmoete import Teamsdeltaker, Teamsmoete
from storage.session import Session
from storage.teamsmoete_tables import moetekort, teamsdeltaker, teamsmoete
from storage.upsert import insert

_MOETE = sa.select(teamsmoete)
_DELTAKER = sa.select(*(teamsdeltaker.c[f.name] for f in fields(Teamsdeltaker)))
_KORT = [moetekort.c[f.name] for f in fields(Moetekort)]


class SqlTeamsmoeter:
    """Implements `bot.domain.teamsports.Teamsmoeter`. `now` (UTC) is when something was stored."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    async def hent(self, conversation_id: str) -> Teamsmoete | None:
        query = _MOETE.where(teamsmoete.c.conversation_id == conversation_id)
        found = await self._session.run(partial(_moeter, query=query))
        return found[0] if found else None

    async def lagre(self, moete: Teamsmoete) -> None:
        self._session.later(partial(_lagre, moete=moete))

    async def for_moete(self, moete_id: int) -> list[Teamsmoete]:
        c = teamsmoete.c
        query = _MOETE.where(c.moete_id == moete_id).order_by(c.start.desc(), c.conversation_id)
        return await self._session.run(partial(_moeter, query=query))

    async def noter(self, linjer: Sequence[Teamsdeltaker]) -> None:
        rows = [{**asdict(linje), "stored": self._now()} for linje in linjer]
        if rows:
            self._session.later(partial(_noter, rows=rows))

    async def deltakere(self, conversation_id: str, fra: datetime) -> list[Teamsdeltaker]:
        c = teamsdeltaker.c
        query = _DELTAKER.where(c.conversation_id == conversation_id, c.at >= fra).order_by(c.at, c.id)
        return await self._session.run(partial(_deltakere, query=query))

    async def ta_kort(self, bok_id: int, naa: datetime, leie: datetime) -> Moetekort | None:
        return await self._session.run(partial(_ta_kort, bok_id=bok_id, naa=naa, leie=leie))

    async def lagre_kort(self, kort: Moetekort) -> None:
        self._session.later(partial(_lagre_kort, kort=kort))

    async def uferdige_kort(self) -> list[int]:
        c = moetekort.c
        query = sa.select(c.bok_id).where(c.ferdig.is_(False)).order_by(c.bok_id)
        return await self._session.run(lambda conn: list(conn.execute(query).scalars()))

    async def purge(self, kept: timedelta) -> int:
        old = sa.delete(teamsdeltaker).where(teamsdeltaker.c.stored < self._now() - kept)
        return await self._session.run(lambda conn: conn.execute(old).rowcount)


def _moeter(conn: Connection, query: sa.Select[tuple[object, ...]]) -> list[Teamsmoete]:
    return [Teamsmoete(**row._mapping) for row in conn.execute(query)]


def _deltakere(conn: Connection, query: sa.Select[tuple[object, ...]]) -> list[Teamsdeltaker]:
    return [Teamsdeltaker(**row._mapping) for row in conn.execute(query)]


def _lagre(conn: Connection, moete: Teamsmoete) -> None:
    row = asdict(moete)
    stored = insert(conn, teamsmoete).values(row)
    conn.execute(stored.on_conflict_do_update(index_elements=["conversation_id"], set_=row))


def _noter(conn: Connection, rows: list[dict[str, object]]) -> None:
    conn.execute(sa.insert(teamsdeltaker), rows)


def _ta_kort(conn: Connection, bok_id: int, naa: datetime, leie: datetime) -> Moetekort | None:
    """The row is made first: whoever comes second waits for it, and finds that it is held."""
    c = moetekort.c
    new = insert(conn, moetekort).values(**asdict(Moetekort(bok_id)))
    conn.execute(new.on_conflict_do_nothing())
    free = or_(c.leie.is_(None), c.leie <= naa), or_(c.ikke_foer.is_(None), c.ikke_foer <= naa)
    took = sa.update(moetekort).where(c.bok_id == bok_id, *free).values(leie=leie).returning(*_KORT)
    row = conn.execute(took).first()
    return Moetekort(**row._mapping) if row else None


def _lagre_kort(conn: Connection, kort: Moetekort) -> None:
    row = {**asdict(kort), "leie": None}
    stored = insert(conn, moetekort).values(row)
    conn.execute(stored.on_conflict_do_update(index_elements=["bok_id"], set_=row))

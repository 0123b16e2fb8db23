"""Messages to be sent."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, and_, or_

from bot.domain.utboks import Utpost, Utposttilstand, Varselslag
from storage.session import Session
from storage.teams_tables import utboks as table
from storage.upsert import insert

_KEPT = timedelta(days=180)
"""How long it is known that something was said: longer than from an innkalling to its møte."""
_DEAD_KEPT = timedelta(days=30)

_FIELDS = [field.name for field in fields(Utpost)]
_VENTER, _SENDER = Utposttilstand.VENTER, Utposttilstand.SENDER
_SENDT, _DOED = Utposttilstand.SENDT, Utposttilstand.DOED
_UNDER_WAY = table.c.tilstand == _SENDER


class SqlUtboks:
    """Implements `bot.domain.subports.Utboks`. `now` (UTC) is when something was sent."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    async def legg(self, post: Utpost) -> bool:
        return await self._session.run(partial(_legg, post=post))

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        query = sa.select(table.c.noekkel).where(table.c.noekkel.in_(list(noekler)))
        return await self._session.run(lambda conn: set(conn.execute(query).scalars()))

    async def doede(self, noekler: Collection[str]) -> set[str]:
        c = table.c
        query = sa.select(c.noekkel).where(c.noekkel.in_(list(noekler)), c.tilstand == _DOED)
        return await self._session.run(lambda conn: set(conn.execute(query).scalars()))

    async def trekk(self, noekkel: str) -> bool:
        waiting = sa.delete(table).where(table.c.noekkel == noekkel, table.c.tilstand == _VENTER)
        return await self._session.run(lambda conn: conn.execute(waiting).rowcount == 1)

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        c = table.c
        waiting = sa.delete(table).where(c.moete_id == moete_id, c.slag.in_(slag), c.tilstand == _VENTER)
        return await self._session.run(lambda conn: conn.execute(waiting).rowcount)

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        c = table.c
        query = sa.select(sa.func.count()).where(
            c.person_key == person_key, c.moete_id == moete_id, c.slag.in_(slag), c.tilstand != _DOED
        )
        return await self._session.run(lambda conn: conn.execute(query).scalar_one())

    async def ta(self, naa: datetime, leie: datetime, antall: int) -> list[Utpost]:
        return await self._session.run(lambda conn: _ta(conn, naa, leie, antall))

    async def sendt(self, post_id: int) -> None:
        self._change(table.c.id == post_id, tilstand=_SENDT, leie=None, ferdig=self._now())

    async def igjen(self, post_id: int, ikke_foer: datetime) -> None:
        self._change(table.c.id == post_id, _UNDER_WAY, tilstand=_VENTER, leie=None, ikke_foer=ikke_foer)

    async def doed(self, post_id: int, grunn: str) -> None:
        gone = {"tilstand": _DOED, "leie": None, "grunn": grunn, "ferdig": self._now()}
        self._change(table.c.id == post_id, _UNDER_WAY, **gone)

    def _change(self, *which: sa.ColumnElement[bool], **values: Any) -> None:
        change = sa.update(table).where(*which).values(values)

        def write(conn: Connection) -> None:
            conn.execute(change)

        self._session.later(write)


def _legg(conn: Connection, post: Utpost) -> bool:
    values = {name: getattr(post, name) for name in _FIELDS if name != "id"}
    values["foerst"] = post.foerst or post.ikke_foer
    row = insert(conn, table).values(values).on_conflict_do_nothing(index_elements=["noekkel"])
    return conn.execute(row.returning(table.c.id)).first() is not None


def _due(t: sa.FromClause, naa: datetime) -> sa.ColumnElement[bool]:
    again = and_(t.c.tilstand == _SENDER, t.c.leie <= naa)
    return or_(and_(t.c.tilstand == _VENTER, t.c.ikke_foer <= naa), again)


def _ta(conn: Connection, naa: datetime, leie: datetime, antall: int) -> list[Utpost]:
    """PostgreSQL passes over a row that another has locked, and looks anew at one that changed before
    it could be locked; the rest of its conversation still waits for it in this statement's eyes.
    """
    other = table.alias("other")
    before_it = or_(
        and_(_due(other, naa), other.c.id < table.c.id),
        and_(other.c.tilstand == _SENDER, other.c.leie > naa),
    )
    waits = sa.exists().where(other.c.conversation_id == table.c.conversation_id, before_it)
    oldest = sa.select(table).where(_due(table, naa), ~waits).order_by(table.c.id).limit(antall)
    posts = [
        Utpost(**{name: row._mapping[name] for name in _FIELDS})
        for row in conn.execute(oldest.with_for_update(skip_locked=True, of=table))
    ]
    taken = [replace(p, tilstand=_SENDER, leie=leie, forsoek=p.forsoek + 1) for p in posts]
    if taken:
        change = {"tilstand": _SENDER, "leie": leie, "forsoek": table.c.forsoek + 1}
        conn.execute(sa.update(table).where(table.c.id.in_([p.id for p in taken])).values(change))
    return taken


def forget(conn: Connection, person_key: str) -> None:
    """What waits to be sent to that person, also what somebody is about to send."""
    waiting = table.c.tilstand.in_([_VENTER, _SENDER])
    conn.execute(sa.delete(table).where(table.c.person_key == person_key, waiting))


def purge(conn: Connection, now: datetime, kept: timedelta) -> int:
    """Empties what was sent longer ago than `kept`, and deletes what nobody needs to know was said; how
    many.
    """
    c = table.c
    old = or_(c.ferdig < now - _KEPT, and_(c.tilstand == _DOED, c.ferdig < now - _DEAD_KEPT))
    gone = conn.execute(sa.delete(table).where(old)).rowcount
    sent = and_(c.tilstand == _SENDT, c.ferdig < now - kept, c.melding.is_not(None))
    return gone + conn.execute(sa.update(table).where(sent).values(melding=sa.null())).rowcount

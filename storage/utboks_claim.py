"""Who may send what: lanes are claimed, with the first post of each.

PostgreSQL passes over a lane that another has locked, and a post that somebody is changing; SQLite has
one writer. What comes of it is committed before anything is sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Row, case, or_

from bot.domain.budsjett import Grenser
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand
from bot.domain.utboksport import GAMMEL
from storage import bane
from storage.post_tables import bane as lanes
from storage.teams_tables import utboks as table

FIELDS = [field.name for field in fields(Utpost)]
_VENTER, _SENDER = Utposttilstand.VENTER, Utposttilstand.SENDER
UNSENT = table.c.tilstand.in_([_VENTER, _SENDER])


def of(row: Row[Any]) -> Utpost:
    read = row._mapping
    return Utpost(**{name: read[name] for name in FIELDS})


def holder_of(post_id: int, forsoek: int) -> str:
    """Who holds a lane: nobody has taken the post so often before."""
    return f"{post_id}:{forsoek}"


def waits(conn: Connection, naa: datetime, now: Callable[[], datetime]) -> bool:
    """Whether there is something that may be sent."""
    query = _candidates(naa, bane.moment(conn, now), lanes.c.conversation_id)
    return conn.execute(query.limit(1)).first() is not None


def take(
    conn: Connection,
    naa: datetime,
    leie: timedelta,
    antall: int,
    grenser: Grenser | None,
    now: Callable[[], datetime],
) -> list[Utpost]:
    at = bane.klokka(conn, now)
    free = _candidates(naa, at, lanes).limit(antall).with_for_update(skip_locked=True, of=lanes)
    found = bane.within_limits(conn, conn.execute(free).all(), at, grenser)
    here = {lane.conversation_id: lane for lane in found}
    posts = _heads(conn, list(here), naa)
    if posts and grenser:
        posts = posts[: bane.take_of_all(conn, len(posts), leie, grenser.i_alt, now)]
    taken = [_taken(post, at + leie) for post in posts]
    for post in taken:
        bane.take(conn, here[post.conversation_id], holder_of(post.id or 0, post.forsoek), at + leie)
        _mark(conn, post)
    return _with_messages(conn, taken)


def _candidates(naa: datetime, at: Any, *columns: Any) -> sa.Select[Any]:
    """The lanes that may be sent in, the one with the oldest post first. What waits to be tried again holds
    its lane back.
    """
    c = table.c
    retry = case((c.ikke_foer > naa, 1), else_=0).label("retry")
    sending = sa.select(c.conversation_id, c.foerst, c.id, sa.literal_column("0").label("retry"))
    waiting = sa.select(c.conversation_id, c.foerst, c.id, retry)
    # Two that each look in the index, and read no message.
    here = sa.union_all(
        sending.where(c.tilstand == _SENDER), waiting.where(c.tilstand == _VENTER, c.foerst <= naa)
    ).subquery("here")
    foerst, first = sa.func.min(here.c.foerst).label("foerst"), sa.func.min(here.c.id).label("id")
    due = (
        sa.select(here.c.conversation_id, foerst, first)
        .group_by(here.c.conversation_id)
        .having(sa.func.max(here.c.retry) == 0)
        .subquery("due")
    )
    return (
        sa.select(*columns)
        .join_from(lanes, due, lanes.c.conversation_id == due.c.conversation_id)
        .where(*bane.is_free(at, closed=due.c.foerst <= naa - GAMMEL))
        .order_by(due.c.foerst, due.c.id)
    )


def _due(naa: datetime) -> ColumnElement[bool]:
    return or_(table.c.tilstand == _SENDER, table.c.foerst <= naa)


def _heads(conn: Connection, conversation_ids: Sequence[str], naa: datetime) -> list[Utpost]:
    """The first post of each lane, what was being sent before what waits."""
    if not conversation_ids:
        return []
    c = table.c
    order = (case((c.tilstand == _SENDER, 0), else_=1), c.foerst, c.id)
    place = sa.func.row_number().over(partition_by=c.conversation_id, order_by=order).label("place")
    mine = (
        sa.select(c.id, place).where(c.conversation_id.in_(conversation_ids), UNSENT, _due(naa)).subquery()
    )
    firsts = sa.select(mine.c.id).where(mine.c.place == 1)
    query = sa.select(table).where(c.id.in_(firsts), UNSENT).order_by(c.foerst, c.id)
    return [of(row) for row in conn.execute(query.with_for_update(skip_locked=True))]


def _taken(post: Utpost, until: datetime) -> Utpost:
    doubt = post.tilstand is _SENDER and post.operasjon is Operasjon.NY
    return replace(
        post, tilstand=_SENDER, leie=until, forsoek=post.forsoek + 1, i_tvil=post.i_tvil + int(doubt)
    )


def _mark(conn: Connection, post: Utpost) -> None:
    names = ("tilstand", "leie", "forsoek", "i_tvil")
    values = {name: getattr(post, name) for name in names}
    conn.execute(sa.update(table).where(table.c.id == post.id).values(values))


def _with_messages(conn: Connection, posts: Sequence[Utpost]) -> list[Utpost]:
    """Of a change, the id of the message that it changes."""
    changes = {post.gjelder for post in posts if post.operasjon is not Operasjon.NY}
    if not changes:
        return list(posts)
    query = sa.select(table.c.noekkel, table.c.aktivitet).where(table.c.noekkel.in_(changes))
    ids = {row.noekkel: row.aktivitet for row in conn.execute(query)}
    return [
        post if post.operasjon is Operasjon.NY else replace(post, aktivitet=ids.get(post.gjelder))
        for post in posts
    ]

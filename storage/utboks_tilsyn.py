"""What the outbox holds, to be looked at: how it is, what stands in channels, what went wrong."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, and_, case

from bot.domain.conversation import channel_of
from bot.domain.utboks import I_TVIL, Aarsak, Operasjon, Utboksmaal, Utpost, Utposttilstand
from storage import bane
from storage.post_tables import bane as lanes
from storage.teams_tables import utboks as table
from storage.utboks_claim import of

_T = Utposttilstand
_ORDER = (table.c.foerst, table.c.id)
_AGAIN = (_T.VENTER, _T.DOED, _T.UVISS)


def measures(conn: Connection, naa: datetime) -> Utboksmaal:
    c = table.c
    closed = sa.select(lanes.c.conversation_id).where(lanes.c.stengt.is_not(None))
    due = and_(c.tilstand == _T.VENTER, c.foerst <= naa, c.conversation_id.not_in(closed))
    dead = and_(c.tilstand == _T.DOED, sa.func.coalesce(c.grunn, "") != Aarsak.STOPPET)
    row = conn.execute(
        sa.select(
            *(sa.func.count(case((c.tilstand == t, 1))).label(t.value) for t in _T),
            sa.func.count(case((dead, 1))).label("doede"),
            sa.func.min(case((due, c.foerst))).label("eldste"),
            sa.func.count(case((c.i_tvil > 0, 1))).label("i_tvil"),
            sa.func.coalesce(sa.func.sum(c.forsoek), 0).label("forsoek"),
        )
    ).one()
    return Utboksmaal(
        venter=row.venter,
        eldste=(naa - row.eldste).total_seconds() if row.eldste else 0.0,
        sender=row.sender,
        sendt=row.sendt,
        uviss=row.uviss,
        doede=row.doede,
        i_tvil=row.i_tvil,
        forsoek=row.forsoek,
        stengte=conn.execute(sa.select(sa.func.count()).select_from(closed.subquery())).scalar_one(),
    )


def listed(conn: Connection, tilstander: Collection[Utposttilstand], antall: int) -> list[Utpost]:
    query = sa.select(table).where(table.c.tilstand.in_(list(tilstander))).order_by(*_ORDER).limit(antall)
    return _posts(conn, query)


def one(conn: Connection, post_id: int) -> Utpost | None:
    found = _posts(conn, sa.select(table).where(table.c.id == post_id))
    return found[0] if found else None


def under(conn: Connection, prefix: str) -> list[Utpost]:
    """Both compare by code points, so that they can look in an index of the keys."""
    c, end = table.c, prefix + chr(0x10FFFF)
    if conn.dialect.name == "sqlite":
        within = and_(c.noekkel >= prefix, c.noekkel < end)
    else:
        within = and_(c.noekkel.op("~>=~")(prefix), c.noekkel.op("~<~")(end))
    return _posts(conn, sa.select(table).where(within).order_by(c.id))


def with_activity(conn: Connection, conversation_id: str, aktivitet: str) -> Utpost | None:
    c = table.c
    places = {conversation_id, channel_of(conversation_id)}
    query = sa.select(table).where(
        c.aktivitet == aktivitet, c.conversation_id.in_(places), c.operasjon == Operasjon.NY
    )
    found = _posts(conn, query)
    return found[0] if found else None


def latest(conn: Connection, conversation_ids: Sequence[str], antall: int) -> list[Utpost]:
    c = table.c
    query = sa.select(table).where(
        c.conversation_id.in_(conversation_ids), c.operasjon == Operasjon.NY, c.tilstand != _T.DOED
    )
    return _posts(conn, query.order_by(c.foerst.desc(), c.id.desc()).limit(antall))


def try_again(conn: Connection, post_id: int, naa: datetime) -> bool:
    post = one(conn, post_id)
    if post is None or post.tilstand not in _AGAIN or post.melding is None or _taken_down(conn, post):
        return False
    waits = post.tilstand is _T.VENTER
    foerst = min(post.foerst or naa, naa) if waits else naa
    values = {
        "tilstand": _T.VENTER,
        "ikke_foer": naa,
        "foerst": after_original(conn, post, foerst),
        "siden": naa,
        "ferdig": None,
        # Somebody asks for one more try: if nobody knows what became of that either, it is UVISS again.
        "i_tvil": min(post.i_tvil, I_TVIL),
        "melding": _last_said(conn, post),
    }
    change = sa.update(table).where(table.c.id == post_id, table.c.tilstand == post.tilstand)
    if conn.execute(change.values(values)).rowcount != 1:
        return False
    changes_with_it(conn, post_id, foerst)
    bane.lag(conn, [post.conversation_id])
    bane.open_again(conn, post.conversation_id)
    return True


def after_original(conn: Connection, post: Utpost, foerst: datetime) -> datetime:
    """The place of a change is never before that of the message it changes."""
    if post.operasjon is Operasjon.NY:
        return foerst
    query = sa.select(table.c.foerst).where(table.c.noekkel == post.gjelder)
    return max(foerst, conn.execute(query).scalar() or foerst)


def changes_with_it(conn: Connection, post_id: int, til: datetime) -> None:
    """What changes that post comes after it, now that its place is another."""
    c = table.c
    key = sa.select(c.noekkel).where(c.id == post_id).scalar_subquery()
    later = sa.update(table).where(c.gjelder == key, c.tilstand == _T.VENTER, c.foerst < til)
    conn.execute(later.values(foerst=til, ikke_foer=til))


def stop(conn: Connection, key: str, now: datetime) -> bool:
    """What has not been sent never is, nor what would change it."""
    untouched = and_(table.c.tilstand == _T.VENTER, table.c.i_tvil == 0)
    over = {"tilstand": _T.DOED, "melding": None, "grunn": Aarsak.STOPPET, "ferdig": now}
    stopped = sa.update(table).where(table.c.noekkel == key, untouched).values(over)
    if conn.execute(stopped).rowcount != 1:
        return False
    conn.execute(sa.delete(table).where(table.c.gjelder == key, untouched))
    return True


def _taken_down(conn: Connection, post: Utpost) -> bool:
    """Whether it is a message that somebody has wanted away, also if that could not be done."""
    gone = sa.select(table.c.id).where(
        table.c.gjelder == post.noekkel, table.c.operasjon == Operasjon.SLETT
    )
    return post.operasjon is Operasjon.NY and conn.execute(gone.limit(1)).first() is not None


def _last_said(conn: Connection, post: Utpost) -> dict[str, Any] | None:
    """What it was last changed to say, whether or not that came out."""
    c = table.c
    last = sa.select(c.melding).where(
        c.gjelder == post.noekkel, c.operasjon == Operasjon.ENDRE, c.melding.is_not(None)
    )
    changed = conn.execute(last.order_by(c.id.desc()).limit(1)).scalar()
    return changed if post.operasjon is Operasjon.NY and changed else post.melding


def _posts(conn: Connection, query: sa.Select[tuple[object, ...]]) -> list[Utpost]:
    return [of(row) for row in conn.execute(query)]

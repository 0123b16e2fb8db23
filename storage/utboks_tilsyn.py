"""What the outbox holds, to be looked at: how it is, what stands in channels, what went wrong."""

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection, and_, case

from bot.domain.conversation import channel_of
from bot.domain.utboks import I_TVIL, Operasjon, Utboksmaal, Utpost, Utposttilstand
from storage import bane
from storage.post_tables import bane as lanes
from storage.teams_tables import utboks as table
from storage.utboks_claim import of

_T = Utposttilstand
_ORDER = (table.c.foerst, table.c.id)


def measures(conn: Connection, naa: datetime) -> Utboksmaal:
    c = table.c
    due = and_(c.tilstand == _T.VENTER, c.foerst <= naa)
    row = conn.execute(
        sa.select(
            *(sa.func.count(case((c.tilstand == t, 1))).label(t.value) for t in _T),
            sa.func.min(case((due, c.foerst))).label("eldste"),
            sa.func.count(case((c.i_tvil > 0, 1))).label("i_tvil"),
            sa.func.coalesce(sa.func.sum(c.forsoek), 0).label("forsoek"),
        )
    ).one()
    closed = sa.select(sa.func.count()).select_from(lanes).where(lanes.c.stengt.is_not(None))
    return Utboksmaal(
        venter=row.venter,
        eldste=(naa - row.eldste).total_seconds() if row.eldste else 0.0,
        sender=row.sender,
        sendt=row.sendt,
        uviss=row.uviss,
        doede=row.doed,
        i_tvil=row.i_tvil,
        forsoek=row.forsoek,
        stengte=conn.execute(closed).scalar_one(),
    )


def listed(conn: Connection, tilstander: Collection[Utposttilstand], antall: int) -> list[Utpost]:
    query = sa.select(table).where(table.c.tilstand.in_(list(tilstander))).order_by(*_ORDER).limit(antall)
    return _posts(conn, query)


def one(conn: Connection, post_id: int) -> Utpost | None:
    found = _posts(conn, sa.select(table).where(table.c.id == post_id))
    return found[0] if found else None


def under(conn: Connection, prefix: str) -> list[Utpost]:
    """SQLite compares by code points, so that it can look in the index of the keys."""
    c = table.c
    query = sa.select(table).where(sa.func.substr(c.noekkel, 1, len(prefix)) == prefix).order_by(c.id)
    if conn.dialect.name == "sqlite":
        query = query.where(c.noekkel >= prefix, c.noekkel < prefix + chr(0x10FFFF))
    return _posts(conn, query)


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
    c = table.c
    may = and_(c.tilstand.in_([_T.VENTER, _T.DOED, _T.UVISS]), c.melding.is_not(None))
    # Somebody asks for one more try: if nobody knows what became of that either, it is UVISS again.
    doubt = case((c.i_tvil > I_TVIL, I_TVIL), else_=c.i_tvil)
    due = {"tilstand": _T.VENTER, "ikke_foer": naa, "foerst": naa, "siden": naa, "ferdig": None}
    change = sa.update(table).where(c.id == post_id, may).values(**due, i_tvil=doubt)
    place = conn.execute(change.returning(c.conversation_id)).scalar()
    if place is None:
        return False
    bane.lag(conn, [place])
    bane.open_again(conn, place)
    return True


def _posts(conn: Connection, query: sa.Select[tuple[object, ...]]) -> list[Utpost]:
    return [of(row) for row in conn.execute(query)]

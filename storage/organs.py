"""Helsefellesskap and organs, as rows and back."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.organ import Helsefellesskap, Organ, Organnavn
from storage import personer
from storage.tables import helsefellesskap, organ, organnavn

_NAVN = [column for column in organnavn.c if column.name not in ("organ_id", "plass")]


def add_helsefellesskap(conn: Connection, new: Helsefellesskap) -> Helsefellesskap:
    row = conn.execute(sa.insert(helsefellesskap).returning(helsefellesskap.c.id), {"navn": new.navn})
    return replace(new, id=row.scalar_one())


def save_organ(conn: Connection, changed: Organ) -> Organ:
    stored = all_organer(conn)
    organ_id = _store(conn, changed)
    conn.execute(sa.delete(organnavn).where(organnavn.c.organ_id == organ_id))
    rows = [{"organ_id": organ_id, "plass": i, **vars(n)} for i, n in enumerate(changed.navneliste)]
    if rows:
        conn.execute(sa.insert(organnavn), rows)
    return replace(changed, id=organ_id, medlemmer=personer.save(conn, organ_id, changed, stored))


def _store(conn: Connection, changed: Organ) -> int:
    values = {c.name: getattr(changed, c.name) for c in organ.c if c.name != "id"}
    if changed.id is not None:
        conn.execute(sa.update(organ).where(organ.c.id == changed.id).values(values))
        return changed.id
    organ_id: int = conn.execute(sa.insert(organ).returning(organ.c.id), values).scalar_one()
    return organ_id


def lock(conn: Connection, organ_id: int) -> None:
    """Until the transaction ends. LookupError where there is no such body.

    The weaker lock: rows that refer to the body are stored meanwhile (PostgreSQL).
    """
    row = sa.select(organ.c.id).where(organ.c.id == organ_id).with_for_update(key_share=True)
    if conn.execute(row).first() is None:
        raise LookupError("there is no such body")


def all_helsefellesskap(conn: Connection) -> tuple[Helsefellesskap, ...]:
    c = helsefellesskap.c
    return tuple(
        Helsefellesskap(navn, id_) for navn, id_ in conn.execute(sa.select(c.navn, c.id).order_by(c.id))
    )


def all_organer(conn: Connection) -> tuple[Organ, ...]:
    found = {row.id: Organ(**row._mapping) for row in conn.execute(sa.select(organ).order_by(organ.c.id))}
    n = organnavn.c
    names = sa.select(n.organ_id, *_NAVN).order_by(n.organ_id, n.plass)
    for organ_id, *name in conn.execute(names):
        found[organ_id].navneliste.append(Organnavn(*name))
    personer.load_into(conn, found)
    return tuple(found.values())

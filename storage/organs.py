"""Helsefellesskap and organs, as rows and back."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.organ import Helsefellesskap, Medlem, Organ, Organnavn
from storage.tables import helsefellesskap, medlem, organ, organnavn

_MEDLEMMER = sa.select(medlem.c.organ_id, medlem.c.navn, medlem.c.rolle, medlem.c.representerer).order_by(
    medlem.c.organ_id, medlem.c.plass
)


def add_helsefellesskap(conn: Connection, new: Helsefellesskap) -> Helsefellesskap:
    row = conn.execute(sa.insert(helsefellesskap).returning(helsefellesskap.c.id), {"navn": new.navn})
    return replace(new, id=row.scalar_one())


def save_organ(conn: Connection, changed: Organ) -> Organ:
    organ_id = changed.id or _insert(conn, changed)
    _replace(conn, organnavn, organ_id, changed.navneliste)
    _replace(conn, medlem, organ_id, changed.medlemmer)
    return replace(changed, id=organ_id)


def _insert(conn: Connection, new: Organ) -> int:
    values = {"helsefellesskap_id": new.helsefellesskap_id}
    organ_id: int = conn.execute(sa.insert(organ).returning(organ.c.id), values).scalar_one()
    return organ_id


def _replace(conn: Connection, table: sa.Table, organ_id: int, items: Sequence[Organnavn | Medlem]) -> None:
    conn.execute(sa.delete(table).where(table.c.organ_id == organ_id))
    if items:
        rows = [{"organ_id": organ_id, "plass": i, **vars(item)} for i, item in enumerate(items)]
        conn.execute(sa.insert(table), rows)


def all_helsefellesskap(conn: Connection) -> tuple[Helsefellesskap, ...]:
    c = helsefellesskap.c
    return tuple(
        Helsefellesskap(navn, id_) for navn, id_ in conn.execute(sa.select(c.navn, c.id).order_by(c.id))
    )


def all_organer(conn: Connection) -> tuple[Organ, ...]:
    c, n = organ.c, organnavn.c
    found = {
        id_: Organ(fellesskap, id=id_)
        for id_, fellesskap in conn.execute(sa.select(c.id, c.helsefellesskap_id).order_by(c.id))
    }
    names = sa.select(n.organ_id, n.navn, n.slag, n.fra, n.til).order_by(n.organ_id, n.plass)
    for organ_id, *name in conn.execute(names):
        found[organ_id].navneliste.append(Organnavn(*name))
    for organ_id, *person in conn.execute(_MEDLEMMER):
        found[organ_id].medlemmer.append(Medlem(*person))
    return tuple(found.values())

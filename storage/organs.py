"""Helsefellesskap and organs, as rows and back."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.organ import Helsefellesskap, Organ, Organnavn
from storage.tables import helsefellesskap, organ, organnavn


def add_helsefellesskap(conn: Connection, new: Helsefellesskap) -> Helsefellesskap:
    row = conn.execute(sa.insert(helsefellesskap).returning(helsefellesskap.c.id), {"navn": new.navn})
    return replace(new, id=row.scalar_one())


def save_organ(conn: Connection, changed: Organ) -> Organ:
    organ_id = changed.id or _insert(conn, changed)
    conn.execute(sa.delete(organnavn).where(organnavn.c.organ_id == organ_id))
    if changed.navneliste:
        conn.execute(sa.insert(organnavn), [_row(organ_id, i, n) for i, n in enumerate(changed.navneliste)])
    return replace(changed, id=organ_id)


def _insert(conn: Connection, new: Organ) -> int:
    values = {"helsefellesskap_id": new.helsefellesskap_id}
    organ_id: int = conn.execute(sa.insert(organ).returning(organ.c.id), values).scalar_one()
    return organ_id


def _row(organ_id: int, plass: int, navn: Organnavn) -> dict[str, object]:
    return {"organ_id": organ_id, "plass": plass, **vars(navn)}


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
    return tuple(found.values())

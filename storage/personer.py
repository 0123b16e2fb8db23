"""Persons: one row each, however many organs and roles they sit in."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.organ import Medlem, Organ
from bot.domain.personer import FELT, finn_personer
from storage.tables import medlem, person

_MEDLEM = [column for column in medlem.c if column.name not in ("organ_id", "plass")]
_MEDLEMMER = (
    sa.select(medlem.c.organ_id, *_MEDLEM, *(person.c[navn] for navn in FELT))
    .join(person)
    .order_by(medlem.c.organ_id, medlem.c.plass)
)


def load_into(conn: Connection, organer: dict[int, Organ]) -> None:
    """Every organ's members, in their places."""
    for row in conn.execute(_MEDLEMMER):
        felt = row._asdict()
        organer[felt.pop("organ_id")].medlemmer.append(Medlem(**felt))


def save(conn: Connection, organ_id: int, changed: Organ, stored: tuple[Organ, ...]) -> list[Medlem]:
    """The organ's members in the place of those that were there, and what they say of the persons, in
    every organ. Raises LookupError for a `person_id` that is nobody's.
    """
    found = finn_personer(stored, changed, lambda new: _insert(conn, new))
    for person_id, felt in found.endret.items():
        _update(conn, person_id, felt)
    conn.execute(sa.delete(medlem).where(medlem.c.organ_id == organ_id))
    rows = [
        {"organ_id": organ_id, "plass": plass, **{c.name: getattr(m, c.name) for c in _MEDLEM}}
        for plass, m in enumerate(found.medlemmer)
    ]
    if rows:
        conn.execute(sa.insert(medlem), rows)
    return found.medlemmer


def _insert(conn: Connection, new: Medlem) -> int:
    values = {navn: getattr(new, navn) for navn in FELT}
    person_id: int = conn.execute(sa.insert(person).returning(person.c.id), values).scalar_one()
    return person_id


def _update(conn: Connection, person_id: int, felt: dict[str, Any]) -> None:
    if conn.execute(sa.update(person).where(person.c.id == person_id).values(felt)).rowcount != 1:
        raise LookupError("person_id is nobody's")

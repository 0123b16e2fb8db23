"""A møte's papers as rows and back: a tree of lists, one table for each kind of list.

A dataclass's plain fields are the columns of the same name; its lists of dataclasses are rows in
tables below. `moete_id` and the places come from where the object stands in the tree.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from bot.domain.innkalling import (
    Agendapunkt,
    Ansvarlig,
    Forslag,
    Hendelse,
    Innkalling,
    Saksfremlegg,
    Seksjon,
    Underpunkt,
)
from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatdel, Referatsak
from storage import paper_tables as t

Path = tuple[int, ...]
Rows = dict[Table, list[dict[str, Any]]]


@dataclass(frozen=True)
class Liste:
    """The list `attr` of its parent, kept in `table`, whose rows `make` turns into objects.

    `fixed` are columns that tell this list from others in the same table.
    """

    attr: str
    table: Table
    make: Callable[..., Any]
    lists: tuple["Liste", ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def places(self) -> list[str]:
        """The key columns that say where in the tree; none for the paper itself."""
        key = [column.name for column in self.table.primary_key]
        return [name for name in key if name != "moete_id" and name not in self.fixed]

    @property
    def fields(self) -> list[str]:
        key = {column.name for column in self.table.primary_key}
        return [column.name for column in self.table.columns if column.name not in key]


def _vedlegg(tekst: str) -> str:
    return tekst


def _hendelser(kilde: str) -> Liste:
    return Liste("hendelser", t.hendelse, Hendelse, fixed={"kilde": kilde})


def _deltakere(liste: str) -> Liste:
    return Liste(liste, t.deltaker, Deltaker, fixed={"liste": liste})


_FORSLAG = Liste(
    "forslag_til_vedtak", t.forslag, Forslag, (Liste("underpunkter", t.underpunkt, Underpunkt),)
)
_FREMLEGG = (
    _FORSLAG,
    Liste("vedlegg", t.vedlegg, _vedlegg),
    Liste("seksjoner", t.seksjon, Seksjon),
)

INNKALLING = Liste(
    "innkalling",
    t.innkalling,
    Innkalling,
    (
        Liste("agenda", t.agendapunkt, Agendapunkt, (Liste("ansvarlige", t.ansvarlig, Ansvarlig),)),
        Liste("saksfremlegg", t.saksfremlegg, Saksfremlegg, _FREMLEGG),
        _hendelser("innkalling"),
    ),
)
REFERAT = Liste(
    "referat",
    t.referat,
    Referat,
    (
        _deltakere("tilstede"),
        _deltakere("forfall"),
        Liste("deler", t.referatdel, Referatdel, (Liste("saker", t.referatsak, Referatsak),)),
        Liste("oppfoelging", t.oppfoelging, Oppfoelging),
        _hendelser("referat"),
    ),
)
"""A paper's root is a Liste of one, without a place."""


def store(conn: Connection, moete_id: int, root: Liste, paper: Innkalling | Referat | None) -> None:
    """Puts the paper in the place of the one that was there, if any."""
    conn.execute(sa.delete(root.table).where(root.table.c.moete_id == moete_id))
    conn.execute(
        sa.delete(t.hendelse).where(t.hendelse.c.moete_id == moete_id, t.hendelse.c.kilde == root.attr)
    )
    if paper is None:
        return
    rows: Rows = {}
    _collect(root, moete_id, (), paper, rows)
    for table, values in rows.items():
        conn.execute(sa.insert(table), values)


def _collect(node: Liste, moete_id: int, path: Path, item: Any, rows: Rows) -> None:
    places = dict(zip(node.places, path, strict=True))
    rows.setdefault(node.table, []).append(
        {"moete_id": moete_id, **node.fixed, **places, **_values(node, item)}
    )
    for child in node.lists:
        for plass, under in enumerate(getattr(item, child.attr)):
            _collect(child, moete_id, (*path, plass), under, rows)


def _values(node: Liste, item: Any) -> dict[str, Any]:
    if isinstance(item, str):
        return dict.fromkeys(node.fields, item)
    return {name: getattr(item, name) for name in node.fields}


def load(conn: Connection, moete_id: int, root: Liste) -> Any:
    """The paper, or None where the møte has none of that kind."""
    return _read(conn, moete_id, root).get(())


def _read(conn: Connection, moete_id: int, node: Liste) -> dict[Path, Any]:
    found = {path: node.make(**values) for path, values in _rows(conn, moete_id, node)}
    if found:
        for child in node.lists:
            for path, item in _read(conn, moete_id, child).items():
                getattr(found[path[:-1]], child.attr).append(item)
    return found


def _rows(conn: Connection, moete_id: int, node: Liste) -> list[tuple[Path, dict[str, Any]]]:
    c, places, fields = node.table.c, node.places, node.fields
    query = sa.select(*(c[name] for name in (*places, *fields))).where(c.moete_id == moete_id)
    query = query.where(*(c[name] == value for name, value in node.fixed.items()))
    rows = conn.execute(query.order_by(*(c[name] for name in places)))
    cut = len(places)
    return [(tuple(row[:cut]), dict(zip(fields, row[cut:], strict=True))) for row in rows]

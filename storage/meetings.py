"""A møte with its papers, as rows and back."""

from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.errors import Conflict
from bot.domain.moete import Moete
from storage import papers
from storage.tables import moete, moete_organ

_PLAIN = (
    "helsefellesskap_id",
    "dato",
    "start",
    "slutt",
    "sted",
    "arkivsak",
    "ics_noekkel",
    "ics_sekvens",
    "avlyst",
    "sendt",
    "flyttet_fra",
    "versjon",
)


def load(conn: Connection, moete_id: int, *, lock: bool = False) -> Moete | None:
    """The møte as one moment had it: read again where somebody stored it in between.

    `lock` lets those who mean to change it line up here rather than collide when they save.
    """
    while True:
        found = _load(conn, moete_id, lock=lock)
        if found is None or found.versjon == _versjon(conn, moete_id):
            return found


def _load(conn: Connection, moete_id: int, *, lock: bool) -> Moete | None:
    query = sa.select(*(moete.c[name] for name in _PLAIN)).where(moete.c.id == moete_id)
    row = conn.execute(query.with_for_update() if lock else query).first()
    if row is None:
        return None
    return Moete(
        id=moete_id,
        organ_ids=_organ_ids(conn, moete_id),
        innkalling=papers.load(conn, moete_id, papers.INNKALLING),
        referat=papers.load(conn, moete_id, papers.REFERAT),
        **row._mapping,
    )


def _versjon(conn: Connection, moete_id: int) -> int | None:
    return conn.execute(sa.select(moete.c.versjon).where(moete.c.id == moete_id)).scalar()


def _organ_ids(conn: Connection, moete_id: int) -> list[int]:
    c = moete_organ.c
    query = sa.select(c.organ_id).where(c.moete_id == moete_id).order_by(c.plass)
    return list(conn.execute(query).scalars())


def id_ved_ics(conn: Connection, noekkel: str) -> int | None:
    return conn.execute(sa.select(moete.c.id).where(moete.c.ics_noekkel == noekkel)).scalar()


def save(conn: Connection, changed: Moete) -> Moete:
    """Stores it with its papers; the id and the ics key of a møte that is there already stay.

    Raises Conflict where its `versjon` no longer holds.
    """
    stored = _insert(conn, changed) if changed.id is None else _update(conn, changed, changed.id)
    assert stored.id is not None
    _store_organs(conn, stored.id, stored.organ_ids)
    papers.store(conn, stored.id, papers.INNKALLING, stored.innkalling)
    papers.store(conn, stored.id, papers.REFERAT, stored.referat)
    return stored


def _values(changed: Moete) -> dict[str, object]:
    noekkel = ",".join(str(organ_id) for organ_id in sorted(changed.organ_ids))
    values = {name: getattr(changed, name) for name in _PLAIN}
    return {**values, "organnoekkel": noekkel, "versjon": changed.versjon + 1}


def _insert(conn: Connection, new: Moete) -> Moete:
    moete_id = conn.execute(sa.insert(moete).returning(moete.c.id), _values(new)).scalar_one()
    return replace(new, id=moete_id, versjon=new.versjon + 1)


def _update(conn: Connection, changed: Moete, moete_id: int) -> Moete:
    values = _values(changed)
    del values["ics_noekkel"]
    holds = (moete.c.id == moete_id, moete.c.versjon == changed.versjon)
    row = conn.execute(sa.update(moete).where(*holds).values(values).returning(moete.c.ics_noekkel)).first()
    if row is None:
        raise Conflict
    return replace(changed, versjon=changed.versjon + 1, ics_noekkel=row.ics_noekkel)


def _store_organs(conn: Connection, moete_id: int, organ_ids: list[int]) -> None:
    conn.execute(sa.delete(moete_organ).where(moete_organ.c.moete_id == moete_id))
    rows = [{"moete_id": moete_id, "plass": i, "organ_id": organ} for i, organ in enumerate(organ_ids)]
    if rows:
        conn.execute(sa.insert(moete_organ), rows)

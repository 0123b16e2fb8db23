"""Oppdrag from one body to another, with their log."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, bindparam

from bot.domain.errors import Conflict
from bot.domain.oppdrag import Oppdrag, Oppdragslinje
from storage import hvem, organs
from storage.post_tables import oppdrag, oppdragslinje
from storage.session import Session

# Made once: building an expression costs more than running it.
_ALL = sa.select(oppdrag).order_by(oppdrag.c.til_organ_id, oppdrag.c.nr)
_BY_ID = _ALL.where(oppdrag.c.id == bindparam("oppdrag_id"))
_FOR_KILDE = _ALL.where(oppdrag.c.kilde.in_(bindparam("kilder", expanding=True)))
_TIL = _ALL.where(oppdrag.c.til_organ_id.in_(bindparam("organ_ids", expanding=True)))
_FRA = _ALL.where(oppdrag.c.fra_organ_id.in_(bindparam("organ_ids", expanding=True)))
_SAME = sa.select(oppdrag.c.id).where(
    oppdrag.c.kilde == bindparam("kilde"), oppdrag.c.til_organ_id == bindparam("til")
)
_NEXT = sa.select(sa.func.coalesce(sa.func.max(oppdrag.c.nr), 0) + 1)
_LOGS = (
    sa.select(oppdragslinje)
    .where(oppdragslinje.c.oppdrag_id.in_(bindparam("ids", expanding=True)))
    .order_by(oppdragslinje.c.oppdrag_id, oppdragslinje.c.plass)
)
_FAST = ("id", "fra_organ_id", "til_organ_id", "nr", "moete_id", "kilde", "foreslaatt", "versjon")
"""What no change of one touches."""
_PLAIN = [c.name for c in oppdrag.c if c.name not in _FAST]


class SqlOppdragene:
    """Implements `bot.domain.postports.Oppdragene`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def hent(self, oppdrag_id: int) -> Oppdrag | None:
        return next(iter(await self._find(_BY_ID, oppdrag_id=oppdrag_id)), None)

    async def for_kilde(self, kilder: Collection[str]) -> list[Oppdrag]:
        return await self._find(_FOR_KILDE, kilder=list(kilder))

    async def til_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]:
        return await self._find(_TIL, organ_ids=list(organ_ids))

    async def fra_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]:
        return await self._find(_FRA, organ_ids=list(organ_ids))

    async def lagre(self, oppdrag: Oppdrag) -> Oppdrag:
        return await self._session.run(partial(_lagre, ny=oppdrag))

    async def _find(self, query: sa.Select[Any], **where: Any) -> list[Oppdrag]:
        return await self._session.run(partial(_find, query=query, where=where))


def _find(conn: Connection, query: sa.Select[Any], where: dict[str, Any]) -> list[Oppdrag]:
    rows = conn.execute(query, where).all()
    logger = _logs(conn, [row.id for row in rows])
    return [_oppdrag(row, logger.get(row.id, [])) for row in rows]


def _logs(conn: Connection, ids: list[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in conn.execute(_LOGS, {"ids": ids}) if ids else ():
        found.setdefault(row.oppdrag_id, []).append(row)
    return found


def _oppdrag(row: Row[Any], logg: Sequence[Row[Any]]) -> Oppdrag:
    linjer = (Oppdragslinje(en.hva, en.at, hvem.of(en, "av"), en.tekst) for en in logg)
    return Oppdrag(**row._asdict(), logg=tuple(linjer))


def _lagre(conn: Connection, ny: Oppdrag) -> Oppdrag:
    stored = _insert(conn, ny) if ny.id is None else _update(conn, ny, ny.id)
    assert stored.id is not None
    _add_to_log(conn, stored.id, stored.logg)
    return stored


def _insert(conn: Connection, ny: Oppdrag) -> Oppdrag:
    """Under the receiving body's lock, in statements that read after the wait for it."""
    organs.lock(conn, ny.til_organ_id)
    if conn.execute(_SAME, {"kilde": ny.kilde, "til": ny.til_organ_id}).first() is not None:
        raise Conflict
    nr: int = conn.execute(_NEXT.where(oppdrag.c.til_organ_id == ny.til_organ_id)).scalar_one()
    stored = replace(ny, nr=nr, versjon=ny.versjon + 1)
    values = {name: getattr(stored, name) for name in (*_FAST, *_PLAIN) if name != "id"}
    oppdrag_id = conn.execute(sa.insert(oppdrag).returning(oppdrag.c.id), values).scalar_one()
    return replace(stored, id=oppdrag_id)


def _update(conn: Connection, ny: Oppdrag, oppdrag_id: int) -> Oppdrag:
    values = {name: getattr(ny, name) for name in _PLAIN} | {"versjon": ny.versjon + 1}
    holds = (oppdrag.c.id == oppdrag_id, oppdrag.c.versjon == ny.versjon)
    if conn.execute(sa.update(oppdrag).where(*holds).values(values)).rowcount != 1:
        raise Conflict
    return replace(ny, versjon=ny.versjon + 1)


def _add_to_log(conn: Connection, oppdrag_id: int, logg: Sequence[Oppdragslinje]) -> None:
    """What is in the log already stays as it is."""
    count = sa.select(sa.func.count()).where(oppdragslinje.c.oppdrag_id == oppdrag_id)
    there: int = conn.execute(count).scalar_one()
    rows = [
        {"oppdrag_id": oppdrag_id, "plass": plass, "hva": en.hva, "at": en.at, "tekst": en.tekst}
        | hvem.values("av", en.av)
        for plass, en in enumerate(logg)
    ][there:]
    if rows:
        conn.execute(sa.insert(oppdragslinje), rows)

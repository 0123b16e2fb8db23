"""The log of who comes. Rows are added and never changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, bindparam

from bot.domain.errors import Conflict
from bot.domain.frammoete import Frammoetelinje, Slag
from storage import hvem
from storage.archive import SqlArchive
from storage.log_tables import frammoetelinje as table
from storage.session import Session
from storage.tables import moete

_HVEM = {"person": "person", "av": "av", "for_person": "for"}
"""Field by prefix of the columns."""
_LES = sa.select(table).where(table.c.moete_id == bindparam("moete_id")).order_by(table.c.id)
_PLAIN = ("slag", "at", "organ_id", "kall_id", "frist", "klokke", "sen", "gjelder")


class SqlFrammoeter:
    """Implements `bot.domain.subports.Frammoeter`. `archive` is what the same transaction reads."""

    def __init__(self, session: Session, archive: SqlArchive) -> None:
        self._session = session
        self._archive = archive
        self._locked: set[int] = set()

    async def les(self, moete_id: int) -> list[Frammoetelinje]:
        return await self._session.run(partial(_les, moete_id=moete_id))

    async def laas(self, moete_id: int) -> list[Frammoetelinje]:
        versjon = await self._lock(moete_id)
        if versjon is not None:
            await self._check(moete_id, versjon)
        return await self.les(moete_id)

    async def noter(self, moete_id: int, linjer: Sequence[Frammoetelinje]) -> list[Frammoetelinje]:
        # PostgreSQL gives an id before it waits: without the lock ids would not tell the order.
        await self._lock(moete_id)
        return await self._session.run(lambda conn: [_noter(conn, moete_id, linje) for linje in linjer])

    async def moeter_med_kall(self, fra: date) -> list[int]:
        return await self._session.run(partial(_med_kall, fra=fra))

    async def _lock(self, moete_id: int) -> int | None:
        """The møte's row is the lock, in a statement of its own: one that waits for a lock reads all
        other rows as of before the wait. Its `versjon`; None where it is held already.
        """
        if moete_id in self._locked:
            return None
        versjon = await self._session.run(partial(_lock, moete_id=moete_id))
        self._locked.add(moete_id)
        return versjon

    async def _check(self, moete_id: int, versjon: int) -> None:
        """The register may be of before the wait, and it is what the log is judged by."""
        if self._archive.seen is None:
            return
        hode = (await self._archive.register()).hode(moete_id)
        if hode is None or hode.versjon != versjon:
            raise Conflict


def _les(conn: Connection, moete_id: int) -> list[Frammoetelinje]:
    rows = conn.execute(_LES, {"moete_id": moete_id})
    return [_linje(row) for row in rows]


def _lock(conn: Connection, moete_id: int) -> int:
    row = conn.execute(sa.select(moete.c.versjon).where(moete.c.id == moete_id).with_for_update()).first()
    if row is None:
        raise LookupError("there is no such møte")
    versjon: int = row.versjon
    return versjon


def _noter(conn: Connection, moete_id: int, linje: Frammoetelinje) -> Frammoetelinje:
    values: dict[str, Any] = {name: getattr(linje, name) for name in _PLAIN}
    for felt, prefix in _HVEM.items():
        values |= hvem.values(prefix, getattr(linje, felt))
    row = conn.execute(sa.insert(table).returning(table.c.id), {"moete_id": moete_id, **values})
    return replace(linje, id=row.scalar_one())


def _linje(row: Row[Any]) -> Frammoetelinje:
    felt: dict[str, Any] = {name: row._mapping[name] for name in ("id", *_PLAIN)}
    felt |= {name: hvem.of(row, prefix) for name, prefix in _HVEM.items()}
    return Frammoetelinje(**felt)


def _med_kall(conn: Connection, fra: date) -> list[int]:
    query = sa.select(moete.c.id).join(table).where(moete.c.dato >= fra, table.c.slag == Slag.KALT)
    return list(conn.execute(query.distinct().order_by(moete.c.id)).scalars())

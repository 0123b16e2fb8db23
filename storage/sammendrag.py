"""The sammendrag that is posted of each møte, and what became of it."""

from dataclasses import replace
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from bot.domain.errors import Conflict
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from storage import hvem
from storage.post_tables import sammendrag as table
from storage.session import Session
from storage.upsert import insert

_FIELDS = (
    "id", "moete_id", "tilstand", "innledning", "vist_innledning", "merke", "lagt_ut", "rettet", "versjon"
)  # fmt: skip


class SqlSammendragene:
    """Implements `bot.domain.postports.Sammendragene`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def for_moete(self, moete_id: int) -> Sammendrag | None:
        return await self._one(table.c.moete_id == moete_id)

    async def hent(self, sammendrag_id: int) -> Sammendrag | None:
        return await self._one(table.c.id == sammendrag_id)

    async def utlagte(self) -> list[Sammendrag]:
        query = sa.select(table).where(table.c.tilstand == Sammendragstilstand.LAGT_UT).order_by(table.c.id)
        return await self._session.run(lambda conn: [_of(row) for row in conn.execute(query)])

    async def opprett(self, sammendrag: Sammendrag) -> Sammendrag:
        return await self._session.run(partial(_insert, nytt=sammendrag))

    async def lagre(self, sammendrag: Sammendrag) -> Sammendrag:
        return await self._session.run(partial(_update, nytt=sammendrag))

    async def _one(self, which: sa.ColumnElement[bool]) -> Sammendrag | None:
        row = await self._session.run(lambda conn: conn.execute(sa.select(table).where(which)).first())
        return _of(row) if row else None


def _of(row: Row[Any]) -> Sammendrag:
    plain = {name: row._mapping[name] for name in _FIELDS}
    keys: dict[str, Any] = {"utelatt": tuple(row.utelatt), "vist": tuple(row.vist)}
    return Sammendrag(**plain, **keys, lagt_ut_av=hvem.of(row, "lagt_ut_av"))


def _values(nytt: Sammendrag) -> dict[str, Any]:
    plain: dict[str, Any] = {name: getattr(nytt, name) for name in _FIELDS if name != "id"}
    own = {"utelatt": list(nytt.utelatt), "vist": list(nytt.vist), "versjon": nytt.versjon + 1}
    return plain | own | hvem.values("lagt_ut_av", nytt.lagt_ut_av)


def _insert(conn: Connection, nytt: Sammendrag) -> Sammendrag:
    """The second of two who propose at once waits for the first, and finds that there is one."""
    row = insert(conn, table).values(_values(nytt)).on_conflict_do_nothing(index_elements=["moete_id"])
    stored = conn.execute(row.returning(table.c.id)).scalar()
    if stored is None:
        raise Conflict
    return replace(nytt, id=stored, versjon=nytt.versjon + 1)


def _update(conn: Connection, nytt: Sammendrag) -> Sammendrag:
    holds = (table.c.id == nytt.id, table.c.versjon == nytt.versjon)
    if conn.execute(sa.update(table).where(*holds).values(_values(nytt))).rowcount != 1:
        raise Conflict
    return replace(nytt, versjon=nytt.versjon + 1)

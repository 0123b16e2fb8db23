"""The bodies' own Word templates."""

from collections.abc import Sequence
from functools import partial

import sqlalchemy as sa
from sqlalchemy import Column, Connection, ForeignKey, Integer, LargeBinary, Table

from bot.domain.malports import Organmal
from storage.columns import Utc, metadata, tekst
from storage.session import Session
from storage.upsert import insert

organmal = Table(
    "organmal",
    metadata,
    Column(
        "organ_id",
        Integer,
        ForeignKey("organ.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    tekst("filnavn", required=True),
    Column("innhold", LargeBinary, nullable=False),
    Column("lagret", Utc, nullable=False),
)


class SqlMaler:
    """Implements `bot.domain.malports.Maler`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def for_moete(self, organ_ids: Sequence[int]) -> Organmal | None:
        return await self._session.run(partial(_first_of, organ_ids=tuple(organ_ids)))

    async def lagre(self, mal: Organmal) -> None:
        await self._session.run(partial(_put, mal=mal))

    async def slett(self, organ_id: int) -> bool:
        gone = sa.delete(organmal).where(organmal.c.organ_id == organ_id)
        return await self._session.run(lambda conn: conn.execute(gone).rowcount == 1)


def _first_of(conn: Connection, organ_ids: Sequence[int]) -> Organmal | None:
    rows = conn.execute(sa.select(organmal).where(organmal.c.organ_id.in_(organ_ids))).all()
    found = {row.organ_id: Organmal(row.organ_id, row.filnavn, row.innhold, row.lagret) for row in rows}
    return next((found[organ_id] for organ_id in organ_ids if organ_id in found), None)


def _put(conn: Connection, mal: Organmal) -> None:
    changed = {"filnavn": mal.filnavn, "innhold": mal.innhold, "lagret": mal.lagret}
    row = insert(conn, organmal).values({"organ_id": mal.organ_id, **changed})
    conn.execute(row.on_conflict_do_update(index_elements=["organ_id"], set_=changed))

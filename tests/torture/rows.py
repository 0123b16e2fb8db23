"""What stands in the outbox, read beside the program."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.maalform import Maalform
from bot.domain.ports import Store
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand, Varselslag
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage import schema, sqlite
from storage.teams_tables import utboks
from tests.torture.script import Planned
from tests.torture.town import START
from tests.wire.folk import aad

UNDER_WAY = (Utposttilstand.VENTER, Utposttilstand.SENDER)


@dataclass(frozen=True)
class Row:
    id: int
    key: str
    where: str
    text: str
    slag: Varselslag
    state: Utposttilstand
    operation: Operasjon
    gjelder: str | None
    attempts: int
    in_doubt: int
    reason: str | None


async def rows(url: str) -> list[Row]:
    """By id."""
    path = schema.sqlite_path(url)
    if path is not None:
        return await asyncio.to_thread(_of_file, path)
    engine = create_async_engine(url, poolclass=sa.NullPool)
    try:
        async with engine.connect() as conn:
            return await conn.run_sync(_read)
    finally:
        await engine.dispose()


def _of_file(path: str) -> list[Row]:
    reader = sqlite.engine(path, "BEGIN", "query_only = ON")
    try:
        with reader.connect() as conn:
            return _read(conn)
    finally:
        reader.dispose()


def _read(conn: sa.Connection) -> list[Row]:
    return [_row(one) for one in conn.execute(sa.select(utboks).order_by(utboks.c.id))]


def _row(one: sa.Row) -> Row:
    return Row(
        one.id,
        one.noekkel,
        one.conversation_id,
        (one.melding or {}).get("text", ""),
        one.slag,
        one.tilstand,
        one.operasjon,
        one.gjelder,
        one.forsoek,
        one.i_tvil,
        one.grunn,
    )


async def write(store: Store, posts: Iterable[Planned], elapsed: float) -> None:
    """All in one transaction."""
    due = (START + timedelta(seconds=elapsed)).astimezone(UTC)
    async with store.turn() as uow:
        for post in posts:
            person = aad(post.where.removeprefix("a:1")) if post.where.startswith("a:") else None
            row = Utpost(
                noekkel=post.key,
                conversation_id=post.where,
                melding=legg_i(Message(post.text), Maalform.NB),
                slag=Varselslag.SAK,
                ikke_foer=due,
                person_key=person,
                operasjon=post.operation,
                gjelder=post.gjelder,
            )
            await uow.utboks.legg(row)
        await uow.commit()

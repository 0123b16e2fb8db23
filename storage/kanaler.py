"""Which channels are which bodies'."""

from functools import partial

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.conversation import Conversation, channel_of
from bot.domain.maalform import Maalform
from storage import conversations, maalformer
from storage.session import Session
from storage.tables import conversation
from storage.teams_tables import kanal_organ
from storage.upsert import insert


class SqlKanaler:
    """Implements `bot.domain.subports.Kanaler`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def koble(self, conversation_id: str, organ_id: int) -> bool:
        channel_id = channel_of(conversation_id)
        self._session.later(partial(_set_installed, channel_id=channel_id, installed=True))
        key = {"conversation_id": channel_id, "organ_id": organ_id}
        return await self._session.run(partial(_koble, key=key))

    async def stengt(self, conversation_id: str) -> None:
        channel_id = channel_of(conversation_id)
        self._session.later(partial(_set_installed, channel_id=channel_id, installed=False))

    async def koble_fra(self, conversation_id: str, organ_id: int) -> bool:
        c = kanal_organ.c
        gone = sa.delete(kanal_organ).where(
            c.conversation_id == channel_of(conversation_id), c.organ_id == organ_id
        )
        return await self._session.run(lambda conn: conn.execute(gone).rowcount == 1)

    async def for_organ(self, organ_id: int) -> list[Conversation]:
        return await self._session.run(partial(_for_organ, organ_id=organ_id))

    async def maalform(self, conversation_id: str) -> Maalform | None:
        return await self._session.run(
            partial(maalformer.chosen_for_channel, conversation_id=conversation_id)
        )


def _koble(conn: Connection, key: dict[str, object]) -> bool:
    row = insert(conn, kanal_organ).values(key).on_conflict_do_nothing()
    return conn.execute(row.returning(kanal_organ.c.organ_id)).first() is not None


def _set_installed(conn: Connection, channel_id: str, *, installed: bool) -> None:
    """Of the channel and its threads: what is known of it may be taken from one of those."""
    c, start = conversation.c, f"{channel_id};"
    there = sa.or_(c.id == channel_id, sa.func.substr(c.id, 1, len(start)) == start)
    change = sa.update(conversation).where(there, c.installed != installed)
    conn.execute(change.values(installed=installed))


def _for_organ(conn: Connection, organ_id: int) -> list[Conversation]:
    c = kanal_organ.c
    query = sa.select(c.conversation_id).where(c.organ_id == organ_id).order_by(c.conversation_id)
    found = [conversations.find(conn, channel_id) for channel_id in conn.execute(query).scalars()]
    return [channel for channel in found if channel is not None and channel.installed]

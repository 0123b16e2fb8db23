"""Which channels are which bodies'."""

from collections.abc import Collection
from functools import partial

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.domain.conversation import Conversation, channel_of
from bot.domain.kanaloensker import Kanalkobling, Kanaloensker
from bot.domain.maalform import Maalform
from bot.domain.oenskekodek import fra_verdier, til_verdier
from storage import bane, conversations, maalformer
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
        await self.aapnet(conversation_id)
        key = {"conversation_id": channel_id, "organ_id": organ_id}
        return await self._session.run(partial(_koble, key=key))

    async def stengt(self, conversation_id: str) -> None:
        channel_id = channel_of(conversation_id)
        self._session.later(partial(_set_installed, channel_id=channel_id, installed=False))

    async def aapnet(self, conversation_id: str) -> None:
        channel_id = channel_of(conversation_id)
        self._session.later(partial(_set_installed, channel_id=channel_id, installed=True))
        self._session.later(partial(bane.open_again, conversation_id=channel_id))

    async def koble_fra(self, conversation_id: str, organ_id: int) -> bool:
        c = kanal_organ.c
        gone = sa.delete(kanal_organ).where(
            c.conversation_id == channel_of(conversation_id), c.organ_id == organ_id
        )
        return await self._session.run(lambda conn: conn.execute(gone).rowcount == 1)

    async def for_organ(self, organ_id: int) -> list[Conversation]:
        return await self._session.run(partial(_for_organ, organ_id=organ_id))

    async def oensk(self, conversation_id: str, organ_id: int, oensker: Kanaloensker) -> bool:
        c = kanal_organ.c
        change = (
            sa.update(kanal_organ)
            .where(c.conversation_id == channel_of(conversation_id), c.organ_id == organ_id)
            .values(oensker=til_verdier(oensker))
        )
        return await self._session.run(lambda conn: conn.execute(change).rowcount == 1)

    async def koblinger(self, organ_ids: Collection[int]) -> list[Kanalkobling]:
        of_bodies = kanal_organ.c.organ_id.in_(list(organ_ids))
        return _installed(await self._session.run(partial(_links, which=of_bodies)))

    async def her(self, conversation_id: str) -> list[Kanalkobling]:
        here = kanal_organ.c.conversation_id == channel_of(conversation_id)
        return await self._session.run(partial(_links, which=here))

    async def laas(self, conversation_id: str) -> list[Kanalkobling]:
        here = kanal_organ.c.conversation_id == channel_of(conversation_id)
        held = sa.select(kanal_organ.c.organ_id).where(here).with_for_update()
        await self._session.run(lambda conn: conn.execute(held).all())
        return await self._session.run(partial(_links, which=here))

    async def med_digest(self) -> list[Kanalkobling]:
        chosen = kanal_organ.c.oensker.is_not(None)
        links = await self._session.run(partial(_links, which=chosen))
        return [link for link in _installed(links) if link.oensker.digest is not None]

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


def _links(conn: Connection, which: sa.ColumnElement[bool]) -> list[Kanalkobling]:
    """By channel and body; without those of channels nothing is known of."""
    c = kanal_organ.c
    rows = conn.execute(sa.select(kanal_organ).where(which).order_by(c.conversation_id, c.organ_id)).all()
    known = conversations.find_all(conn, {row.conversation_id for row in rows})
    return [
        Kanalkobling(known[row.conversation_id], row.organ_id, fra_verdier(row.oensker or {}))
        for row in rows
        if row.conversation_id in known
    ]


def _installed(links: list[Kanalkobling]) -> list[Kanalkobling]:
    return [link for link in links if link.kanal.installed]


def _for_organ(conn: Connection, organ_id: int) -> list[Conversation]:
    c = kanal_organ.c
    query = sa.select(c.conversation_id).where(c.organ_id == organ_id).order_by(c.conversation_id)
    found = [conversations.find(conn, channel_id) for channel_id in conn.execute(query).scalars()]
    return [channel for channel in found if channel is not None and channel.installed]

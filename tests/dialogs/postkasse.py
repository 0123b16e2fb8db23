"""What people and channels have got unasked, as a test reads it."""

import asyncio
import itertools
from collections import defaultdict

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.turn import Message


class Post(dict[str, list[Message]]):
    """By Teams key, or a channel's id: `post["aad-kari"]`. `post["kari"]` is the same; [] where there
    is nothing.
    """

    def __missing__(self, hvem: str) -> list[Message]:
        return self.get(f"aad-{hvem}", [])


class FakePoster:
    """A `bot.varsling.poster.Poster` that keeps what it is given, by conversation; `trouble` is what it
    raises instead, by conversation, once each.
    """

    def __init__(self) -> None:
        self.got: list[tuple[str, Message, Maalform]] = []
        self.endret: list[tuple[str, str, Message]] = []
        self.slettet: list[tuple[str, str]] = []
        self._ids = itertools.count(1)
        self.trouble: defaultdict[str, list[Exception]] = defaultdict(list)

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> str | None:
        """Its ids are p1, p2 …"""
        await self._tried(conversation)
        self.got.append((conversation.id, message, maalform))
        return f"p{next(self._ids)}"

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        await self._tried(conversation)
        self.endret.append((conversation.id, activity_id, message))

    async def remove(self, conversation: Conversation, activity_id: str) -> None:
        await self._tried(conversation)
        self.slettet.append((conversation.id, activity_id))

    async def _tried(self, conversation: Conversation) -> None:
        await asyncio.sleep(0)
        if self.trouble[conversation.id]:
            raise self.trouble[conversation.id].pop(0)

    def ta(self) -> list[tuple[str, Message]]:
        """What has come since last time."""
        got, self.got = self.got, []
        return [(conversation_id, message) for conversation_id, message, _ in got]

"""What people and channels have got unasked, as a test reads it."""

import asyncio
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
        self.trouble: defaultdict[str, list[Exception]] = defaultdict(list)

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> None:
        await asyncio.sleep(0)
        if self.trouble[conversation.id]:
            raise self.trouble[conversation.id].pop(0)
        self.got.append((conversation.id, message, maalform))

    def ta(self) -> list[tuple[str, Message]]:
        """What has come since last time."""
        got, self.got = self.got, []
        return [(conversation_id, message) for conversation_id, message, _ in got]

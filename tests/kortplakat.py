"""A `bot.varsling.poster.CardPoster` that keeps what stands in each conversation."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.turn import Message
from bot.varsling.poster import Gone


@dataclass
class FakeCards:
    """`stands` is what is seen now, by conversation and activity; `calls` all that was tried, in order.
    `trouble` is raised instead, by conversation, once each.
    """

    stands: defaultdict[str, dict[str, Message]] = field(default_factory=lambda: defaultdict(dict))
    calls: list[tuple[str, str, Message]] = field(default_factory=list)
    trouble: defaultdict[str, list[Exception]] = field(default_factory=lambda: defaultdict(list))

    arrived: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)

    async def put_up(self, conversation: Conversation, message: Message, maalform: Maalform) -> str:
        await self._try("put_up", conversation, message)
        activity_id = f"kort-{len(self.calls)}"
        self._stands(conversation, activity_id, message)
        return activity_id

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        await self._try("change", conversation, message)
        if activity_id not in self.stands[conversation.id]:
            raise Gone("404")
        self._stands(conversation, activity_id, message)

    async def _try(self, how: str, conversation: Conversation, message: Message) -> None:
        await asyncio.sleep(0)
        self.calls.append((how, conversation.id, message))
        if self.trouble[conversation.id]:
            raise self.trouble[conversation.id].pop(0)

    def _stands(self, conversation: Conversation, activity_id: str, message: Message) -> None:
        self.stands[conversation.id][activity_id] = message
        self.arrived.put_nowait(message)

"""Posts by the stock SDK, as its samples do it: `continue_conversation` for each conversation reference."""

import asyncio
from collections.abc import Iterator
from typing import Any

from botbuilder.core import TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import (
    Activity,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
)
from botframework.connector.auth import BotFrameworkAuthenticationFactory

CARD_TYPE = "application/vnd.microsoft.card.adaptive"


async def post(address: str, conversations: Iterator[str], card: dict[str, Any], at_once: int) -> None:
    """The card to each of them, `at_once` under way together."""
    adapter = CloudAdapterBase(BotFrameworkAuthenticationFactory.create())

    async def say(context: TurnContext) -> None:
        content = Attachment(content_type=CARD_TYPE, content=card)
        await context.send_activity(Activity(type="message", attachments=[content]))

    async def worker() -> None:
        for conversation in conversations:
            await adapter.continue_conversation(_reference(address, conversation), say, "")

    await asyncio.gather(*(worker() for _ in range(at_once)))


def _reference(address: str, conversation: str) -> ConversationReference:
    return ConversationReference(
        channel_id="msteams",
        service_url=address,
        bot=ChannelAccount(id="28:helsebot"),
        user=ChannelAccount(id="29:x"),
        conversation=ConversationAccount(id=conversation),
    )

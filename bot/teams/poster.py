"""Messages that answer nothing: a new post in a conversation the bot knows from before."""

import asyncio
from dataclasses import dataclass

from aiohttp import ClientError

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.teams.guard import Guard
from bot.teams.outbound import Place, message_of
from bot.teams.sender import Answer, Sender, address_of
from bot.teams.tokens import TokenUnavailable
from bot.turn import Message
from bot.varsling.poster import SECONDS, NotAccepted, TryLater, Unreachable

CLOSED = frozenset({403, 404})
"""Uninstalled, blocked, gone: Teams tells them apart in bodies that vary, so the status decides."""
NOT_YET = frozenset({401, 408, 412, 425, 429})


@dataclass(frozen=True)
class TeamsPoster:
    """Implements `bot.varsling.poster.Poster`. It tries once: when to try again is the outbox's."""

    sender: Sender
    guard: Guard
    seconds: float = SECONDS

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> None:
        if not self.guard.known(conversation.service_url):
            raise Unreachable("strange address")
        place = Place(conversation.id, {"id": conversation.bot_id or ""}, None, None, maalform)
        url = address_of(conversation.service_url, conversation.id)
        try:
            async with asyncio.timeout(self.seconds):
                answer = await self.sender.once(url, message_of(message, place))
        except TimeoutError:
            raise TryLater("timeout") from None
        except (ClientError, OSError) as reason:
            raise TryLater(type(reason).__name__) from reason
        except TokenUnavailable as reason:
            raise TryLater(f"token: {reason}") from reason
        _judge(answer)


def _judge(answer: Answer) -> None:
    """Raises what the status means. A redirect is not followed: our token goes nowhere else."""
    status = answer.status
    if status in CLOSED:
        raise Unreachable(str(status))
    if status in NOT_YET or status >= 500:
        raise TryLater(str(status), answer.after)
    if status >= 300:
        raise NotAccepted(str(status))

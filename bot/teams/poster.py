"""Messages that answer nothing: a new post in a conversation the bot knows from before."""

import asyncio
import json
from dataclasses import dataclass

from aiohttp import ClientConnectorError, ClientError

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.teams.guard import Guard
from bot.teams.outbound import Place, message_of
from bot.teams.sender import Answer, Sender, address_of
from bot.teams.tokens import TokenUnavailable
from bot.turn import Message
from bot.varsling.poster import SECONDS, Gone, NotAccepted, TryLater, Unreachable

CLOSED = frozenset({403, 404})
"""Uninstalled, blocked, gone: Teams tells them apart in bodies that vary, so the status decides."""
MISSING = frozenset({404, 410})
"""Of a message that is changed: it has been deleted. The conversation may be well."""
NOT_YET = frozenset({401, 412, 425, 429, 503})
"""The message was not taken: too many, or the service says that it is not there (RFC 9110, 15.6.4)."""
IN_DOUBT = frozenset({408})
"""It may have been taken all the same, as with all that begins with 5."""


@dataclass(frozen=True)
class TeamsPoster:
    """Implements `bot.varsling.poster.Poster` and `CardPoster`. It tries once: when to try again is for
    whoever asks.
    """

    sender: Sender
    guard: Guard
    seconds: float = SECONDS

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> str | None:
        return _told(await self._send(conversation, "POST", _content(conversation, message, maalform)))

    async def put_up(self, conversation: Conversation, message: Message, maalform: Maalform) -> str:
        """Raises NotAccepted also where Teams took the message and did not say under which id: it stands
        there, and cannot be changed.
        """
        found = await self.post(conversation, message, maalform)
        if found is None:
            raise NotAccepted("no id")
        return found

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        await self._send(conversation, "PUT", _content(conversation, message, maalform), activity_id)

    async def remove(self, conversation: Conversation, activity_id: str) -> None:
        await self._send(conversation, "DELETE", None, activity_id)

    async def _send(
        self, conversation: Conversation, method: str, content: bytes | None, changes: str | None = None
    ) -> Answer:
        """A new message, or what becomes of that one."""
        if not self.guard.known(conversation.service_url):
            raise Unreachable("strange address")
        url = address_of(conversation.service_url, conversation.id, changes)
        try:
            async with asyncio.timeout(self.seconds):
                answer = await self.sender.once(url, content, method)
        except TimeoutError:
            raise TryLater("timeout", tvil=True) from None
        except TokenUnavailable as reason:
            raise TryLater(f"token: {reason}") from reason
        except ClientConnectorError as reason:
            raise TryLater(type(reason).__name__) from reason
        except (ClientError, OSError) as reason:
            raise TryLater(type(reason).__name__, tvil=True) from reason
        if changes and answer.status in MISSING:
            raise Gone(str(answer.status))
        _judge(answer)
        return answer


def _content(conversation: Conversation, message: Message, maalform: Maalform) -> bytes:
    place = Place(conversation.id, {"id": conversation.bot_id or ""}, None, None, maalform)
    return message_of(message, place)


def _judge(answer: Answer) -> None:
    """Raises what the status means. A redirect is not followed: our token goes nowhere else."""
    status = answer.status
    if status in CLOSED:
        raise Unreachable(str(status))
    if status in NOT_YET:
        raise TryLater(str(status), answer.after)
    if status in IN_DOUBT or status >= 500:
        raise TryLater(str(status), answer.after, tvil=True)
    if status >= 300:
        raise NotAccepted(str(status))


def _told(answer: Answer) -> str | None:
    try:
        told = json.loads(answer.body)
    except ValueError:
        return None
    found = told.get("id") if isinstance(told, dict) else None
    return found if isinstance(found, str) and found else None

"""Sending to Teams: plain JSON over one aiohttp session, with a limit in time and few retries."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from aiohttp import ClientError, ClientSession
from yarl import URL

from bot.teams.tokens import Tokens, TokenUnavailable

SECONDS = 10
TRIES = 4
THROTTLED = frozenset({412, 429})
MAYBE_DONE = frozenset({502, 504})


class SendFailed(Exception):
    """The activity did not leave, or nobody knows whether it did. The text is a status or a word."""


@dataclass(frozen=True)
class Answer:
    """`after` is how many seconds the connector asks us to wait, where it says so."""

    status: int
    after: float | None
    body: bytes = b""


class Sender:
    """`session` gives the one session of the room; `tokens` is None where nobody asks for a token."""

    def __init__(
        self, session: Callable[[], ClientSession], tokens: Tokens | None, seconds: float = SECONDS
    ) -> None:
        self._session = session
        self._tokens = tokens
        self.seconds = seconds

    async def send(self, url: URL, activity: bytes, method: str = "POST") -> None:
        """Raises SendFailed after at most `seconds`, waits included.

        What is throttled (429, 412) is sent again when the connector says, or after a growing
        pause. After 502 or 504 the message may have arrived all the same, so it is tried once more only.
        """
        try:
            async with asyncio.timeout(self.seconds):
                await self._persist(url, activity, method)
        except TimeoutError:
            raise SendFailed("timeout") from None
        except (ClientError, OSError) as reason:
            raise SendFailed(type(reason).__name__) from reason
        except TokenUnavailable as reason:
            raise SendFailed(f"token: {reason}") from reason

    async def _persist(self, url: URL, activity: bytes, method: str) -> None:
        ends = asyncio.get_running_loop().time() + self.seconds
        unsure = False
        for tried in range(TRIES):
            answer = await self.once(url, activity, method)
            if answer.status < 300:
                return
            pause = _pause(tried) if answer.after is None else answer.after
            again = answer.status in THROTTLED or (answer.status in MAYBE_DONE and not unsure)
            if not again or tried == TRIES - 1 or asyncio.get_running_loop().time() + pause >= ends:
                raise SendFailed(str(answer.status))
            unsure = unsure or answer.status in MAYBE_DONE
            await asyncio.sleep(pause)

    async def once(self, url: URL, activity: bytes | None, method: str = "POST") -> Answer:
        """Tries once, without a limit in time. Raises ClientError, OSError, TokenUnavailable."""
        headers = {"Content-Type": "application/json"}
        if self._tokens is not None:
            headers["Authorization"] = f"Bearer {await self._tokens.get()}"
        session = self._session()
        sending = session.request(method, url, data=activity, headers=headers, allow_redirects=False)
        async with sending as response:
            body = await response.read()
            return Answer(response.status, _after(response.headers.get("Retry-After")), body)


@dataclass(frozen=True)
class Connector:
    """The connector of one turn: Bot Connector REST v3 at the service address of its activity.

    What is sent is the JSON of an activity.
    """

    sender: Sender
    service_url: str

    async def reply(self, conversation_id: str, to: str | None, activity: bytes) -> None:
        """Posts to the conversation, as an answer to the activity `to` where there is one.

        Raises SendFailed.
        """
        await self.sender.send(address_of(self.service_url, conversation_id, to), activity)

    async def change(self, conversation_id: str, activity_id: str, activity: bytes) -> None:
        """Puts it in the place of a message of our own. Raises SendFailed."""
        await self.sender.send(address_of(self.service_url, conversation_id, activity_id), activity, "PUT")


def address_of(service_url: str, conversation_id: str, activity_id: str | None = None) -> URL:
    """Where one posts to the conversation, or answers that activity in it."""
    tail = f"/{quote(activity_id, safe='')}" if activity_id else ""
    conversation = quote(conversation_id, safe="")
    return URL(f"{service_url.rstrip('/')}/v3/conversations/{conversation}/activities{tail}", encoded=True)


def _pause(tried: int) -> float:
    return 0.5 * 2**tried * random.uniform(0.8, 1.2)  # noqa: S311


def _after(header: str | None) -> float | None:
    """Seconds from a Retry-After, which is a whole number or a date."""
    if header is None or header.isdecimal():
        return float(header) if header else None
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None

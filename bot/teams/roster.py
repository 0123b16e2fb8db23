"""Teams' own list of who is in a conversation: where an e-mail is more than the person's own word."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import structlog
from aiohttp import ClientError, ClientSession
from yarl import URL

from bot.domain.conversation import Conversation, channel_of
from bot.teams.tokens import Tokens, TokenUnavailable
from bot.turn import Incoming, Person

SECONDS = 5
GUEST = "#ext#"
"""In the userPrincipalName of a guest, which is made of an address and is none."""
ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]+")

log = structlog.get_logger("helsebot.teams")


@dataclass(frozen=True)
class TeamsRoster:
    """Implements `bot.edges.Roster` at the service address the activity came from, which the endpoint
    has checked. Asks once: who wants to know again asks later.
    """

    session: Callable[[], ClientSession]
    tokens: Tokens | None
    seconds: float = SECONDS

    async def epost(self, incoming: Incoming) -> str | None:
        try:
            async with asyncio.timeout(self.seconds):
                member = await self._member(incoming)
        except (TimeoutError, ClientError, OSError, ValueError, TokenUnavailable) as reason:
            log.info("roster.silent", turn=incoming.activity_id, reason=type(reason).__name__)
            return None
        return email_of(member, incoming.person)

    async def _member(self, incoming: Incoming) -> Any:
        headers = {}
        if self.tokens is not None:
            headers["Authorization"] = f"Bearer {await self.tokens.get()}"
        url = address_of(incoming.conversation, incoming.person)
        asking = self.session().get(url, headers=headers, allow_redirects=False)
        async with asking as response:
            return await response.json(content_type=None) if response.status == 200 else None


def address_of(conversation: Conversation, person: Person) -> URL:
    """A channel has the members of its team."""
    place = conversation.team_id or channel_of(conversation.id)
    path = f"/v3/conversations/{quote(place, safe='')}/members/{quote(person.id, safe='')}"
    return URL(f"{conversation.service_url.rstrip('/')}{path}", encoded=True)


def email_of(member: Any, person: Person) -> str | None:
    """The e-mail, else the userPrincipalName where that is an address; None of somebody else's."""
    if not isinstance(member, dict) or _another(member, person):
        return None
    email, upn = member.get("email"), member.get("userPrincipalName")
    return _address(email) or (_address(upn) if GUEST not in str(upn).casefold() else None)


def _another(member: dict[str, Any], person: Person) -> bool:
    told = member.get("aadObjectId") or member.get("objectId")
    return bool(person.aad_id and told) and str(told).casefold() != str(person.aad_id).casefold()


def _address(written: Any) -> str | None:
    return written if isinstance(written, str) and ADDRESS.fullmatch(written) else None

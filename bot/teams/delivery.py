"""A file that somebody has said yes to: made now, and put where Teams wants it (file consent, 1:1 only)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from aiohttp import ClientError, ClientSession
from yarl import URL

from bot.domain.errors import Unreadable
from bot.edges import DocumentWriter
from bot.teams.cloud import is_among, is_local
from bot.turn import Fil, Filsvar

SECONDS = 12
"""For making and sending it; Teams waits some fifteen for its answer."""
DONE = frozenset({404, 409, 410})
"""The place has been used, or its time is out."""

log = structlog.get_logger("helsebot.teams")


class NotDelivered(Exception):
    """`key` is the sentence that says what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class Delivery:
    """Only to Microsoft's hosts; `local` allows this machine too (no app id)."""

    session: Callable[[], ClientSession]
    writer: DocumentWriter
    hosts: tuple[str, ...]
    local: bool
    seconds: float = SECONDS

    async def deliver(self, fil: Fil, place: Filsvar) -> None:
        """Raises NotDelivered; nothing is kept, and it may be asked for again."""
        if not is_among(place.url, self.hosts) and not (self.local and is_local(place.url)):
            raise NotDelivered("filer.adresse_avvist")
        try:
            async with asyncio.timeout(self.seconds):
                status = await self._put(place.url, await self.writer.write_file(fil))
        except Unreadable:
            raise NotDelivered("filer.mal_feilet") from None
        except (TimeoutError, ClientError, OSError, ValueError) as reason:
            log.warning("file.not_delivered", reason=type(reason).__name__)
            raise NotDelivered("filer.opplasting_feilet") from None
        if status >= 300:
            log.warning("file.not_delivered", reason=str(status))
            raise NotDelivered("filer.allerede_levert" if status in DONE else "filer.opplasting_feilet")

    async def _put(self, url: str, data: bytes) -> int:
        """All of it in one piece, as an upload session takes it; without our token, and no redirect is
        followed.
        """
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(data) - 1}/{len(data)}",
        }
        putting = self.session().put(
            URL(url, encoded=True), data=data, headers=headers, allow_redirects=False
        )
        async with putting as response:
            return response.status

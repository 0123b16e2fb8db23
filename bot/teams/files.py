"""Fetching the file somebody dropped: from Microsoft's hosts only, counted and timed while it is read."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import ClientError, ClientResponse, ClientSession
from yarl import URL

from bot.domain.errors import Unreadable
from bot.teams.cloud import is_among, is_local
from bot.turn import OfferedFile

MAX_BYTES = 20 * 1024 * 1024
SECONDS = 15
REDIRECTS = 3
CHUNK = 64 * 1024
IDENTITY = {"Accept-Encoding": "identity"}


@dataclass(frozen=True)
class TeamsFiles:
    """A FileFetcher. `local` allows files on this machine too (no app id).

    Raises Unreadable: `fil_adresse` (not an address we fetch from), `for_stor` (more than 20 MB)
    or `fil_hentes_ikke` (no answer in 15 seconds, or not the file itself).
    """

    session: Callable[[], ClientSession]
    hosts: tuple[str, ...]
    local: bool
    seconds: float = SECONDS

    async def fetch(self, file: OfferedFile) -> bytes:
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(file)
        except (TimeoutError, ClientError, OSError, ValueError):
            raise Unreadable("fil_hentes_ikke", filnavn=file.filename) from None

    async def _follow(self, file: OfferedFile) -> bytes:
        url = file.url
        for _ in range(REDIRECTS + 1):
            self._check(url, file.filename)
            request = self.session().get(URL(url, encoded=True), allow_redirects=False, headers=IDENTITY)
            async with request as response:
                if response.status not in (301, 302, 303, 307, 308):
                    return await _content(response, file.filename)
                url = str(response.url.join(URL(response.headers.get("Location", ""))))
        raise Unreadable("fil_hentes_ikke", filnavn=file.filename)

    def _check(self, url: str, filename: str) -> None:
        if not is_among(url, self.hosts) and not (self.local and is_local(url)):
            raise Unreadable("fil_adresse", filnavn=filename)


async def _content(response: ClientResponse, filename: str) -> bytes:
    # A phone may share a link to a page that shows the file; that page is not the file.
    if response.status != 200 or response.content_type == "text/html":
        raise Unreadable("fil_hentes_ikke", filnavn=filename)
    data = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        data += chunk
        if len(data) > MAX_BYTES:
            raise Unreadable("for_stor", filnavn=filename)
    return bytes(data)

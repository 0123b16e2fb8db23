"""The one HTTP session of the room, opened with its first use."""

from typing import Any

from aiohttp import ClientSession, ClientTimeout

KEY_SECONDS = 5


class Http:
    """Opened inside the running event loop, shared by all that the room asks for."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    def session(self) -> ClientSession:
        if self._session is None or self._session.closed:
            self._session = ClientSession()
        return self._session

    async def get_json(self, url: str) -> Any:
        """Raises on any trouble: no answer in 5 seconds, an HTTP error, not JSON."""
        limit = ClientTimeout(total=KEY_SECONDS)
        async with self.session().get(url, timeout=limit, raise_for_status=True) as response:
            return await response.json(content_type=None)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

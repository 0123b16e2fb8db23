"""One turn at a time in each conversation, within this process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Laaser:
    """A lock for each conversation that somebody holds or waits for; none is kept for the others."""

    def __init__(self) -> None:
        self._laaser: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._brukere: defaultdict[str, int] = defaultdict(int)

    @property
    def holdt(self) -> set[str]:
        """The conversations that somebody holds or waits for."""
        return set(self._brukere)

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        self._brukere[conversation_id] += 1
        try:
            async with self._laaser[conversation_id]:
                yield
        finally:
            self._brukere[conversation_id] -= 1
            if not self._brukere[conversation_id]:
                del self._brukere[conversation_id], self._laaser[conversation_id]

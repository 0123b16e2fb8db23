"""One transaction of FakeStore: what it sees, what it will write, and the locks it holds."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.domain.errors import Conflict
from tests.fake_data import Data

Write = Callable[[Data], None]

PATIENCE = 5
"""Seconds to wait for a lock; two that wait for each other get Conflict, as PostgreSQL gives it."""


class Kept(Protocol):
    """What outlives the transaction."""

    data: Data
    locks: defaultdict[str, asyncio.Lock]
    now: Callable[[], datetime]

    def new_id(self) -> int: ...


class FakeSession:
    """Writes go to a copy at once, and to the store itself, checked anew, at commit."""

    def __init__(self, store: Kept) -> None:
        self.store = store
        self._writes: list[Write] = []
        self._copy: Data | None = None
        self._held: dict[str, asyncio.Lock] = {}

    @property
    def begun(self) -> bool:
        return self._copy is not None

    @property
    def data(self) -> Data:
        if self._copy is None:
            self._copy = self.store.data.copy()
        return self._copy

    async def read(self) -> Data:
        await asyncio.sleep(0)
        return self.data

    async def write(self, write: Write) -> None:
        await asyncio.sleep(0)
        write(self.data)
        self._writes.append(write)

    async def line_up(self, name: str) -> None:
        """Until the end nobody else holds `name`; what others have stored by now is seen."""
        if name not in self._held:
            lock = self.store.locks[name]
            try:
                async with asyncio.timeout(PATIENCE):
                    await lock.acquire()
            except TimeoutError:
                raise Conflict("lock timeout") from None
            self._held[name] = lock
            self._copy = self._after()
        await asyncio.sleep(0)

    async def commit(self) -> None:
        await asyncio.sleep(0)
        self.store.data = self._after()

    def release(self) -> None:
        while self._held:
            self._held.popitem()[1].release()

    def _after(self) -> Data:
        after = self.store.data.copy()
        for write in self._writes:
            write(after)
        return after

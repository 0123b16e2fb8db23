"""Hand-written fakes of the ports in bot/domain/ports.py, all in memory.

They yield (`await asyncio.sleep(0)`) wherever the real ones wait, or they would hide races.
tests/storage runs its contract over FakeStore as well as both databases, so it stays honest.
"""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.fake_data import Data
from tests.fake_unit import FakeUnitOfWork


@dataclass
class FakeClock:
    """A clock that stands still until it is told otherwise. Europe/Oslo."""

    at: datetime

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo("Europe/Oslo"))


class FakeStore:
    """`broken` is what `ready` raises, if anything. `now` (UTC) is the clock of `purge`."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.data = Data()
        self.now = now
        self.broken: Exception | None = None
        self.ids = itertools.count(1)
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def new_id(self) -> int:
        return next(self.ids)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[FakeUnitOfWork]:
        uow = FakeUnitOfWork(self)
        try:
            yield uow
        finally:
            uow.release()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[FakeUnitOfWork]:
        yield FakeUnitOfWork(self)

    async def ready(self) -> None:
        await asyncio.sleep(0)
        if self.broken is not None:
            raise self.broken

    async def close(self) -> None:
        await asyncio.sleep(0)

"""One transaction, as plain functions over a connection see it.

The functions are synchronous and the same for both databases; a Link runs them where the
database wants them run. What needs no answer waits and goes along with the next trip: a trip
costs more than a statement.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from storage.faults import translated

T = TypeVar("T")
Work = Callable[[Connection], T]


class Link(Protocol):
    """The way to one connection. The first `call` begins a transaction."""

    async def call(self, work: Work[T]) -> T: ...

    async def release(self) -> None:
        """Rolls back what was not committed and gives the connection back. Never skipped by a
        cancellation.
        """
        ...


class Session:
    """Raises Conflict or DatabaseFault, never the driver's own errors."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._waiting: list[Work[None]] = []
        self.begun = False

    def later(self, work: Work[None]) -> None:
        """To be done before the next `run`, or in `commit`."""
        self._waiting.append(work)

    async def run(self, work: Work[T]) -> T:
        waiting, self._waiting, self.begun = self._waiting, [], True

        def together(conn: Connection) -> T:
            for first in waiting:
                first(conn)
            return work(conn)

        with translated():
            return await self._link.call(together)

    async def commit(self) -> None:
        if self.begun or self._waiting:
            await self.run(Connection.commit)

    async def release(self) -> None:
        await self._link.release()

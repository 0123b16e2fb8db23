"""What the commands are given by app.py."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.domain.ports import Clock, Store
from bot.edges import DocumentReader, DocumentWriter, Listener
from bot.settings import Settings


class Upkeep(Protocol):
    """What is done with a whole database. Raises NotReady with what is wrong: nothing is changed then."""

    async def copy(self, source: str, target: str) -> list[tuple[str, int]]:
        """From one address to another; the tables with their numbers of rows."""
        ...

    def backup(self, to: Path) -> int:
        """Of the program's SQLite database; bytes."""
        ...

    def restore(self, origin: Path, now: datetime) -> Path | None:
        """Where the database that was there is kept."""
        ...


class Program(Protocol):
    """Everything that is wired outside bot/. `version` is the program's own."""

    version: str
    settings: Settings
    clock: Clock

    def store(self) -> AbstractAsyncContextManager[Store]:
        """The database with its schema in place: on SQLite it is brought up first. Raises NotReady,
        or Stop. Leaves the event loop free while it opens.
        """
        ...

    def listener(self) -> AbstractAsyncContextManager[Listener]:
        """The conversation over the database. Raises like `store`."""
        ...

    async def serve(self, port: int, *, demo: bool) -> None: ...
    def reader(self) -> DocumentReader: ...
    def writer(self) -> DocumentWriter: ...
    def upgrade(self) -> None: ...
    def upkeep(self) -> Upkeep: ...
    def package(self, app_id: str, host: str) -> bytes: ...


class Stop(Exception):
    """Ends a command with this sentence on standard error and exit code 1, never a traceback."""

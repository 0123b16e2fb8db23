"""What the commands are given by app.py."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.domain.ports import Clock, Store
from bot.settings import Settings
from bot.turn import DocumentReader, Listener


@dataclass(frozen=True)
class Session:
    """An open database with its schema in place, and the conversation over it."""

    store: Store
    listener: Listener


class Program(Protocol):
    """Everything that is wired outside bot/. `version` is the program's own."""

    version: str
    settings: Settings
    clock: Clock

    def session(self) -> AbstractAsyncContextManager[Session]:
        """On SQLite the schema is brought up first. Raises SchemaTrouble otherwise."""
        ...

    async def serve(self, port: int, *, demo: bool) -> None: ...
    def reader(self) -> DocumentReader: ...
    def upgrade(self) -> None: ...
    def package(self, app_id: str, host: str) -> bytes: ...


class Stop(Exception):
    """Ends a command with this sentence on standard error and exit code 1, never a traceback."""

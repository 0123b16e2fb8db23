"""What is done with a whole database, as the command line asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage import backup


@dataclass(frozen=True)
class DatabaseUpkeep:
    """Implements `bot.cli.program.Upkeep` for the database at `url`. `checked` gives back an address that
    is one, and raises for another.
    """

    url: str
    checked: Callable[[str], str]

    async def copy(self, source: str, target: str) -> list[tuple[str, int]]:
        # Imported where it is used: it brings all tables, and SQLAlchemy's asynchronous half.
        from storage.copy import copy

        return await copy(self.checked(source), self.checked(target))

    def backup(self, to: Path) -> int:
        return backup.backup(self.url, to)

    def restore(self, origin: Path, now: datetime) -> Path | None:
        return backup.restore(self.url, origin, now)

"""The edges of a conversation: who hands it what comes in, and whom it asks outside the database.

Implemented by `dialogs.Samtale`, `bot/teams`, `bot/documents` and `bot/cli`; nothing here knows them.
"""

from typing import Protocol

from bot.domain.reading import Reading
from bot.domain.utgave import Format, Utgave
from bot.turn import Fil, Incoming, Norsk, OfferedFile, Outcome


class Listener(Protocol):
    """The conversation as its edges see it (implemented by `dialogs.Samtale`)."""

    async def handle(self, incoming: Incoming) -> Outcome: ...
    async def sent(self, outcome: Outcome) -> None: ...


class FileFetcher(Protocol):
    async def fetch(self, file: OfferedFile) -> bytes:
        """Raises Unreadable where the address is not allowed, too large, or does not answer."""
        ...


class Roster(Protocol):
    async def epost(self, incoming: Incoming) -> str | None:
        """The speaker's e-mail in Teams' own roster; None where there is none, or it does not answer
        within seconds. Never raises.
        """
        ...


class DocumentReader(Protocol):
    async def read(self, data: bytes, filename: str) -> Reading:
        """Raises Unreadable. Never blocks the event loop."""
        ...


class DocumentWriter(Protocol):
    async def write(self, utgave: Utgave, norsk: Norsk, format_: Format, mal: bytes | None = None) -> bytes:
        """The referat in that format; `mal` is the body's own Word template, for DOCX. Raises Unreadable
        where that is refused. Never blocks the event loop.
        """
        ...

    async def write_file(self, fil: Fil) -> bytes:
        """The file as it is handed over. Raises Unreadable like `write`."""
        ...

    async def try_template(self, mal: bytes) -> None:
        """Writes a sample in it. Raises Unreadable where it cannot be used."""
        ...

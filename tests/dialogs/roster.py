"""Teams' own roster, as a test fills it in."""

import asyncio

from bot.turn import Incoming


class FakeRoster:
    """A `bot.edges.Roster`: e-mails by what a test calls somebody; `spurt` are those asked for."""

    def __init__(self) -> None:
        self.epost_til: dict[str, str] = {}
        self.spurt: list[str] = []

    async def epost(self, incoming: Incoming) -> str | None:
        await asyncio.sleep(0)
        hvem = incoming.person.id.removeprefix("29:")
        self.spurt.append(hvem)
        return self.epost_til.get(hvem)

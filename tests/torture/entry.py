"""`helsebot` as it is, but for how long it waits: `python -m tests.torture.entry BEGAN LEASE SEND DOUBT …`.

A lease of half a minute and answers that are waited for in ten seconds make a short test a long one.
"""

import asyncio
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import app
from bot import cli, logs
from bot.clock import RunningClock
from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.domain.ports import Store
from bot.domain.rettigheter import Rettigheter
from bot.jobs.outbox import Outbox
from bot.settings import Settings
from bot.turn import Message
from bot.varsling.poster import Poster, TryLater
from tests.torture.town import START


@dataclass(frozen=True)
class Hurried:
    """A Poster that waits so many seconds for an answer."""

    poster: Poster
    seconds: float

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> str | None:
        return await self._hurry(self.poster.post(conversation, message, maalform))

    async def change(self, conversation: Conversation, activity_id: str, *what: Any) -> None:
        await self._hurry(self.poster.change(conversation, activity_id, *what))

    async def remove(self, conversation: Conversation, activity_id: str) -> None:
        await self._hurry(self.poster.remove(conversation, activity_id))

    async def _hurry(self, sending):
        try:
            async with asyncio.timeout(self.seconds):
                return await sending
        except TimeoutError:
            raise TryLater("timeout", tvil=True) from None


class Hasty(app.Helsebot):
    """`lease`, `send` and `doubt` are seconds: of a claim, for an answer, and of a doubt. The clock is the
    same in all processes: since `began` (CLOCK_MONOTONIC) it goes on from START.
    """

    def __init__(self, settings: Settings, began: float, lease: float, send: float, doubt: float) -> None:
        super().__init__(settings)
        self.clock = RunningClock(START + timedelta(seconds=time.monotonic() - began))
        self._waits = {"lease": timedelta(seconds=lease), "in_doubt_waits": doubt}
        self._send = send

    def _outbox(self, store: Store, poster: Poster, rettigheter: Rettigheter, **_: Any) -> Outbox:
        return super()._outbox(store, Hurried(poster, self._send), rettigheter, **self._waits)


def main() -> None:
    waits = [float(sys.argv.pop(1)) for _ in range(4)]
    logs.configure()
    cli.build(Hasty(Settings(), *waits))()


if __name__ == "__main__":
    main()

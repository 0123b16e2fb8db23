"""Those who write to the bot meanwhile: they wake closed conversations, ask things, and cause posts."""

import asyncio
import itertools
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.torture.town import ASU, CHANNELS, DOOR_CHANNELS, PSU, SEKRETAER, said, targets
from tests.torture.town import who_writes_in as writer_of

PATIENCE = ClientTimeout(total=20)
AGAIN = 0.3
QUESTIONS = ("neste ASU", "hei", "neste PSU")


class People:
    """`urls` are the replicas', which take turns. `elapsed` is the seconds since the beginning."""

    def __init__(
        self, http: ClientSession, urls: Sequence[str], connector: str, elapsed: Callable[[], float]
    ) -> None:
        self._http = http
        self._turns = itertools.cycle(urls)
        self._connector = connector
        self._elapsed = elapsed
        self.revived = 0
        self.redelivered = 0

    async def say(self, line: str, where: str, name: str) -> None:
        """Until the program has taken it: the same activity again and again, as Teams does."""
        activity = said(line, where, name, self._elapsed())
        activity["serviceUrl"] = f"{self._connector}/"
        while not await self._delivered(activity):
            self.redelivered += 1
            await asyncio.sleep(AGAIN)

    async def _delivered(self, activity: dict[str, Any]) -> bool:
        url = f"{next(self._turns)}/api/messages"
        try:
            async with self._http.post(url, json=activity, timeout=PATIENCE) as answer:
                if answer.status in (400, 401, 403):
                    raise RuntimeError(f"{answer.status}: {await answer.text()}")
                return answer.status < 300
        except (ClientError, OSError, TimeoutError):
            return False

    async def move_in(self) -> None:
        """The bot knows everybody, and whose the channels are."""
        await self.knock()
        for channel in CHANNELS:
            organ = ASU if channel in DOOR_CHANNELS else PSU
            await self.say(f"koble denne kanalen til {organ}", channel, SEKRETAER)

    async def revive(self, dice: random.Random) -> None:
        """For ever: in each conversation that is closed somebody writes after a while."""
        while True:
            await asyncio.sleep(dice.uniform(0.5, 2.5))
            for where in await self._closed():
                await self._open(where)
                self.revived += 1
                await self.say("hei", where, writer_of(where))

    async def chatter(self, dice: random.Random) -> None:
        """For ever: questions, whose answers share the limits of their conversation."""
        while True:
            await asyncio.sleep(dice.uniform(0.5, 2.0))
            where = dice.choice(targets())
            await self.say(dice.choice(QUESTIONS), where, writer_of(where))

    async def knock(self) -> None:
        """Everybody writes once."""
        for where in targets():
            await self.say("hei", where, writer_of(where))

    async def _closed(self) -> list[str]:
        async with self._http.get(f"{self._connector}/torture/closed") as answer:
            return list(await answer.json())

    async def _open(self, where: str) -> None:
        async with self._http.post(f"{self._connector}/torture/open/{where}") as answer:
            answer.raise_for_status()


def since(began: float) -> Callable[[], float]:
    return lambda: time.monotonic() - began

"""Presses one button in a process of its own, and kills it (SIGKILL) right after the named write.

`python -m tests.dialogs.drept_godkjenning URL WRITE NUMBER LABEL VERB DATA`: NUMBER is which call of it.
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import asynccontextmanager
from typing import Any

from bot.domain.conversation import Button
from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.godkjenningsfolk import OVE

DELER = ("boeker", "utboks")


class Draapsmann:
    """A unit of work, or a part of one, that counts the calls of one write and ends the process."""

    def __init__(self, hos: Any, navn: str, igjen: list[int]) -> None:
        self._hos, self._navn, self._igjen = hos, navn, igjen

    def __getattr__(self, navn: str) -> Any:
        felt = getattr(self._hos, navn)
        if navn in DELER:
            return Draapsmann(felt, self._navn, self._igjen)
        return self._talt(felt) if navn == self._navn else felt

    def _talt(self, gjoer: Any) -> Any:
        async def talt(*hva: Any, **mer: Any) -> Any:
            svar = await gjoer(*hva, **mer)
            self._igjen[0] -= 1
            if self._igjen[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return svar

        return talt


class Lager:
    def __init__(self, store: Any, navn: str, nummer: int) -> None:
        self._store, self._navn, self._igjen = store, navn, [nummer]

    def __getattr__(self, navn: str) -> Any:
        return getattr(self._store, navn)

    @asynccontextmanager
    async def turn(self):
        async with self._store.turn() as uow:
            yield Draapsmann(uow, self._navn, self._igjen)


async def main(url: str, navn: str, nummer: str, label: str, verb: str, data: str, at: str) -> None:
    store = open_store(url)
    chat = Chat(admins={"aad-kontoret"}, store=Lager(store, navn, int(nummer)))
    await chat.trykk(OVE, Button(label, verb, json.loads(data)), at=at)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

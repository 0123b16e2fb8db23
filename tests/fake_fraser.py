"""Lines for review as FakeUnitOfWork keeps them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.errors import Conflict
from bot.domain.gjennomsyn import Gjennomsynslinje
from tests.fake_data import Data

Write = Callable[[Data], None]


class FakeFraser:
    """`data` is what this unit of work sees, `write` how it changes it."""

    def __init__(
        self,
        data: Callable[[], Data],
        write: Callable[[Write], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._data, self._write, self._now = data, write, now

    async def keep(self, tekst: str, forslag: Sequence[str]) -> str:
        ny = Gjennomsynslinje(uuid4().hex, tekst, tuple(forslag), None, self._now().date(), 0)
        given = self._data().fraser.get(tekst, ny).id

        def write(data: Data) -> None:
            linje = data.fraser.get(tekst, ny)
            # The databases make the second wait for the first; here it comes again.
            if linje.id != given:
                raise Conflict
            data.fraser[tekst] = replace(linje, antall=linje.antall + 1)

        await self._write(write)
        return given

    async def choose(self, linje_id: str, hensikt: str) -> None:
        def write(data: Data) -> None:
            for tekst, linje in data.fraser.items():
                if linje.id == linje_id:
                    data.fraser[tekst] = replace(linje, valgt=hensikt)

        await self._write(write)

    async def all(self) -> list[Gjennomsynslinje]:
        await asyncio.sleep(0)
        linjer = self._data().fraser.values()
        return sorted(linjer, key=lambda linje: (linje.hensikt, -linje.antall, linje.tekst))

    async def delete_all(self) -> int:
        antall = len(self._data().fraser)
        await self._write(lambda data: data.fraser.clear())
        return antall

    async def purge(self, kept: timedelta) -> int:
        dag = (self._now() - kept).date()
        gamle = [tekst for tekst, linje in self._data().fraser.items() if linje.dag <= dag]

        def write(data: Data) -> None:
            for tekst in gamle:
                data.fraser.pop(tekst, None)

        await self._write(write)
        return len(gamle)

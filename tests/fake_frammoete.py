"""The log of who comes, as FakeUnitOfWork keeps it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.errors import Conflict
from bot.domain.frammoete import Frammoetelinje, Slag
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeFrammoeter:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def les(self, moete_id: int) -> list[Frammoetelinje]:
        return list((await self._session.read()).frammoete.get(moete_id, ()))

    async def laas(self, moete_id: int) -> list[Frammoetelinje]:
        before = (await self._session.read()).moeter.get(moete_id)
        await self._session.line_up(f"moete:{moete_id}")
        after = self._session.data.moeter.get(moete_id)
        if after is None:
            raise LookupError("there is no such møte")
        if before is None or before.versjon != after.versjon:
            raise Conflict
        return await self.les(moete_id)

    async def noter(self, moete_id: int, linjer: Sequence[Frammoetelinje]) -> list[Frammoetelinje]:
        """Waits for the møte's lock, as a row that refers to a locked one does."""
        await self.laas(moete_id)
        stored = [replace(linje, id=self._session.store.new_id()) for linje in linjer]

        def write(data: Data) -> None:
            data.frammoete[moete_id] = (*data.frammoete.get(moete_id, ()), *stored)

        await self._session.write(write)
        return list(stored)

    async def moeter_med_kall(self, fra: date) -> list[int]:
        data = await self._session.read()
        return sorted(
            moete_id
            for moete_id, linjer in data.frammoete.items()
            if data.moeter[moete_id].dato >= fra and any(linje.slag is Slag.KALT for linje in linjer)
        )

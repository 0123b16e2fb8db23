"""The times that have been seen to, as FakeUnitOfWork keeps them."""

from datetime import datetime, timedelta

from bot.domain.errors import Conflict
from tests.fake_data import Data
from tests.fake_session import FakeSession

KEPT = timedelta(days=183)


class FakeTakter:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def ta(self, plan: str, forfall: datetime) -> bool:
        key, now = (plan, forfall), self._session.store.now()
        if key in (await self._session.read()).takter:
            return False

        def write(data: Data) -> None:
            # The databases make the second wait for the first, and say False; here it comes again.
            if key in data.takter:
                raise Conflict
            data.takter[key] = now

        await self._session.write(write)
        return True

    async def tatte(self, fra: datetime) -> set[tuple[str, datetime]]:
        return {key for key in (await self._session.read()).takter if key[1] >= fra}


def forget_takter(data: Data, now: datetime) -> int:
    """How many."""
    old = [key for key, at in data.takter.items() if at < now - KEPT]
    data.takter = {key: at for key, at in data.takter.items() if key not in old}
    return len(old)

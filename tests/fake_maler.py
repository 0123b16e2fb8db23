"""The bodies' Word templates, in memory."""

from collections.abc import Sequence

from bot.domain.malports import Organmal
from tests.fake_session import FakeSession


class FakeMaler:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def for_moete(self, organ_ids: Sequence[int]) -> Organmal | None:
        data = await self._session.read()
        return next((data.maler[o] for o in organ_ids if o in data.maler), None)

    async def lagre(self, mal: Organmal) -> None:
        await self._session.write(lambda data: data.maler.update({mal.organ_id: mal}))

    async def slett(self, organ_id: int) -> bool:
        there = organ_id in (await self._session.read()).maler
        await self._session.write(lambda data: data.maler.pop(organ_id, None))
        return there

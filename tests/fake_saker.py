"""Saker that were raised, as FakeUnitOfWork keeps them."""

from collections.abc import Callable, Collection
from dataclasses import replace

from bot.domain.errors import Conflict
from bot.domain.meldtsak import MeldtSak
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeSaker:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def for_moeter(self, organ_ids: Collection[int], moete_ids: Collection[int]) -> list[MeldtSak]:
        moeter = {None, *moete_ids}
        return await self._find(lambda sak: sak.organ_id in organ_ids and sak.moete_id in moeter)

    async def for_organ(self, organ_id: int) -> list[MeldtSak]:
        return await self._find(lambda sak: sak.organ_id == organ_id)

    async def laas(self, organ_id: int) -> None:
        if organ_id not in (await self._session.read()).organer:
            raise LookupError("there is no such body")
        await self._session.line_up(f"organ:{organ_id}")

    async def hent(self, sak_id: int) -> MeldtSak | None:
        return (await self._session.read()).saker.get(sak_id)

    async def lagre(self, sak: MeldtSak) -> MeldtSak:
        stored = replace(sak, id=sak.id or self._session.store.new_id(), versjon=sak.versjon + 1)

        def write(data: Data) -> None:
            before = data.saker.get(stored.id or 0)
            if sak.id is not None and (before is None or before.versjon != sak.versjon):
                raise Conflict
            there = before.logg if before else ()
            data.saker[stored.id or 0] = replace(stored, logg=(*there, *stored.logg[len(there) :]))

        await self._session.write(write)
        return stored

    async def _find(self, wanted: Callable[[MeldtSak], bool]) -> list[MeldtSak]:
        saker = (await self._session.read()).saker
        return [saker[sak_id] for sak_id in sorted(saker) if wanted(saker[sak_id])]

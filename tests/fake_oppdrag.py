"""Oppdrag, as FakeUnitOfWork keeps them."""

from collections.abc import Callable, Collection
from dataclasses import replace

from bot.domain.errors import Conflict
from bot.domain.oppdrag import Oppdrag
from tests.fake_data import Data
from tests.fake_session import FakeSession

FAST = ("fra_organ_id", "til_organ_id", "nr", "moete_id", "kilde", "foreslaatt")
"""What no change of one touches."""


class FakeOppdragene:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def hent(self, oppdrag_id: int) -> Oppdrag | None:
        return (await self._session.read()).oppdrag.get(oppdrag_id)

    async def for_kilde(self, kilder: Collection[str]) -> list[Oppdrag]:
        return await self._find(lambda o: o.kilde in kilder)

    async def til_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]:
        return await self._find(lambda o: o.til_organ_id in organ_ids)

    async def fra_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]:
        return await self._find(lambda o: o.fra_organ_id in organ_ids)

    async def lagre(self, oppdrag: Oppdrag) -> Oppdrag:
        ny = oppdrag if oppdrag.id is not None else await self._numbered(oppdrag)
        stored = replace(ny, versjon=oppdrag.versjon + 1)

        def write(data: Data) -> None:
            before = data.oppdrag.get(stored.id or 0)
            if oppdrag.id is not None and (before is None or before.versjon != oppdrag.versjon):
                raise Conflict
            if before is None and any(_samme(o, stored) for o in data.oppdrag.values()):
                raise Conflict
            there = before.logg if before else ()
            fast = {name: getattr(before, name) for name in FAST} if before else {}
            data.oppdrag[stored.id or 0] = replace(
                stored, logg=(*there, *stored.logg[len(there) :]), **fast
            )

        await self._session.write(write)
        return stored

    async def _numbered(self, oppdrag: Oppdrag) -> Oppdrag:
        await self._session.line_up(f"organ:{oppdrag.til_organ_id}")
        there = [o.nr for o in await self.til_organ([oppdrag.til_organ_id])]
        return replace(oppdrag, id=self._session.store.new_id(), nr=max(there, default=0) + 1)

    async def _find(self, wanted: Callable[[Oppdrag], bool]) -> list[Oppdrag]:
        alle = (await self._session.read()).oppdrag.values()
        return sorted(filter(wanted, alle), key=lambda o: (o.til_organ_id, o.nr))


def _samme(a: Oppdrag, b: Oppdrag) -> bool:
    return (a.kilde, a.til_organ_id) == (b.kilde, b.til_organ_id)

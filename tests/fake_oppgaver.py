"""Oppgaver, as FakeUnitOfWork keeps them."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from bot.domain.errors import Conflict
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeOppgaver:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def hent(self, oppgave_id: int) -> Oppgave | None:
        return (await self._session.read()).oppgaver.get(oppgave_id)

    async def laas(self, organ_id: int) -> None:
        if organ_id not in (await self._session.read()).organer:
            raise LookupError("there is no such body")
        await self._session.line_up(f"organ:{organ_id}")

    async def for_organ(self, organ_id: int) -> list[Oppgave]:
        return await self._find(lambda oppgave: oppgave.organ_id == organ_id)

    async def aapne(self, organ_ids: Collection[int]) -> list[Oppgave]:
        return await self._find(lambda oppgave: _aapen(oppgave) and oppgave.organ_id in organ_ids)

    async def for_person(self, person_id: int) -> list[Oppgave]:
        def deres(oppgave: Oppgave) -> bool:
            return _aapen(oppgave) and any(en.person_id == person_id for en in oppgave.ansvarlige)

        return await self._find(deres)

    async def med_frist(self, fra: date, til: date) -> list[Oppgave]:
        def innen(oppgave: Oppgave) -> bool:
            return _aapen(oppgave) and oppgave.frist is not None and fra <= oppgave.frist <= til

        return await self._find(innen)

    async def for_bok(self, bok_id: int) -> list[Oppgave]:
        return await self._find(lambda oppgave: oppgave.bok_id == bok_id)

    async def lagre(self, oppgave: Oppgave) -> Oppgave:
        ny = oppgave if oppgave.id is not None else await self._numbered(oppgave)
        stored = replace(ny, versjon=oppgave.versjon + 1)

        def write(data: Data) -> None:
            before = data.oppgaver.get(stored.id or 0)
            if oppgave.id is not None and (before is None or before.versjon != oppgave.versjon):
                raise Conflict
            there = before.logg if before else ()
            fast = {"nr": before.nr, "organ_id": before.organ_id} if before else {}
            data.oppgaver[stored.id or 0] = replace(
                stored, logg=(*there, *stored.logg[len(there) :]), **fast
            )

        await self._session.write(write)
        return stored

    async def _numbered(self, oppgave: Oppgave) -> Oppgave:
        await self.laas(oppgave.organ_id)
        there = [en.nr for en in await self.for_organ(oppgave.organ_id)]
        return replace(oppgave, id=self._session.store.new_id(), nr=max(there, default=0) + 1)

    async def _find(self, wanted: Callable[[Oppgave], bool]) -> list[Oppgave]:
        alle = (await self._session.read()).oppgaver.values()
        return sorted(filter(wanted, alle), key=lambda oppgave: (oppgave.organ_id, oppgave.nr))


def _aapen(oppgave: Oppgave) -> bool:
    return oppgave.tilstand is Oppgavetilstand.AAPEN

"""Sammendrag, as FakeUnitOfWork keeps them."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.errors import Conflict
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeSammendragene:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def for_moete(self, moete_id: int) -> Sammendrag | None:
        return next(iter(await self._find(lambda s: s.moete_id == moete_id)), None)

    async def hent(self, sammendrag_id: int) -> Sammendrag | None:
        return (await self._session.read()).sammendrag.get(sammendrag_id)

    async def utlagte(self) -> list[Sammendrag]:
        return await self._find(lambda s: s.tilstand is Sammendragstilstand.LAGT_UT)

    async def opprett(self, sammendrag: Sammendrag) -> Sammendrag:
        stored = replace(sammendrag, id=self._session.store.new_id(), versjon=sammendrag.versjon + 1)

        def write(data: Data) -> None:
            if any(there.moete_id == stored.moete_id for there in data.sammendrag.values()):
                raise Conflict
            data.sammendrag[stored.id or 0] = stored

        await self._session.write(write)
        return stored

    async def lagre(self, sammendrag: Sammendrag) -> Sammendrag:
        stored = replace(sammendrag, versjon=sammendrag.versjon + 1)

        def write(data: Data) -> None:
            before = data.sammendrag.get(stored.id or 0)
            if before is None or before.versjon != sammendrag.versjon:
                raise Conflict
            data.sammendrag[stored.id or 0] = stored

        await self._session.write(write)
        return stored

    async def _find(self, wanted: Callable[[Sammendrag], bool]) -> list[Sammendrag]:
        alle = (await self._session.read()).sammendrag
        return [alle[i] for i in sorted(alle) if wanted(alle[i])]

"""Møtebøker, as FakeUnitOfWork keeps them."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from bot.domain.errors import Conflict
from bot.domain.moetebok import Boktilstand, Foering, Moetebok
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeBoeker:
    def __init__(self, session: FakeSession) -> None:
        self._session = session
        self._locked: set[int] = set()

    async def hent(self, bok_id: int) -> Moetebok | None:
        return (await self._session.read()).boeker.get(bok_id)

    async def for_moete(self, moete_id: int) -> Moetebok | None:
        return next(iter(await self._find(lambda bok: bok.moete_id == moete_id)), None)

    async def i_tilstand(self, tilstander: Collection[Boktilstand]) -> list[Moetebok]:
        found = await self._find(lambda bok: bok.tilstand in tilstander)
        return sorted(found, key=lambda bok: bok.aapnet)

    async def i_samtale(self, conversation_id: str) -> Moetebok | None:
        data = await self._session.read()
        return data.boeker.get(data.bok_i_samtale(conversation_id) or 0)

    async def opprett(self, bok: Moetebok) -> Moetebok:
        stored = replace(bok, id=self._session.store.new_id())
        assert stored.id is not None

        def write(data: Data) -> None:
            if any(there.moete_id == stored.moete_id for there in data.boeker.values()):
                raise Conflict
            data.boeker[stored.id or 0] = stored

        await self._session.write(write)
        self._locked.add(stored.id)
        return stored

    async def laas(self, bok_id: int) -> tuple[Moetebok, list[Foering]]:
        if bok_id not in self._locked:
            await self._session.line_up(f"bok:{bok_id}")
        if bok_id not in self._session.data.boeker:
            raise LookupError("there is no such møtebok")
        self._locked.add(bok_id)
        return self._session.data.boeker[bok_id], await self.les(bok_id)

    async def les(self, bok_id: int) -> list[Foering]:
        return list((await self._session.read()).foeringer.get(bok_id, ()))

    async def noter(self, bok_id: int, linjer: Sequence[Foering]) -> list[Foering]:
        if bok_id not in self._locked:
            await self.laas(bok_id)
        new_id = self._session.store.new_id
        stored = [replace(linje, id=new_id(), verdier=_as_json(linje)) for linje in linjer]

        def write(data: Data) -> None:
            data.foeringer[bok_id] = (*data.foeringer.get(bok_id, ()), *stored)
            data.boeker[bok_id] = replace(data.boeker[bok_id], siste=stored[-1].id or 0)

        if stored:
            await self._session.write(write)
        return list(stored)

    async def lagre(self, bok: Moetebok) -> None:
        if bok.id not in self._locked:
            raise RuntimeError("laas comes first")
        names = ("tilstand", "conversation_id", "merknadsfrist", "godkjent")
        await self._change(bok.id or 0, **{name: getattr(bok, name) for name in names})

    async def vist(self, bok_id: int, kort_id: str, til_og_med: int) -> None:
        await self._change(bok_id, kort_id=kort_id, kort_vist=til_og_med)

    async def foerer(self, person_key: str) -> int | None:
        return (await self._session.read()).foerer_av(person_key)

    async def sett_foerer(self, person_key: str, bok_id: int | None) -> None:
        def write(data: Data) -> None:
            data.foerer.pop(person_key, None)
            if bok_id is not None:
                data.foerer[person_key] = bok_id

        await self._session.write(write)

    async def _change(self, bok_id: int, **values: object) -> None:
        def write(data: Data) -> None:
            if bok_id in data.boeker:
                data.boeker[bok_id] = replace(data.boeker[bok_id], **values)  # type: ignore[arg-type]

        await self._session.write(write)

    async def _find(self, wanted: Callable[[Moetebok], bool]) -> list[Moetebok]:
        boeker = (await self._session.read()).boeker
        return [boeker[bok_id] for bok_id in sorted(boeker) if wanted(boeker[bok_id])]


def _as_json(linje: Foering) -> dict[str, object]:
    """What a database gives back: a tuple has become a list, a number for a key a text."""
    verdier: dict[str, object] = json.loads(json.dumps(dict(linje.verdier)))
    return verdier

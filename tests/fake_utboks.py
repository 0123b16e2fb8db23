"""The outbox as FakeUnitOfWork keeps it."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.errors import Conflict
from bot.domain.utboks import Utpost, Utposttilstand, Varselslag
from tests.fake_data import Data, Stamped
from tests.fake_session import FakeSession

VENTER, SENDER = Utposttilstand.VENTER, Utposttilstand.SENDER
ANY = frozenset(Utposttilstand)


class FakeUtboks:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def legg(self, post: Utpost) -> bool:
        if _by_key(await self._session.read(), post.noekkel):
            return False
        new = deepcopy(replace(post, id=self._session.store.new_id(), foerst=post.foerst or post.ikke_foer))

        def write(data: Data) -> None:
            # The databases make the second wait for the first, and say False; here it comes again.
            if _by_key(data, post.noekkel):
                raise Conflict
            data.utboks[new.id or 0] = Stamped(new, self._session.store.now())

        await self._session.write(write)
        return True

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        data = await self._session.read()
        return {noekkel for noekkel in noekler if _by_key(data, noekkel)}

    async def doede(self, noekler: Collection[str]) -> set[str]:
        data = await self._session.read()
        found = {noekkel: _by_key(data, noekkel) for noekkel in noekler}
        return {n for n, post in found.items() if post and post.tilstand is Utposttilstand.DOED}

    async def trekk(self, noekkel: str) -> bool:
        found = _by_key(await self._session.read(), noekkel)
        if found is None or found.tilstand is not VENTER:
            return False
        taken_back = found.id or 0

        def write(data: Data) -> None:
            if data.utboks[taken_back].value.tilstand is not VENTER:
                raise Conflict
            del data.utboks[taken_back]

        await self._session.write(write)
        return True

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        def waiting(data: Data) -> list[int]:
            return [i for i, stored in data.utboks.items() if _waits_for(stored.value, moete_id, slag)]

        def write(data: Data) -> None:
            for post_id in waiting(data):
                del data.utboks[post_id]

        count = len(waiting(await self._session.read()))
        await self._session.write(write)
        return count

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        posts = (stored.value for stored in (await self._session.read()).utboks.values())
        return sum(
            (p.person_key, p.moete_id) == (person_key, moete_id)
            and p.slag in slag
            and p.tilstand is not Utposttilstand.DOED
            for p in posts
        )

    async def ta(self, naa: datetime, leie: datetime, antall: int) -> list[Utpost]:
        await self._session.line_up("utboks")
        posts = sorted(
            (stored.value for stored in self._session.data.utboks.values()), key=lambda p: p.id or 0
        )
        busy = {p.conversation_id for p in posts if p.tilstand is SENDER and p.leie and p.leie > naa}
        taken: list[Utpost] = []
        for post in posts:
            if len(taken) < antall and _due(post, naa) and post.conversation_id not in busy:
                busy.add(post.conversation_id)
                taken.append(replace(post, tilstand=SENDER, leie=leie, forsoek=post.forsoek + 1))
        for post in taken:
            await self._change(post.id or 0, ANY, tilstand=SENDER, leie=leie, forsoek=post.forsoek)
        return deepcopy(taken)

    async def sendt(self, post_id: int) -> None:
        await self._change(post_id, ANY, tilstand=Utposttilstand.SENDT, leie=None)

    async def igjen(self, post_id: int, ikke_foer: datetime) -> None:
        await self._change(post_id, {SENDER}, tilstand=VENTER, leie=None, ikke_foer=ikke_foer)

    async def doed(self, post_id: int, grunn: str) -> None:
        await self._change(post_id, {SENDER}, tilstand=Utposttilstand.DOED, leie=None)

    async def _change(self, post_id: int, where: Collection[Utposttilstand], **values: Any) -> None:
        now = self._session.store.now()

        def write(data: Data) -> None:
            if post_id in data.utboks and data.utboks[post_id].value.tilstand in where:
                data.utboks[post_id] = Stamped(replace(data.utboks[post_id].value, **values), now)

        await self._session.write(write)


def _by_key(data: Data, noekkel: str) -> Utpost | None:
    return next((s.value for s in data.utboks.values() if s.value.noekkel == noekkel), None)


def _waits_for(post: Utpost, moete_id: int, slag: Sequence[Varselslag]) -> bool:
    return post.tilstand is VENTER and post.moete_id == moete_id and post.slag in slag


def _due(post: Utpost, naa: datetime) -> bool:
    if post.tilstand is SENDER:
        return post.leie is not None and post.leie <= naa
    return post.tilstand is VENTER and post.ikke_foer <= naa

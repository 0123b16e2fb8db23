"""Meetings in Teams and the cards in their chats, as FakeUnitOfWork keeps them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.moetekort import Moetekort
from bot.domain.teamsmoete import Teamsdeltaker, Teamsmoete
from tests.fake_data import Data, Stamped
from tests.fake_session import FakeSession


class FakeTeamsmoeter:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def hent(self, conversation_id: str) -> Teamsmoete | None:
        return (await self._session.read()).teamsmoeter.get(conversation_id)

    async def lagre(self, moete: Teamsmoete) -> None:
        await self._session.write(lambda data: data.teamsmoeter.update({moete.conversation_id: moete}))

    async def for_moete(self, moete_id: int) -> list[Teamsmoete]:
        data = await self._session.read()
        funnet = sorted(data.teamsmoeter.values(), key=lambda m: m.conversation_id)
        return sorted((m for m in funnet if m.moete_id == moete_id), key=lambda m: m.start, reverse=True)

    async def noter(self, linjer: Sequence[Teamsdeltaker]) -> None:
        nye = [Stamped(linje, self._session.store.now()) for linje in linjer]

        def write(data: Data) -> None:
            for ny in nye:
                samtale = ny.value.conversation_id
                data.teamsdeltakere[samtale] = (*data.teamsdeltakere.get(samtale, ()), ny)

        await self._session.write(write)

    async def deltakere(self, conversation_id: str, fra: datetime) -> list[Teamsdeltaker]:
        data = await self._session.read()
        linjer = [lagret.value for lagret in data.teamsdeltakere.get(conversation_id, ())]
        return sorted((linje for linje in linjer if linje.at >= fra), key=lambda linje: linje.at)

    async def ta_kort(self, bok_id: int, naa: datetime, leie: datetime) -> Moetekort | None:
        await self._session.line_up(f"moetekort {bok_id}")
        kort, til = (await self._session.read()).moetekort.get(bok_id) or (Moetekort(bok_id), None)
        if any(senere is not None and senere > naa for senere in (til, kort.ikke_foer)):
            return None
        await self._session.write(lambda data: data.moetekort.update({bok_id: (kort, leie)}))
        return kort

    async def lagre_kort(self, kort: Moetekort) -> None:
        await self._session.write(lambda data: data.moetekort.update({kort.bok_id: (kort, None)}))

    async def uferdige_kort(self) -> list[int]:
        data = await self._session.read()
        return sorted(bok_id for bok_id, (kort, _) in data.moetekort.items() if not kort.ferdig)

    async def purge(self, kept: timedelta) -> int:
        foer = self._session.store.now() - kept
        data = await self._session.read()
        gamle = sum(d.at < foer for linjer in data.teamsdeltakere.values() for d in linjer)

        def write(data: Data) -> None:
            for samtale, linjer in data.teamsdeltakere.items():
                data.teamsdeltakere[samtale] = tuple(d for d in linjer if d.at >= foer)

        await self._session.write(write)
        return gamle

"""Those in Teams and the channels of bodies, as FakeUnitOfWork keeps them."""

from collections.abc import Collection
from dataclasses import replace

from bot.domain.conversation import Conversation, channel_of
from bot.domain.kanaloensker import Kanalkobling, Kanaloensker
from bot.domain.maalform import Maalform
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Utposttilstand
from tests.fake_baner import open_lanes
from tests.fake_data import Data
from tests.fake_session import FakeSession

UNSENT = (Utposttilstand.VENTER, Utposttilstand.SENDER, Utposttilstand.UVISS)


class FakeBrukere:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def hent(self, key: str) -> Teamsbruker | None:
        return (await self._session.read()).bruker(key)

    async def alle(self) -> list[Teamsbruker]:
        data = await self._session.read()
        return sorted(
            (bruker for key in data.brukere if (bruker := data.bruker(key))),
            key=lambda bruker: (bruker.navn.casefold(), bruker.key),
        )

    async def lagre(self, bruker: Teamsbruker) -> None:
        """What differs from what this transaction sees."""
        before = self._session.data.brukere.get(bruker.key)
        stored = replace(bruker, maalform=Maalform.NB)
        changed = {n: v for n, v in vars(stored).items() if before is None or getattr(before, n) != v}

        def write(data: Data) -> None:
            there = data.brukere.get(bruker.key)
            data.brukere[bruker.key] = replace(there, **changed) if there else stored

        await self._session.write(write)

    async def glem(self, key: str) -> None:
        def write(data: Data) -> None:
            for of_person in (data.brukere, data.chosen_maalform, data.written_maalform, data.foerer):
                of_person.pop(key, None)
            data.utboks = {
                i: post
                for i, post in data.utboks.items()
                if post.value.person_key != key or post.value.tilstand not in UNSENT
            }

        await self._session.write(write)


class FakeKanaler:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def koble(self, conversation_id: str, organ_id: int) -> bool:
        await self.aapnet(conversation_id)
        return await self._change(conversation_id, organ_id, linked=True)

    async def stengt(self, conversation_id: str) -> None:
        await self._set_installed(conversation_id, installed=False)

    async def aapnet(self, conversation_id: str) -> None:
        await self._set_installed(conversation_id, installed=True)
        await self._session.write(lambda data: open_lanes(data, conversation_id))

    async def koble_fra(self, conversation_id: str, organ_id: int) -> bool:
        return await self._change(conversation_id, organ_id, linked=False)

    async def for_organ(self, organ_id: int) -> list[Conversation]:
        data = await self._session.read()
        linked = sorted(channel for channel, ids in data.kanaler.items() if organ_id in ids)
        found = [data.conversation(channel) for channel in linked]
        return [channel for channel in found if channel is not None and channel.installed]

    async def oensk(self, conversation_id: str, organ_id: int, oensker: Kanaloensker) -> bool:
        channel = channel_of(conversation_id)
        if organ_id not in (await self._session.read()).kanaler.get(channel, frozenset()):
            return False

        def write(data: Data) -> None:
            data.oensker[channel, organ_id] = oensker

        await self._session.write(write)
        return True

    async def koblinger(self, organ_ids: Collection[int]) -> list[Kanalkobling]:
        return [k for k in await self._links() if k.kanal.installed and k.organ_id in organ_ids]

    async def her(self, conversation_id: str) -> list[Kanalkobling]:
        return [k for k in await self._links() if k.kanal.id == channel_of(conversation_id)]

    async def laas(self, conversation_id: str) -> list[Kanalkobling]:
        await self._session.line_up(f"kanal:{channel_of(conversation_id)}")
        return await self.her(conversation_id)

    async def med_digest(self) -> list[Kanalkobling]:
        return [k for k in await self._links() if k.kanal.installed and k.oensker.digest is not None]

    async def _links(self) -> list[Kanalkobling]:
        data = await self._session.read()
        pairs = sorted((channel, o) for channel, ids in data.kanaler.items() for o in ids)
        return [
            Kanalkobling(known, o, data.oensker.get((channel, o), Kanaloensker()))
            for channel, o in pairs
            if (known := data.conversation(channel)) is not None
        ]

    async def maalform(self, conversation_id: str) -> Maalform | None:
        return (await self._session.read()).channel_maalform.get(channel_of(conversation_id))

    async def _set_installed(self, conversation_id: str, *, installed: bool) -> None:
        channel = channel_of(conversation_id)

        def write(data: Data) -> None:
            for key, there in data.conversations.items():
                if channel_of(key) == channel:
                    data.conversations[key] = replace(there, installed=installed)

        await self._session.write(write)

    async def _change(self, conversation_id: str, organ_id: int, *, linked: bool) -> bool:
        channel = channel_of(conversation_id)
        before = organ_id in (await self._session.read()).kanaler.get(channel, frozenset())

        def write(data: Data) -> None:
            ids = data.kanaler.get(channel, frozenset())
            data.kanaler[channel] = ids | {organ_id} if linked else ids - {organ_id}
            if not linked:
                data.oensker.pop((channel, organ_id), None)

        await self._session.write(write)
        return before is not linked

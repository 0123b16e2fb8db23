"""The unit of work of FakeStore."""

import asyncio
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.conversation import Conversation, ImportDraft, Question, channel_of
from bot.domain.errors import Conflict
from bot.domain.indeks import papirkilde, rader_av_papir
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.ports import TurnStart
from bot.domain.register import Register
from bot.domain.utboks import Utboksmaal
from tests.fake_boeker import FakeBoeker
from tests.fake_brukere import FakeBrukere, FakeKanaler
from tests.fake_data import Data, NotedTurn, Stamped, check_moete, count_old, forget_old
from tests.fake_frammoete import FakeFrammoeter
from tests.fake_fraser import FakeFraser
from tests.fake_maler import FakeMaler
from tests.fake_oppdrag import FakeOppdragene
from tests.fake_oppgaver import FakeOppgaver
from tests.fake_organer import with_persons
from tests.fake_saker import FakeSaker
from tests.fake_sammendrag import FakeSammendragene
from tests.fake_session import FakeSession, Kept
from tests.fake_soek import FakeSoek, legg
from tests.fake_takter import FakeTakter, forget_takter
from tests.fake_teamsmoeter import FakeTeamsmoeter
from tests.fake_utboks import FakeUtboks, candidates


class FakeUnitOfWork:
    def __init__(self, store: Kept) -> None:
        self._store = store
        self._session = session = FakeSession(store)
        self._begun = False
        self._write = session.write
        self.fraser = FakeFraser(lambda: session.data, session.write, store.now)
        self.frammoete = FakeFrammoeter(session)
        self.saker = FakeSaker(session)
        self.brukere = FakeBrukere(session)
        self.utboks = FakeUtboks(session)
        self.kanaler = FakeKanaler(session)
        self.soek = FakeSoek(session)
        self.boeker = FakeBoeker(session)
        self.oppgaver = FakeOppgaver(session)
        self.teamsmoeter = FakeTeamsmoeter(session)
        self.maler = FakeMaler(session)
        self.sammendrag = FakeSammendragene(session)
        self.oppdrag = FakeOppdragene(session)
        self.takter = FakeTakter(session)

    @property
    def _data(self) -> Data:
        return self._session.data

    async def register(self) -> Register:
        await asyncio.sleep(0)
        return self._data.register()

    async def moete(self, moete_id: int) -> Moete | None:
        await asyncio.sleep(0)
        return self._data.moeter.get(moete_id)

    async def moete_ved_ics(self, noekkel: str) -> Moete | None:
        await asyncio.sleep(0)
        return next((m for m in self._data.moeter.values() if m.ics_noekkel == noekkel), None)

    async def post_venter(self, naa: datetime) -> bool:
        return bool(candidates(await self._session.read(), naa, self._store.now()))

    async def utboksmaal(self, naa: datetime) -> Utboksmaal:
        return await self.utboks.maal(naa)

    async def begin_turn(
        self, conversation_id: str, person_id: str, keys: Sequence[str], person_key: str = ""
    ) -> TurnStart:
        if self._session.begun:
            raise RuntimeError("begin_turn comes first")
        await self._session.line_up(conversation_id)
        self._begun = True
        data = self._data
        channel = data.conversations.get(channel_of(conversation_id))
        question = data.questions.get((conversation_id, person_id))
        return TurnStart(
            deepcopy(data.conversations.get(conversation_id)),
            data.handled(conversation_id, keys),
            deepcopy(question.value) if question else None,
            channel.name if channel else None,
            data.maalformer(conversation_id, person_key),
            data.bruker(person_key),
            tuple(sorted(data.kanaler.get(channel_of(conversation_id), ()))),
            data.bok_id(conversation_id, person_key),
        )

    async def conversation(self, conversation_id: str) -> Conversation | None:
        return deepcopy((await self._session.read()).conversation(conversation_id))

    async def note_turn(
        self,
        conversation: Conversation,
        keys: Sequence[str],
        replies: list[dict[str, Any]] | None,
    ) -> None:
        if not self._begun:
            raise RuntimeError("note_turn without begin_turn")
        stored = deepcopy(conversation)
        turn = NotedTurn(tuple(keys), deepcopy(replies), False, self._store.now())

        def write(data: Data) -> None:
            if data.handled(stored.id, turn.keys):
                raise Conflict
            data.conversations[stored.id] = stored
            data.turns[stored.id] = [*data.turns.get(stored.id, []), turn]

        await self._write(write)
        lanes = (self._data.baner.get(place) for place in (stored.id, channel_of(stored.id)))
        if stored.installed and any(lane and lane.stengt for lane in lanes):
            await self.kanaler.aapnet(stored.id)

    async def mark_sent(self, conversation_id: str, key: str) -> None:
        def write(data: Data) -> None:
            data.turns[conversation_id] = [
                replace(t, sent=True) if key in t.keys else t for t in data.turns.get(conversation_id, [])
            ]

        await self._write(write)

    async def set_question(self, conversation_id: str, person_id: str, question: Question | None) -> None:
        stored = Stamped(deepcopy(question), self._store.now()) if question else None

        def write(data: Data) -> None:
            data.questions.pop((conversation_id, person_id), None)
            if stored is not None:
                data.questions[conversation_id, person_id] = stored

        await self._write(write)

    async def choose_channel_maalform(self, conversation_id: str, maalform: Maalform) -> None:
        channel = channel_of(conversation_id)
        await self._write(lambda data: data.channel_maalform.update({channel: maalform}))

    async def choose_person_maalform(self, person_key: str, maalform: Maalform) -> None:
        await self._write(lambda data: data.chosen_maalform.update({person_key: maalform}))

    async def note_written_maalform(self, person_key: str, maalform: Maalform) -> None:
        await self._write(lambda data: data.written_maalform.update({person_key: maalform}))

    async def add_helsefellesskap(self, helsefellesskap: Helsefellesskap) -> Helsefellesskap:
        stored = replace(helsefellesskap, id=self._store.new_id())

        def write(data: Data) -> None:
            if any(h.navn == stored.navn for h in data.helsefellesskap.values()):
                raise Conflict
            data.helsefellesskap[stored.id or 0] = stored
            data.versjon += 1

        await self._write(write)
        return replace(stored)

    async def save_organ(self, organ: Organ) -> Organ:
        stored, write = with_persons(self._data, organ, self._store.new_id)
        await self._write(write)
        return stored

    async def load_moete(self, moete_id: int) -> Moete | None:
        await asyncio.sleep(0)
        return deepcopy(self._data.moeter.get(moete_id))

    async def save_moete(self, moete: Moete) -> Moete:
        stored = deepcopy(moete)
        stored.id = moete.id or self._store.new_id()
        stored.versjon = moete.versjon + 1

        def write(data: Data) -> None:
            check_moete(data, stored, ny=moete.id is None)
            before = data.moeter.get(stored.id or 0)
            stored.ics_noekkel = before.ics_noekkel if before else stored.ics_noekkel
            data.moeter[stored.id or 0] = stored
            data.versjon += 1
            legg(data, papirkilde(stored.id or 0), rader_av_papir(stored))

        await self._write(write)
        return deepcopy(stored)

    async def save_import_draft(self, draft: ImportDraft) -> None:
        stored = Stamped(replace(draft), self._store.now())
        await self._write(lambda data: data.drafts.update({draft.id: stored}))

    async def load_import_draft(self, draft_id: str) -> ImportDraft | None:
        await asyncio.sleep(0)
        stored = self._data.drafts.get(draft_id)
        return replace(stored.value) if stored else None

    async def delete_import_draft(self, draft_id: str) -> None:
        def write(data: Data) -> None:
            data.drafts.pop(draft_id, None)

        await self._write(write)

    async def purge(self, kept: timedelta) -> int:
        now = self._store.now()
        count = count_old(self._data, now, kept)

        def write(data: Data) -> None:
            forget_old(data, now, kept)
            forget_takter(data, now)

        count += forget_takter(self._data.copy(), now)
        await self._write(write)
        return count

    async def commit(self) -> None:
        await self._session.commit()

    def release(self) -> None:
        self._session.release()

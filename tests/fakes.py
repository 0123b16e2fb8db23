"""Hand-written fakes of the ports in bot/domain/ports.py, all in memory.

They yield (`await asyncio.sleep(0)`) wherever the real ones wait, or they would hide races.
tests/storage runs its contract over FakeStore as well as both databases, so it stays honest.
"""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.conversation import Conversation, ImportDraft, Question, channel_of
from bot.domain.errors import Conflict
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.ports import TurnStart
from bot.domain.register import Register
from tests.fake_data import Data, NotedTurn, Stamped, check_moete, count_old, forget_old
from tests.fake_fraser import FakeFraser


@dataclass
class FakeClock:
    """A clock that stands still until it is told otherwise. Europe/Oslo."""

    at: datetime

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo("Europe/Oslo"))


Write = Callable[[Data], None]


class FakeUnitOfWork:
    """Writes go to a copy at once, and to the store itself, checked anew, at commit."""

    def __init__(self, store: "FakeStore") -> None:
        self._store = store
        self._writes: list[Write] = []
        self._copy: Data | None = None
        self._lock: asyncio.Lock | None = None
        self.fraser = FakeFraser(lambda: self._data, self._write, store.now)

    @property
    def _data(self) -> Data:
        if self._copy is None:
            self._copy = self._store.data.copy()
        return self._copy

    async def _write(self, write: Write) -> None:
        await asyncio.sleep(0)
        write(self._data)
        self._writes.append(write)

    async def register(self) -> Register:
        await asyncio.sleep(0)
        return self._data.register()

    async def moete(self, moete_id: int) -> Moete | None:
        await asyncio.sleep(0)
        return self._data.moeter.get(moete_id)

    async def moete_ved_ics(self, noekkel: str) -> Moete | None:
        await asyncio.sleep(0)
        return next((m for m in self._data.moeter.values() if m.ics_noekkel == noekkel), None)

    async def begin_turn(
        self, conversation_id: str, person_id: str, keys: Sequence[str], person_key: str = ""
    ) -> TurnStart:
        if self._copy is not None:
            raise RuntimeError("begin_turn comes first")
        lock = self._store.locks[conversation_id]
        await lock.acquire()
        self._lock = lock
        await asyncio.sleep(0)
        data = self._data
        channel = data.conversations.get(channel_of(conversation_id))
        question = data.questions.get((conversation_id, person_id))
        return TurnStart(
            deepcopy(data.conversations.get(conversation_id)),
            data.handled(conversation_id, keys),
            deepcopy(question.value) if question else None,
            channel.name if channel else None,
            data.maalformer(conversation_id, person_key),
        )

    async def note_turn(
        self,
        conversation: Conversation,
        keys: Sequence[str],
        replies: list[dict[str, Any]] | None,
    ) -> None:
        if self._lock is None:
            raise RuntimeError("note_turn without begin_turn")
        stored = deepcopy(conversation)
        turn = NotedTurn(tuple(keys), deepcopy(replies), False, self._store.now())

        def write(data: Data) -> None:
            if data.handled(stored.id, turn.keys):
                raise Conflict
            data.conversations[stored.id] = stored
            data.turns[stored.id] = [*data.turns.get(stored.id, []), turn]

        await self._write(write)

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
        stored = replace(helsefellesskap, id=next(self._store.ids))

        def write(data: Data) -> None:
            if any(h.navn == stored.navn for h in data.helsefellesskap.values()):
                raise Conflict
            data.helsefellesskap[stored.id or 0] = stored
            data.versjon += 1

        await self._write(write)
        return replace(stored)

    async def save_organ(self, organ: Organ) -> Organ:
        stored = deepcopy(organ)
        stored.id = organ.id or next(self._store.ids)
        seen = self._data.versjon

        def write(data: Data) -> None:
            if organ.id is None and data.versjon != seen:
                raise Conflict
            data.organer[stored.id or 0] = stored
            data.versjon += 1

        await self._write(write)
        return deepcopy(stored)

    async def load_moete(self, moete_id: int) -> Moete | None:
        await asyncio.sleep(0)
        return deepcopy(self._data.moeter.get(moete_id))

    async def save_moete(self, moete: Moete) -> Moete:
        stored = deepcopy(moete)
        stored.id = moete.id or next(self._store.ids)
        stored.versjon = moete.versjon + 1

        def write(data: Data) -> None:
            check_moete(data, stored, ny=moete.id is None)
            before = data.moeter.get(stored.id or 0)
            stored.ics_noekkel = before.ics_noekkel if before else stored.ics_noekkel
            data.moeter[stored.id or 0] = stored
            data.versjon += 1

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
        before = self._store.now() - kept
        count = count_old(self._data, before)
        await self._write(lambda data: forget_old(data, before))
        return count

    async def commit(self) -> None:
        await asyncio.sleep(0)
        after = self._store.data.copy()
        for write in self._writes:
            write(after)
        self._store.data = after

    def release(self) -> None:
        if self._lock is not None:
            self._lock.release()


class FakeStore:
    """`broken` is what `ready` raises, if anything. `now` (UTC) is the clock of `purge`."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.data = Data()
        self.now = now
        self.broken: Exception | None = None
        self.ids = itertools.count(1)
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[FakeUnitOfWork]:
        uow = FakeUnitOfWork(self)
        try:
            yield uow
        finally:
            uow.release()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[FakeUnitOfWork]:
        yield FakeUnitOfWork(self)

    async def ready(self) -> None:
        await asyncio.sleep(0)
        if self.broken is not None:
            raise self.broken

    async def close(self) -> None:
        await asyncio.sleep(0)

"""A unit of work over SQL."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from sqlalchemy import Connection

from bot.domain.conversation import Conversation, ImportDraft, Question
from bot.domain.errors import Conflict
from bot.domain.indeks import papirkilde, rader_av_papir
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.ports import TurnStart
from bot.domain.register import Register
from bot.domain.utboks import Utboksmaal
from storage import conversations, maalformer, meetings, organs, register, soek, takter, turnstart, utboks
from storage.archive import SqlArchive
from storage.boklager import Boklager
from storage.brukere import SqlBrukere
from storage.frammoete import SqlFrammoeter
from storage.fraser import SqlFraser
from storage.kanaler import SqlKanaler
from storage.maler import SqlMaler
from storage.moeteboeker import SqlMoeteboeker
from storage.oppdrag import SqlOppdragene
from storage.oppgaver import SqlOppgaver
from storage.saker import SqlMeldteSaker
from storage.sammendrag import SqlSammendragene
from storage.session import Session, Work
from storage.soek import SqlSoek
from storage.takter import SqlTakter
from storage.teamsmoeter import SqlTeamsmoeter
from storage.utboks import SqlUtboks

T = TypeVar("T")
Locks = WeakValueDictionary[str, asyncio.Lock]


class SqlUnitOfWork:
    """Implements `bot.domain.ports.UnitOfWork`.

    `locks` are this process's: its turns of one conversation line up there, without holding a
    connection while they wait; the database's lock keeps other processes out. What has been
    given to a method is not to be changed before the commit: some is written only then.
    """

    def __init__(
        self,
        session: Session,
        archive: SqlArchive,
        locks: Locks,
        now: Callable[[], datetime],
        lager: Boklager,
    ) -> None:
        self._session = session
        self._archive = archive
        self._locks = locks
        self._now = now
        self.fraser = SqlFraser(session, now)
        self.frammoete = SqlFrammoeter(session, archive)
        self.saker = SqlMeldteSaker(session)
        self.brukere = SqlBrukere(session)
        self.utboks = SqlUtboks(session, now)
        self.kanaler = SqlKanaler(session)
        self.soek = SqlSoek(session)
        self.boeker = SqlMoeteboeker(session, lager)
        self.oppgaver = SqlOppgaver(session)
        self.teamsmoeter = SqlTeamsmoeter(session, now)
        self.maler = SqlMaler(session)
        self.sammendrag = SqlSammendragene(session)
        self.oppdrag = SqlOppdragene(session)
        self.takter = SqlTakter(session, now)
        self._begun: turnstart.Begun | None = None
        self._lock: asyncio.Lock | None = None
        self._moved = False

    async def register(self) -> Register:
        return await self._archive.register()

    async def moete(self, moete_id: int) -> Moete | None:
        return await self._archive.moete(moete_id)

    async def moete_ved_ics(self, noekkel: str) -> Moete | None:
        return await self._archive.moete_ved_ics(noekkel)

    async def post_venter(self, naa: datetime) -> bool:
        return await self._archive.post_venter(naa)

    async def utboksmaal(self, naa: datetime) -> Utboksmaal:
        return await self._archive.utboksmaal(naa)

    async def begin_turn(
        self, conversation_id: str, person_id: str, keys: Sequence[str], person_key: str = ""
    ) -> TurnStart:
        if self._session.begun:
            raise RuntimeError("begin_turn comes first")
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        await lock.acquire()
        self._lock = lock
        self._begun = await self._session.run(
            lambda conn: turnstart.begin(conn, conversation_id, person_id, keys, person_key, self._now())
        )
        self._archive.seen = self._begun.register_version
        self.brukere.seen(self._begun.start.bruker)
        return self._begun.start

    async def conversation(self, conversation_id: str) -> Conversation | None:
        return await self._session.run(partial(conversations.find, conversation_id=conversation_id))

    async def note_turn(
        self,
        conversation: Conversation,
        keys: Sequence[str],
        replies: list[dict[str, Any]] | None,
    ) -> None:
        if self._begun is None:
            raise RuntimeError("note_turn without begin_turn")
        note = conversations.note(conversation, self._begun.stored, keys, replies, self._now())
        self._session.later(note.store)
        if self._begun.closed and conversation.installed:
            await self.kanaler.aapnet(conversation.id)

    async def mark_sent(self, conversation_id: str, key: str) -> None:
        self._session.later(lambda conn: conversations.mark_sent(conn, conversation_id, key))

    async def set_question(self, conversation_id: str, person_id: str, question: Question | None) -> None:
        row = conversations.question_row(question, self._now()) if question else None
        self._session.later(lambda conn: conversations.set_question(conn, conversation_id, person_id, row))

    async def choose_channel_maalform(self, conversation_id: str, maalform: Maalform) -> None:
        self._session.later(lambda conn: maalformer.choose_for_channel(conn, conversation_id, maalform))

    async def choose_person_maalform(self, person_key: str, maalform: Maalform) -> None:
        self._session.later(lambda conn: maalformer.choose_for_person(conn, person_key, maalform))

    async def note_written_maalform(self, person_key: str, maalform: Maalform) -> None:
        self._session.later(lambda conn: maalformer.note_written(conn, person_key, maalform))

    async def add_helsefellesskap(self, helsefellesskap: Helsefellesskap) -> Helsefellesskap:
        return await self._showing(lambda conn: organs.add_helsefellesskap(conn, helsefellesskap))

    async def save_organ(self, organ: Organ) -> Organ:
        """Holds only if the register is still the one it was made from (Conflict)."""
        if self._moved:
            raise Conflict
        return await self._showing(lambda conn: organs.save_organ(conn, organ), seen=self._archive.seen)

    async def load_moete(self, moete_id: int) -> Moete | None:
        return await self._session.run(partial(meetings.load, moete_id=moete_id, lock=True))

    async def save_moete(self, moete: Moete) -> Moete:
        return await self._showing(lambda conn: _save_moete(conn, moete))

    async def save_import_draft(self, draft: ImportDraft) -> None:
        await self._session.run(lambda conn: conversations.save_draft(conn, draft, self._now()))

    async def load_import_draft(self, draft_id: str) -> ImportDraft | None:
        return await self._session.run(lambda conn: conversations.load_draft(conn, draft_id))

    async def delete_import_draft(self, draft_id: str) -> None:
        await self._session.run(lambda conn: conversations.delete_draft(conn, draft_id))

    async def purge(self, kept: timedelta) -> int:
        now = self._now()
        return await self._session.run(
            lambda conn: (
                conversations.purge(conn, now - kept)
                + utboks.purge(conn, now, kept)
                + takter.purge(conn, now)
            )
        )

    async def commit(self) -> None:
        await self._session.commit()

    async def release(self) -> None:
        """Rolls back what was not committed, and lets the next in."""
        try:
            await self._session.release()
        finally:
            if self._lock is not None:
                self._lock.release()

    async def _showing(self, work: Work[T], *, seen: int | None = None) -> T:
        """A write that shows in the register: moves its version first, so that such transactions
        pass one at a time, in the same order everywhere.
        """

        def write(conn: Connection) -> tuple[int, T]:
            return register.bump(conn, seen), work(conn)

        before = self._archive.seen
        self._archive.seen, written = await self._session.run(write)
        # Somebody else's change lies between, and what was read before it tells no more than it did.
        self._moved |= before is not None and self._archive.seen != before + 1
        self._archive.changed = True
        return written


def _save_moete(conn: Connection, moete: Moete) -> Moete:
    """What can be searched of its papers goes with it."""
    stored = meetings.save(conn, moete)
    assert stored.id is not None
    soek.legg(conn, papirkilde(stored.id), rader_av_papir(stored))
    return stored

"""What the rules and dialogs need from the outside, implemented in storage and in tests/fakes.py."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.domain.bokports import Moeteboeker, Oppgaver, Soekeregister
from bot.domain.conversation import Conversation, ImportDraft, Question
from bot.domain.maalform import Maalform, Maalformer
from bot.domain.malports import Maler
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.postports import Oppdragene, Sammendragene, Takter
from bot.domain.register import Register
from bot.domain.subports import Brukere, Frammoeter, Fraser, Kanaler, MeldteSaker
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.teamsports import Teamsmoeter
from bot.domain.utboks import Utboksmaal
from bot.domain.utboksport import Utboks


class NotReady(Exception):
    """The database does not answer, or its schema is not this program's. One sentence in Norwegian
    that says what to do; no address and no secret in it.
    """


@dataclass(frozen=True)
class HandledTurn:
    """A turn that has been done: its stored replies (None for one that only read).

    `sent` tells whether the replies have left; a redelivery sends only what has not. `siden` is how
    long ago it was noted, where another process may have noted it and be sending; None where there is none.
    """

    replies: list[dict[str, Any]] | None
    sent: bool
    siden: timedelta | None = field(default=None, compare=False)


@dataclass(frozen=True)
class TurnStart:
    """All a turn must know before it begins, read in one statement.

    `channel_name` is the stored name of the channel the conversation is a thread of (or is),
    `maalformer` what is stored for that channel and for the person, `bruker` what is known of the
    person in Teams, and `kanal_organ_ids` the bodies whose channel it is. `bok_id` is the open møtebok
    that this conversation is the meeting's chat of, or in a 1:1 conversation the one the person keeps.
    """

    conversation: Conversation | None
    handled: HandledTurn | None
    question: Question | None
    channel_name: str | None = None
    maalformer: Maalformer = field(default_factory=Maalformer)
    bruker: Teamsbruker | None = None
    kanal_organ_ids: tuple[int, ...] = ()
    bok_id: int | None = None


class Archive(Protocol):
    """Reading. May answer from memory as long as the database's version has not moved."""

    async def register(self) -> Register: ...
    async def moete(self, moete_id: int) -> Moete | None:
        """The møte with its papers. Do not change it: load it with `UnitOfWork.load_moete` for that."""
        ...

    async def moete_ved_ics(self, noekkel: str) -> Moete | None: ...
    async def post_venter(self, naa: datetime) -> bool:
        """Whether something in the outbox may perhaps be sent (`Utboks.ta`)."""
        ...

    async def utboksmaal(self, naa: datetime) -> Utboksmaal:
        """How the outbox is."""
        ...


class UnitOfWork(Archive, Protocol):
    """One transaction. Nothing is stored before `commit`; leaving without it rolls back.

    Raises Conflict (from any write or from commit) where somebody else wrote first.
    """

    @property
    def fraser(self) -> Fraser: ...
    @property
    def frammoete(self) -> Frammoeter: ...
    @property
    def saker(self) -> MeldteSaker: ...
    @property
    def brukere(self) -> Brukere: ...
    @property
    def utboks(self) -> Utboks: ...
    @property
    def kanaler(self) -> Kanaler: ...
    @property
    def boeker(self) -> Moeteboeker: ...
    @property
    def oppgaver(self) -> Oppgaver: ...
    @property
    def soek(self) -> Soekeregister: ...
    @property
    def teamsmoeter(self) -> Teamsmoeter: ...
    @property
    def maler(self) -> Maler: ...
    @property
    def takter(self) -> Takter: ...
    @property
    def sammendrag(self) -> Sammendragene: ...
    @property
    def oppdrag(self) -> Oppdragene: ...
    async def begin_turn(
        self, conversation_id: str, person_id: str, keys: Sequence[str], person_key: str = ""
    ) -> TurnStart:
        """Takes the conversation's lock and reads what the turn starts from.

        `person_key` is what the person's målform is kept under. `keys` are the activity id and, for
        a button that writes, its operation id: a turn noted under any of them has been done.
        """
        ...

    async def conversation(self, conversation_id: str) -> Conversation | None:
        """As it is stored, without its lock: to send to it."""
        ...

    async def note_turn(
        self,
        conversation: Conversation,
        keys: Sequence[str],
        replies: list[dict[str, Any]] | None,
    ) -> None:
        """Notes the turn as done and stores the conversation (new or changed) with its context."""
        ...

    async def mark_sent(self, conversation_id: str, key: str) -> None:
        """The stored replies of that turn have left."""
        ...

    async def set_question(self, conversation_id: str, person_id: str, question: Question | None) -> None:
        """Stores the person's open question, or (None) closes it."""
        ...

    async def choose_channel_maalform(self, conversation_id: str, maalform: Maalform) -> None:
        """For all in the channel the conversation is a thread of (or is), or in the group chat."""
        ...

    async def choose_person_maalform(self, person_key: str, maalform: Maalform) -> None: ...
    async def note_written_maalform(self, person_key: str, maalform: Maalform) -> None:
        """What the person last wrote in; a choice stands beside it."""
        ...

    async def add_helsefellesskap(self, helsefellesskap: Helsefellesskap) -> Helsefellesskap: ...
    async def save_organ(self, organ: Organ) -> Organ:
        """With its members. One without `person_id` becomes the person `medlemmer.Personregister` finds
        among all members, else a new one; what is stored of the person changes in every organ (how:
        `personer.finn_personer`). Raises Conflict where the register has moved since this transaction
        read it, LookupError for a `person_id` that is nobody's.
        """
        ...

    async def load_moete(self, moete_id: int) -> Moete | None:
        """The møte fresh from this transaction, to be changed and given to `save_moete`."""
        ...

    async def save_moete(self, moete: Moete) -> Moete:
        """Stores a new møte, or a changed one if its `versjon` still holds (Conflict); the papers are
        replaced. Raises Conflict also where its bodies have another møte on that date.
        """
        ...

    async def save_import_draft(self, draft: ImportDraft) -> None: ...
    async def load_import_draft(self, draft_id: str) -> ImportDraft | None: ...
    async def delete_import_draft(self, draft_id: str) -> None: ...
    async def purge(self, kept: timedelta) -> int:
        """Deletes noted turns, open questions and import drafts stored longer ago than `kept`, by the
        store's own clock; empties what was sent longer ago. Posts that could not be sent go after 30
        days. How many rows.
        """
        ...

    async def commit(self) -> None: ...


class Store(Protocol):
    """The database, as the rest of the program sees it."""

    def turn(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    def read(self) -> AbstractAsyncContextManager[Archive]: ...
    async def ready(self) -> None:
        """Returns when the database answers and its schema is this program's; raises NotReady otherwise."""
        ...

    async def close(self) -> None: ...


class Clock(Protocol):
    """Now, in Europe/Oslo."""

    def now(self) -> datetime: ...

"""What the rules and dialogs need from the outside, implemented in storage and in tests/fakes.py."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from bot.domain.conversation import Conversation, ImportDraft, Question
from bot.domain.frammoete import Frammoetelinje
from bot.domain.gjennomsyn import Gjennomsynslinje
from bot.domain.maalform import Maalform, Maalformer
from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Organ
from bot.domain.register import Register
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Utpost, Varselslag


class NotReady(Exception):
    """The database does not answer, or its schema is not this program's. One sentence in Norwegian
    that says what to do; no address and no secret in it.
    """


@dataclass(frozen=True)
class HandledTurn:
    """A turn that has been done: its stored replies (None for one that only read).

    `sent` tells whether the replies have left; a redelivery sends only what has not.
    """

    replies: list[dict[str, Any]] | None
    sent: bool


@dataclass(frozen=True)
class TurnStart:
    """All a turn must know before it begins, read in one statement.

    `channel_name` is the stored name of the channel the conversation is a thread of (or is),
    `maalformer` what is stored for that channel and for the person, `bruker` what is known of the
    person in Teams, and `kanal_organ_ids` the bodies whose channel it is.
    """

    conversation: Conversation | None
    handled: HandledTurn | None
    question: Question | None
    channel_name: str | None = None
    maalformer: Maalformer = field(default_factory=Maalformer)
    bruker: Teamsbruker | None = None
    kanal_organ_ids: tuple[int, ...] = ()


class Archive(Protocol):
    """Reading. May answer from memory as long as the database's version has not moved."""

    async def register(self) -> Register: ...
    async def moete(self, moete_id: int) -> Moete | None:
        """The møte with its papers. Do not change it: load it with `UnitOfWork.load_moete` for that."""
        ...

    async def moete_ved_ics(self, noekkel: str) -> Moete | None: ...


class Fraser(Protocol):
    """Lines for review, inside a unit of work. Raises Conflict like the rest of it."""

    async def keep(self, tekst: str, forslag: Sequence[str]) -> str:
        """Stores the line, or that it came once more (then with the day and the suggestions it
        already has); its id. Only for what `bot.language.gjennomsyn` lets through.
        """
        ...

    async def choose(self, linje_id: str, hensikt: str) -> None:
        """What was pressed after the line; nothing where it is not stored any more."""
        ...

    async def all(self) -> list[Gjennomsynslinje]:
        """By intent, and the most frequent first."""
        ...

    async def delete_all(self) -> int:
        """How many."""
        ...

    async def purge(self, kept: timedelta) -> int:
        """Deletes lines first written `kept` ago or more, in whole UTC days by the store's own clock;
        how many.
        """
        ...


class Frammoeter(Protocol):
    """The log of who comes, a møte at a time."""

    async def les(self, moete_id: int) -> list[Frammoetelinje]:
        """In the order they were written."""
        ...

    async def laas(self, moete_id: int) -> list[Frammoetelinje]:
        """The same, and nobody else writes to that møte's log before this transaction ends: what is
        decided from it holds. Raises LookupError where there is no such møte, and Conflict where
        the møte is no longer as in the register this transaction has read.
        """
        ...

    async def noter(self, moete_id: int, linjer: Sequence[Frammoetelinje]) -> list[Frammoetelinje]:
        """Adds them; with their ids. Waits for whoever holds the lock, and then holds it (LookupError
        likewise).
        """
        ...

    async def moeter_med_kall(self, fra: date) -> list[int]:
        """The møter from that day on in whose log somebody was called in."""
        ...


class MeldteSaker(Protocol):
    """Saker that were raised, with their log."""

    async def for_moeter(self, organ_ids: Collection[int], moete_ids: Collection[int]) -> list[MeldtSak]:
        """Those of the bodies that are for one of those møter, or for none that is known yet; as they
        were raised, whatever became of them.
        """
        ...

    async def for_organ(self, organ_id: int) -> list[MeldtSak]:
        """All of them, as they were raised: in years some hundreds."""
        ...

    async def laas(self, organ_id: int) -> None:
        """Nobody else holds the body's saker before this transaction ends: what is decided from them
        holds. Raises LookupError where there is no such body.
        """
        ...

    async def hent(self, sak_id: int) -> MeldtSak | None: ...
    async def lagre(self, sak: MeldtSak) -> MeldtSak:
        """A new one, or a changed one if its `versjon` still holds (Conflict). Of its log, the lines
        that are new are added; those that are stored stay.
        """
        ...


class Brukere(Protocol):
    """Those who talk to the bot in Teams."""

    async def hent(self, key: str) -> Teamsbruker | None: ...
    async def alle(self) -> list[Teamsbruker]:
        """By name; a few hundred at most."""
        ...

    async def lagre(self, bruker: Teamsbruker) -> None:
        """New or changed. Of one that this transaction has read, only what differs is written, so that
        what others changed meanwhile stands; of each field the last to write holds.
        """
        ...

    async def glem(self, key: str) -> None:
        """What is known of them, their målform too, and what waits to be sent to them."""
        ...


class Utboks(Protocol):
    """Messages to be sent. What is read here is never older than this transaction."""

    async def legg(self, post: Utpost) -> bool:
        """False, and nothing, where that key is there already, also if it has been sent (it is known for
        180 days).
        """
        ...

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        """Which of those keys `legg` would say False to."""
        ...

    async def doede(self, noekler: Collection[str]) -> set[str]:
        """Which of those could not be sent (known for 30 days)."""
        ...

    async def trekk(self, noekkel: str) -> bool:
        """Takes back what has not been sent; False where it is too late, or there is none."""
        ...

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        """The same of all of those slag about that møte, to people and channels; how many."""
        ...

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        """How many of those were queued or sent to that person about that møte (DOED ones were not)."""
        ...

    async def ta(self, naa: datetime, leie: datetime, antall: int) -> list[Utpost]:
        """Takes the oldest that are due at `naa` (also those whose lease ran out) until `leie`, one
        a conversation at most, and none of a conversation to which somebody is sending. No two
        replicas get the same. Each counts one more `forsoek`.
        """
        ...

    async def sendt(self, post_id: int) -> None:
        """It has left, whatever else became of it since it was taken."""
        ...

    async def igjen(self, post_id: int, ikke_foer: datetime) -> None:
        """To be tried again then. Nothing where it is not SENDER any more: that word comes too late."""
        ...

    async def doed(self, post_id: int, grunn: str) -> None:
        """Can never be sent. `grunn` is a status or a word. Nothing where it is not SENDER any more."""
        ...


class Kanaler(Protocol):
    """Which channels are which bodies'."""

    async def koble(self, conversation_id: str, organ_id: int) -> bool:
        """False where it was so already. A thread's channel is meant, and the bot is installed there."""
        ...

    async def stengt(self, conversation_id: str) -> None:
        """The channel (or group chat) takes nothing from the bot, so that it is not installed there,
        until somebody installs or connects it again.
        """
        ...

    async def koble_fra(self, conversation_id: str, organ_id: int) -> bool: ...
    async def for_organ(self, organ_id: int) -> list[Conversation]:
        """The channels themselves (no threads) that are installed; what is known of one that the bot has
        only been spoken to in threads of, is taken from a thread.
        """
        ...

    async def maalform(self, conversation_id: str) -> Maalform | None:
        """What has been chosen for that channel (or group chat)."""
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

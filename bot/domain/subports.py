"""What a unit of work holds of its own kinds: the log of a møte, saker, users, posts, channels, lines."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Protocol

from bot.domain.conversation import Conversation
from bot.domain.frammoete import Frammoetelinje
from bot.domain.gjennomsyn import Gjennomsynslinje
from bot.domain.kanaloensker import Kanalkobling, Kanaloensker
from bot.domain.maalform import Maalform
from bot.domain.meldtsak import MeldtSak
from bot.domain.teamsbruker import Teamsbruker


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

    async def aapnet(self, conversation_id: str) -> None:
        """It takes what the bot posts: the channel is installed, and what waits is sent."""
        ...

    async def koble_fra(self, conversation_id: str, organ_id: int) -> bool:
        """False where it was not linked. What the channel wanted of that body goes with it."""
        ...

    async def oensk(self, conversation_id: str, organ_id: int, oensker: Kanaloensker) -> bool:
        """What the (thread's) channel wants of it from now on; False where it is not linked to it."""
        ...

    async def koblinger(self, organ_ids: Collection[int]) -> list[Kanalkobling]:
        """Of the channels that are installed, as in `for_organ`; one for each channel and body."""
        ...

    async def her(self, conversation_id: str) -> list[Kanalkobling]:
        """Of that (thread's) channel, whether or not the bot is installed there, by body."""
        ...

    async def laas(self, conversation_id: str) -> list[Kanalkobling]:
        """The same, and nobody else changes what it wants before this transaction ends."""
        ...

    async def med_digest(self) -> list[Kanalkobling]:
        """Those installed that have a time for the week's digest."""
        ...

    async def for_organ(self, organ_id: int) -> list[Conversation]:
        """The channels themselves (no threads) that are installed; what is known of one that the bot has
        only been spoken to in threads of, is taken from a thread.
        """
        ...

    async def maalform(self, conversation_id: str) -> Maalform | None:
        """What has been chosen for that channel (or group chat)."""
        ...


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

"""What a unit of work holds of the referater kept here: møtebøker, oppgaver, and what can be searched."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from bot.domain.moetebok import Boktilstand, Foering, Moetebok
from bot.domain.oppgave import Oppgave
from bot.domain.soekbart import Soek, Soekbart


class Moeteboeker(Protocol):
    """The referater that are kept here: heads and logs. What is read here is never older than this
    transaction.
    """

    async def hent(self, bok_id: int) -> Moetebok | None: ...
    async def for_moete(self, moete_id: int) -> Moetebok | None: ...
    async def i_tilstand(self, tilstander: Collection[Boktilstand]) -> list[Moetebok]:
        """As they were opened."""
        ...

    async def i_samtale(self, conversation_id: str) -> Moetebok | None:
        """The open one whose meeting's chat that is."""
        ...

    async def opprett(self, bok: Moetebok) -> Moetebok:
        """Raises Conflict where the møte has one."""
        ...

    async def laas(self, bok_id: int) -> tuple[Moetebok, list[Foering]]:
        """The head and the log, and nobody else writes to it before this transaction ends. Raises
        LookupError where there is none.
        """
        ...

    async def les(self, bok_id: int) -> list[Foering]:
        """In the order they were written. May answer partly from memory: lines never change."""
        ...

    async def noter(self, bok_id: int, linjer: Sequence[Foering]) -> list[Foering]:
        """Adds them; with their ids. Holds the lock, or takes it; moves the head's `siste`."""
        ...

    async def lagre(self, bok: Moetebok) -> None:
        """The head (`tilstand`, `conversation_id`, `merknadsfrist`, `godkjent`); the lock is held."""
        ...

    async def vist(self, bok_id: int, kort_id: str, til_og_med: int) -> None:
        """The meeting's card is that activity, and shows the lines until that one. Takes no lock."""
        ...

    async def foerer(self, person_key: str) -> int | None:
        """The open møtebok that the person dictates to from the 1:1 conversation."""
        ...

    async def sett_foerer(self, person_key: str, bok_id: int | None) -> None: ...


class Oppgaver(Protocol):
    async def hent(self, oppgave_id: int) -> Oppgave | None: ...
    async def laas(self, organ_id: int) -> None:
        """Nobody else changes the body's oppgaver before this transaction ends. LookupError likewise."""
        ...

    async def for_organ(self, organ_id: int) -> list[Oppgave]:
        """All of them, by number, whatever became of them."""
        ...

    async def aapne(self, organ_ids: Collection[int]) -> list[Oppgave]:
        """Those that are open, of these bodies; by body and number."""
        ...

    async def for_person(self, person_id: int) -> list[Oppgave]:
        """The open ones of that person, in every body."""
        ...

    async def med_frist(self, fra: date, til: date) -> list[Oppgave]:
        """The open ones with a frist from `fra` to `til` inclusive."""
        ...

    async def for_bok(self, bok_id: int) -> list[Oppgave]: ...
    async def lagre(self, oppgave: Oppgave) -> Oppgave:
        """A new one gets the body's next number; a changed one if its `versjon` still holds (Conflict). Of
        its log, the lines that are new are added.
        """
        ...


class Soekeregister(Protocol):
    """What can be searched. The same question gives the same rows in the same order on every database."""

    async def legg(self, kilde: str, rader: Sequence[Soekbart]) -> None:
        """In the place of all that `kilde` had (none: taken out)."""
        ...

    async def finn(self, soek: Soek) -> list[Soekbart]: ...
    async def toem(self) -> None:
        """Takes all out, to be indexed anew."""
        ...

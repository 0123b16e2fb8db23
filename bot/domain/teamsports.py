"""What a unit of work holds of the meetings in Teams."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.moetekort import Moetekort
from bot.domain.teamsmoete import Teamsdeltaker, Teamsmoete


class Teamsmoeter(Protocol):
    """The meetings Teams has told of, who was in them, and the cards in their chats."""

    async def hent(self, conversation_id: str) -> Teamsmoete | None:
        """The last one of that chat."""
        ...

    async def lagre(self, moete: Teamsmoete) -> None:
        """In the place of what the chat had."""
        ...

    async def for_moete(self, moete_id: int) -> list[Teamsmoete]:
        """The last to begin first."""
        ...

    async def noter(self, linjer: Sequence[Teamsdeltaker]) -> None: ...
    async def deltakere(self, conversation_id: str, fra: datetime) -> list[Teamsdeltaker]:
        """Who came and went from then on, as it happened."""
        ...

    async def ta_kort(self, bok_id: int, naa: datetime, leie: datetime) -> Moetekort | None:
        """The møtebok's card, a new one where it has none, and nobody else gets it before `leie` or
        `lagre_kort`. None where somebody has it, or `ikke_foer` is after `naa`.
        """
        ...

    async def lagre_kort(self, kort: Moetekort) -> None:
        """And lets it go."""
        ...

    async def uferdige_kort(self) -> list[int]:
        """The møtebøker whose card has been begun and is not `ferdig`."""
        ...

    async def purge(self, kept: timedelta) -> int:
        """Forgets who came and went, of what was noted longer ago than `kept` by the store's own clock; how
        many rows.
        """
        ...

"""What a unit of work holds of posts to channels: sammendrag, oppdrag, and the times that were seen to."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.domain.oppdrag import Oppdrag
from bot.domain.sammendrag import Sammendrag


class Sammendragene(Protocol):
    async def for_moete(self, moete_id: int) -> Sammendrag | None: ...
    async def hent(self, sammendrag_id: int) -> Sammendrag | None: ...
    async def utlagte(self) -> list[Sammendrag]:
        """Those that stand in channels (LAGT_UT)."""
        ...

    async def opprett(self, sammendrag: Sammendrag) -> Sammendrag:
        """Raises Conflict where the møte has one."""
        ...

    async def lagre(self, sammendrag: Sammendrag) -> Sammendrag:
        """If its `versjon` still holds (Conflict)."""
        ...


class Oppdragene(Protocol):
    async def hent(self, oppdrag_id: int) -> Oppdrag | None: ...
    async def for_kilde(self, kilder: Collection[str]) -> list[Oppdrag]: ...
    async def til_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]:
        """All of them, by body and number, whatever became of them."""
        ...

    async def fra_organ(self, organ_ids: Collection[int]) -> list[Oppdrag]: ...
    async def lagre(self, oppdrag: Oppdrag) -> Oppdrag:
        """A new one gets the receiving body's next number (Conflict where there is one of that `kilde`
        for that body); a changed one if its `versjon` still holds (Conflict). Of its log, the lines that
        are new are added.
        """
        ...


class Takter(Protocol):
    async def ta(self, plan: str, forfall: datetime) -> bool:
        """True for the first to ask, in whichever replica, if this transaction is committed; known for
        half a year. Who comes second waits for the first to end and gets False, or Conflict.
        """
        ...

    async def tatte(self, fra: datetime) -> set[tuple[str, datetime]]:
        """Those taken, of every plan, whose time is `fra` or later."""
        ...

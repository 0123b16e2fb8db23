"""The bodies' own Word templates, as the rest of the program stores and finds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Organmal:
    """`innhold` is the file as it was given; it has been let through the guard and tried once. `lagret` is
    UTC.
    """

    organ_id: int
    filnavn: str
    innhold: bytes
    lagret: datetime


class Maler(Protocol):
    """Of a body there is one, or none."""

    async def for_moete(self, organ_ids: Sequence[int]) -> Organmal | None:
        """Of the first of them that has one."""
        ...

    async def lagre(self, mal: Organmal) -> None:
        """Takes the place of the one before."""
        ...

    async def slett(self, organ_id: int) -> bool:
        """Whether there was one."""
        ...

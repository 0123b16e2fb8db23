"""A person that a line names."""

from typing import NamedTuple

from bot.language.personnavn import Kandidat


class Personfunn(NamedTuple):
    """A person at the words `fra` up to `til`; `tekst` is the name as written, without a genitive s.

    `kandidater` are the members that it may be: one where it is known who, several where one must
    ask, none for a person whom the register does not know.
    """

    fra: int
    til: int
    tekst: str
    kandidater: tuple[Kandidat, ...]

    @property
    def navn(self) -> str:
        """The member's full name where there is one; else as written."""
        return self.kandidater[0].navn if len(self.kandidater) == 1 else self.tekst

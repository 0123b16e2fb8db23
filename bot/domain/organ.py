"""Helsefellesskap and organ: who meets, and under which names at which time."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Navneslag(StrEnum):
    """What kind of name it is: the full one, the short one («ASU»), or one people also use."""

    NAVN = "navn"
    KORT = "kort"
    ALIAS = "alias"


@dataclass
class Organnavn:
    """A name of an organ; `fra` and `til` (inclusive, None is open) because names change by vedtak."""

    navn: str
    slag: Navneslag
    fra: date | None = None
    til: date | None = None

    def gjelder(self, dag: date) -> bool:
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


@dataclass
class Helsefellesskap:
    """A hospital trust and its municipalities. `id` is None until it is stored."""

    navn: str
    id: int | None = None


class Rolle(StrEnum):
    """What somebody is in an organ."""

    LEDER = "leder"
    NESTLEDER = "nestleder"
    MEDLEM = "medlem"
    VARA = "vara"
    OBSERVATOER = "observatoer"
    BRUKERREPRESENTANT = "brukerrepresentant"
    REFERENT = "referent"
    SEKRETARIAT = "sekretariat"


@dataclass
class Medlem:
    """Somebody who sits in an organ; `representerer` is the kommune, klinikk or brukerutvalg."""

    navn: str
    rolle: Rolle = Rolle.MEDLEM
    representerer: str | None = None


@dataclass
class Organ:
    """A committee of one helsefellesskap. «Fagråd 3» is another organ in another helsefellesskap."""

    helsefellesskap_id: int
    navneliste: list[Organnavn] = field(default_factory=list)
    medlemmer: list[Medlem] = field(default_factory=list)
    id: int | None = None

    def navn(self, dag: date) -> str:
        """The full name on that day; any name where no full one applies."""
        return self._velg(Navneslag.NAVN, dag) or self._velg(Navneslag.KORT, dag) or self._noe()

    def kort(self, dag: date) -> str:
        """The short name on that day («ASU»), else the full one."""
        return self._velg(Navneslag.KORT, dag) or self.navn(dag)

    def _velg(self, slag: Navneslag, dag: date) -> str | None:
        return next((n.navn for n in self.navneliste if n.slag is slag and n.gjelder(dag)), None)

    def _noe(self) -> str:
        return self.navneliste[0].navn if self.navneliste else ""

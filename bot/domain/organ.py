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
    """A name of an organ; `fra` and `til` (inclusive, None is open) because names change by vedtak,
    which `vedtak` names («ASU 12/25»).
    """

    navn: str
    slag: Navneslag
    fra: date | None = None
    til: date | None = None
    vedtak: str | None = None

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


class Side(StrEnum):
    """Which of the two parties of a helsefellesskap somebody sits for; the others have none."""

    KOMMUNER = "kommuner"
    HELSEFORETAK = "helseforetak"


@dataclass
class Medlem:
    """Somebody who sits in an organ, in one role; `representerer` is the kommune, klinikk or
    brukerutvalg, `sete` the seat, which is what they represent where nobody has said.

    A vara is one for a person (`vara_for` is that name) or for a seat (`vara_for` is its name, or
    None: for their own seat), in the order `rekkefoelge` (1 is called first). `fra` and `til` are
    inclusive, None is open. `person_id` is None until it is stored; the same in every organ.
    """

    navn: str
    rolle: Rolle = Rolle.MEDLEM
    representerer: str | None = None
    vara_for: str | None = None
    rekkefoelge: int | None = None
    sete: str | None = None
    side: Side | None = None
    arbeidsgiver: str | None = None
    epost: str | None = None
    aad_id: str | None = None
    fra: date | None = None
    til: date | None = None
    person_id: int | None = None

    @property
    def plass(self) -> str | None:
        """The seat: `sete`, else what they represent."""
        return self.sete or self.representerer

    def gjelder(self, dag: date) -> bool:
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


@dataclass
class Organ:
    """A committee of one helsefellesskap. «Fagråd 3» is another organ in another helsefellesskap.

    `frist_dager`: working days before a møte that saker til eventuelt are to be in (None: no frist).
    `quorum`: how many must meet (None: it decides by consensus). `varafrist_timer`: working hours a
    vara has to answer. `paaminnelse_dager`: working days before a møte that its members are reminded
    (0: never). `merknadsfrist_dager`: working days the members have for merknader to a referat, from
    the day it is sent. `godkjenn_ved_taushet`: it is approved when nobody has had any by then.
    `vurderingsskjema`: those who were there are asked, anonymously, how the møte was.
    """

    helsefellesskap_id: int
    navneliste: list[Organnavn] = field(default_factory=list)
    medlemmer: list[Medlem] = field(default_factory=list)
    id: int | None = None
    frist_dager: int | None = None
    quorum: int | None = None
    varafrist_timer: int = 24
    paaminnelse_dager: int = 3
    merknadsfrist_dager: int = 10
    godkjenn_ved_taushet: bool = False
    vurderingsskjema: bool = False

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

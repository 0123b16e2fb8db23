"""What a list of members comes to: its rows with their states, and the bodies as they will be."""

from dataclasses import dataclass, field
from hashlib import sha256

from bot.domain.organ import Medlem, Organ
from bot.domain.tabell import Feltendring, Radfeil, Radstatus


@dataclass
class Medlemsrad:
    """One row and what becomes of it. `organ` is None where it names no known body."""

    nummer: int
    navn: str
    organ: Organ | None = None
    medlem: Medlem | None = None
    status: Radstatus = Radstatus.FEIL
    endringer: tuple[Feltendring, ...] = ()
    feil: list[Radfeil] = field(default_factory=list)


@dataclass(frozen=True)
class Uteblitt:
    """Somebody who holds a seat in a body of the file, and is not in the file."""

    organ: Organ
    medlem: Medlem


@dataclass(frozen=True)
class Medlemsplan:
    """`organer` are those to be stored, with their members as they will be (a new person has a
    negative `person_id` there). `andre_organ_ids` are the bodies where somebody sits whose name or tie
    to Teams the list changes: it holds there too. `ukjente`: columns that are not read.
    """

    rader: tuple[Medlemsrad, ...]
    organer: tuple[Organ, ...] = ()
    uteblitt: tuple[Uteblitt, ...] = ()
    ukjente: tuple[str, ...] = ()
    andre_organ_ids: tuple[int, ...] = ()

    def med(self, status: Radstatus) -> tuple[Medlemsrad, ...]:
        return tuple(rad for rad in self.rader if rad.status is status)

    @property
    def kan_lagres(self) -> bool:
        return bool(self.organer) and not self.med(Radstatus.FEIL)

    @property
    def organ_ids(self) -> tuple[int, ...]:
        """The bodies it changes something in, and those its rows name."""
        alle = (rad.organ.id for rad in self.rader if rad.organ and rad.organ.id is not None)
        return tuple(dict.fromkeys((*alle, *self.andre_organ_ids)))

    @property
    def grunnlag(self) -> str:
        """Equal for two plans that would store the same; a preview is stale when it is not."""
        return sha256(repr((self.organer, self.uteblitt)).encode()).hexdigest()[:16]

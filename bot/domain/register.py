"""The read model: every organ and the head of every møte, as one immutable picture.

Small enough to keep in memory, rebuilt when its version has moved. A møte's papers are
loaded one at a time (`ports.Archive.moete`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.innkalling import Hendelse
from bot.domain.organ import Helsefellesskap, Organ


@dataclass(frozen=True)
class Moetehode:
    """What one needs to find a møte without reading its papers. `sendt` as in Moete (UTC)."""

    id: int
    helsefellesskap_id: int
    organ_ids: tuple[int, ...]
    dato: date
    start: time | None
    slutt: time | None
    sted: str | None
    har_innkalling: bool
    har_referat: bool
    versjon: int
    avlyst: bool = False
    flyttet_fra: date | None = None
    sendt: datetime | None = None


@dataclass(frozen=True)
class Registrert:
    """A hendelse together with the møte whose paper mentions it."""

    moete_id: int
    hendelse: Hendelse


@dataclass(frozen=True)
class Register:
    """`moeter` are sorted by (dato, start). `versjon` moves with every change that shows here."""

    versjon: int
    helsefellesskap: tuple[Helsefellesskap, ...] = ()
    organer: tuple[Organ, ...] = ()
    moeter: tuple[Moetehode, ...] = ()
    hendelser: tuple[Registrert, ...] = ()

    def organ(self, organ_id: int) -> Organ:
        return next(o for o in self.organer if o.id == organ_id)

    def fellesskap(self, helsefellesskap_id: int) -> Helsefellesskap:
        return next(h for h in self.helsefellesskap if h.id == helsefellesskap_id)

    def hode(self, moete_id: int) -> Moetehode | None:
        return next((m for m in self.moeter if m.id == moete_id), None)

    def moeter_i(self, organ_id: int) -> tuple[Moetehode, ...]:
        return tuple(m for m in self.moeter if organ_id in m.organ_ids)

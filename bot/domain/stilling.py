"""How it stands with those who are to come to a møte, and with the varaer who were asked."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.domain.frammoete import Hvem, Slag
from bot.domain.plasser import samme


class Svar(StrEnum):
    UBESVART = "ubesvart"
    KOMMER = "kommer"
    FORFALL = "forfall"


@dataclass(frozen=True)
class Merke:
    """SENT, TIDLIG or TEAMS. `klokke` is Oslo, None where nobody has said; `at` UTC."""

    slag: Slag
    klokke: time | None
    av: Hvem | None
    at: datetime


@dataclass(frozen=True)
class Personstilling:
    """`maa_bekreftes`: the forfall is of before the møte was moved. `meldt_av`, `meldt` (UTC) and `sen`
    are of the last answer. `runde` counts their forfall: each is covered anew.
    """

    hvem: Hvem
    svar: Svar = Svar.UBESVART
    maa_bekreftes: bool = False
    meldt_av: Hvem | None = None
    meldt: datetime | None = None
    sen: bool = False
    merker: tuple[Merke, ...] = ()
    runde: int = 0

    @property
    def borte(self) -> bool:
        return self.svar is Svar.FORFALL


class Kalltilstand(StrEnum):
    """PAA_TVERS: of another seat, and waits for the sekretariat."""

    PAA_TVERS = "paa_tvers"
    AAPENT = "aapent"
    JA = "ja"
    NEI = "nei"
    UTLOEPT = "utloept"
    TRUKKET = "trukket"


@dataclass(frozen=True)
class Kall:
    """A vara who is asked to take somebody's place. `frist`, `at` (asked) and `endret` are UTC; `av` who
    asked. `kalt`: the vara was ever asked. `foer_flytting`: about the date the møte had before.
    """

    id: str
    organ_id: int
    vara: Hvem
    for_person: Hvem
    tilstand: Kalltilstand
    at: datetime
    endret: datetime
    av: Hvem | None = None
    frist: datetime | None = None
    runde: int = 0
    kalt: bool = False
    foer_flytting: bool = False

    @property
    def lever(self) -> bool:
        return self.tilstand in (Kalltilstand.PAA_TVERS, Kalltilstand.AAPENT, Kalltilstand.JA)


@dataclass(frozen=True)
class Stedfortreder:
    """A named stand-in who is no oppnevnt vara."""

    hvem: Hvem
    for_person: Hvem
    organ_id: int
    runde: int


@dataclass(frozen=True)
class Stilling:
    """`personer` are those of whom something was said, `kall` all calls in the order they were made."""

    personer: tuple[Personstilling, ...] = ()
    kall: tuple[Kall, ...] = ()
    stedfortredere: tuple[Stedfortreder, ...] = ()

    def person(self, hvem: Hvem) -> Personstilling:
        return next((p for p in self.personer if samme(p.hvem, hvem)), Personstilling(hvem))

    def kall_med(self, kall_id: str) -> Kall | None:
        return next((k for k in self.kall if k.id == kall_id), None)

    def kall_til(self, vara: Hvem) -> tuple[Kall, ...]:
        return tuple(k for k in self.kall if samme(k.vara, vara))

    def kall_for(self, organ_id: int, hvem: Hvem) -> tuple[Kall, ...]:
        """Those about the present forfall of that member."""
        runde = self.person(hvem).runde
        return tuple(
            k
            for k in self.kall
            if k.organ_id == organ_id and samme(k.for_person, hvem) and k.runde == runde
        )

    def gjelder(self, kall: Kall) -> bool:
        """About a forfall that still stands."""
        stand = self.person(kall.for_person)
        return stand.borte and stand.runde == kall.runde

    def dekket_av(self, organ_id: int, hvem: Hvem) -> Kall | None:
        """The yes that holds, of a member who does not come."""
        kall = self.kall_for(organ_id, hvem) if self.person(hvem).borte else ()
        return next((k for k in kall if k.tilstand is Kalltilstand.JA), None)

    def spurt(self, organ_id: int, hvem: Hvem) -> tuple[Kall, ...]:
        """Those who have not answered yet."""
        return tuple(k for k in self.kall_for(organ_id, hvem) if k.tilstand is Kalltilstand.AAPENT)

    def stedfortreder(self, organ_id: int, hvem: Hvem) -> Hvem | None:
        """The last who was named, as long as no oppnevnt vara has said yes."""
        stand = self.person(hvem)
        if not stand.borte or self.dekket_av(organ_id, hvem):
            return None
        navngitte = [
            s.hvem
            for s in self.stedfortredere
            if s.organ_id == organ_id and samme(s.for_person, hvem) and s.runde == stand.runde
        ]
        return navngitte[-1] if navngitte else None

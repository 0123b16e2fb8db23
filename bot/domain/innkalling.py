"""An innkalling as it was read: saksliste, saksfremlegg and what is said about other dates.

The field names are those of `helsebot import --json`. Times are local clock times (Oslo),
durations are minutes. Lists keep the order of the paper.
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class Agendatype(StrEnum):
    SAK = "sak"
    PAUSE = "pause"
    AVSLUTNING = "avslutning"


@dataclass
class Ansvarlig:
    """Who presents an item; neither the saksansvarlig nor the saksbehandler."""

    navn: str
    tilknytning: str | None = None
    rolle: str | None = None


@dataclass
class Agendapunkt:
    """One row of the saksliste. `saksnr` is the written form («09/24»); None for a pause."""

    type: Agendatype
    tittel: str
    saksnr: str | None = None
    start: time | None = None
    slutt: time | None = None
    minutter: int | None = None
    punkter: list[str] = field(default_factory=list)
    ansvarlige: list[Ansvarlig] = field(default_factory=list)


@dataclass
class Underpunkt:
    bokstav: str
    tekst: str


@dataclass
class Forslag:
    """One proposed decision. `aapent_for_innspill`: an empty place is left to be filled in the meeting."""

    tekst: str
    nr: int | None = None
    underpunkter: list[Underpunkt] = field(default_factory=list)
    aapent_for_innspill: bool = False


@dataclass
class Seksjon:
    """A heading of a saksfremlegg with its text; paragraphs are separated by newlines."""

    overskrift: str
    tekst: str


@dataclass
class Saksfremlegg:
    saksnr: str
    tittel: str
    utvalg: str | None = None
    dato: date | None = None
    saksansvarlig: list[str] = field(default_factory=list)
    saksbehandler: list[str] = field(default_factory=list)
    forslag_til_vedtak: list[Forslag] = field(default_factory=list)
    vedlegg: list[str] = field(default_factory=list)
    seksjoner: list[Seksjon] = field(default_factory=list)


class Hendelsestype(StrEnum):
    MOETE = "moete"
    DIALOGMOETE = "dialogmoete"
    FRIST = "frist"
    MILEPAEL = "milepael"


class Hendelsesstatus(StrEnum):
    PLANLAGT = "planlagt"
    UTSATT = "utsatt"
    IKKE_FASTSATT = "ikke_fastsatt"
    FORESLAATT = "foreslaatt"
    VEDTATT = "vedtatt"


@dataclass
class Hendelse:
    """Another date the paper mentions. `dato` is None where it says that none is fixed.

    `hva` says in the paper's words what it is. `saksnr` is the sak it stands under, and `organ`
    the body that meets or decides then, as written («ASU»), where the text says so.
    """

    type: Hendelsestype
    hva: str
    dato: date | None = None
    start: time | None = None
    slutt: time | None = None
    sted: str | None = None
    status: Hendelsesstatus | None = None
    saksnr: str | None = None
    organ: str | None = None


@dataclass
class Innkalling:
    """One innkalling. A field is None (or an empty list) where the paper does not say."""

    utvalg: str | None = None
    moetested: str | None = None
    arkivsak: str | None = None
    dato: date | None = None
    start: time | None = None
    slutt: time | None = None
    agenda: list[Agendapunkt] = field(default_factory=list)
    saksfremlegg: list[Saksfremlegg] = field(default_factory=list)
    hendelser: list[Hendelse] = field(default_factory=list)

    def fremlegg(self, saksnr: str) -> Saksfremlegg | None:
        return next((f for f in self.saksfremlegg if f.saksnr == saksnr), None)

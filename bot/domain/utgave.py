"""What every written form of one referat shows: `Utgave`. Made from a møtebok (`bot.domain.utgave_bok`)
or from an imported referat (`bot.domain.utgave_referat`); the writers (`bot/documents`) only word it.

All clocks are Oslo. What is unntatt offentlighet is already taken out where `offentlig` is true.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from bot.domain.bokstand import Boksakslag


class DelMangler(LookupError):
    """The referat has no part with that number."""


class Format(StrEnum):
    """The values are the endings of the files."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TXT = "txt"
    JSON = "json"


class Utgavetilstand(StrEnum):
    """IMPORTERT: it was read from a paper, which says itself what it is."""

    UTKAST = "utkast"
    TIL_GODKJENNING = "til_godkjenning"
    GODKJENT = "godkjent"
    IMPORTERT = "importert"


@dataclass(frozen=True)
class Utgavedeltaker:
    """Somebody present or absent. `borte`: pairs of clocks in between."""

    navn: str
    tilknytning: tuple[str, ...] = ()
    rolle: str | None = None
    vara: bool = False
    vara_for: str | None = None
    kom: time | None = None
    gikk: time | None = None
    borte: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True)
class Ytring:
    """A text and who it comes from (nobody: it is not said)."""

    tekst: str
    hvem: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forslagslinje:
    """A forslag as the saksfremlegg has it; `nr` None where it has no number."""

    tekst: str
    nr: int | None = None


@dataclass(frozen=True)
class Utgavevedtak:
    """`forslag`: the number of the one it answers, 0 all of them, None none in particular. `innspill` fill
    its open place.
    """

    tekst: str
    forslag: int | None = None
    innspill: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utgavevotering:
    """`tekst` as dictated; for, mot and blanke where they were counted."""

    tekst: str
    stemmer: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Utgaveoppgave:
    """`sak` is the saksnr as written, the title of a sak without. `frister`: those it had before. `nr` is
    its number in the body, None where it has none. `del_nr` counts from 0.
    """

    sak: str
    hva: str
    ansvarlig: str | None = None
    frist: date | None = None
    frister: tuple[date, ...] = ()
    nr: int | None = None
    del_nr: int = 0


@dataclass(frozen=True)
class Utgavesak:
    """One sak. `hjemmel` is set where the whole of it is left out: then there is a saksnr and nothing else.
    `skjermes`: the sak is unntatt under this, and is shown all the same. `unntatt`: the hjemler of single
    points that are left out, each once. `ubehandlet`: the møte was closed before it came to it; then there
    is the title and nothing else. `ikke_til_stede`: those of the list who had not come, or had left.
    """

    tittel: str
    saksnr: str | None = None
    slag: Boksakslag = Boksakslag.SAK
    innleder: str | None = None
    tekst: tuple[str, ...] = ()
    orientering: tuple[Ytring, ...] = ()
    forslag: tuple[Forslagslinje, ...] = ()
    vedtak: tuple[Utgavevedtak, ...] = ()
    konklusjon: tuple[str, ...] = ()
    utsatt: tuple[str, ...] = ()
    oppgaver: tuple[Utgaveoppgave, ...] = ()
    innspill: tuple[Ytring, ...] = ()
    voteringer: tuple[Utgavevotering, ...] = ()
    tilfoersler: tuple[Ytring, ...] = ()
    hjemmel: str | None = None
    skjermes: str | None = None
    unntatt: tuple[str, ...] = ()
    ubehandlet: bool = False
    ikke_til_stede: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utgavedel:
    """A part with a numbering of its own; `tittel` None for the body's own. Its lists are empty where it
    has no attendance of its own.
    """

    tittel: str | None = None
    saker: tuple[Utgavesak, ...] = ()
    tilstede: tuple[Utgavedeltaker, ...] = ()
    forfall: tuple[Utgavedeltaker, ...] = ()
    nr: int = 0


@dataclass(frozen=True)
class Utgaverettelse:
    dato: date
    tekst: str
    av: str | None = None


@dataclass(frozen=True)
class Utgave:
    """`organer` are full names on the day. `tilstede` and `forfall` hold for the møte (or for the one part
    that is shown), `ubekreftet` are those the referent has not confirmed. `deler` has at least one.
    """

    organer: tuple[str, ...]
    dato: date
    start: time | None = None
    slutt: time | None = None
    sted: str | None = None
    arkivsak: str | None = None
    moeteleder: str | None = None
    referenter: tuple[str, ...] = ()
    tilstede: tuple[Utgavedeltaker, ...] = ()
    forfall: tuple[Utgavedeltaker, ...] = ()
    ubekreftet: tuple[str, ...] = ()
    deler: tuple[Utgavedel, ...] = (Utgavedel(),)
    tilstand: Utgavetilstand = Utgavetilstand.IMPORTERT
    merknadsfrist: date | None = None
    godkjent: date | None = None
    godkjent_av: str | None = None
    godkjent_i: str | None = None
    rettelser: tuple[Utgaverettelse, ...] = ()
    offentlig: bool = False
    moete_id: int | None = None
    oppgaver_uten_sak: tuple[Utgaveoppgave, ...] = field(default=())
    """Oppgaver of a paper whose sak is not among its saker."""

    @property
    def oppgaver(self) -> tuple[Utgaveoppgave, ...]:
        """All of them, part by part and sak by sak."""
        i_saker = tuple(o for part in self.deler for sak in part.saker for o in sak.oppgaver)
        return (*i_saker, *self.oppgaver_uten_sak)


def avsnitt(tekst: str) -> tuple[str, ...]:
    """The paragraphs of a text: its lines, with single blanks, without empty ones."""
    return tuple(filter(None, map(linje, tekst.splitlines())))


def linje(tekst: str) -> str:
    """The text on one line, with single blanks."""
    return " ".join(tekst.split())


def oppramsing(navn: Sequence[str]) -> str:
    """«A», «A og B», «A, B og C»; alike in both målformer."""
    return ", ".join((*navn[:-2], " og ".join(navn[-2:]))) if navn else ""

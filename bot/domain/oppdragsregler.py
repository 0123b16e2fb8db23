"""What may be done with an oppdrag: proposed, sent or not, answered, opened again, withdrawn.

A rule gives the oppdrag as it is after it, with a line more in its log, or raises why not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.errors import Refusal
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragslinje, Oppdragstilstand
from bot.domain.oppgaver import Handling

SENDTE = frozenset({Oppdragstilstand.SENDT, Oppdragstilstand.BESVART})
VENTER = frozenset({Oppdragstilstand.FORESLAATT, Oppdragstilstand.AVSLAATT})
"""Not sent, and it can be: who has said no may change their mind."""


class OppdragUkjent(Refusal):
    """There is none of that number in any of the bodies."""

    def __init__(self, nr: int | None, organ_ids: Iterable[int] = ()) -> None:
        super().__init__(nr)
        self.nr = nr
        self.organ_ids = tuple(organ_ids)


class AlleredeAvgjort(Refusal):
    """It is sent, said no to or withdrawn already."""

    def __init__(self, oppdrag: Oppdrag) -> None:
        super().__init__(oppdrag.id)
        self.oppdrag = oppdrag


class AlleredeBesvart(Refusal):
    def __init__(self, oppdrag: Oppdrag) -> None:
        super().__init__(oppdrag.id)
        self.oppdrag = oppdrag


class IkkeBesvart(Refusal):
    """There is no answer to take back."""

    def __init__(self, oppdrag: Oppdrag) -> None:
        super().__init__(oppdrag.id)
        self.oppdrag = oppdrag


@dataclass(frozen=True)
class Innhold:
    """What an oppdrag says, as its source says it now."""

    tekst: str
    sak: str | None = None
    frist: date | None = None


def nytt(fra: int, til: int, moete_id: int | None, kilde: str, innhold: Innhold, h: Handling) -> Oppdrag:
    """A proposal."""
    linje = Oppdragslinje(Oppdragshendelse.FORESLAATT, h.at, h.av)
    return Oppdrag(
        fra, til, moete_id, kilde, innhold.tekst, h.at, sak=innhold.sak, frist=innhold.frist, logg=(linje,)
    )


def sendt(o: Oppdrag, h: Handling) -> Oppdrag:
    """Raises AlleredeAvgjort."""
    if o.tilstand not in VENTER:
        raise AlleredeAvgjort(o)
    return _noter(replace(o, tilstand=Oppdragstilstand.SENDT, sendt=h.at), Oppdragshendelse.SENDT, h)


def avslaatt(o: Oppdrag, h: Handling) -> Oppdrag:
    """Raises AlleredeAvgjort."""
    if o.tilstand is not Oppdragstilstand.FORESLAATT:
        raise AlleredeAvgjort(o)
    return _noter(replace(o, tilstand=Oppdragstilstand.AVSLAATT), Oppdragshendelse.AVSLAATT, h)


def trukket(o: Oppdrag, h: Handling) -> Oppdrag:
    """By somebody. Raises AlleredeAvgjort where it is withdrawn, or was never sent."""
    if o.tilstand not in SENDTE:
        raise AlleredeAvgjort(o)
    return _noter(replace(o, tilstand=Oppdragstilstand.TRUKKET), Oppdragshendelse.TRUKKET, h)


def bortfalt(o: Oppdrag, h: Handling) -> Oppdrag:
    """What it came from no longer says so, and the title of its sak may be withheld. What has been said
    no to or is withdrawn stays as it is.
    """
    if o.tilstand in (Oppdragstilstand.TRUKKET, Oppdragstilstand.AVSLAATT):
        return o
    ny = replace(o, tilstand=Oppdragstilstand.TRUKKET, sak=None)
    return _noter(ny, Oppdragshendelse.TRUKKET, h, o.tekst)


def fulgt(o: Oppdrag, innhold: Innhold, h: Handling) -> Oppdrag:
    """As its source says it now; itself where that changes nothing. One that fell away with its source is
    back where it was, one that somebody has withdrawn is not.
    """
    if falt_bort(o):
        o = _tilbake(o, h)
        o = replace(o, sak=innhold.sak)
    if (o.tekst, o.sak, o.frist) == (innhold.tekst, innhold.sak, innhold.frist):
        return o
    ny = replace(o, tekst=innhold.tekst, sak=innhold.sak, frist=innhold.frist)
    return _noter(ny, Oppdragshendelse.ENDRET, h, o.tekst)


def falt_bort(o: Oppdrag) -> bool:
    """Whether it is withdrawn because its source no longer said so."""
    return o.tilstand is Oppdragstilstand.TRUKKET and bool(o.logg) and o.logg[-1].tekst is not None


def _tilbake(o: Oppdrag, h: Handling) -> Oppdrag:
    tilstand = Oppdragstilstand.FORESLAATT
    if o.sendt:
        tilstand = Oppdragstilstand.BESVART if o.svar is not None else Oppdragstilstand.SENDT
    return _noter(replace(o, tilstand=tilstand), Oppdragshendelse.GJENAAPNET, h)


def besvart(o: Oppdrag, svar: str, h: Handling) -> Oppdrag:
    """Raises AlleredeBesvart, and AlleredeAvgjort of one that is not with the body (any longer)."""
    if o.tilstand is Oppdragstilstand.BESVART:
        raise AlleredeBesvart(o)
    if o.tilstand is not Oppdragstilstand.SENDT:
        raise AlleredeAvgjort(o)
    ny = replace(o, tilstand=Oppdragstilstand.BESVART, svar=svar, besvart=h.at)
    return _noter(ny, Oppdragshendelse.BESVART, h, svar)


def gjenaapnet(o: Oppdrag, h: Handling) -> Oppdrag:
    """The answer is taken back; the log keeps it. Raises IkkeBesvart."""
    if o.tilstand is not Oppdragstilstand.BESVART:
        raise IkkeBesvart(o)
    ny = replace(o, tilstand=Oppdragstilstand.SENDT, svar=None, besvart=None)
    return _noter(ny, Oppdragshendelse.GJENAAPNET, h, o.svar)


def aapne(alle: Iterable[Oppdrag], dag: date) -> list[Oppdrag]:
    """Those that wait for an answer on that day: the earliest frist first, those without one last; then
    as they were sent.
    """
    ventende = [o for o in alle if o.tilstand is Oppdragstilstand.SENDT and _sendt_innen(o, dag)]
    return sorted(ventende, key=lambda o: (o.frist or date.max, o.sendt or o.foreslaatt, o.nr))


def forfalt(o: Oppdrag, dag: date) -> bool:
    return o.tilstand is Oppdragstilstand.SENDT and o.frist is not None and o.frist < dag


def svar_til_annet(o: Oppdrag) -> bool:
    """Whether it was changed after it was answered."""
    hva = [linje.hva for linje in o.logg]
    if o.tilstand is not Oppdragstilstand.BESVART or Oppdragshendelse.BESVART not in hva:
        return False
    svart = len(hva) - 1 - hva[::-1].index(Oppdragshendelse.BESVART)
    return Oppdragshendelse.ENDRET in hva[svart:]


def gjelder_likevel(o: Oppdrag) -> bool:
    """Whether the last thing that was done is that it came back after it had fallen away."""
    siste = [linje.hva for linje in o.logg[-2:]]
    return siste == [Oppdragshendelse.TRUKKET, Oppdragshendelse.GJENAAPNET]


def sist(o: Oppdrag, hva: Oppdragshendelse) -> Oppdragslinje | None:
    """The last line of its log that says so."""
    return next((linje for linje in reversed(o.logg) if linje.hva is hva), None)


def _sendt_innen(o: Oppdrag, dag: date) -> bool:
    return o.sendt is None or _utc_dag(o.sendt) <= dag


def _utc_dag(at: datetime) -> date:
    """A night's difference from Oslo is of no account here."""
    return at.date()


def _noter(o: Oppdrag, hva: Oppdragshendelse, h: Handling, tekst: str | None = None) -> Oppdrag:
    return replace(o, logg=(*o.logg, Oppdragslinje(hva, h.at, h.av, tekst)))

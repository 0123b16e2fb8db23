"""When the ansvarlige of an oppgave are reminded: three working days before its frist, the first working
day after it, and then once a week, three times.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.arbeidstid import er_virkedag, virkedager_foer
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavetilstand

DAGER_FOER = 3
UKER = 3
"""As many times more, after the first reminder that it is overdue; then the next saksliste has it."""
INNHENTES = timedelta(days=3)
"""So late may a reminder be, where the bot was down on its day."""
_DAG, _UKE = timedelta(days=1), timedelta(weeks=1)
_NULLSTILLER = frozenset(
    {
        Oppgavehendelse.LAGET,
        Oppgavehendelse.FRIST,
        Oppgavehendelse.ANSVARLIG,
        Oppgavehendelse.GJENAAPNET,
    }
)
FORAN, BAK = timedelta(days=14), _UKE * (UKER + 1) + timedelta(days=14)
"""Every frist with a reminder on a day is within this of it: holidays included."""


@dataclass(frozen=True)
class Minnes:
    """A reminder: its day (the earliest), and whether the frist is past."""

    dag: date
    ute: bool


def dager(frist: date) -> tuple[Minnes, ...]:
    etter = frist + _DAG
    while not er_virkedag(etter):
        etter += _DAG
    uker = [etter + _UKE * n for n in range(UKER + 1)]
    return (Minnes(virkedager_foer(frist, DAGER_FOER), False), *(Minnes(d, True) for d in uker))


def paa_tide(oppgave: Oppgave, dag: date) -> Minnes | None:
    """The reminder that is due on `dag`, the latest where there are several; None where there is none, or
    who has it heard of it (or of its new frist) on that day or since.
    """
    if oppgave.frist is None or oppgave.tilstand is not Oppgavetilstand.AAPEN:
        return None
    hoert = _hoert(oppgave)
    aktuelle = [m for m in dager(oppgave.frist) if m.dag <= dag < m.dag + INNHENTES]
    return next((m for m in reversed(aktuelle) if hoert is None or hoert < m.dag), None)


def _hoert(oppgave: Oppgave) -> date | None:
    """The last day on which it was taken on, or became due otherwise."""
    return max((linje.at.date() for linje in oppgave.logg if linje.hva in _NULLSTILLER), default=None)

"""What a decision about who comes is made from: the møte, its bodies, the log, and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from bot.domain.arbeidstid import TIMER_PR_DAG, legg_til, mellom
from bot.domain.errors import Refusal
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.logglesing import les_stilling
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.organ import Organ
from bot.domain.plasser import Plass, hvem, plasser, samme
from bot.domain.register import Moetehode, Register
from bot.domain.stilling import Stilling
from bot.domain.varaliste import varaer

VARAFRIST_SISTE_DAG = 2
"""Working hours a vara has to answer on the last day."""
UTEN_KLOKKE = time(8)
"""When a møte is taken to begin where nobody has said."""


class MoeteUkjent(Refusal):
    """There is no such møte."""


class MoeteOver(Refusal):
    """The møte is over."""


class MoeteAvlyst(Refusal):
    """The møte is called off."""


class IkkeMedlem(Refusal):
    """`hvem` is neither member nor vara of any of the møte's bodies on its day."""

    def __init__(self, hvem: Hvem) -> None:
        super().__init__(hvem)
        self.hvem = hvem


class KallUkjent(Refusal):
    """There is no such call at this møte."""


class KallTrukket(Refusal):
    """The call was taken back: the member comes after all, or the møte has another date."""


class PlassenDekket(Refusal):
    """Another vara has the place."""

    def __init__(self, vara: Hvem) -> None:
        super().__init__(vara)
        self.vara = vara


class OpptattAnnetSted(Refusal):
    """The vara has another place in that body, for `for_person`."""

    def __init__(self, for_person: Hvem) -> None:
        super().__init__(for_person)
        self.for_person = for_person


class IkkeDittKall(Refusal):
    """Somebody else was asked; only they, who reported, and the body's ledelse answer it."""


class IkkeKalt(Refusal):
    """A vara whom nobody has asked."""


class IngenLinje(Refusal):
    """There is no such line, or it has been taken back."""


class ForSentAaAngre(Refusal):
    """Something else has been said of the person since; or somebody else said it."""


@dataclass(frozen=True)
class Situasjon:
    """`organer` are the møte's, `logg` its lines as they were written, `naa` is Oslo."""

    hode: Moetehode
    organer: tuple[Organ, ...]
    logg: tuple[Frammoetelinje, ...]
    naa: datetime

    @cached_property
    def stilling(self) -> Stilling:
        return les_stilling(self.logg)

    @cached_property
    def plasser(self) -> tuple[Plass, ...]:
        return plasser(self.organer, self.hode)

    @property
    def utc(self) -> datetime:
        return self.naa.astimezone(UTC)

    @property
    def start(self) -> datetime:
        """Oslo."""
        klokke = self.hode.start or UTEN_KLOKKE
        return datetime.combine(self.hode.dato, klokke, self.naa.tzinfo)

    @property
    def begynt(self) -> bool:
        return self.naa >= self.start

    @property
    def sen(self) -> bool:
        """On the day, or less than a working day (07–17) before the møte begins: too late for a frist
        to run in peace. It is what «the last day» means here.
        """
        igjen = mellom(self.naa, self.start)
        return self.naa.date() >= self.hode.dato or igjen < timedelta(hours=TIMER_PR_DAG)

    def organ(self, organ_id: int) -> Organ:
        return next(o for o in self.organer if o.id == organ_id)

    def plasser_til(self, person: Hvem) -> tuple[Plass, ...]:
        return tuple(p for p in self.plasser if samme(p.hvem, person))

    def plass(self, organ_id: int, person: Hvem) -> Plass | None:
        return next((p for p in self.plasser_til(person) if p.organ_id == organ_id), None)

    def er_vara(self, person: Hvem) -> bool:
        dag = self.hode.dato
        return any(samme(hvem(m), person) for organ in self.organer for m in varaer(organ, dag))


def les_situasjon(
    register: Register, moete_id: int, logg: Sequence[Frammoetelinje], naa: datetime
) -> Situasjon:
    """Raises MoeteUkjent."""
    hode = register.hode(moete_id)
    if hode is None:
        raise MoeteUkjent
    return Situasjon(hode, tuple(register.organ(i) for i in hode.organ_ids), tuple(logg), naa)


def krev_aapent(sit: Situasjon) -> None:
    """Raises MoeteAvlyst or MoeteOver."""
    if sit.hode.avlyst:
        raise MoeteAvlyst
    if tilstand(sit.hode, sit.naa) is Tilstand.OVER:
        raise MoeteOver


def krev_med(sit: Situasjon, person: Hvem) -> None:
    """Raises IkkeMedlem."""
    if not sit.plasser_til(person) and not sit.er_vara(person):
        raise IkkeMedlem(person)


def varafrist(sit: Situasjon, organ_id: int) -> datetime:
    """By when a vara who is asked now is to answer (UTC): the body's working hours from now, but no more
    than two into the last day, so that another can be asked; and never after the møte begins.
    """
    timer = sit.organ(organ_id).varafrist_timer
    siste = legg_til(max(sit.naa, _siste_dag(sit)), min(timer, VARAFRIST_SISTE_DAG))
    frist = min(legg_til(sit.naa, timer), siste)
    if not sit.begynt:
        frist = min(frist, sit.start)
    return frist.astimezone(UTC)


def _siste_dag(sit: Situasjon) -> datetime:
    """When the last day begins: a working day before the møte."""
    dag = sit.start
    while mellom(dag, sit.start) < timedelta(hours=TIMER_PR_DAG):
        dag -= timedelta(hours=1)
    return dag


def klokke_for(sit: Situasjon, slag: Slag, minutter: int) -> time | None:
    """SENT: so many minutes after the møte begins; TIDLIG: so many before it ends. None where that is
    not known.
    """
    fra = sit.hode.start if slag is Slag.SENT else sit.hode.slutt
    if fra is None:
        return None
    skritt = timedelta(minutes=minutter if slag is Slag.SENT else -minutter)
    return (datetime.combine(sit.hode.dato, fra, sit.naa.tzinfo) + skritt).time()

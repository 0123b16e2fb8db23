"""When a channel's weekly digest is due: once in each ISO week, at the weekday and the clock the channel
chose, Europe/Oslo. Moments are UTC.

A day off (a public holiday, and 24 and 31 December, when the offices are closed too) gives way to the next
working day of that week. Where the week has none left, as Thursday and Friday of Easter week, it is the
working day before: what lies ahead is of use before the holiday, not after it, and no week gets two. The
first days of Easter week are working days. Who has chosen a Saturday or a Sunday gets it on that day.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.helligdager import is_feast
from bot.domain.kanaloensker import Digesttid

OSLO = ZoneInfo("Europe/Oslo")
_LOERDAG = 5
_DAG, _UKE = timedelta(days=1), timedelta(weeks=1)
_STENGT = frozenset({(12, 24), (12, 31)})


@dataclass(frozen=True, order=True)
class Uke:
    """A week of ISO 8601, of its own year: 30 December 2024 is in 2025-W01."""

    aar: int
    nr: int

    @property
    def mandag(self) -> date:
        return date.fromisocalendar(self.aar, self.nr, 1)

    @property
    def foerst(self) -> datetime:
        """When it begins in Oslo: what its ticks stand under."""
        return i_oslo(self.mandag, time())

    @property
    def neste(self) -> "Uke":
        return uke_av(self.mandag + _UKE)

    def __str__(self) -> str:
        return f"{self.aar}-W{self.nr:02}"


def uke_av(dag: date) -> Uke:
    aar, nr, _ = dag.isocalendar()
    return Uke(aar, nr)


def les_uke(skrevet: str) -> Uke:
    """«2026-W10» again. Raises ValueError."""
    aar, _, nr = skrevet.partition("-W")
    return uke_av(date.fromisocalendar(int(aar), int(nr), 1))


def fridag(dag: date) -> bool:
    """Whether nobody is expected at work: also Saturdays, and 24 and 31 December."""
    return dag.weekday() >= _LOERDAG or is_feast(dag) or (dag.month, dag.day) in _STENGT


def i_oslo(dag: date, klokke: time) -> datetime:
    """When the clock on the wall in Oslo shows that, in UTC. A clock that is left out when summer time
    begins (02.30) is what the clock shows then, an hour later (03.30); one that comes twice when it ends
    is the first.
    """
    return datetime.combine(dag, klokke, OSLO).astimezone(UTC)


def dagen(tid: Digesttid, uke: Uke) -> date:
    """The day it is due in that week: always a day of it."""
    valgt = uke.mandag + tid.ukedag * _DAG
    if tid.ukedag >= _LOERDAG or not fridag(valgt):
        return valgt
    uka = [uke.mandag + n * _DAG for n in range(7)]
    etter = (dag for dag in uka if dag > valgt and not fridag(dag))
    foer = (dag for dag in reversed(uka) if dag < valgt and not fridag(dag))
    return next(etter, next(foer, valgt))


def forfall(tid: Digesttid, uke: Uke) -> datetime:
    return i_oslo(dagen(tid, uke), tid.klokke)


def siste(tid: Digesttid, naa: datetime) -> Uke:
    """The week whose digest was due last, at `naa` (aware) or before."""
    uke = uke_av(naa.astimezone(OSLO).date())
    return uke if forfall(tid, uke) <= naa.astimezone(UTC) else uke_av(uke.mandag - _UKE)


def neste(tid: Digesttid, naa: datetime) -> Uke:
    """The week whose digest is due next, after `naa` (aware)."""
    return siste(tid, naa).neste

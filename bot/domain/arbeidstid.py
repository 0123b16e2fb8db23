"""Working time: Monday to Friday from 07 to 17, not on public holidays. All clocks are Oslo's.

The clock changes at night on Sundays, so within working time an hour on the wall is an hour.
"""

from datetime import date, datetime, time, timedelta

from bot.domain.helligdager import is_feast

AAPNER, STENGER = time(7), time(17)
TIMER_PR_DAG = STENGER.hour - AAPNER.hour
_DAY = timedelta(days=1)


def er_virkedag(dag: date) -> bool:
    return dag.weekday() < 5 and not is_feast(dag)


def virkedager_foer(dag: date, antall: int) -> date:
    """The working day that is so many working days before `dag`."""
    for _ in range(antall):
        dag -= _DAY
        while not er_virkedag(dag):
            dag -= _DAY
    return dag


def virkedager_etter(dag: date, antall: int) -> date:
    """The working day that is so many working days after `dag`."""
    for _ in range(antall):
        dag += _DAY
        while not er_virkedag(dag):
            dag += _DAY
    return dag


def legg_til(at: datetime, timer: float) -> datetime:
    """When so many hours of working time have gone since `at` (aware, Oslo)."""
    rest, naa = timedelta(hours=timer), _inn_i(at)
    while (igjen := _paa(naa, STENGER) - naa) < rest:
        rest -= igjen
        naa = _inn_i(_paa(naa + _DAY, AAPNER))
    return naa + rest


def mellom(fra: datetime, til: datetime) -> timedelta:
    """How much working time there is between the two; nothing where `til` is first."""
    sum_, dag = timedelta(), fra.date()
    while dag <= til.date():
        if er_virkedag(dag):
            midt = fra.replace(year=dag.year, month=dag.month, day=dag.day)
            begynt = max(_paa(midt, AAPNER), fra)
            sum_ += max(min(_paa(midt, STENGER), til) - begynt, timedelta())
        dag += _DAY
    return sum_


def _inn_i(at: datetime) -> datetime:
    """`at`, or the next time somebody is at work."""
    if at.time() >= STENGER:
        at = _paa(at + _DAY, AAPNER)
    while not er_virkedag(at.date()):
        at = _paa(at + _DAY, AAPNER)
    return max(at, _paa(at, AAPNER))


def _paa(at: datetime, klokke: time) -> datetime:
    return at.replace(hour=klokke.hour, minute=klokke.minute, second=0, microsecond=0)

"""Dates, clock times, durations and lists written out in Norwegian (`nb` or `nn`), remembered.

Clock times and lists are written alike in both målformer.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import lru_cache

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.units import format_unit

REMEMBERED = 4096
FRA = {"nb": "fra", "nn": "frå"}


@lru_cache(REMEMBERED)
def dato(dag: date, maalform: str = "nb") -> str:
    """«onsdag 17. april 2024»."""
    return format_date(dag, "EEEE d. MMMM y", locale=maalform)


@lru_cache(REMEMBERED)
def klokke(tid: time) -> str:
    """«13.00»."""
    return format_time(tid, "HH.mm", locale="nb")


@lru_cache(REMEMBERED)
def tidsrom(dag: date, start: time | None = None, slutt: time | None = None, maalform: str = "nb") -> str:
    """«onsdag 17. april 2024 kl. 13.00–17.00», with as much of it as is known."""
    if start is None:
        return dato(dag, maalform)
    clock = klokke(start) + (f"–{klokke(slutt)}" if slutt else "")
    return f"{dato(dag, maalform)} kl. {clock}"


@lru_cache(REMEMBERED)
def varighet(minutter: int, maalform: str = "nb") -> str:
    """«50 minutter», «4 timer», «1 time og 30 minutter»."""
    hours, minutes = divmod(minutter, 60)
    parts = [_unit(hours, "duration-hour", maalform)] if hours else []
    if minutes or not hours:
        parts.append(_unit(minutes, "duration-minute", maalform))
    return liste(parts)


@lru_cache(REMEMBERED)
def periode(fra: date | None, til: date | None, maalform: str = "nb") -> str:
    """Whole days, `til` exclusive: «onsdag 17. april 2024», «april 2024», «2024», «1. mai–15. juni 2024»,
    «fra 1. mai 2024», «til og med 30. april 2024»; empty where both are open.
    """
    last = til - timedelta(days=1) if til else None
    if fra is None or last is None:
        return _half_open(fra, last, maalform)
    if fra == last:
        return dato(fra, maalform)
    if fra.day == 1 and last.month == fra.month and (last + timedelta(days=1)).day == 1:
        return format_date(fra, "MMMM y", locale=maalform)
    if (fra.month, fra.day, last.month, last.day, last.year) == (1, 1, 12, 31, fra.year):
        return str(fra.year)
    first = format_date(fra, "d. MMMM" if fra.year == last.year else "d. MMMM y", locale=maalform)
    return f"{first}–{format_date(last, 'd. MMMM y', locale=maalform)}"


def liste(ledd: Sequence[str]) -> str:
    """«a, b og c»."""
    return str(format_list(ledd, locale="nb")) if ledd else ""


def _half_open(fra: date | None, last: date | None, maalform: str) -> str:
    if fra:
        return f"{FRA[maalform]} {format_date(fra, 'd. MMMM y', locale=maalform)}"
    return f"til og med {format_date(last, 'd. MMMM y', locale=maalform)}" if last else ""


def _unit(number: int, unit: str, maalform: str) -> str:
    return str(format_unit(number, unit, "long", locale=maalform))

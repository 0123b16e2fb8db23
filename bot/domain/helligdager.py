"""The public holidays of Norway (lov om helligdager og helligdagsfred § 2, and 1 and 17 May)."""

from datetime import date
from functools import lru_cache

_FIXED = frozenset({(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)})
_AFTER_EASTER = frozenset({-3, -2, 0, 1, 39, 49, 50})


def is_feast(day: date) -> bool:
    """Whether it is a public holiday (Sundays apart)."""
    return (day.month, day.day) in _FIXED or (day - easter(day.year)).days in _AFTER_EASTER


@lru_cache(64)
def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computation."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)

"""Teams' limits for one conversation, as its documentation gives them, and how near one came.

Written apart from the program's own budget on purpose: it is what the budget is measured by.
"""

from bisect import bisect_right
from collections.abc import Sequence

PER_CONVERSATION = ((7, 1.0), (60, 30.0), (1800, 3600.0))
"""So many calls in so many seconds ("Optimize your bot: rate limiting", Send to conversation)."""


def most(times: Sequence[float], seconds: float) -> int:
    """The most of these (sorted) moments that lie within less than `seconds` of one another."""
    return max((bisect_right(times, at) - _first(times, at, seconds) for at in times), default=0)


def full_until(times: Sequence[float], now: float) -> float | None:
    """When one more call would be within the limits; None where it is so now. `times` are those allowed."""
    waits = [
        times[-count] + seconds
        for count, seconds in PER_CONVERSATION
        if len(times) >= count and times[-count] + seconds > now
    ]
    return max(waits, default=None)


def _first(times: Sequence[float], at: float, seconds: float) -> int:
    return bisect_right(times, at - seconds)

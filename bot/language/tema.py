"""The words of a topic in a line that no sentence tells apart: those that are not words of every line."""

from collections.abc import Container

from bot.language.lesning import Lesning
from bot.language.moenster import SLOTS

ABOUT = frozenset({"sak.vis", "vedtak.soek"})
"""What is asked of these without a sak is asked about a topic."""
_SHORTEST = 3
_LONGEST = 7


def topic(lesning: Lesning, common: Container[str]) -> str | None:
    """From the first to the last word that is not `common`, as written; None where there is none, or
    where they stand so far apart that they are no one topic.
    """
    symbols = lesning.symbols
    telling = [
        at for at, s in enumerate(symbols) if s.isalpha() and len(s) >= _SHORTEST and s not in common
    ]
    if not telling:
        return None
    first, last = telling[0], telling[-1] + 1
    if last - first > _LONGEST or not SLOTS.isdisjoint(symbols[first:last]):
        return None
    return lesning.text(first, last)

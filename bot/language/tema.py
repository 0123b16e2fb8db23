"""The words of a topic in a line that no sentence tells apart."""

from collections.abc import Container, Sequence

from bot.language.lesning import Lesning
from bot.language.moenster import SLOTS

ABOUT = frozenset({"sak.vis", "vedtak.soek"})
"""What is asked of these without a sak is asked about a topic."""
_OM = frozenset({"om", "angående", "ang", "vedrørende", "rundt"})
_ENDS = frozenset({"i", "på", "fra", "til", "ved", "hos", "av", "da", "nå", "sist", "og", "men"})
_SHORTEST, _LONG = 3, 7
_LONGEST = 7


def topic(lesning: Lesning, known: Container[str], common: Container[str]) -> str | None:
    """What stands behind «om», up to words that are `known` from the sentences; else the long words
    that are not `common`. As written; None where there is none, or no one place for it.
    """
    span = _behind_om(lesning.symbols, known) or _long_words(lesning.symbols, known, common)
    return lesning.text(*span) if span else None


def _behind_om(symbols: Sequence[str], known: Container[str]) -> tuple[int, int] | None:
    """Behind the last «om» that has something behind it."""
    spans = (_from(symbols, at + 1, known) for at in reversed(range(len(symbols))) if symbols[at] in _OM)
    return next((span for span in spans if span), None)


def _from(symbols: Sequence[str], start: int, known: Container[str]) -> tuple[int, int] | None:
    end = start
    while end < len(symbols) and symbols[end] not in SLOTS | _OM and not _ended(symbols, end, known):
        end += 1
    telling = [s for s in symbols[start:end] if len(s) >= _SHORTEST and s.isalpha() and s not in known]
    return (start, end) if telling and end - start <= _LONGEST else None


def _ended(symbols: Sequence[str], at: int, known: Container[str]) -> bool:
    """«… i vedtaket», «… på møtet»: here the topic is over."""
    after = symbols[at + 1] if at + 1 < len(symbols) else ""
    return symbols[at] in _ENDS and (after in known or after in SLOTS or not after)


def _long_words(
    symbols: Sequence[str], known: Container[str], common: Container[str]
) -> tuple[int, int] | None:
    telling = [
        at
        for at, s in enumerate(symbols)
        if s.isalpha() and len(s) >= _LONG and s not in common and s not in known
    ]
    if not telling:
        return None
    first, last = telling[0], telling[-1] + 1
    one = last - first <= _LONGEST and SLOTS.isdisjoint(symbols[first:last])
    return (first, last) if one else None

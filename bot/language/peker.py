"""Whether a line points back at what was shown last: «når er det?», «hvem har den?»."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_MOETE = frozenset({"det", "møtet", "der"})
_SAK = frozenset({"den", "denne", "saken", "saka", "ho"})
_NAMES_ANOTHER = frozenset(
    {
        *("neste", "førstkommende", "kommende", "første", "forrige", "førre", "sist", "siste"),
        *("møte", "møter"),
    }
)
"""«Når er det møte?», «når er det neste?»: there «det» points at nothing."""


def points_at_moete(text: str) -> bool:
    """«Det», «møtet», «der», and no other møte is named."""
    return _points(text, _MOETE)


def points_at_sak(text: str) -> bool:
    """«Den», «saken», «ho», and nothing else is named."""
    return _points(text, _SAK)


def only_points(topic: str) -> bool:
    """A topic that is no topic: «saken», «den saka»."""
    words = _WORD.findall(topic.casefold())
    return bool(words) and _SAK.issuperset(words)


def _points(text: str, pointers: frozenset[str]) -> bool:
    words = set(_WORD.findall(text.casefold()))
    return not pointers.isdisjoint(words) and _NAMES_ANOTHER.isdisjoint(words)

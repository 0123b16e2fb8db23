"""Which points a line is about, where it names several, or none."""

import re

_FLERE = re.compile(
    r"\b(?:punkt(?:ene|a|er)?|pkt|nr)\.?\s+(\d{1,4}(?:\s*(?:,|og|&|\+)\s*(?:punkt\s+)?\d{1,4})+)\b",
    re.IGNORECASE,
)
_STRYK = re.compile(r"\s*(?:stryk|slett|fjern|ta bort|ta vekk|strek)\b", re.IGNORECASE)


def flere_punkter(linje: str) -> tuple[int, ...]:
    """«stryk punkt 1, 2 og 3»; empty where one or none is named."""
    funnet = _FLERE.search(linje)
    return tuple(dict.fromkeys(map(int, re.findall(r"\d+", funnet[1])))) if funnet else ()


def skal_strykes(linje: str) -> bool:
    return _STRYK.match(linje) is not None

"""How many minutes a line says: «20 min», «et kvarter», «en halvtime», «en time»."""

import re

from bot.language.tall import number

_WHOLE = {"kvarter": 15, "kvarters": 15, "halvtime": 30, "halvtimes": 30}
_UNIT = re.compile(
    r"\b(?:(?P<halv>halv\s+time)|(?P<ord>kvarters?|halvtimes?)"
    r"|(?P<tall>\d+(?=\s*m)|\w+(?=\s))\s*(?P<enhet>min|minutt|minutter|minuttar|minutts|minutters|time|timer|timar)\b)",
    re.IGNORECASE,
)
MOST = 8 * 60


def minutes_of(line: str) -> int | None:
    """The first that is said, up to a working day; None for none («noen minutter»)."""
    found = _UNIT.search(line)
    if found is None:
        return None
    if found["halv"]:
        return 30
    if found["ord"]:
        return _WHOLE[found["ord"].lower()]
    count = _count(found["tall"].lower())
    minutes = count * (60 if found["enhet"].lower().startswith("tim") else 1)
    return minutes if 0 < minutes <= MOST else None


def _count(word: str) -> int:
    """0 for what is no number."""
    if word.isdecimal():
        return int(word)
    found = number([word], 0)
    return found[0] if found else 0

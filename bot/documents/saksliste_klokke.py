"""A clock at the beginning of a line of a saksliste."""

import re
from dataclasses import dataclass
from datetime import time

from bot.documents import klokke
from bot.domain import datoer

_T = r"(?:[01]?\d|2[0-3])[.:][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d"
_FORAN = re.compile(
    rf"(?:kl(?:okka|okken|\.)?\s*:?\s*)?(?P<a>{_T})(?![\d/]|[.:]\d)(?P<strek>\s*(?:[-–—]|til)\s*)?"
    rf"(?:(?:kl\.?\s*)?(?P<b>{_T})(?![\d/]|[.:]\d))?\s*[:|–—-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_TIMER_FORAN = re.compile(
    r"(?:kl(?:okka|okken|\.)?\s*:?\s*)?(?P<a>\d{1,2})(?P<strek>\s*[-–]\s*)(?P<b>\d{1,2})(?![\d/.])"
    r"\s*[:|–—]?\s*(?P<rest>\D.*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Klokkestart:
    """`venter`: it ended in a dash, so its end is still to come («13.00-» over «13.10»)."""

    start: time
    slutt: time | None
    venter: bool
    rest: str


def clock_in_front(text: str) -> Klokkestart | None:
    """The clock a line begins with, and the rest of the line; a date is none."""
    if any(funn.fra == 0 for funn in datoer.find(text[:20])):
        return None
    match = _FORAN.match(text) or _TIMER_FORAN.match(text)
    start = klokke.clock(match["a"]) if match else None
    if match is None or start is None:
        return None
    slutt = klokke.clock(match["b"]) if match["b"] else None
    return Klokkestart(start, slutt, slutt is None and bool(match["strek"]), (match["rest"] or "").strip())

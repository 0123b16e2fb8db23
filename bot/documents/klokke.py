"""Clock times and durations as committees write them. Local times (Oslo), durations in minutes.

`13.00 – 17.00`, `kl 12-14`, `1600-1830`, `09:00 13:50`, `kl. 13 til 15.30`, «13.00-» over «13.10».
"""

import re
from dataclasses import dataclass
from datetime import time

from bot.domain import datoer

_STRENG = r"\d{1,2}[.:]\d{2}"
_LOES = rf"(?:{_STRENG}|\d{{4}}|\d{{1,2}})"
_STREK = r"\s*(?:[-–—]|til|–|\bog\s+til\b)\s*"
_KL = r"(?:\bkl(?:okka|okken|\.)?\s*:?\s*|\bklokk[ae]n?\s+)"
_CA = r"(?:(?:ca\.?|omtrent|om lag)\s*)?"
_FORAN = r"(?<![\d.:/])"
_ETTER = r"(?![\d/]|[.:]\d)"
_PROSA = re.compile(
    rf"{_KL}{_CA}(?P<a>{_LOES}){_ETTER}(?:{_STREK}{_CA}(?:{_KL})?{_CA}(?P<b>{_LOES}){_ETTER})?"
    rf"|{_FORAN}(?P<c>{_STRENG}){_ETTER}{_STREK}{_CA}(?:{_KL})?(?P<d>{_STRENG}){_ETTER}",
    re.IGNORECASE,
)
_FELT = re.compile(
    rf"(?:fra\s+)?(?:{_KL})?{_CA}{_FORAN}(?P<a>{_STRENG}|\d{{4}}){_ETTER}"
    rf"(?:(?:{_STREK}|\s+){_CA}(?:{_KL})?{_CA}(?P<b>{_LOES}){_ETTER})?"
    rf"|(?:{_KL})?{_FORAN}(?P<c>\d{{1,2}}){_ETTER}{_STREK}{_CA}(?:{_KL})?(?P<d>{_STRENG}|\d{{1,2}}){_ETTER}",
    re.IGNORECASE,
)
_VARIGHET = re.compile(
    r"(?<![\d.,:])(?P<tall>\d{1,3}(?:,\d)?|½)\s*(?P<enhet>min(?:utt(?:er|ar)?)?\b\.?|['’′]|timar?\b|timer?\b|t\b)"
    r"(?:\s*(?:og\s*)?(?P<rest>\d{1,2})\s*min)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tidsrom:
    """A clock time or a span of them, found at `fra` up to `til` of the text. `slutt` may be absent."""

    start: time
    slutt: time | None
    fra: int
    til: int


def find(text: str) -> list[Tidsrom]:
    """The clock times of running text: behind «kl.», or two of them with a dash or «til» between.

    Dates are not looked into. A room number, a year range or a lone `04.04` is no clock.
    """
    return _all(_PROSA, datoer.mask(text))


def read(field: str) -> Tidsrom | None:
    """The clock time of a field or cell that is known to hold one: «13.00-\\n13.10», «09:00 13:50».

    Also `1600-1830` and `12-14`; a lone number without «kl.» is none. None where nothing fits.
    """
    masked = datoer.mask(field)
    return next(iter(_all(_PROSA, masked) or _all(_FELT, masked)), None)


def clock(text: str) -> time | None:
    """One clock time: `13.00`, `9:05`, `0930`, `14`; None where it is no time of day."""
    digits = re.sub(r"\D", "", text)
    if not digits or len(digits) > 4:
        return None
    if len(digits) == 4 and digits == text.strip() and int(digits) % 5:
        return None  # a year («2024-2027»): nobody begins at 20.24
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None


def duration(text: str) -> int | None:
    """Minutes written with their unit: «10 min», «1 time», «1,5 t», «1 time og 15 min»; else None."""
    match = _VARIGHET.search(text)
    if match is None:
        return None
    number = 0.5 if match["tall"] == "½" else float(match["tall"].replace(",", "."))
    factor = 60 if match["enhet"].lower().startswith("t") else 1
    return round(number * factor) + int(match["rest"] or 0)


def minutes_between(start: time | None, slutt: time | None) -> int | None:
    """Minutes from start to slutt on one day; None where either is absent or the order is wrong."""
    if start is None or slutt is None or slutt < start:
        return None
    return (slutt.hour - start.hour) * 60 + slutt.minute - start.minute


def _all(pattern: re.Pattern[str], text: str) -> list[Tidsrom]:
    spans = (_span(match) for match in pattern.finditer(text))
    return [span for span in spans if span]


def _span(match: re.Match[str]) -> Tidsrom | None:
    start = clock(match["a"] or match["c"])
    written_end = match["b"] or match["d"]
    slutt = clock(written_end) if written_end else None
    if start is None or (written_end and slutt is None):
        return None
    return Tidsrom(start, slutt, match.start(), match.end())

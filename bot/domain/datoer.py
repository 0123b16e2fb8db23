"""A strict reader of written dates, for documents: never a guess, never another century.

`17.04.2024`, `17.04.24`, `17/4-24`, `2024-04-17`, `17. april 2024`, `17.april 24` and, where the
year is known from elsewhere, `3. mai` and `tirsdag 22/4`. A saksnummer (`09/24`), a clock
(`13.00`) and a day without a year (`04.04`) are no dates.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.saksnummer import full_year

_MAANEDER = (
    ("januar", "jan"),
    ("februar", "feb"),
    ("mars", "mar"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("desember", "des"),
)
_UKEDAGER = (
    ("mandag", "måndag", "man", "mån"),
    ("tirsdag", "tysdag", "tir", "tys"),
    ("onsdag", "ons"),
    ("torsdag", "tor", "tors"),
    ("fredag", "fre"),
    ("lørdag", "laurdag", "lør", "lau"),
    ("søndag", "sundag", "søn", "sun"),
)
_MAANED = {word: number for number, words in enumerate(_MAANEDER, 1) for word in words}
_UKEDAG = {word: number for number, words in enumerate(_UKEDAGER) for word in words}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAG = rf"(?:\b(?P<ukedag>{_either(_UKEDAG)})\b\.?,?\s+(?:den\s+)?)?"
_AAR = r"(?P<aar>\d{4}|\d{2})"
_AAR_BAK_NAVN = r"(?P<aar>\d{4}(?!\d)|\d{2}(?![\d/]|[.,:-]\d|\s*[–—-]\s*\d))"
_FORAN = r"(?<![\d/])(?<!\d[.,:-])"
_FORMER = (
    rf"{_FORAN}(?P<aar>\d{{4}})-(?P<maaned>\d{{2}})-(?P<dag>\d{{2}})(?!\d)",
    rf"{_DAG}{_FORAN}(?P<dag>\d{{1,2}})\.\s?(?P<maaned>\d{{1,2}})\.\s?{_AAR}(?![\d/]|[.:]\d)",
    rf"{_DAG}{_FORAN}(?P<dag>\d{{1,2}})\s?/\s?(?P<maaned>\d{{1,2}})\s?[-–/ ]\s?{_AAR}(?![\d/]|[.:]\d)",
    rf"{_DAG}{_FORAN}(?P<dag>\d{{1,2}})[.-](?P<maaned>\d{{1,2}})[-–]{_AAR}(?![\d/]|[.:]\d)",
    rf"{_DAG}{_FORAN}(?P<dag>\d{{1,2}})(?:\.?\s?(?:[-–]|og)\s?\d{{1,2}})?\.?\s?"
    rf"(?P<navn>{_either(_MAANED)})\b\.?(?:,?\s*[’']?{_AAR_BAK_NAVN})?",
)
_UTEN_AAR = (
    r"\b(?P<ukedag>" + _either(_UKEDAG) + r")\b\.?,?\s+(?:den\s+)?"
    r"(?P<dag>\d{1,2})(?:/|\.\s?)(?P<maaned>\d{1,2})(?![\d/-]|[.:]\d)"
)
_MED_AAR = tuple(re.compile(form, re.IGNORECASE) for form in _FORMER)
_UTEN = re.compile(_UTEN_AAR, re.IGNORECASE)


@dataclass(frozen=True)
class Datofunn:
    """A date as it stands in a text, at `fra` up to `til`.

    `dato` is None where it is written as a date and there is no such day («31.02.24»), or the
    year is neither written nor known. `ukedag` is the weekday written in front (0 is Monday).
    """

    skrevet: str
    fra: int
    til: int
    dato: date | None
    dag: int
    maaned: int
    ukedag: int | None = None
    har_aar: bool = True

    @property
    def finnes(self) -> bool:
        """Whether there is such a day, in some year."""
        return self.dato is not None or (_day(2024, self.maaned, self.dag) is not None and not self.har_aar)

    def falls_in(self, aar: int) -> bool:
        """Whether the weekday written in front is the right one in that year."""
        dato = _day(aar, self.maaned, self.dag)
        return dato is not None and self.ukedag is not None and dato.weekday() == self.ukedag

    @property
    def feil_ukedag(self) -> bool:
        """Whether the weekday written in front is another than the date's."""
        return self.dato is not None and self.ukedag is not None and self.dato.weekday() != self.ukedag


def find(text: str, aar: int | None = None) -> list[Datofunn]:
    """All dates in `text` from left to right. `aar` is the year of those written without one."""
    found: list[Datofunn] = []
    taken = bytearray(len(text))
    for form in (*_MED_AAR, _UTEN):
        for match in form.finditer(text):
            funn = _funn(match, aar)
            if funn and not any(taken[funn.fra : funn.til]):
                found.append(funn)
                taken[funn.fra : funn.til] = b"x" * (funn.til - funn.fra)
    return sorted(found, key=lambda funn: funn.fra)


def read(text: str, aar: int | None = None) -> date | None:
    """The first real date of `text`, or None."""
    return next((funn.dato for funn in find(text, aar) if funn.dato), None)


def mask(text: str, aar: int | None = None) -> str:
    """`text` with its dates blanked out (same length), so that a clock reader does not see them."""
    signs = list(text)
    for funn in find(text, aar):
        signs[funn.fra : funn.til] = " " * (funn.til - funn.fra)
    return "".join(signs)


def _funn(match: re.Match[str], kjent_aar: int | None) -> Datofunn | None:
    deler = match.groupdict()
    dag = int(deler["dag"])
    navn = deler.get("navn")
    maaned = _MAANED[navn.lower()] if navn else int(deler["maaned"])
    if not (1 <= maaned <= 12 and 1 <= dag <= 31):
        return None
    aar = full_year(deler["aar"]) if deler.get("aar") else kjent_aar
    ukedag = _UKEDAG[deler["ukedag"].lower()] if deler.get("ukedag") else None
    dato = _day(aar, maaned, dag) if aar else None
    return Datofunn(match[0], match.start(), match.end(), dato, dag, maaned, ukedag, bool(deler.get("aar")))


def _day(aar: int, maaned: int, dag: int) -> date | None:
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None

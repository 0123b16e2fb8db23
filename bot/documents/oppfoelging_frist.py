"""The deadline of a promise: a written date, and only where it is the promise's own."""

import re
from datetime import date

from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load
from bot.domain import datoer
from bot.domain.datoer import Datofunn

_KORT = re.compile(r"(?P<dag>\d{1,2})[./](?P<maaned>\d{1,2})\b(?![./]?\d)")


def find_frist(text: str, moetedato: date | None) -> date | None:
    """«innen 15.05.26», «senest fredag 4. april», «blir gjort 17. februar»; a meeting's date is none."""
    words = load()
    before_date = rf"\b(?:{either(words.words('loefte', 'fristord'))})\b\s*:?\s*(?:\w+\s+){{0,3}}$"
    for funn in datoer.find(text):
        foran = text[: funn.fra]
        if re.search(before_date, foran, re.IGNORECASE) or _is_own(foran):
            return _with_year(funn, moetedato)
    return None


def read_frist(text: str, moetedato: date | None) -> date | None:
    """The date of a cell or label «Frist»; None where it is no date («neste møte», «uke 12»)."""
    funn = next(iter(datoer.find(text)), None)
    if funn:
        return _with_year(funn, moetedato)
    kort = _KORT.search(text)
    return _next_such_day(int(kort["dag"]), int(kort["maaned"]), moetedato) if kort else None


def coming_date(text: str, moetedato: date | None) -> date | None:
    """The first date of `text`; without a year it is the first such day on or after the meeting."""
    funn = next(iter(datoer.find(text)), None)
    return _with_year(funn, moetedato) if funn else None


def _is_own(foran: str) -> bool:
    """Whether the date stands as an adverb of the promise: «… blir gjort 17. februar», «til 3. mai»."""
    last = (
        normalise(re.sub(r"\b(?:den|ca\.?)\s*$", "", foran).strip().split(" ")[-1]) if foran.strip() else ""
    )
    return (
        bool(last)
        and last not in load().words("loefte", "ikke_frist")
        and not foran.rstrip().endswith((",", "("))
    )


def _with_year(funn: Datofunn, moetedato: date | None) -> date | None:
    return funn.dato if funn.har_aar else _next_such_day(funn.dag, funn.maaned, moetedato)


def _next_such_day(dag: int, maaned: int, moetedato: date | None) -> date | None:
    """The first such day on or after the meeting; None where the meeting's own date is not known."""
    if moetedato is None:
        return None
    for aar in (moetedato.year, moetedato.year + 1):
        try:
            day = date(aar, maaned, dag)
        except ValueError:
            continue
        if day >= moetedato:
            return day
    return None

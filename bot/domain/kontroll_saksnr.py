"""Saksnumre out of sequence, missing, twice, or of another year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain import saksnummer
from bot.domain.innkalling import Innkalling
from bot.domain.reading import Merknad
from bot.domain.referat import Referat
from bot.domain.saksnummer import Saksnummer

_MANGE = 5
SAKSLISTE, REFERAT = "saksliste", "referat"


@dataclass(frozen=True)
class Rekke:
    """The saksnumre of one list or part of a møte, in the paper's order. `sted` is SAKSLISTE or REFERAT,
    and `tittel` that of the part of the referat.
    """

    numre: tuple[str, ...]
    sted: str
    tittel: str | None = None

    @property
    def fakta(self) -> dict[str, str]:
        return {"sted": self.sted} | ({"tittel": self.tittel} if self.tittel else {})


def check_saksliste(innkalling: Innkalling) -> Iterator[Merknad]:
    numre = tuple(row.saksnr for row in innkalling.agenda if row.saksnr)
    yield from _check(Rekke(numre, SAKSLISTE), innkalling.dato.year if innkalling.dato else None)


def check_referat(referat: Referat) -> Iterator[Merknad]:
    """Each part of a møte has a numbering of its own."""
    for part in referat.deler:
        numre = tuple(sak.saksnr for sak in part.saker if sak.saksnr)
        yield from _check(Rekke(numre, REFERAT, part.tittel), referat.dato.year if referat.dato else None)


def suggestion(skrevet: str, others: Sequence[str], moeteaar: int | None = None) -> str | None:
    """«03/35» among saker of 2025 → «03/25»; None where the year is like the others'."""
    number = saksnummer.parse(skrevet, moeteaar)
    return _in_year(number, _usual_year(others, moeteaar)) if number else None


def _in_year(number: Saksnummer, usual: int | None) -> str | None:
    """The number as it is written with the usual year; None where it has that already."""
    if number.aar is None or usual is None or number.aar == usual:
        return None
    skrevet = number.skrevet
    written = str(number.aar) if str(number.aar) in skrevet else str(number.aar)[2:]
    head, _, tail = skrevet.rpartition(written)
    return f"{head}{str(usual)[-len(written) :]}{tail}" if head or tail else None


def _check(rekke: Rekke, moeteaar: int | None) -> Iterator[Merknad]:
    read = [number for nr in rekke.numre if (number := saksnummer.parse(nr, moeteaar))]
    usual = _usual_year(rekke.numre, moeteaar)
    meant = []
    for number in read:
        better = _in_year(number, usual)
        # Read as what it was probably meant to be, so that one misprint gives one merknad.
        meant.append(saksnummer.parse(better or number.skrevet, moeteaar) or number)
        if better:
            yield Merknad("saksnr", "aar", {"saksnr": number.skrevet, "forslag": better})
    for prefiks in dict.fromkeys(number.prefiks for number in meant):
        yield from _sequence([number for number in meant if number.prefiks == prefiks], rekke.fakta)


def _sequence(numbers: Sequence[Saksnummer], sted: dict[str, str]) -> Iterator[Merknad]:
    seen = Counter(number.key for number in numbers)
    for number in dict.fromkeys(number for number in numbers if seen[number.key] > 1):
        if number.key in seen:
            del seen[number.key]
            yield Merknad("saksnr", "flere_ganger", {"saksnr": number.skrevet, **sted})
    for before, after in pairwise(numbers):
        if before.aar != after.aar or before.under or after.under:
            continue
        step = after.nummer - before.nummer
        if step < 0:
            yield Merknad("saksnr", "rekkefoelge", {"foer": before.skrevet, "etter": after.skrevet, **sted})
        elif step > 1 and after.aar is not None:
            yield _missing(before, after, step, sted)


def _missing(before: Saksnummer, after: Saksnummer, step: int, sted: dict[str, str]) -> Merknad:
    if step - 1 > _MANGE:
        return Merknad("saksnr", "mangler_mange", {"foer": before.skrevet, "etter": after.skrevet, **sted})
    numre = [
        before.skrevet.replace(_digits(before), _like(before, n), 1)
        for n in range(before.nummer + 1, after.nummer)
    ]
    return Merknad("saksnr", "mangler", {"numre": ", ".join(numre), **sted})


def _digits(number: Saksnummer) -> str:
    """The digits of the number as they were written, with their zeros."""
    written = number.skrevet
    return next(
        part
        for part in _numbers_of(written)
        if int(part) == number.nummer and len(part) >= len(str(number.nummer))
    )


def _numbers_of(text: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in text).split()


def _like(number: Saksnummer, value: int) -> str:
    return str(value).zfill(len(_digits(number)))


def _usual_year(numre: Sequence[str], moeteaar: int | None) -> int | None:
    """The year of most of them; the møte's own where they do not agree."""
    years = Counter(number.aar for nr in numre if (number := saksnummer.parse(nr, moeteaar)) and number.aar)
    if not years:
        return None
    year, count = years.most_common(1)[0]
    return year if count * 2 > sum(years.values()) else moeteaar

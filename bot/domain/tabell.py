"""A list that was made in a spreadsheet: rows by column name, and what an import says of each row."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain import datoer
from bot.domain.errors import Refusal

_BOKSTAVER = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae"})


@dataclass(frozen=True)
class Tabellrad:
    """`nummer` is the one a spreadsheet shows (the heading is row 1). `felt` has every column;
    `for_mange`: there are more cells than columns.
    """

    nummer: int
    felt: Mapping[str, str]
    for_mange: bool = False


@dataclass(frozen=True)
class Tabell:
    """`kolonner` are column names as `kolonnenavn` writes them; `overskrifter` as they were written."""

    kolonner: tuple[str, ...]
    rader: tuple[Tabellrad, ...]
    overskrifter: tuple[str, ...] = ()


class Radstatus(StrEnum):
    NY = "ny"
    ENDRET = "endret"
    UENDRET = "uendret"
    FEIL = "feil"


@dataclass(frozen=True)
class Radfeil:
    """Why a row cannot be stored: the sentence `radfeil.<kode>`, filled in with `fakta`."""

    kode: str
    fakta: Mapping[str, str]


@dataclass(frozen=True)
class Feltendring:
    """`felt` is a column's name; None is that it is empty."""

    felt: str
    fra: str | date | int | None
    til: str | date | int | None


class ManglerKolonner(Refusal):
    """The list has not the columns it needs."""

    def __init__(self, kolonner: Collection[str]) -> None:
        super().__init__(kolonner)
        self.kolonner = tuple(kolonner)


class DobbelKolonne(Refusal):
    """Two columns have the same name."""

    def __init__(self, kolonne: str) -> None:
        super().__init__(kolonne)
        self.kolonne = kolonne


def kolonnenavn(skrevet: str) -> str:
    """«Rekkefølge» is `rekkefoelge`, «E-post» `epost`, «AAD ID» and «aad-id» `aad_id`."""
    ord_ = re.sub(r"[\s_-]+", "_", skrevet.strip().casefold().translate(_BOKSTAVER))
    return _ANDRE_NAVN.get(ord_, ord_)


_ANDRE_NAVN = {
    "e_post": "epost",
    "e_postadresse": "epost",
    "epostadresse": "epost",
    "aadid": "aad_id",
    "organ_navn": "organ",
    "utvalg": "organ",
    "utval": "organ",
    "namn": "navn",
    "rolla": "rolle",
    "rekkefylgje": "rekkefoelge",
    "rekkjefylgje": "rekkefoelge",
    "rekkefoelgje": "rekkefoelge",
    "arbeidsgjevar": "arbeidsgiver",
    "fraa": "fra",
    "frist": "frist_dager",
}


def krev_kolonner(tabell: Tabell, noedvendige: Iterable[str]) -> None:
    """Raises DobbelKolonne or ManglerKolonner."""
    for kolonne in tabell.kolonner:
        if kolonne and tabell.kolonner.count(kolonne) > 1:
            raise DobbelKolonne(kolonne)
    mangler = [k for k in noedvendige if k not in tabell.kolonner]
    if mangler:
        raise ManglerKolonner(mangler)


def ukjente_kolonner(tabell: Tabell, kjente: Collection[str]) -> tuple[str, ...]:
    """Those that will not be read, as they were written."""
    par = zip(tabell.kolonner, tabell.overskrifter or tabell.kolonner, strict=True)
    return tuple(skrevet for kolonne, skrevet in par if kolonne and kolonne not in kjente)


def les_dato(skrevet: str) -> date | None:
    """A date that is all of the cell: «1.1.2026», «01/01-26», «2026-01-01», «1. januar 2026»."""
    funn = datoer.find(skrevet)
    hele = len(funn) == 1 and (funn[0].fra, funn[0].til) == (0, len(skrevet))
    return funn[0].dato if hele else None


def les_tall(skrevet: str, minst: int, hoeyst: int) -> int | None:
    """A whole number within the bounds; «3.0» is what some spreadsheets make of 3."""
    funnet = re.fullmatch(r"(\d{1,4})(?:[.,]0+)?", skrevet)
    tall = int(funnet[1]) if funnet else None
    return tall if tall is not None and minst <= tall <= hoeyst else None

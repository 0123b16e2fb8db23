"""The stored members as rows of the list that `medlemsimport` reads: imported again, nothing changes."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

from bot.domain.medlemsrad import KOLONNER, PERSONENS, PLASSENS
from bot.domain.organ import Medlem, Organ
from bot.domain.organoppslag import Organoppslag
from bot.domain.register import Register


def kolonner(register: Register) -> tuple[str, ...]:
    """The helsefellesskap is a column only where there are several."""
    return KOLONNER if len(register.helsefellesskap) > 1 else KOLONNER[:-1]


def rader(register: Register, organ_ids: Collection[int] | None = None) -> Iterator[dict[str, str]]:
    """Those of these bodies (None: of all), also who has left, in the order they are stored."""
    oppslag = Organoppslag(register)
    for organ in register.organer:
        if organ_ids is None or organ.id in organ_ids:
            fellesskap = register.fellesskap(organ.helsefellesskap_id).navn
            navn = oppslag.navn_paa(organ, fellesskap)
            for medlem in organ.medlemmer:
                yield {"organ": navn, "helsefellesskap": fellesskap, **_felt(medlem)}


def _felt(medlem: Medlem) -> dict[str, str]:
    return {felt: skrevet(getattr(medlem, felt)) for felt in (*PERSONENS, *PLASSENS)}


def skrevet(verdi: object) -> str:
    """A cell: dates as Norwegian Excel has them."""
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    if isinstance(verdi, StrEnum):
        return _ROLLEORD.get(verdi.value, verdi.value)
    return "" if verdi is None else str(verdi)


_ROLLEORD = {"observatoer": "observatør"}


def organ_ved_navn(register: Register, navn: str) -> Organ | None:
    """The body of that name; None where there is none, or more than one."""
    funnet = Organoppslag(register).finn(navn, "")
    return funnet if isinstance(funnet, Organ) else None

"""What a text refers to: «sak 13/24 i møte 26.11.24», «sak 04/25 i PSU», and whether it is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.moete import Moete
from bot.domain.ports import Archive
from bot.domain.reading import Merknad
from bot.domain.register import Moetehode, Register
from bot.domain.saksoek import Sak, med_nummer, saker


@dataclass(frozen=True)
class Henvisning:
    """`tekst` as it is written. `aar` has four digits; `organ_ids` are empty where no body is named, and
    `dato` is None where no møte is.
    """

    tekst: str
    nummer: int
    aar: int
    dato: date | None = None
    organ_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Henvist:
    """A sak that is referred to, and that is there."""

    henvisning: Henvisning
    hode: Moetehode
    sak: Sak


@dataclass(frozen=True)
class Oppslag:
    finnes: tuple[Henvist, ...] = ()
    mangler: tuple[Henvisning, ...] = ()


async def slaa_opp(
    arkiv: Archive, henvisninger: Sequence[Henvisning], organ_ids: Sequence[int], egen: Moete | None = None
) -> Oppslag:
    """Where no body is named those of `organ_ids` are meant. `egen` is the møte of the text itself: its own
    saker need not be stored, and are neither found nor missing.
    """
    register = await arkiv.register()
    finnes, mangler = list[Henvist](), list[Henvisning]()
    for henvisning in dict.fromkeys(henvisninger):
        if egen is not None and _gjelder(henvisning, egen, organ_ids):
            continue
        henvist = await _finn(arkiv, henvisning, _moeter(register, henvisning, organ_ids))
        finnes += [henvist] if henvist else []
        mangler += [] if henvist else [henvisning]
    return Oppslag(tuple(finnes), tuple(mangler))


def merknader(oppslag: Oppslag) -> list[Merknad]:
    """For «Sjekk dette»: what is referred to and not there."""
    return [Merknad("henvisning", "mangler", {"tekst": h.tekst}) for h in oppslag.mangler]


def tekstene(sak: Sak) -> list[str]:
    """All that is written of it."""
    fremlegg, referatsak = sak.fremlegg, sak.referatsak
    tekster = [sak.tittel, *(seksjon.tekst for seksjon in (fremlegg.seksjoner if fremlegg else ()))]
    tekster += [forslag.tekst for forslag in (fremlegg.forslag_til_vedtak if fremlegg else ())]
    if referatsak:
        tekster += [*referatsak.innledning, *referatsak.konklusjon, *referatsak.punkter]
    return tekster


def _gjelder(henvisning: Henvisning, egen: Moete, organ_ids: Sequence[int]) -> bool:
    organer = henvisning.organ_ids or tuple(organ_ids)
    if henvisning.dato not in (None, egen.dato) or not set(organer) <= set(egen.organ_ids):
        return False
    return bool(med_nummer(saker(egen), henvisning.nummer, henvisning.aar, egen.dato.year))


def _moeter(register: Register, henvisning: Henvisning, organ_ids: Sequence[int]) -> Iterable[Moetehode]:
    """Those it can be in, the latest first: of that day, else of that year or the turn of it."""
    organer = set(henvisning.organ_ids or organ_ids)
    alle = [hode for hode in register.moeter if organer & set(hode.organ_ids)]
    if henvisning.dato is not None:
        return [hode for hode in alle if hode.dato == henvisning.dato]
    return [hode for hode in reversed(alle) if abs(hode.dato.year - henvisning.aar) < 2]


async def _finn(arkiv: Archive, henvisning: Henvisning, moeter: Iterable[Moetehode]) -> Henvist | None:
    for hode in moeter:
        moete = await arkiv.moete(hode.id)
        liste = saker(moete) if moete else ()
        for sak in med_nummer(liste, henvisning.nummer, henvisning.aar, hode.dato.year):
            return Henvist(henvisning, hode, sak)
    return None

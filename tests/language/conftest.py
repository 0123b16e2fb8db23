"""One helsefellesskap for most lines, and two with bodies of the same names."""

from datetime import date, datetime

import pytest

from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.tolk import Tolk

NOW = datetime(2024, 4, 10, 9, 0)
NORDRE, SOENDRE = 1, 2
ASU, PSU, FAGRAAD_1, FAGRAAD_2, ASU_SOENDRE, FAGRAAD_1_SOENDRE = 1, 2, 3, 4, 5, 6


def organ(organ_id: int, fellesskap: int, navn: str, *korte: str, fra=None, til=None) -> Organ:
    names = [Organnavn(navn, Navneslag.NAVN, fra, til)]
    slag = [Navneslag.KORT] + [Navneslag.ALIAS] * len(korte)
    names += [Organnavn(kort, s, fra, til) for kort, s in zip(korte, slag, strict=False)]
    return Organ(fellesskap, names, id=organ_id)


NORD = (
    organ(ASU, NORDRE, "Administrativt samarbeidsutvalg", "ASU"),
    organ(PSU, NORDRE, "Politisk samarbeidsutvalg", "PSU"),
    organ(FAGRAAD_1, NORDRE, "Fagråd for pasientsamarbeid", "Fagråd 1", "FPS"),
    organ(FAGRAAD_2, NORDRE, "Fagråd for legesamarbeid", "Fagråd 2"),
)
SOER = (
    organ(ASU_SOENDRE, SOENDRE, "Administrativt samarbeidsutvalg", "ASU"),
    organ(FAGRAAD_1_SOENDRE, SOENDRE, "Fagråd for barn og unge", "Fagråd 1"),
)
FJORD_NORDRE = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", NORDRE)
FJORD_SOENDRE = Helsefellesskap("Helsefellesskapet Søndre Fjordfylke", SOENDRE)


def renamed(day: date) -> Register:
    """A body that was ASU until that day, and has been SSU since."""
    asu = organ(ASU, NORDRE, "Administrativt samarbeidsutvalg", "ASU", til=day)
    ssu = organ(ASU, NORDRE, "Strategisk samarbeidsutvalg", "SSU", fra=day)
    asu.navneliste += ssu.navneliste
    return Register(1, (FJORD_NORDRE,), (asu,))


@pytest.fixture(scope="session")
def register() -> Register:
    return Register(1, (FJORD_NORDRE,), NORD)


@pytest.fixture(scope="session")
def two() -> Register:
    return Register(1, (FJORD_NORDRE, FJORD_SOENDRE), NORD + SOER)


@pytest.fixture(scope="session")
def tolk() -> Tolk:
    return Tolk()


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW

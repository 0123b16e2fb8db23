"""What a møte is called in a calendar."""

from bot.domain.moete import Moete
from bot.domain.register import Register
from bot.language.skriv import liste
from bot.language.tekster import tekst


def kalendernavn(moete: Moete, register: Register) -> str:
    """By its bodies' short names of that day."""
    korte = [register.organ(organ_id).kort(moete.dato) for organ_id in moete.organ_ids]
    tittel = tekst("kalender.tittel", organ=liste(korte))
    return tekst("moetet.avlyst_i_kalender", tittel=tittel) if moete.avlyst else tittel

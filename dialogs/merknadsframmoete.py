"""«Rett frammøtet»: what a merknad says of when its writer was there, and what became of it in words."""

import re
from datetime import time

from bot.domain import bokframmoete
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand, Referatmerknad
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering
from bot.domain.plasser import samme
from bot.language import frammoetelinje, skriv
from bot.turn import Norsk
from dialogs.bokfoer import Bok

_FRA = re.compile(r"\b(?:fra|frå|kom|ankom)\b(?P<klokke>[^.;]*(?:\.\d+)?)", re.IGNORECASE)
_KL = re.compile(r"\bkl\.", re.IGNORECASE)


def frammoetet(bok: Bok, m: Referatmerknad) -> tuple[Foering, ...]:
    """They are there, from the clock that the merknad says they came. Raises Laast."""
    der = bokframmoete.til_stede(bok.stand, bok.akt, [m.av])
    klokke = _kom(m.tekst, bok)
    if klokke is None:
        return der
    return (*der, *bokframmoete.kom(les([*bok.linjer, *der]), bok.akt, m.av, klokke))


def rettet_ord(norsk: Norsk, stand: Bokstand, hvem: Hvem) -> str:
    """How they stand in the list now."""
    staar = next((f for f in stand.frammoete if f.del_nr == 0 and samme(f.person, hvem)), None)
    if staar is not None and staar.kom is not None:
        klokke = skriv.klokke(staar.kom)
        return norsk.tekst("ettersending.til_stede_fra", navn=hvem.navn, klokke=klokke)
    return norsk.tekst("ettersending.til_stede", navn=hvem.navn)


def _kom(tekst: str, bok: Bok) -> time | None:
    sagt = _FRA.search(_KL.sub("kl", tekst))
    linje = sagt["klokke"] if sagt else ""
    return frammoetelinje.klokken(linje, bok.hode.dato) if linje.strip() else None

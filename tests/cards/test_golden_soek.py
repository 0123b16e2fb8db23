"""The list of what a search found, as it looks. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cards.hjelp import diktathjelp
from bot.cards.melding import knapp
from bot.cards.ord import Tall
from bot.cards.soek import soekekort
from bot.domain.maalform import Maalform
from bot.domain.soekbart import Soekbart, Soekeslag
from bot.domain.soeketreff import etter_sak
from bot.language.soekeord import spoerreord
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer
from tests.cards.test_golden import REGISTER

GOLDEN = Path(__file__).parent / "golden_soek"
FARLIG = "Legevakten <b>flyttes</b> **nå** [her](http://x.example) <at>Ola</at> {{x}}"


def rad(slag: Soekeslag, tekst: str, nr: int = 1, **mer) -> Soekbart:
    plain = {"saksnr": f"{nr:02d}/24", "kilde": f"papir:{nr}"}
    return Soekbart(
        slag=slag,
        moete_id=nr,
        organ_ids=(1,),
        dato=date(2024, 5, 30 - nr),
        tittel=f"Sak <i>nummer</i> {nr}",
        tekst=tekst,
        **plain | mer,
    )


RADER = [
    rad(Soekeslag.SAK, "Legevakten er omtalt."),
    rad(Soekeslag.VEDTAK, f"Noe annet først. {FARLIG}. Noe til."),
    rad(Soekeslag.OPPGAVE, "Ringer legevakten (Per Tveit)", 2, del_tittel="Felles møte med PSU"),
    rad(Soekeslag.PUNKT, "Legevakten er for langt unna.", 3, kilde="bok:9", aapen=False),
    rad(Soekeslag.KONKLUSJON, "Legevakten utredes.", 4, kilde="bok:8", aapen=False, utkast=True),
    rad(Soekeslag.SAK, "", 5, saksnr=None),
]


def treff(norsk: Norsk) -> Message:
    saker, ordene = etter_sak(RADER), spoerreord("legevakten")
    foerst = norsk.tekst("soek.treff", emne="<u>legevakten</u>", antall=Tall(len(saker)))
    flere = knapp(norsk.tekst("soek.flere"), "vedtak.soek", emne="legevakten", fra=5)
    return soekekort(norsk, foerst, saker, ordene, REGISTER, flere, norsk.tekst("soek.de_nyeste"))


def ett(norsk: Norsk) -> Message:
    lang = replace(RADER[0], slag=Soekeslag.KONKLUSJON, tekst="Legevakten " + "flyttes igjen " * 60)
    foerst = norsk.tekst("soek.treff", emne="legevakt", antall=Tall(1))
    return soekekort(norsk, foerst, etter_sak([lang]), spoerreord("legevakt"), REGISTER, None)


KORT: dict[str, Callable[[Norsk], Message]] = {"treff": treff, "ett": ett, "hjelp-diktat": diktathjelp}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_it_looks_as_before(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)

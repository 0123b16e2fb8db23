"""What should be looked at before a referat is put on the web. Written anew with HELSEBOT_GOLDEN=write."""

from pathlib import Path

import pytest

from bot.cards.nett import nettkort
from bot.domain.maalform import Maalform
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer

GOLDEN = Path(__file__).parent / "golden_nett"


def _med_funn(norsk: Norsk) -> Message:
    utelatt = [
        norsk.tekst("nett.utelatt_sak", sak="04/24", hjemmel="offl. § 13"),
        norsk.tekst("nett.utelatt_punkt", nr=7, sak="05/24", hjemmel="offl. § 13 **x**"),
    ]
    lister = (
        ("nett.epost", ["kari@lia.example"]),
        ("nett.lenker", ["http://intranett/<b>asu</b>"]),
        ("nett.utelatt", utelatt),
    )
    return nettkort(norsk, norsk.tekst("nett.klar", moete="ASU onsdag 15. mai 2024"), lister)


def _uten_funn(norsk: Norsk) -> Message:
    foerst = norsk.tekst("nett.klar", moete="ASU onsdag 15. mai 2024")
    return nettkort(norsk, foerst, (("nett.epost", ()),))


KORT = {"nett_med_funn": _med_funn, "nett_uten_funn": _uten_funn}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_it_looks_as_before(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)

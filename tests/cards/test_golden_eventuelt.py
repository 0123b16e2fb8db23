"""The cards of eventuelt and of meldte saker as they look. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cards import eventueltvarsler, moete
from bot.cards.eventuelt import Liste, Rad, kvittering, listekort, sakskort
from bot.cards.eventueltmoete import Moetestatus
from bot.cards.eventueltskjema import Skjema, Valg, endreskjema, meldeskjema, svarskjema
from bot.cards.melding import knapp, skriveknapp
from bot.domain import meldtsak
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.saksinnhold import Innhold
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer
from tests.cards.test_golden import HODE, REGISTER, lagret, ramme

GOLDEN = Path(__file__).parent / "golden_eventuelt"
MAALFORMER = list(Maalform)
FARLIG = "<b>Tolk</b> **nå** [her](http://x.example) <at>Ola</at> _i_ `helgen` {{x}} #1"
ANNE, BERIT = Hvem("Anne Vik", 1), Hvem("Berit Nes", 2)
AT = datetime(2024, 5, 8, 7, tzinfo=UTC)
STED = "ASU onsdag 15. mai 2024"


def sak(**mer) -> MeldtSak:
    felter = {"tittel": FARLIG, "slag": Sakslag.EVENTUELT, "moete_id": 7, "id": 3, **mer}
    return meldtsak.meldt(MeldtSak(organ_id=1, av=BERIT, av_key="aad-berit", at=AT, **felter), BERIT)


def full() -> MeldtSak:
    grunn = "1. Fordi <b>vi</b> må.\n* Snart"
    return sak(begrunnelse=grunn, minutter=10, vedlegg=("a_b_c.pdf", "https://x.example"), sen=True)


def endret() -> MeldtSak:
    ny = meldtsak.endret(full(), "Tolk i helgene", ANNE, AT.replace(day=12))
    return meldtsak.flyttet(ny, 6, 7, BERIT, AT.replace(day=13))


def ordinaer(**mer) -> MeldtSak:
    return replace(full(), slag=Sakslag.ORDINAER, **mer)


def liste(norsk: Norsk) -> Message:
    op = ("Ta opp nr. 1", "eventuelt.ta_opp"), ("Skyv nr. 1 til neste møte", "eventuelt.skyv")
    knapper = tuple(skriveknapp(label, verb, "op-1", meldt=3) for label, verb in op)
    tatt = meldtsak.tatt_opp(sak(tittel="Skyss"), ANNE, AT)
    rader = [
        Rad(1, full(), knapper),
        Rad(2, tatt),
        *(Rad(n, sak(tittel=f"Emne {n}")) for n in range(3, 34)),
    ]
    foerst = norsk.tekst("eventuelt.liste", antall=33, moete=STED)
    return listekort(norsk, Liste(foerst, rader, norsk.tekst("eventuelt.ikke_vedtak"), moete_id=7))


def skjema(norsk: Norsk, feil: str = "", **mer) -> Message:
    send = skriveknapp(norsk.tekst("knapp.meld_saken"), "eventuelt.send", "op-1")
    steder = [Valg(STED, "7"), Valg("PSU <b>torsdag</b> 23. mai 2024", "8")]
    fylt = Innhold(FARLIG, "Fordi.\nSå.", "mange") if feil else Innhold()
    foerst = norsk.tekst("skjema.eventuelt")
    return meldeskjema(norsk, Skjema(foerst, send, steder, "8", fylt, feil, **mer))


def moetekort(norsk: Norsk) -> Message:
    status = Moetestatus(
        eventuelt=(f"{FARLIG} (Berit Nes)", *map(str, range(8))), saker=("Ny avtale (Anne Vik)",)
    )
    return moete.moetekort(STED, lagret(), ramme(norsk), status=status)


def saksliste(norsk: Norsk) -> Message:
    status = Moetestatus(eventuelt=(f"{FARLIG} (Berit Nes)",), saker=("Ny avtale (Anne Vik)",))
    return moete.saksliste(STED, lagret(), ramme(norsk), status=status)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "liste": liste,
    "sak": lambda n: sakskort(n, endret(), STED, [knapp(n.tekst("knapp.endre_ordlyden"), "x")]),
    "avslaatt": lambda n: sakskort(
        n, meldtsak.avslaatt(ordinaer(), "Hører til i <b>PSU</b>.\n# Prøv der", ANNE, AT), STED
    ),
    "kvittering": lambda n: kvittering([n.tekst("eventuelt.meldt", moete=STED, tittel=FARLIG, nr=2)]),
    "skjema": skjema,
    "skjema-feil": lambda n: skjema(n, n.tekst("fritekst.minutter", maks=240)),
    "skjema-sak": lambda n: skjema(n, vedlegg=True),
    "ny-ordlyd": lambda n: endreskjema(
        n, n.tekst("skjema.ny_ordlyd", moete=STED), FARLIG, knapp("OK", "x")
    ),
    "hvorfor": lambda n: svarskjema(
        n, n.tekst("sak.avslaa_hvorfor", tittel=FARLIG, navn="Berit"), "", knapp("Avslå", "x")
    ),
    "varsel-meldt": lambda n: eventueltvarsler.meldt(REGISTER, ordinaer(), "op-1")(n),
    "varsel-avslag": lambda n: eventueltvarsler.avslag(REGISTER, "Anne Vik", ordinaer(svar="**Nei**"))(n),
    **{
        f"varsel-{hva}": lambda n, hva=hva, slag=slag: eventueltvarsler.om_saken(
            REGISTER, hva, "Anne Vik", replace(sak(), slag=slag), HODE
        )(n)
        for hva, slag in (
            ("endret", Sakslag.EVENTUELT),
            ("trukket", Sakslag.EVENTUELT),
            ("flyttet", Sakslag.EVENTUELT),
            ("forfremmet", Sakslag.ORDINAER),
            ("godtatt", Sakslag.ORDINAER),
        )
    },
    "moete": moetekort,
    "saksliste": saksliste,
}


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("navn", KORT)
def test_a_card_and_its_text_look_as_they_did(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_no_golden_file_is_left_behind(maalform):
    assert {fil.stem for fil in (GOLDEN / maalform).iterdir()} == set(KORT)

"""The cards of a referat that is being kept, as they look. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from bot.cards.bok import Linjer, Punktgruppe, Sakvisning, linjekort, punktkort, sakkort
from bot.cards.bokmangler import Mangel, datoskjema, mangelkort, navneskjema, tekstskjema
from bot.cards.melding import MAKS_BYTE, knapp, skriveknapp
from bot.domain.bokstand import Boksak
from bot.domain.maalform import Maalform
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer

GOLDEN = Path(__file__).parent / "golden_bok"
FARLIG = "Tas <b>videre</b> **nå** [her](http://x.example) <at>Ola</at> {{x}} #1"
SAK = Boksak(
    3, f"Vaktordning {FARLIG}", "03/24", ansvarlig="Ola Li", start=time(12, 40), slutt=time(13, 20)
)


def aapnet(norsk: Norsk) -> Message:
    linjer = (norsk.tekst("foering.moeteleder", navn="Ola Li"), norsk.tekst("foering.slik"))
    bekreft = skriveknapp(
        norsk.tekst("foering.knapp_bekreft"), "referat.frammoete", "op-1", bok=7, hva="bekreft"
    )
    foerst = norsk.tekst("foering.aapnet", moete="ASU onsdag 15. mai 2024")
    return linjekort(Linjer(foerst, linjer), [bekreft])


def sak(norsk: Norsk) -> Message:
    etter = norsk.tekst("foering.min_over", antall=8)
    forslag = ("1. ASU gir sin tilslutning.", f"2. {FARLIG} {'Mer. ' * 80}")
    return sakkort(norsk, Sakvisning(SAK, etter, forslag, (f"Ringer kommunene {FARLIG}",), 2))


def punkter(norsk: Norsk, antall: int = 2) -> Message:
    linjer = tuple(f"{n}. notat: {FARLIG}\nog en linje til" for n in range(1, antall + 1))
    foerst = norsk.tekst("foering.punktene", antall=antall, moete="ASU onsdag 15. mai 2024")
    return punktkort(norsk, foerst, [Punktgruppe("Sak 03/24 Vaktordning", linjer)])


def limt(norsk: Norsk) -> Message:
    grupper = [Punktgruppe("Sak 03/24 Vaktordning", (f"innspill: {FARLIG}",))]
    knapper = [
        knapp(norsk.tekst("foering.knapp_foer_inn"), "referat.kladd", kladd="k1", op="k1", ja=True),
        knapp(norsk.tekst("foering.knapp_forkast"), "referat.forkast", kladd="k1", op="k1"),
    ]
    return punktkort(norsk, norsk.tekst("foering.limt_spoer", antall=1), grupper, knapper)


def mangler(norsk: Norsk, antall: int = 3) -> Message:
    label = norsk.tekst("foering.knapp_skriv_konklusjon")
    fyll = knapp(label, "referat.fyll", bok=7, hva="konklusjon", key=3)
    en = Mangel(norsk.tekst("foering.mangler_konklusjon", sak=FARLIG), fyll)
    uten = Mangel(norsk.tekst("foering.mangler_moeteleder"))
    foerst = f"{norsk.tekst('foering.hevet', klokke='14.55')} {norsk.tekst('foering.mangler')}"
    under = [knapp(norsk.tekst("foering.knapp_utkast"), "referat.utkast", bok=7, hva="alt")]
    etterord = norsk.tekst("foering.utkast_ferdig")
    return mangelkort(norsk, foerst, [*([en] * antall), uten], etterord, under)


def konklusjon(norsk: Norsk) -> Message:
    send = skriveknapp(norsk.tekst("foering.knapp_foer_inn"), "referat.punkt", "op-1", bok=7, key=3)
    return tekstskjema(FARLIG, norsk.tekst("foering.etikett_konklusjon"), send)


def hvem(norsk: Norsk) -> Message:
    send = skriveknapp(norsk.tekst("foering.knapp_foer_inn"), "referat.hvem", "op-1", bok=7, punkt=4)
    return navneskjema(FARLIG, norsk.tekst("foering.etikett_hvem"), send)


def frist(norsk: Norsk) -> Message:
    send = skriveknapp(norsk.tekst("foering.knapp_foer_inn"), "referat.rett", "op-1", bok=7, punkt=4)
    return datoskjema(FARLIG, norsk.tekst("foering.etikett_frist"), send)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "aapnet": aapnet,
    "sak": sak,
    "punkter": punkter,
    "limt": limt,
    "mangler": mangler,
    "konklusjon": konklusjon,
    "hvem": hvem,
    "frist": frist,
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_it_looks_as_before(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, f"{navn}_{maalform.value}", GOLDEN)


@pytest.mark.parametrize("maalform", list(Maalform))
def test_however_many_points_there_are_the_card_is_small_enough(maalform):
    norsk = tekster(maalform)
    for message in (punkter(norsk, 400), mangler(norsk, 300)):
        sjekk(message)
        assert len(message.text) < MAKS_BYTE

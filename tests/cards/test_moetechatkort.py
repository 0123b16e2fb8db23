"""The card in the meeting's chat as it looks. Written anew with HELSEBOT_GOLDEN=write."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.cards.moetekort import moetechatkort
from bot.domain.bokstand import Boksak, Bokstand, Punkt, Revisjon
from bot.domain.frammoete import Hvem
from bot.domain.kortstand import kortstand
from bot.domain.maalform import Maalform
from bot.domain.moetebok import Boktilstand, Punktslag
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register
from bot.language.tekster import tekster
from tests.cards.kort import sjekk, som_foer
from tests.cards.kort import tekster as vist_tekst

GOLDEN = Path(__file__).parent / "golden_moetekort"
FARLIG = "<b>Tolk</b> **nå** [her](http://x.example) <at>Ola</at> _i_ `helgen` {{x}} #1"
LANG = "Samarbeidet om tolk i helgene skal følges opp av begge parter. " * 5
EMELI = Hvem("Emeli Vik", 1)
DAG = date(2024, 5, 15)
KL_1328 = datetime(2024, 5, 15, 11, 28, tzinfo=UTC)
"""13.28 in Oslo."""

HODE = Moetehode(7, 1, (1,), DAG, time(13), time(15), "Storsalen", True, False, 1)
REGISTER = Register(
    1,
    (Helsefellesskap("Fjorden", id=1),),
    (Organ(1, [Organnavn("ASU", Navneslag.KORT)], id=1),),
    (HODE,),
)
SAKER = (
    Boksak(1, "Godkjenning av innkalling", "11/24", start=time(13), slutt=time(13, 5)),
    Boksak(2, FARLIG, "12/24", ansvarlig="Berit Nes", start=time(13, 5), slutt=time(13, 20)),
    Boksak(3, "Samhandling om utskrivning", "13/24", start=time(13, 20), slutt=time(14)),
    Boksak(4, "Eventuelt"),
)


def punkt(nr, slag, tekst, sak=2, **mer):
    return Punkt(nr, sak, slag, (Revisjon(tekst, EMELI, KL_1328, nr),), **mer)


PUNKTER = (
    punkt(1, Punktslag.NOTAT, "Det første, som ikke vises.", sak=1),
    punkt(2, Punktslag.KONKLUSJON, "Innkallingen er godkjent.", sak=1),
    punkt(3, Punktslag.INNSPILL, FARLIG),
    punkt(4, Punktslag.OPPFOELGING, LANG),
    punkt(5, Punktslag.ORIENTERING, "Slettet igjen.", stroeket=True),
    punkt(6, Punktslag.VEDTAK, "Saken er vedtatt\nsom foreslått."),
    punkt(7, Punktslag.NOTAT, "Om én ansatt.", hjemmel="offl. § 13"),
)
AAPEN = Bokstand(saker=SAKER, punkter={p.nr: p for p in PUNKTER}, aapen=2, siste=40)
FEM_MIN_SIDEN = KL_1328 - timedelta(minutes=5)


def kortet(stand=AAPEN, naa=KL_1328, maalform=Maalform.NB, skrevet=FEM_MIN_SIDEN):
    vist = kortstand(stand, naa, skrevet)
    return moetechatkort(tekster(maalform), REGISTER, HODE, 3, vist)


STILLINGER = {
    "ny": Bokstand(saker=SAKER, siste=8),
    "over": AAPEN,
    "igjen": replace(AAPEN, aapen=3),
    "pause": replace(AAPEN, pause=KL_1328 - timedelta(minutes=8)),
    "siste_sak": replace(AAPEN, aapen=4),
    "hevet": replace(AAPEN, tilstand=Boktilstand.UTKAST, hevet=KL_1328),
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", STILLINGER)
def test_it_looks_as_it_did(navn, maalform):
    message = kortet(STILLINGER[navn], maalform=maalform)
    sjekk(message)
    som_foer(message, f"{navn}_{maalform.value}", GOLDEN)


def test_the_clock_against_the_slot():
    assert "13.05–13.20 · 8 min over" in kortet().text
    assert "13.20–14.00 · 32 min igjen" in kortet(STILLINGER["igjen"]).text
    assert "0 min igjen" in kortet(naa=KL_1328 - timedelta(minutes=8)).text


def test_the_clock_is_not_shown_in_a_pause_or_when_nobody_has_written_for_hours():
    assert "min " not in kortet(STILLINGER["pause"]).text
    assert "min " not in kortet(skrevet=KL_1328 - timedelta(hours=3)).text


def test_the_last_five_points_that_stand():
    linjer = kortet().text.split("Sist notert:\n")[1].splitlines()
    assert [linje.split(" ", 1)[0] for linje in linjer] == ["2", "3", "4", "6", "7"]
    assert linjer[3] == "6 · 12/24 · vedtak: Saken er vedtatt som foreslått."
    assert len(linjer[2]) < 200


def test_what_is_unntatt_offentlighet_stands_there_as_that_alone():
    hemmelig = replace(AAPEN, saker=(SAKER[0], replace(SAKER[1], hjemmel="offl. § 13"), *SAKER[2:]))
    message = kortet(hemmelig)
    alt = message.text + " ".join(vist_tekst(message.card))
    assert "Sak 12/24 unntatt offentlighet" in message.text
    assert not any(ord_ in alt for ord_ in ("Tolk", "Om én ansatt", "vedtatt", "Berit", "§"))
    assert "Om én ansatt" not in kortet().text


def test_what_people_wrote_is_never_markup():
    brukt = vist_tekst(kortet().card)
    assert all("**nå**" not in tekst and "[her](" not in tekst for tekst in brukt[:3])


def test_the_buttons_are_the_same_for_all_who_see_the_same_card():
    knapper = kortet().buttons
    assert [b.label for b in knapper] == ["Neste sak", "Angre"]
    assert [b.data for b in knapper] == [
        {"op": "kort-3-40-n", "bok": 3, "kort": True, "hva": "gaa", "key": 3},
        {"op": "kort-3-40-a", "bok": 3, "kort": True},
    ]
    assert kortet().card == kortet().card


def test_there_is_nothing_to_press_that_cannot_be_done():
    assert [b.label for b in kortet(STILLINGER["ny"]).buttons] == ["Neste sak"]
    assert [b.label for b in kortet(STILLINGER["siste_sak"]).buttons] == ["Angre", "Hev møtet"]
    assert kortet(STILLINGER["hevet"]).buttons == ()


def test_before_the_slot_of_the_open_sak_there_is_nothing_to_be_late_for():
    tidlig = KL_1328 - timedelta(minutes=20)
    melding = kortet(replace(AAPEN, aapen=3), naa=tidlig, skrevet=tidlig)
    assert "13.20–14.00" in melding.text
    assert "igjen" not in melding.text


def test_at_the_last_sak_the_moete_can_be_closed():
    assert [b.label for b in kortet(replace(AAPEN, aapen=4)).buttons] == ["Angre", "Hev møtet"]
    assert "Hev møtet" not in [b.label for b in kortet().buttons]


def test_what_belongs_to_an_unntatt_vedtak_is_not_shown():
    vedtak = punkt(6, Punktslag.VEDTAK, "Firmaet velges.", hjemmel="offl. § 23")
    innspill = punkt(8, Punktslag.INNSPILL, "Fra det hemmelige firmaet.", til_vedtak=6)
    melding = kortet(replace(AAPEN, punkter={6: vedtak, 8: innspill}))
    assert "hemmelige" not in melding.text
    assert "hemmelige" not in str(melding.card)

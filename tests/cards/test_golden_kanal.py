"""What is posted in channels, and the card of their settings, as they look. HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from bot.cards import kanalinnlegg
from bot.cards.kanalinnlegg import Naert
from bot.cards.kanalinnstillinger import Innstillinger, Organvalg, innstillinger
from bot.cards.melding import knapp
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Digesttid, Kanaloensker
from bot.domain.maalform import Maalform
from bot.domain.oenskekodek import til_verdier
from bot.domain.oppgave import Oppgave
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import elementer, sjekk, som_foer
from tests.cards.test_golden import REGISTER, lagret, ramme

GOLDEN = Path(__file__).parent / "golden_kanal"
MAALFORMER = list(Maalform)
FARLIG = "Ringer <b>kommunene</b> **nå** [her](http://x.example) <at>Ola</at> {{x}} #1"
ALT = Kanaloensker(
    eventuelt=True, oppgaver=True, paaminnelse=5, digest=Digesttid(4, time(7, 30)), hoerer_fra=(2,)
)
ANDRE = (Organvalg("Fagråd 1", 3), Organvalg("PSU", 2))
HODE = REGISTER.moeter[-1]
DAG = date(2024, 5, 8)


def oppgave(nr: int, **mer) -> Oppgave:
    return Oppgave(HODE.organ_ids[0], HODE.id, FARLIG, nr, **mer)


def skjema(norsk: Norsk, vil: Kanaloensker = ALT, **mer) -> Message:
    lagre = knapp(norsk.tekst("knapp.lagre"), "kanal.lagre", organ=1, foer=til_verdier(vil))
    foerst = norsk.tekst("kanal.overskrift", organ="ASU")
    return innstillinger(norsk, Innstillinger(foerst, vil, ANDRE, lagre, **mer))


def lest(norsk: Norsk) -> Message:
    endres = norsk.tekst("kanal.sekretariatet_endrer", organ="ASU")
    foerst = norsk.tekst("kanal.overskrift", organ="ASU")
    return innstillinger(norsk, Innstillinger(foerst, Kanaloensker(), ANDRE, endres=endres))


def endret(norsk: Norsk) -> Message:
    foerst = norsk.tekst("kanal.endret_siden", organ="ASU", endret="«…»")
    return replace(skjema(norsk, Kanaloensker(), valgt=ALT), text=foerst)


def oppgavene(norsk: Norsk) -> Message:
    ansvarlige = (Hvem("Berit Nes", 2), Hvem("Ola Li", 3))
    nye = [oppgave(3, ansvarlige=ansvarlige, frist=DAG), oppgave(4)]
    return kanalinnlegg.oppgaver(norsk, REGISTER, HODE, HODE.organ_ids[0], nye)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "innstillinger": skjema,
    "innstillinger_lest": lest,
    "eventuelt": lambda n: kanalinnlegg.eventuelt(n, REGISTER, HODE, ["Parkering", FARLIG]),
    "eventuelt_ingen": lambda n: kanalinnlegg.eventuelt(n, REGISTER, HODE, []),
    "paaminnelse": lambda n: kanalinnlegg.paaminnelse(Naert(lagret(), 3, DAG), ramme(n)),
    "godkjent": lambda n: kanalinnlegg.godkjent(n, REGISTER, HODE, 6),
    "oppgaver": oppgavene,
}


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("navn", KORT)
def test_the_card_is_as_it_was(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)


def test_what_was_chosen_stands_in_the_fields_where_it_is_not_what_holds():
    vist = endret(tekster(Maalform.NB))
    felt = {e["id"]: e.get("value") for e in elementer(vist.card) if e["type"].startswith("Input.")}
    assert (felt["vil_oppgaver"], felt["vil_paaminnelse"], felt["vil_digest"]) == ("true", "5", "4")
    assert (felt["vil_klokke"], felt["vil_hoerer_fra"]) == ("07:30", "2")


def test_a_long_list_says_how_many_are_left_out():
    saker = [f"Sak {nr} {'mer ' * 60}" for nr in range(1, 41)]
    message = kanalinnlegg.eventuelt(tekster(Maalform.NB), REGISTER, HODE, saker)
    sjekk(message)
    assert message.text.endswith("\n… og 20 til.")

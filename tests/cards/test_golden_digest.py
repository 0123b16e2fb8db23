"""The weekly digest as it looks in a channel. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.cards.digest import Digestvisning, digestkort, hele
from bot.cards.melding import knapp
from bot.cards.tekstflyt import Utsnitt, sakens_mer
from bot.domain.digestfakta import Tidspunkt
from bot.domain.digestinnhold import Del, Digest, Frist, Fristslag, NySak
from bot.domain.digesttid import Uke
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Digesttid
from bot.domain.maalform import Maalform
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer

GOLDEN = Path(__file__).parent / "golden_digest"
FARLIG = "Ringer <b>kommunene</b> **nå** [her](http://x.example) <at>Ola</at> {{x}} #1"
SENDT = datetime(2024, 4, 22, 8, tzinfo=UTC)
MANDAG = Tidspunkt(Digesttid(), Uke(2024, 19))


def organ(organ_id: int, kort: str) -> Organ:
    return Organ(1, [Organnavn(kort, Navneslag.KORT)], [], id=organ_id)


def hode(moete_id: int, organ_id: int, dag: int, **mer) -> Moetehode:
    felter = {"sted": "Storsalen", "har_innkalling": True, "har_referat": False, "versjon": 1, **mer}
    return Moetehode(moete_id, 1, (organ_id,), date(2024, 5, dag), time(12), time(15), **felter)


ASUMOETE, PSUMOETE = hode(7, 1, 8), hode(8, 2, 10, avlyst=True, sted=None)
REGISTER = Register(1, (), (organ(1, "ASU"), organ(2, "PSU")), (ASUMOETE, PSUMOETE))


def oppgave(nr: int, **mer) -> Oppgave:
    felter = {"hva": FARLIG, "sak": "02/24", "ansvarlige": (Hvem("Berit Nes", 2), Hvem("Ola Li", 3)), **mer}
    return Oppgave(1, 7, nr=nr, **felter)


OPPDRAG = Oppdrag(
    fra_organ_id=2,
    til_organ_id=1,
    moete_id=None,
    kilde="linje:1",
    tekst="Lager en plan for <b>opplæring</b>.",
    foreslaatt=SENDT,
    nr=3,
    frist=date(2024, 5, 6),
    tilstand=Oppdragstilstand.SENDT,
    sendt=SENDT,
)
FRISTER = (
    Frist(date(2024, 5, 6), Fristslag.EVENTUELT, ASUMOETE),
    Frist(date(2024, 5, 7), Fristslag.PAPIR, ASUMOETE, "høringsfrist for **avtalen**"),
    Frist(date(2024, 5, 10), Fristslag.MERKNAD, PSUMOETE),
)
SAKER = (NySak(ASUMOETE, "Felles vaktordning.", "03/24"), NySak(ASUMOETE, "Orienteringer"))
ASU = Del(
    1,
    (ASUMOETE, PSUMOETE),
    FRISTER,
    (oppgave(1, frist=date(2024, 5, 3)), oppgave(2, ansvarlige=(), hva="Finner lokale.")),
    (OPPDRAG,),
    SAKER,
)
MANGE = replace(ASU, oppgaver=tuple(oppgave(n, hva=f"Gjøremål {n}. {'Mer. ' * 40}") for n in range(1, 40)))


def kortet(norsk: Norsk, *deler: Del, forsinket: bool = False) -> Message:
    vis_alt = knapp(norsk.tekst("knapp.vis_alt"), "digest.vis", organer=[1], uke="2024-W19", alt=True)
    return digestkort(Digestvisning(norsk, REGISTER, forsinket), Digest(MANDAG, deler), vis_alt)


def alt(norsk: Norsk) -> Message:
    mer = sakens_mer("digest.vis", uke="2024-W19")
    return hele(Digestvisning(norsk, REGISTER), Digest(MANDAG, (MANGE,)), mer, Utsnitt(True))


KORT: dict[str, Callable[[Norsk], Message]] = {
    "digest": lambda norsk: kortet(norsk, ASU),
    "digest-kort": lambda norsk: kortet(norsk, Del(1, (ASUMOETE,))),
    "digest-mange": lambda norsk: kortet(norsk, MANGE),
    "digest-forsinket": lambda norsk: kortet(norsk, Del(1, (ASUMOETE,)), forsinket=True),
    "digest-to-utvalg": lambda norsk: kortet(norsk, ASU, Del(2, oppgaver=(oppgave(4),))),
    "digest-alt": alt,
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_it_looks_as_before(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)


@pytest.mark.parametrize("maalform", list(Maalform))
def test_it_is_short_enough_for_a_phone(maalform):
    """However much there is: five lines of each kind, and what else there is a press away."""
    message = kortet(tekster(maalform), MANGE)
    assert len(message.text) < 3000
    assert message.text.count("\n") < 40
    assert len(message.buttons) == 1


def test_a_digest_of_a_day_or_over_a_new_month_says_its_days():
    nb = tekster(Maalform.NB)
    over = Tidspunkt(Digesttid(), Uke(2024, 18))
    visning = Digestvisning(nb, REGISTER)
    message = digestkort(visning, Digest(over, (Del(1, (ASUMOETE,)),)), knapp("Vis alt", "digest.vis"))
    assert message.text.startswith("Ukesoversikt for ASU, 29. april–5. mai 2024\n")


def test_a_channel_of_many_bodies_gets_a_card_that_can_be_sent():
    organer = tuple(organ(n, f"Fagråd {n}") for n in range(1, 13))
    register = Register(1, (), organer, (ASUMOETE, PSUMOETE))
    deler = tuple(replace(MANGE, organ_id=n) for n in range(1, 13))
    visning = Digestvisning(tekster(Maalform.NB), register)
    message = digestkort(visning, Digest(MANDAG, deler), knapp("Vis alt", "digest.vis"))
    sjekk(message)
    assert all(f"Fagråd {n}: åpne oppgaver" in message.text for n in range(1, 13))

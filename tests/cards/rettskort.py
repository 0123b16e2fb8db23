"""The cards about who somebody is and what they may, for test_golden."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.cards.identitet import er_det_samme, rettighetskort, som
from bot.cards.melding import knapp, skriveknapp
from bot.cards.personvern import lagret
from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.frammoete import Hvem
from bot.domain.organ import Organ, Organnavn, Rolle
from bot.domain.register import Register
from bot.domain.teamsbruker import Teamsbruker
from bot.turn import Message, Norsk

DAG = date(2024, 5, 15)
REGISTER = Register(
    1, organer=(Organ(1, [Organnavn("ASU", "kort")], id=1), Organ(1, [Organnavn("PSU", "kort")], id=2))
)
ROLLER = {1: frozenset({Rolle.LEDER}), 2: frozenset({Rolle.VARA, Rolle.REFERENT})}
LIV = Aktoer(Hvem("Liv *Bråten*", 7), "aad-liv", Sikkerhet.NAVN, False, ROLLER)
BRUKER = Teamsbruker("aad-liv", "29:liv", "Liv *Bråten*", epost="liv_b@nes.example")


def rettigheter(norsk: Norsk, aktoer: Aktoer) -> Message:
    knapper = [skriveknapp(norsk.tekst("knapp.ikke_meg"), "identitet.ikke_meg", "op-1")]
    return rettighetskort(norsk, REGISTER, aktoer, DAG, knapper)


def spurt(norsk: Norsk) -> Message:
    knapper = [
        skriveknapp(norsk.tekst("knapp.stemmer"), "tilknytning.stemmer", "op-1"),
        skriveknapp(norsk.tekst("knapp.stemmer_ikke"), "tilknytning.stemmer_ikke", "op-2"),
    ]
    return er_det_samme(norsk, BRUKER, "Liv Bråten", som(norsk, REGISTER, ROLLER, DAG), knapper)


def personvern(norsk: Norsk) -> Message:
    om = [
        norsk.tekst("personvern.navn", navn="Liv *Bråten*"),
        norsk.tekst("personvern.frammoete", antall=3, forfall=1),
    ]
    return lagret(
        norsk, om, [norsk.tekst("personvern.slettes")], [knapp(norsk.tekst("knapp.hjelp"), "hjelp")]
    )


KORT: dict[str, Callable[[Norsk], Message]] = {
    "rettigheter-navn": lambda n: rettigheter(n, LIV),
    "rettigheter-sikker": lambda n: rettigheter(n, replace(LIV, sikkerhet=Sikkerhet.SIKKER)),
    "rettigheter-admin": lambda n: rettigheter(n, replace(LIV, admin=True)),
    "rettigheter-ukjent": lambda n: rettigheter(n, Aktoer(Hvem("Gjest"), "k")),
    "er-det-samme": spurt,
    "personvern": personvern,
}

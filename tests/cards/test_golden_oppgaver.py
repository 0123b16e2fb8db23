"""The cards of oppgaver as they look. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cards import moete
from bot.cards.eventueltmoete import Moetestatus, Overfoert
from bot.cards.melding import knapp, skriveknapp
from bot.cards.oppgavelinjer import Oppgavevisning, fra_forrige, frister, kort
from bot.cards.oppgaver import kvittering, oppgaveliste, paaminnelse
from bot.cards.tekstflyt import Utsnitt, sakens_mer
from bot.domain import oppgaver
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.oppgave import Oppgave
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer
from tests.cards.test_golden import REGISTER, lagret, ramme

GOLDEN = Path(__file__).parent / "golden_oppgaver"
MAALFORMER = list(Maalform)
FARLIG = "Ringer <b>kommunene</b> **nå** [her](http://x.example) <at>Ola</at> {{x}} #1"
BERIT, OLA = Hvem("Berit Nes", 2), Hvem("Ola Li", 3)
DAG = date(2024, 5, 8)
H = oppgaver.handling(BERIT, datetime(2024, 5, 8, 7, tzinfo=UTC))


def oppgave(**mer) -> Oppgave:
    felter = {"hva": FARLIG, "nr": 3, "sak": "02/24", "ansvarlige": (BERIT, OLA), "id": 9, **mer}
    return Oppgave(1, 7, **felter)


FORFALT = oppgave(frist=date(2024, 5, 6), frister=(date(2023, 12, 4), date(2024, 2, 17)))
UTEN = oppgave(nr=4, hva="Finner lokale.", sak="Eventuelt", ansvarlige=())


def v(norsk: Norsk) -> Oppgavevisning:
    return Oppgavevisning(norsk, REGISTER, DAG, organ=True)


def liste(norsk: Norsk, antall: int = 2) -> Message:
    alle = [FORFALT, UTEN, *(oppgave(nr=n, hva=f"Oppgave {n}. {'Mer. ' * 30}") for n in range(5, 30))]
    foerst = norsk.tekst("oppgave.antall_mine", antall=antall, tid="")
    mine = knapp(norsk.tekst("knapp.mine_oppgaver"), "oppgave.liste", hva="mine")
    skjult = norsk.tekst("oppgave.skjult")
    mer = sakens_mer("oppgave.liste", hva="mine")
    return oppgaveliste(foerst, v(norsk), alle[:antall], mer, Utsnitt(), [mine], skjult)


def ferdig(norsk: Norsk) -> Message:
    angre = skriveknapp(norsk.tekst("forfall.knapp_angre"), "oppgave.angre", "op-1", oppgave=9, versjon=2)
    linje = norsk.tekst("oppgave.gjort_ferdig")
    return kvittering(linje, v(norsk), oppgaver.ferdig(FORFALT, H), [angre])


def minnes(norsk: Norsk) -> Message:
    knapper = [knapp(norsk.tekst("knapp.oppgave_ferdig", oppgave="Oppgave 3"), "oppgave.ferdig", oppgave=9)]
    navn_ = norsk.tekst("oppgave.navn_i", nr=3, organ="ASU").replace("O", "o", 1)
    etterord = norsk.tekst("oppgave.minn_etterord", oppgave=navn_)
    return paaminnelse(norsk.tekst("oppgave.minn_etter"), v(norsk), [FORFALT], knapper, etterord)


def saksliste(norsk: Norsk) -> Message:
    overfoert = Overfoert(
        under=((1, tuple(fra_forrige(norsk, [FORFALT], DAG))),),
        resten=(kort(norsk, UTEN, DAG),),
        utsatt=("07/24 Ny <b>avtale</b>",),
    )
    return moete.saksliste("Saksliste", lagret(), ramme(norsk), status=Moetestatus(overfoert=overfoert))


KORT: dict[str, Callable[[Norsk], Message]] = {
    "oppgaver": liste,
    "oppgaver-mange": lambda norsk: liste(norsk, 27),
    "oppgave-ferdig": ferdig,
    "oppgave-paaminnelse": minnes,
    "saksliste-overfoert": saksliste,
}


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("navn", KORT)
def test_it_looks_as_before(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)


def test_each_year_of_the_fristers_is_written_once():
    assert frister([date(2024, 12, 4), date(2025, 2, 17)]) == "4. des. 2024 → 17. feb. 2025"
    assert frister([date(2025, 1, 4), date(2025, 2, 17)]) == "4. jan. → 17. feb. 2025"


def test_in_a_list_of_one_body_it_is_not_named_in_each_line():
    visning = replace(v(tekster(Maalform.NB)), organ=False)
    assert kvittering("x", visning, UTEN).text == "x\nOppgave 4: Finner lokale. (Eventuelt)"

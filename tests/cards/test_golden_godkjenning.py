"""The cards of a referat on its way from utkast to godkjent. Written anew with HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cards import godkjenning, merknader, vurdering
from bot.cards.godkjenning import Utsendt
from bot.cards.melding import knapp
from bot.cards.merknader import Tekstskjema
from bot.cards.referat import Referatvisning, referatkort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.bokstand import Referatmerknad, Rettelse
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.moetebok import Boktilstand
from bot.domain.oppgave import Oppgave
from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer
from tests.cards.test_golden import HODE, REGISTER, lagret

GOLDEN = Path(__file__).parent / "golden_godkjenning"
FARLIG = "<b>Tolk</b> **nå** [her](http://x.example) <at>Ola</at> _i_ `helgen` {{x}} #1"
AT = datetime(2024, 5, 16, 7, tzinfo=UTC)
MERKNAD = Referatmerknad(1, FARLIG, Hvem("Berit Nes", 2), AT)
OPPGAVE = Oppgave(1, 7, FARLIG, nr=3, ansvarlige=(Hvem("Anne Vik", 1),), frist=date(2024, 6, 3))


def referat(antall: int = 2) -> Referat:
    saker = [Referatsak(f"0{n}/24", FARLIG, konklusjon=["Tas til orientering."]) for n in range(1, antall)]
    felles = Referatdel(
        [Referatsak("1/24", "Skyss", konklusjon=["Skyssen ordnes."])], "Felles møte med PSU"
    )
    return Referat("ASU", deler=[Referatdel(saker), felles])


def utsendt(**mer) -> Utsendt:
    felter = {"frist": date(2024, 6, 3), "oppgaver": (OPPGAVE,), "vara": "Liv Strand", **mer}
    return Utsendt(REGISTER, HODE, 5, referat(), HODE.dato, **felter)


def liste(norsk: Norsk) -> Message:
    svart = replace(MERKNAD, nr=2, tatt_inn=False, svar=FARLIG)
    alle = [svart, MERKNAD, *(replace(MERKNAD, nr=n, tatt_inn=True) for n in range(3, 6))]
    foerst = norsk.tekst("godkjenning.merknadene", antall=5, moete="ASU", uten=3)
    return merknader.merknadsliste(norsk, foerst, 5, alle, [knapp("Godkjenn", "referat.godkjenn", bok=5)])


def skjema(norsk: Norsk) -> Message:
    foerst = norsk.tekst("godkjenning.hva_er_merknaden", moete="ASU")
    felt, ellers = norsk.tekst("godkjenning.felt_merknad"), norsk.tekst("godkjenning.merknad_ellers")
    send = knapp(norsk.tekst("godkjenning.knapp_send"), "referat.merknad", bok=5)
    return merknader.tekstskjema(Tekstskjema(foerst, felt, send, FARLIG, ellers, om=FARLIG))


def vist(norsk: Norsk) -> Message:
    rettelse = merknader.rettelseslinje(norsk, Rettelse(FARLIG, None, AT, 4), "16. mai 2024")
    status = norsk.tekst("godkjenning.status_utkast")
    snitt = vurdering.resultat(norsk, (5, 4, 4, 3, 4))
    v = Referatvisning(norsk, lagret(), referat(), REGISTER, status, (rettelse, snitt))
    return referatkort(v, Utsnitt())


KORT: dict[str, Callable[[Norsk], Message]] = {
    "til-godkjenning": lambda n: godkjenning.til_godkjenning(n, utsendt()),
    "glipp": lambda n: godkjenning.gikk_glipp(n, utsendt()),
    "glipp-godkjent": lambda n: godkjenning.gikk_glipp(n, utsendt(tilstand=Boktilstand.GODKJENT)),
    "ingenting": lambda n: godkjenning.til_godkjenning(n, replace(utsendt(oppgaver=()), referat=Referat())),
    "godkjent": lambda n: godkjenning.er_godkjent(n, REGISTER, HODE, False),
    "ved-taushet": lambda n: godkjenning.er_godkjent(n, REGISTER, HODE, True),
    "rettet": lambda n: godkjenning.er_rettet(n, REGISTER, HODE, Rettelse(FARLIG, Hvem("Ove"), AT)),
    "ny-merknad": lambda n: merknader.ny_merknad(n, REGISTER, HODE, 5, MERKNAD, frammoete=True),
    "tatt-inn": lambda n: merknader.besvart(n, REGISTER, HODE, replace(MERKNAD, tatt_inn=True)),
    "ikke-tatt-inn": lambda n: merknader.besvart(
        n, REGISTER, HODE, replace(MERKNAD, tatt_inn=False, svar=FARLIG)
    ),
    "liste": liste,
    "skjema": skjema,
    "vurdering": lambda n: vurdering.skjema(n, REGISTER, HODE, 5),
    "vist": vist,
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_a_card_is_as_it_was(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, f"{navn}-{maalform.value}", GOLDEN)


def test_under_five_answers_nothing_is_shown():
    assert vurdering.resultat(tekster(Maalform.NB), (5, 5, 5, 5)) == ""
    assert "om lag 4,5 av 5" in vurdering.resultat(tekster(Maalform.NB), (5, 5, 5, 4, 4))

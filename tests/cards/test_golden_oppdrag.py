"""The cards of oppdrag and of what is also up elsewhere, as they look. HELSEBOT_GOLDEN=write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cards import fellestema, oppdrag
from bot.cards.melding import knapp
from bot.cards.oppdrag import Oppdragspost
from bot.cards.oppdragslinjer import Oppdragsvisning, tilstand
from bot.cards.tekstflyt import Utsnitt, sakens_mer
from bot.domain import oppdragsregler as regler
from bot.domain.fellestema import Tema, felles
from bot.domain.frammoete import Hvem
from bot.domain.maalform import Maalform
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppdragsregler import Innhold
from bot.domain.oppgaver import handling
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register
from bot.language.tekster import tekster
from bot.language.temaord import temaord
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer

GOLDEN = Path(__file__).parent / "golden_oppdrag"
FARLIG = (
    "Fagråd 1 bes om å lage <b>en plan</b> **nå** [her](http://x.example) <at>Ola</at> {{x}}\n#1 Og mer."
)
DAG = date(2024, 6, 5)
OVE, GRO = Hvem("Ove Bakk", 2), Hvem("Gro Fjell", 3)
H = handling(OVE, datetime(2024, 5, 15, 12, tzinfo=UTC))
SVART = handling(GRO, datetime(2024, 6, 4, 12, tzinfo=UTC))


def _organ(nr: int, navn: str) -> Organ:
    return Organ(1, [Organnavn(navn, Navneslag.NAVN)], id=nr)


HODE = Moetehode(7, 1, (1,), date(2024, 5, 15), None, None, None, True, False, 1)
REGISTER = Register(
    1,
    (Helsefellesskap("Nordre Fjordfylke", 1),),
    (_organ(1, "ASU"), _organ(2, "Fagråd 1"), _organ(3, "Fagråd for barn og unge")),
    (HODE,),
)


def ett(nr: int = 3, **felt) -> Oppdrag:
    nytt = regler.nytt(1, 2, 7, f"bok:1:{nr}", Innhold(FARLIG, "02/24", date(2024, 6, 1)), H)
    return replace(nytt, id=nr, nr=nr, **felt)


SENDT = regler.sendt(ett(), H)
BESVART = regler.besvart(SENDT, "Planen er <b>klar</b>.\nSe #2.", SVART)
RETTET = regler.fulgt(BESVART, Innhold("Fagråd 1 bes om tall.", "02/24", date(2024, 6, 1)), H)
TRUKKET = regler.trukket(SENDT, H)


def v(norsk: Norsk) -> Oppdragsvisning:
    return Oppdragsvisning(norsk, REGISTER, DAG)


def liste(norsk: Norsk) -> Message:
    svar = knapp(norsk.tekst("oppdrag.knapp_svar"), "oppdrag.svar", oppdrag=3)
    alle = [SENDT, replace(BESVART, nr=4, frist=None), replace(TRUKKET, nr=5)]
    foerst = norsk.tekst("oppdrag.antall", antall=3, hvem="")
    return oppdrag.liste(v(norsk), foerst, alle, sakens_mer("oppdrag.liste"), Utsnitt(), [svar])


def skjema(norsk: Norsk) -> Message:
    send = knapp(norsk.tekst("oppdrag.knapp_send_svar"), "oppdrag.svar", oppdrag=3)
    return oppdrag.skjema(v(norsk), SENDT, send)


def _tema(moete: int, organ: int, dag: date, tittel: str, nr: str) -> Tema:
    return Tema(moete, (organ,), dag, tittel, temaord(tittel), nr)


EGNE = [_tema(1, 1, date(2024, 5, 15), "Rus <b>og</b> ettervern", "02/24")]
ANDRE = [
    _tema(2, 2, date(2024, 5, 29), "Rusbehandling", "11/24"),
    _tema(3, 3, date(2024, 6, 12), "Unge og rus", "5/24"),
]
TREFF = felles(EGNE, [*EGNE, *ANDRE])


def _temavisning(norsk: Norsk) -> fellestema.Temavisning:
    return fellestema.Temavisning(norsk, REGISTER, DAG)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "forslag": lambda n: oppdrag.forslag(v(n), [ett()]),
    "forslag-tre": lambda n: oppdrag.forslag(v(n), [ett(1), ett(2), ett(3)]),
    "forslag-mange": lambda n: oppdrag.forslag(v(n), [ett(nr) for nr in range(1, 9)], "Greit."),
    "post": lambda n: oppdrag.post(v(n), Oppdragspost(SENDT)),
    "post-foreloepig-rettet": lambda n: oppdrag.post(v(n), Oppdragspost(SENDT, True, True)),
    "post-besvart": lambda n: oppdrag.post(v(n), Oppdragspost(BESVART)),
    "post-rettet-etter-svar": lambda n: oppdrag.post(v(n), Oppdragspost(RETTET, rettet=True)),
    "post-likevel": lambda n: oppdrag.post(v(n), Oppdragspost(SENDT, likevel=True)),
    "forslag-tvil": lambda n: oppdrag.forslag(v(n), [ett(tekst="ASU ber Fagrådet om <b>tall</b>.")]),
    "post-trukket": lambda n: oppdrag.post(v(n), Oppdragspost(TRUKKET, foreloepig=True)),
    "kvittering": lambda n: oppdrag.kvittering(v(n), n.tekst("oppdrag.er_besvart", fra="ASU"), BESVART),
    "liste": liste,
    "skjema": skjema,
    "tema-par": lambda n: fellestema.par(_temavisning(n), TREFF),
    "tema-emne": lambda n: fellestema.om_emnet(_temavisning(n), "rus", [*EGNE, *ANDRE]),
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_a_card_is_as_it_was(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    assert len(message.buttons) <= 6
    som_foer(message, f"{navn}-{maalform.value}", GOLDEN)


def test_what_is_withdrawn_is_said_no_more():
    assert "en plan" not in KORT["post-trukket"](tekster(Maalform.NB)).text


@pytest.mark.parametrize(
    ("dag", "siden"),
    [
        (date(2024, 5, 15), "sendt i dag"),
        (date(2024, 5, 16), "sendt i går"),
        (date(2024, 5, 20), "sendt for 5 dager siden"),
        (date(2024, 6, 1), "sendt for 2 uker siden"),
        (date(2024, 9, 15), "sendt for 4 måneder siden, over fristen"),
        (date(2027, 5, 20), "sendt for 3 år siden, over fristen"),
    ],
)
def test_how_old_it_is(dag, siden):
    assert tilstand(Oppdragsvisning(tekster(Maalform.NB), REGISTER, dag), SENDT) == siden


def test_one_line_tells_what_is_also_up():
    linje = fellestema.linje(_temavisning(tekster(Maalform.NB)), [*TREFF, *TREFF])
    assert linje.startswith("«Sak 02/24 Rus <b>og</b> ettervern» er også oppe i Fagråd 1 29. mai.")
    assert linje.endswith("Det gjelder 2 saker til.")

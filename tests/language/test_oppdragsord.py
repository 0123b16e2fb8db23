"""Which bodies a vedtak asks for something: the lines of oppdragslinjer.yaml, and ambiguous names."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.oppdragsord import Oppdragsord
from tests.yamlfiler import lest

DAG = date(2024, 5, 15)
GRUPPER = lest(Path(__file__).parent / "oppdragslinjer.yaml")
LINJER = [(gruppe, *linje) for gruppe, linjer in GRUPPER.items() for linje in linjer]


def _organ(nr: int, fellesskap: int, navn: str, kort: str | None = None) -> Organ:
    navneliste = [Organnavn(navn, Navneslag.NAVN)]
    return Organ(fellesskap, [*navneliste, *([Organnavn(kort, Navneslag.KORT)] if kort else [])], id=nr)


NAVN = {1: "ASU", 2: "PSU", 3: "Fagråd 1", 4: "Fagråd 3", 5: "Fagråd for barn og unge"}
REGISTER = Register(
    1,
    (
        Helsefellesskap("Nordre Fjordfylke", 1),
        Helsefellesskap("Søndre Dalfylke", 2),
        Helsefellesskap("Vik", 3),
    ),
    (
        _organ(1, 1, "Administrativt samarbeidsutvalg", "ASU"),
        _organ(2, 1, "Politisk samarbeidsutvalg", "PSU"),
        _organ(3, 1, "Fagråd 1"),
        _organ(4, 1, "Fagråd 3"),
        _organ(5, 1, "Fagråd for barn og unge"),
        _organ(6, 2, "Administrativt samarbeidsutvalg", "ASU"),
        _organ(7, 2, "Fagråd 3"),
        _organ(8, 2, "Fagråd 9"),
        _organ(9, 3, "Fagråd 9"),
    ),
)
ORD = Oppdragsord(REGISTER)


@pytest.mark.parametrize(("gruppe", "linje", "riktig"), LINJER)
def test_the_lines(gruppe, linje, riktig):
    funnet = [NAVN[o] for nevnt in ORD.bedt(linje, [1], DAG) for o in nevnt.organ_ids]
    assert funnet == [navn for navn in riktig.split(", ") if navn]


def test_there_are_enough_of_them():
    assert len(LINJER) >= 60
    assert len(GRUPPER["ikke"]) >= 25
    assert all((riktig == "") == (gruppe == "ikke") for gruppe, _, riktig in LINJER)


def test_a_name_that_two_helsefellesskap_have_means_the_own_one():
    assert [n.organ_ids for n in ORD.bedt("ASU ber fagråd 3 om svar.", [6], DAG)] == [(7,)]
    assert [n.organ_ids for n in ORD.bedt("ASU ber fagråd 3 om svar.", [1], DAG)] == [(4,)]


def test_a_name_that_others_alone_have_may_be_each_of_them():
    assert [n.organ_ids for n in ORD.bedt("ASU ber fagråd 9 om svar.", [1], DAG)] == [(8, 9)]
    [nevnt] = ORD.bedt("ASU ber fagråd 9 i Søndre Dalfylke om svar.", [1], DAG)
    assert nevnt.organ_ids == (8,)


def test_fagraadet_in_the_referat_of_a_fagraad_is_itself():
    assert ORD.bedt("Fagrådet bes om å møtes oftere. Fagrådet lager en plan.", [3], DAG) == []
    assert [n.organ_ids for n in ORD.bedt("Fagrådet ber ASU om midler.", [3], DAG)] == [(1,)]


def test_who_is_asked_twice_is_there_once():
    tekst = "ASU ber fagråd 1 om en plan. Fagråd 1 bes også om en evaluering."
    assert [n.organ_ids for n in ORD.bedt(tekst, [1], DAG)] == [(3,)]


def test_any_text_is_read_quickly():
    for tekst in ("", "\n\n", "«»", "fagråd", "ber fagråd 1 " * 500, "x" * 5000):
        ORD.bedt(tekst, [1], DAG)

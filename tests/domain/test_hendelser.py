"""Other dates the papers mention."""

from dataclasses import replace
from datetime import date, time

from bot.domain.hendelser import av_type, om_organ
from bot.domain.innkalling import Hendelse, Hendelsestype
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register, Registrert

ASU, PSU, ASU_SOER = 1, 2, 3
MAI, JUNI = date(2024, 5, 1), date(2024, 6, 1)


def organ(organ_id: int, fellesskap: int, navn: str) -> Organ:
    return Organ(fellesskap, [Organnavn(navn, Navneslag.KORT)], id=organ_id)


def moete(moete_id: int, fellesskap: int, organ_id: int, dato: date) -> Moetehode:
    return Moetehode(moete_id, fellesskap, (organ_id,), dato, None, None, None, True, False, 1)


def nevnt(moete_id: int, hva: str, dato: date | None, type_=Hendelsestype.MOETE, **mer) -> Registrert:
    return Registrert(moete_id, Hendelse(type_, hva, dato, **mer))


REGISTER = Register(
    1,
    (Helsefellesskap("Nord", 1), Helsefellesskap("Sør", 2)),
    (organ(ASU, 1, "ASU"), organ(PSU, 1, "PSU"), organ(ASU_SOER, 2, "ASU")),
    (
        moete(1, 1, ASU, date(2024, 5, 15)),
        moete(2, 1, PSU, date(2024, 6, 20)),
        moete(3, 2, ASU_SOER, date(2024, 5, 16)),
    ),
    (
        nevnt(1, "PSU møtes", date(2024, 6, 20), organ="psu", start=time(10)),
        nevnt(1, "ASU behandler", date(2024, 6, 19), Hendelsestype.MILEPAEL, organ="ASU"),
        nevnt(2, "ASU behandler", date(2024, 6, 19), Hendelsestype.MILEPAEL, organ="ASU"),
        nevnt(3, "ASU behandler", date(2024, 6, 18), Hendelsestype.MILEPAEL, organ="ASU"),
        nevnt(1, "Dialog", date(2024, 5, 30), Hendelsestype.DIALOGMOETE),
        nevnt(1, "Dialog uten dag", None, Hendelsestype.DIALOGMOETE),
    ),
)
DIALOG, MILEPAEL = {Hendelsestype.DIALOGMOETE}, {Hendelsestype.MILEPAEL}


def test_by_kind_and_days():
    assert [r.hendelse.hva for r in av_type(REGISTER, DIALOG, 1, MAI, JUNI)] == ["Dialog"]
    assert av_type(REGISTER, DIALOG, 1, JUNI, None) == []


def test_those_without_a_day_come_last_where_they_are_wanted():
    assert [r.hendelse.dato for r in av_type(REGISTER, DIALOG, 1, MAI, None, ogsaa_uten_dato=True)] == [
        date(2024, 5, 30),
        None,
    ]


def test_two_papers_that_say_the_same_are_said_once():
    assert len(av_type(REGISTER, MILEPAEL, 1, MAI, None)) == 1


def test_each_helsefellesskap_by_itself():
    assert [r.moete_id for r in av_type(REGISTER, MILEPAEL, 2, MAI, None)] == [3]
    assert len(av_type(REGISTER, MILEPAEL, None, MAI, None)) == 2


def test_a_body_is_named_by_any_of_its_names():
    funnet = om_organ(REGISTER, {"Administrativt samarbeidsutvalg", "Asu"}, 1, MAI)
    assert [r.hendelse.dato for r in funnet] == [date(2024, 6, 19)]


def test_a_meeting_that_is_registered_itself_is_not_told_again():
    assert om_organ(REGISTER, {"PSU"}, 1, MAI) == []
    assert av_type(REGISTER, {Hendelsestype.MOETE}, 1, MAI, None) == []


def test_nor_one_that_was_registered_that_day_until_it_was_moved():
    flyttet = moete(2, 1, PSU, date(2024, 6, 21))
    flyttet = replace(flyttet, flyttet_fra=date(2024, 6, 20))
    register = replace(REGISTER, moeter=(REGISTER.moeter[0], flyttet, REGISTER.moeter[2]))
    assert om_organ(register, {"PSU"}, 1, MAI) == []
    assert av_type(register, {Hendelsestype.MOETE}, 1, MAI, None) == []


def test_only_from_the_day_asked_about():
    assert om_organ(REGISTER, {"ASU"}, 1, date(2024, 6, 20)) == []

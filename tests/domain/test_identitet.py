"""Who a user of Teams is taken for, and how surely."""

from datetime import date

import pytest

from bot.domain.aktoer import Sikkerhet
from bot.domain.identitet import aktoer_av
from bot.domain.organ import Medlem, Organ, Organnavn, Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker
from bot.turn import Person

DAGEN = date(2024, 5, 15)
LIV = 7
LUKKET = Rettigheter(frozenset({"aad-drift"}))
INGEN = None, Sikkerhet.UKJENT


def liv(**mer) -> Medlem:
    return Medlem("Liv Bråten", Rolle.VARA, person_id=LIV, **mer)


def register(*medlemmer: Medlem, psu: tuple[Medlem, ...] = ()) -> Register:
    asu = Organ(1, [Organnavn("ASU", "kort")], list(medlemmer), id=1)
    return Register(1, organer=(asu, Organ(1, [Organnavn("PSU", "kort")], list(psu), id=2)))


def hvem(reg, navn="Noen Andre", aad="aad-1", bruker=None, rettigheter=LUKKET, dag=DAGEN):
    aktoer = aktoer_av(reg, Person("29:x", navn, aad).key, aad, navn, bruker, rettigheter, dag)
    return aktoer.hvem.person_id, aktoer.sikkerhet


def bruker(**mer) -> Teamsbruker:
    return Teamsbruker("aad-1", "29:x", "Noen Andre", **mer)


def test_the_aad_object_id_is_sure_whatever_they_call_themselves():
    assert hvem(register(liv(aad_id="AAD-1"))) == (LIV, Sikkerhet.SIKKER)


def test_the_e_mail_of_the_roster_is_sure():
    kjent = bruker(epost="Liv@Nes.kommune.no")
    assert hvem(register(liv(epost="liv@nes.kommune.no")), bruker=kjent) == (LIV, Sikkerhet.SIKKER)


def test_whom_the_sekretariat_has_confirmed_is_sure():
    assert hvem(register(liv()), bruker=bruker(person_id=LIV)) == (LIV, Sikkerhet.SIKKER)


@pytest.mark.parametrize("skrevet", ["Liv Bråten", "liv  bråten", "LIV BRÅTEN "])
def test_a_name_is_a_name_and_no_more(skrevet):
    assert hvem(register(liv(epost="liv@nes.no")), navn=skrevet) == (LIV, Sikkerhet.NAVN)


def test_another_e_mail_does_not_make_a_name_sure():
    annen = bruker(epost="gjest@example.no")
    assert hvem(register(liv(epost="liv@nes.no")), "Liv Bråten", bruker=annen) == (LIV, Sikkerhet.NAVN)


def test_two_of_a_name_are_nobody():
    assert hvem(register(liv(), Medlem("Liv Bråten", person_id=8)), "Liv Bråten") == INGEN


def test_the_same_person_in_two_bodies_is_one():
    assert hvem(register(liv(), psu=(liv(),)), "Liv Bråten") == (LIV, Sikkerhet.NAVN)


def test_a_member_with_another_aad_id_it_is_never():
    annen = bruker(epost="liv@nes.no", person_id=LIV)
    reg = register(liv(aad_id="aad-2", epost="liv@nes.no"))
    assert hvem(reg, "Liv Bråten", bruker=annen) == INGEN


def test_an_aad_id_in_one_body_holds_in_the_other():
    assert hvem(register(liv(aad_id="aad-2"), psu=(liv(),)), "Liv Bråten") == INGEN


def test_an_e_mail_two_people_share_is_no_proof():
    to = register(liv(epost="post@nes.no"), Medlem("Per Vik", person_id=8, epost="post@nes.no"))
    assert hvem(to, "Per Vik", bruker=bruker(epost="post@nes.no")) == (8, Sikkerhet.NAVN)


def test_who_says_it_is_not_them_is_not():
    assert hvem(register(liv()), "Liv Bråten", bruker=bruker(ikke=(LIV,))) == INGEN


def test_what_is_sure_is_not_said_away():
    assert hvem(register(liv(aad_id="aad-1")), bruker=bruker(ikke=(LIV,))) == (LIV, Sikkerhet.SIKKER)


@pytest.mark.parametrize("navn", ["", " ", "–"])
def test_no_name_is_nobody(navn):
    assert hvem(register(Medlem("–", person_id=8), Medlem("", person_id=9)), navn) == INGEN


def test_no_aad_id_is_not_the_same_as_none():
    assert hvem(register(liv()), aad=None) == INGEN
    assert hvem(register(liv(aad_id="", epost="")), aad=None, bruker=bruker(epost="")) == INGEN


@pytest.mark.parametrize(
    ("dag", "er"),
    [
        (date(2024, 5, 1), LIV),
        (date(2024, 6, 30), LIV),
        (date(2024, 7, 1), None),
    ],
)
def test_only_those_who_are_members_on_the_day(dag, er):
    reg = register(liv(aad_id="aad-1", fra=date(2024, 5, 1), til=date(2024, 6, 30)))
    assert hvem(reg, dag=dag)[0] == er


def test_who_is_a_member_from_a_later_day_on_is_known_without_a_role():
    reg = register(liv(aad_id="aad-1", fra=date(2024, 5, 16)))
    aktoer = aktoer_av(reg, "aad-1", "aad-1", "L", None, LUKKET, DAGEN)
    assert (aktoer.hvem.person_id, aktoer.sikkerhet) == (LIV, Sikkerhet.SIKKER)
    assert (aktoer.roller, aktoer.senere) == ({}, {1: {Rolle.VARA}})


def test_who_is_one_today_comes_before_who_will_be():
    ny = Medlem("Liv Bråten", person_id=8, fra=date(2024, 6, 1))
    assert hvem(register(liv(), ny), "Liv Bråten") == (LIV, Sikkerhet.NAVN)


def test_a_seat_from_a_later_day_on_opens_no_way_around_what_is_known_today():
    ny = liv(fra=date(2024, 6, 1))
    assert hvem(register(liv(aad_id="aad-2"), psu=(ny,)), "Liv Bråten") == INGEN
    annen = Medlem("Liv Bråten", person_id=8)
    assert hvem(register(liv(), annen, psu=(ny,)), "Liv Bråten") == INGEN


def test_the_roles_are_those_of_the_day_in_each_body():
    leder = Medlem("Liv Bråten", Rolle.LEDER, person_id=LIV, til=date(2024, 1, 1))
    referent = Medlem("Liv Bråten", Rolle.REFERENT, person_id=LIV)
    reg = register(liv(aad_id="aad-1"), referent, leder, psu=(liv(),))
    aktoer = aktoer_av(reg, "aad-1", "aad-1", "L", None, LUKKET, DAGEN)
    assert aktoer.roller == {1: {Rolle.VARA, Rolle.REFERENT}, 2: {Rolle.VARA}}
    assert aktoer.hvem.navn == "Liv Bråten"


def test_a_stranger_keeps_the_name_teams_gives():
    aktoer = aktoer_av(register(), "aad-1", "aad-1", "Gjest", None, LUKKET, DAGEN)
    assert (aktoer.hvem.navn, aktoer.hvem.person_id, aktoer.roller) == ("Gjest", None, {})


def test_the_first_administrators_come_from_the_settings():
    assert aktoer_av(register(), "k", "AAD-Drift", "D", None, LUKKET, DAGEN).admin
    assert not aktoer_av(register(), "k", "aad-1", "D", None, LUKKET, DAGEN).admin


def test_on_ones_own_machine_a_name_is_enough():
    aapen = Rettigheter(aapen=True)
    assert hvem(register(liv()), "Liv Bråten", rettigheter=aapen) == (LIV, Sikkerhet.SIKKER)
    assert hvem(register(liv(aad_id="aad-2")), "Liv Bråten", rettigheter=aapen) == INGEN

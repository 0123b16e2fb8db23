"""Roles are given and taken from a day on; what was, stays."""

from datetime import date

import pytest

from bot.domain.organ import Medlem, Organ, Rolle, Side
from bot.domain.roller import HarIkkeRollen, HarRollen, Tildeling, gi, ta

DAG = date(2026, 3, 2)
KARI = Medlem("Kari Nes", Rolle.MEDLEM, "Nes kommune", side=Side.KOMMUNER, person_id=1)
OLA = Medlem("Ola Li", Rolle.LEDER, person_id=2)
BO = Medlem("Bo Dal", Rolle.SEKRETARIAT, person_id=3)
ASU = Organ(1, medlemmer=[KARI, OLA, BO], id=1)


def rader(organ: Organ, person_id: int) -> list[tuple[Rolle, date | None, date | None]]:
    return [(m.rolle, m.fra, m.til) for m in organ.medlemmer if m.person_id == person_id]


def test_a_role_that_takes_over_for_another_ends_it_the_day_before():
    utfall = gi(ASU, KARI, Tildeling(Rolle.LEDER, DAG))
    assert rader(utfall.organ, 1) == [
        (Rolle.MEDLEM, None, date(2026, 3, 1)),
        (Rolle.LEDER, DAG, None),
    ]
    assert utfall.organ.medlemmer[-1].plass == "Nes kommune"
    assert (utfall.avsluttet, utfall.ogsaa) == ((Rolle.MEDLEM,), ("Ola Li",))
    assert rader(ASU, 1) == [(Rolle.MEDLEM, None, None)]


def test_a_role_beside_another():
    utfall = gi(ASU, KARI, Tildeling(Rolle.SEKRETARIAT, DAG))
    assert rader(utfall.organ, 1) == [(Rolle.MEDLEM, None, None), (Rolle.SEKRETARIAT, DAG, None)]
    assert utfall.avsluttet == ()


def test_a_role_for_a_time_gives_the_old_one_back():
    utfall = gi(ASU, KARI, Tildeling(Rolle.NESTLEDER, date(2026, 4, 1), date(2026, 4, 30)))
    assert rader(utfall.organ, 1) == [
        (Rolle.MEDLEM, None, date(2026, 3, 31)),
        (Rolle.NESTLEDER, date(2026, 4, 1), date(2026, 4, 30)),
        (Rolle.MEDLEM, date(2026, 5, 1), None),
    ]


def test_the_same_role_again_is_refused():
    with pytest.raises(HarRollen):
        gi(ASU, KARI, Tildeling(Rolle.MEDLEM, DAG))


def test_varaer_are_numbered_for_whom_they_are_vara():
    en = gi(ASU, BO, Tildeling(Rolle.VARA, DAG, vara_for="Kari Nes")).organ
    to = gi(en, OLA, Tildeling(Rolle.VARA, DAG, vara_for="kari nes")).organ
    assert [(m.navn, m.rekkefoelge) for m in to.medlemmer if m.rolle is Rolle.VARA] == [
        ("Bo Dal", 1),
        ("Ola Li", 2),
    ]
    gi(to, OLA, Tildeling(Rolle.VARA, DAG, vara_for="Nes kommune"))


def test_a_role_that_is_taken_ends_and_one_that_never_held_is_gone():
    gitt = gi(ASU, KARI, Tildeling(Rolle.REFERENT, date(2026, 1, 1))).organ
    assert rader(ta(gitt, 1, Rolle.REFERENT, DAG).organ, 1)[1] == (
        Rolle.REFERENT,
        date(2026, 1, 1),
        date(2026, 3, 1),
    )
    samme_dag = gi(ASU, KARI, Tildeling(Rolle.REFERENT, DAG)).organ
    assert ta(samme_dag, 1, Rolle.REFERENT, DAG).organ == ASU


def test_taking_what_they_have_not_tells_what_they_have():
    with pytest.raises(HarIkkeRollen) as avslag:
        ta(ASU, 1, Rolle.LEDER, DAG)
    assert avslag.value.roller == (Rolle.MEDLEM,)


def test_the_last_sekretariat_is_noticed():
    assert ta(ASU, 3, Rolle.SEKRETARIAT, DAG).uten_sekretariat
    to = gi(ASU, KARI, Tildeling(Rolle.SEKRETARIAT, DAG)).organ
    assert not ta(to, 3, Rolle.SEKRETARIAT, DAG).uten_sekretariat

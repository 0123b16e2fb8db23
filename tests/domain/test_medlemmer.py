"""Who is the same person in several organs and roles."""

from bot.domain.medlemmer import Personregister
from bot.domain.organ import Medlem, Organ

LIV_AAD = "5d2f3c1a-0000-4000-8000-000000000001"
LIV = Medlem("Liv Berg", epost="liv.berg@fjell.example", aad_id=LIV_AAD, person_id=1)
OLA = Medlem("Ola Dahl", epost="ola.dahl@vik.example", person_id=2)
PER = Medlem("Per Lie", person_id=3)


def samme_person(organer: list[Organ], ny: Medlem, helsefellesskap_id: int) -> int | None:
    return Personregister(organer).den_ene(ny, helsefellesskap_id)


ORGANER = [Organ(1, medlemmer=[LIV, OLA, PER], id=10)]


def test_the_aad_id_decides_whatever_the_name_and_in_every_helsefellesskap():
    assert samme_person(ORGANER, Medlem("Liv Berg Moen", aad_id=LIV_AAD.upper()), 2) == 1


def test_the_email_decides_where_no_aad_id_does():
    assert samme_person(ORGANER, Medlem("Ola D.", epost="OLA.DAHL@vik.example"), 2) == 2


def test_the_email_does_not_join_two_aad_ids():
    annen = Medlem("Liv Berg", epost="liv.berg@fjell.example", aad_id="en-annen")
    assert samme_person(ORGANER, annen, 1) is None


def test_a_name_is_enough_within_the_helsefellesskap_only():
    assert samme_person(ORGANER, Medlem("per  LIE"), 1) == 3
    assert samme_person(ORGANER, Medlem("Per Lie"), 2) is None


def test_a_name_with_another_email_is_somebody_else():
    assert samme_person(ORGANER, Medlem("Ola Dahl", epost="ola.dahl@nes.example"), 1) is None
    assert samme_person(ORGANER, Medlem("Per Lie", epost="per.lie@nes.example"), 1) == 3


def test_two_of_one_name_are_nobody_in_particular():
    to = [Organ(1, medlemmer=[OLA, Medlem("Ola Dahl", epost="ola@nes.example", person_id=4)], id=10)]
    assert samme_person(to, Medlem("Ola Dahl"), 1) is None
    assert samme_person(to, Medlem("Ola Dahl", epost="ola@nes.example"), 1) == 4


def test_the_same_person_in_two_bodies_and_an_id_that_is_known():
    begge = [*ORGANER, Organ(1, medlemmer=[PER], id=11)]
    assert samme_person(begge, Medlem("Per Lie"), 1) == 3
    assert samme_person([], Medlem("Hvem som helst", person_id=9), 1) == 9

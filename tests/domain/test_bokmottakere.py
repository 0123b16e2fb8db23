"""Who gets a referat to be approved, and by when they answer."""

from datetime import date

import pytest

from bot.domain.arbeidstid import virkedager_etter
from bot.domain.bokmottakere import (
    Mottaker,
    hadde_forfall,
    merknadsfrist,
    oppgavene,
    var_der,
    varaen,
)
from bot.domain.bokstand import Bokstand, Frammoett, Status
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.organ import Organ

BERIT, LIV = Hvem("Berit Nes", 2), Hvem("Liv Strand", 5)


@pytest.mark.parametrize(
    ("dager", "blir"), [(0, date(2024, 5, 16)), (1, date(2024, 5, 21)), (10, date(2024, 6, 3))]
)
def test_working_days_go_past_feasts_and_weekends(dager, blir):
    assert virkedager_etter(date(2024, 5, 16), dager) == blir


def test_of_several_bodies_the_longest_frist_holds():
    organer = [Organ(1, merknadsfrist_dager=n) for n in (2, 5)]
    assert merknadsfrist(organer, date(2024, 6, 3)) == date(2024, 6, 10)


def test_who_was_there_in_one_part_had_no_forfall():
    stand = Bokstand(
        frammoete=(
            Frammoett(BERIT, Status.FORFALL),
            Frammoett(BERIT, Status.TIL_STEDE, del_nr=1),
            Frammoett(LIV, Status.FORFALL),
        )
    )
    assert not hadde_forfall(stand, BERIT)
    assert hadde_forfall(stand, LIV)
    assert (var_der(stand, BERIT), var_der(stand, LIV)) == (True, False)


@pytest.mark.parametrize("for_", ["Berit Nes", "nordre  region", "NORDRE REGION"])
def test_the_vara_is_one_for_the_person_or_for_the_seat(for_):
    stand = Bokstand(frammoete=(Frammoett(LIV, Status.TIL_STEDE, vara_for=for_),))
    funnet = varaen(stand, Mottaker(BERIT, True, "Nordre region"))
    assert funnet is not None
    assert funnet.person == LIV
    assert varaen(stand, Mottaker(Hvem("Siri Haug", 3), True, "Fjord")) is None


def test_ones_own_oppgaver_and_those_of_ones_seat_that_are_open():
    egen, setets = (
        Oppgave(1, 7, t, ansvarlige=(h,)) for t, h in (("a", BERIT), ("b", Hvem("Nordre region")))
    )
    andres = Oppgave(1, 7, "c", ansvarlige=(LIV,))
    ferdig = Oppgave(1, 7, "d", ansvarlige=(BERIT,), tilstand=Oppgavetilstand.FERDIG)
    mottaker = Mottaker(BERIT, True, "Nordre region")
    assert oppgavene([egen, setets, andres, ferdig], mottaker) == [egen, setets]

"""Which møte a meeting in Teams is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register
from bot.domain.teamsmoete import Teamsmoete, moetet

KL_13 = datetime(2026, 12, 3, 12, tzinfo=UTC)
"""13.00 in Oslo."""


def organ(id_, *navn):
    return Organ(1, [Organnavn(n, Navneslag.ALIAS) for n in navn], id=id_)


def moete(id_, organ_id, dag=3, start=time(13), **mer):
    felter = {
        "slutt": None,
        "sted": None,
        "har_innkalling": True,
        "har_referat": False,
        "versjon": 1,
        **mer,
    }
    return Moetehode(id_, 1, (organ_id,), date(2026, 12, dag), start, **felter)


def register(*moeter):
    organer = (
        organ(1, "ASU", "Administrativt samarbeidsutvalg"),
        organ(2, "PSU", "Politisk samarbeidsutvalg"),
        organ(3, "Fagråd 1", "Fagråd for laboratorium"),
    )
    return Register(1, (Helsefellesskap("Fjorden", id=1),), organer, moeter)


ASU, PSU = moete(10, 1), moete(20, 2)


@pytest.mark.parametrize(
    "tittel", ["ASU 3. desember", "Møte i ASU", "asu", "Administrativt samarbeidsutvalg (desember)"]
)
def test_the_title_names_the_body_and_the_time_is_near(tittel):
    assert moetet(register(ASU, PSU), tittel, KL_13).id == 10


@pytest.mark.parametrize(("timer", "funnet"), [(-3, True), (3, True), (-3.1, False), (3.1, False)])
def test_near_is_three_hours(timer, funnet):
    assert (moetet(register(ASU), "ASU", KL_13 + timedelta(hours=timer)) is not None) is funnet


def test_the_linked_chat_goes_before_the_title():
    assert moetet(register(ASU, PSU), "ASU", KL_13, organ_ids=[2]).id == 20
    assert moetet(register(ASU, PSU), "Desembermøtet", KL_13, organ_ids=[1]).id == 10


@pytest.mark.parametrize("tittel", ["Desembermøtet", "", "ASU og PSU", "Kaffe"])
def test_what_is_not_sure_is_not_tied(tittel):
    assert moetet(register(ASU, PSU), tittel, KL_13) is None


def test_two_of_the_same_body_within_hours_are_asked_about():
    assert moetet(register(ASU, moete(11, 1, start=time(15))), "ASU", KL_13) is None


def test_of_a_moete_without_a_clock_the_day_decides():
    utenklokke = moete(10, 1, start=None)
    assert moetet(register(utenklokke), "ASU", datetime(2026, 12, 3, 22, 30, tzinfo=UTC)).id == 10
    assert moetet(register(utenklokke), "ASU", datetime(2026, 12, 3, 23, 30, tzinfo=UTC)) is None


def test_one_that_is_called_off_is_not_meant():
    assert moetet(register(moete(10, 1, avlyst=True)), "ASU", KL_13) is None


def test_a_meeting_goes_on_until_it_ends_or_the_night_comes():
    i_gang = Teamsmoete("19:m", "MC", "ASU", KL_13)
    assert i_gang.paagaar(KL_13)
    assert i_gang.paagaar(KL_13 + timedelta(hours=11))
    assert not i_gang.paagaar(KL_13 + timedelta(hours=12))
    assert not i_gang.paagaar(KL_13 - timedelta(minutes=1))
    assert not Teamsmoete("19:m", "MC", "ASU", KL_13, KL_13).paagaar(KL_13)


@pytest.mark.parametrize(
    "tittel",
    [
        "Formøte ASU",
        "Formøte kommunene før ASU",
        "Forberedelse til ASU",
        "Evaluering av ASU",
        "Lunsj etter ASU",
    ],
)
def test_what_is_about_the_moete_is_not_the_moete(tittel):
    assert moetet(register(ASU), tittel, KL_13) is None
    assert moetet(register(ASU), tittel, KL_13, [1]) is None

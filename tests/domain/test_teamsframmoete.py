"""Who came into the meeting in Teams: lines that wait to be confirmed."""

from datetime import UTC, datetime, time

import pytest

from bot.domain import bokframmoete, bokloep
from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokstand import Status
from bot.domain.frammoete import Hvem
from bot.domain.teamsframmoete import Bevegelse, navnet, teamslinjer

AT = datetime(2024, 5, 15, 11, tzinfo=UTC)
TEAMS = Akt(None, AT, "teams-1")
EMELI = Akt(Hvem("Emeli Vik", 1), AT, "akt-1")
KARI, OLA = Hvem("Kari Nes", 2), Hvem("Ola Li", 3)


def inn(hvem, klokke=None):
    return Bevegelse(hvem, klokke, inne=True)


def ut(hvem, klokke):
    return Bevegelse(hvem, klokke, inne=False)


def bok(*bevegelser, foer=()):
    linjer = [*foer]
    linjer += teamslinjer(linjer, les(linjer), TEAMS, bevegelser)
    return linjer


def frammoete(linjer):
    return {f.person.navn: f for f in les(linjer).frammoete}


def test_nobody_is_present_because_teams_says_so():
    kari = frammoete(bok(inn(KARI)))["Kari Nes"]
    assert (kari.status, kari.teams, kari.kom) == (Status.BEKREFTES, True, None)


def test_who_comes_late_and_goes_early():
    ola = frammoete(bok(inn(OLA, time(13, 20)), ut(OLA, time(14, 30))))["Ola Li"]
    assert (ola.kom, ola.gikk, ola.status) == (time(13, 20), time(14, 30), Status.BEKREFTES)


def test_what_the_referent_has_confirmed_stands():
    confirmed = bokframmoete.til_stede(les([]), EMELI, [KARI])
    assert bok(ut(KARI, time(14)), foer=confirmed) == [*confirmed]


def test_one_who_goes_without_having_come_is_nobody():
    assert bok(ut(KARI, time(14))) == []


def test_after_the_moete_is_closed_nobody_comes():
    hevet = bokloep.hev(les([]), EMELI)
    assert bok(inn(KARI), foer=hevet) == [*hevet]


def test_confirmed_they_are_there():
    linjer = bok(inn(KARI), inn(OLA))
    linjer += bokframmoete.bekreft(les(linjer), EMELI)
    assert {f.status for f in frammoete(linjer).values()} == {Status.TIL_STEDE}


@pytest.mark.parametrize(
    ("vist", "navn"),
    [
        ("Ola Li (Gjest)", "Ola Li"),
        ("Ola  Li (Guest) ", "Ola Li"),
        ("Ola Li (Ekstern)", "Ola Li"),
        ("Ola Li (Nes kommune)", "Ola Li (Nes kommune)"),
        ("+47 22 22 22 22", ""),
        ("", ""),
    ],
)
def test_a_name_without_what_teams_puts_behind_it(vist, navn):
    assert navnet(vist) == navn

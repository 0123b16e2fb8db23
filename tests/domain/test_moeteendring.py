"""Moving a møte, calling it off, and taking that back. It is Wednesday 8 May 2024 at nine."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.clock import OSLO
from bot.domain.helligdager import is_feast
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.moete import Moete
from bot.domain.moeteendring import (
    Flytting,
    Forbehold,
    Hinder,
    KanIkke,
    avlyst,
    flyttet,
    forbehold,
    gjenopptatt,
    krev_aapent,
    krev_avlyst,
    krev_flytting,
    sakslistens_start,
    sendt,
)
from bot.domain.moeter import avholdte, avlyste, begynt, kommende
from bot.domain.register import Moetehode, Register

AT = datetime(2024, 5, 8, 9, tzinfo=OSLO)
ASU, PSU = 1, 2


def hode(moete_id: int, dag: str, *organ_ids: int, **mer) -> Moetehode:
    felter = {"start": time(12), "slutt": time(15), **mer}
    return Moetehode(
        moete_id,
        1,
        organ_ids or (ASU,),
        date.fromisoformat(dag),
        sted="Storsalen",
        har_innkalling=True,
        har_referat=False,
        versjon=1,
        **felter,
    )


ASU_MOETET = hode(1, "2024-05-15")
REGISTER = Register(1, moeter=(ASU_MOETET, hode(2, "2024-05-22", PSU), hode(3, "2024-05-29", ASU, PSU)))
MOETET = Moete(1, [ASU], date(2024, 5, 15), time(12), time(15), "Storsalen", id=1, ics_sekvens=2)


def prov(til: Flytting, moete: Moetehode = ASU_MOETET, at: datetime = AT) -> Hinder | None:
    try:
        krev_flytting(moete, flyttet(MOETET, til), REGISTER, at)
    except KanIkke as feil:
        return feil.hinder
    return None


def test_a_new_day_keeps_clock_and_place():
    ny = flyttet(MOETET, Flytting(dato=date(2024, 5, 24)))
    assert (ny.dato, ny.start, ny.slutt, ny.sted) == (date(2024, 5, 24), time(12), time(15), "Storsalen")
    assert ny.ics_sekvens == 3
    assert ny.ics_noekkel == MOETET.ics_noekkel


def test_its_first_day_is_remembered_however_often_it_is_moved():
    ny = flyttet(flyttet(MOETET, Flytting(dato=date(2024, 5, 24))), Flytting(dato=date(2024, 5, 27)))
    assert ny.flyttet_fra == MOETET.dato
    assert flyttet(MOETET, Flytting(sted="Teams")).flyttet_fra is None


def test_it_lasts_as_long_as_before():
    assert flyttet(MOETET, Flytting(start=time(10))).slutt == time(13)
    assert flyttet(MOETET, Flytting(start=time(10), slutt=time(11))).slutt == time(11)


def test_an_end_on_the_day_after_is_not_known():
    assert flyttet(MOETET, Flytting(start=time(22))).slutt is None


def test_without_an_end_it_has_none_after_either():
    assert flyttet(replace(MOETET, slutt=None), Flytting(start=time(10))).slutt is None


@pytest.mark.parametrize(
    ("til", "hinder"),
    [
        (Flytting(dato=date(2024, 5, 24)), None),
        (Flytting(sted="Teams"), None),
        (Flytting(dato=date(2024, 5, 8), start=time(10)), None),
        (Flytting(dato=date(2024, 5, 8), start=time(9)), Hinder.FORTID),
        (Flytting(dato=date(2024, 4, 15)), Hinder.FORTID),
        (Flytting(dato=date(2024, 5, 22)), None),
        (Flytting(dato=date(2024, 5, 29)), Hinder.OPPTATT),
        (Flytting(dato=date(2024, 5, 15), start=time(12)), Hinder.UENDRET),
        (Flytting(start=time(13), slutt=time(12)), Hinder.BAKVENDT),
    ],
)
def test_what_stands_in_the_way_of_moving(til, hinder):
    assert prov(til) is hinder


def test_another_body_may_meet_that_day_and_one_of_its_own_may_not():
    with pytest.raises(KanIkke) as feil:
        krev_flytting(ASU_MOETET, flyttet(MOETET, Flytting(dato=date(2024, 5, 29))), REGISTER, AT)
    assert feil.value.annet == REGISTER.moeter[2]


def test_an_avlyst_moete_has_its_day_too():
    """A møte is (organer, dato); the paper of the day would not know which."""
    register = Register(1, moeter=(ASU_MOETET, hode(3, "2024-05-29", avlyst=True)))
    with pytest.raises(KanIkke) as feil:
        krev_flytting(ASU_MOETET, flyttet(MOETET, Flytting(dato=date(2024, 5, 29))), register, AT)
    assert feil.value.hinder is Hinder.OPPTATT


@pytest.mark.parametrize(
    ("at", "begynner"),
    [("2024-05-15T11:59", False), ("2024-05-15T12:00", True), ("2024-05-16T08:00", True)],
)
def test_it_has_begun_by_its_clock(at, begynner):
    assert begynt(ASU_MOETET, datetime.fromisoformat(at).replace(tzinfo=OSLO)) is begynner


def test_without_a_clock_it_has_its_whole_day():
    uten = hode(1, "2024-05-08", start=None, slutt=None)
    assert not begynt(uten, AT)


def test_what_has_begun_can_neither_be_moved_nor_called_off():
    paa_dagen = datetime(2024, 5, 15, 12, tzinfo=OSLO)
    for krev in (krev_aapent, krev_avlyst):
        with pytest.raises(KanIkke) as feil:
            krev(ASU_MOETET, paa_dagen)
        assert feil.value.hinder is Hinder.BEGYNT


def test_called_off_once_and_taken_back_once():
    av = replace(ASU_MOETET, avlyst=True)
    for krev, moete, hinder in (
        (krev_aapent, av, Hinder.AVLYST),
        (krev_avlyst, ASU_MOETET, Hinder.IKKE_AVLYST),
    ):
        with pytest.raises(KanIkke) as feil:
            krev(moete, AT)
        assert feil.value.hinder is hinder
    krev_aapent(ASU_MOETET, AT)
    krev_avlyst(av, AT)


def test_the_calendar_is_told_each_time():
    av = avlyst(MOETET)
    assert (av.avlyst, av.ics_sekvens) == (True, 3)
    likevel = gjenopptatt(av)
    assert (likevel.avlyst, likevel.ics_sekvens) == (False, 4)


def test_when_it_was_sent_is_kept_in_utc():
    assert sendt(MOETET, AT).sendt == datetime(2024, 5, 8, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("til", "ventet"),
    [
        (Flytting(dato=date(2024, 5, 25)), Forbehold.HELG),
        (Flytting(dato=date(2024, 5, 17)), Forbehold.HELLIGDAG),
        (Flytting(dato=date(2024, 5, 19)), Forbehold.HELLIGDAG),
        (Flytting(dato=date(2024, 5, 24)), None),
    ],
)
def test_what_is_said_of_a_day_before_a_yes(til, ventet):
    assert forbehold(MOETET, flyttet(MOETET, til), is_feast) is ventet


def test_a_day_that_stays_is_not_spoken_of():
    paa_en_loerdag = replace(MOETET, dato=date(2024, 5, 25))
    assert forbehold(paa_en_loerdag, flyttet(paa_en_loerdag, Flytting(sted="Teams")), is_feast) is None


def test_the_saksliste_keeps_its_clock():
    agenda = [Agendapunkt(Agendatype.SAK, "Vaktordning", "01/24", time(12, 10))]
    moete = replace(MOETET, innkalling=Innkalling(start=time(12), agenda=agenda))
    assert sakslistens_start(moete) is None
    assert sakslistens_start(flyttet(moete, Flytting(dato=date(2024, 5, 24)))) is None
    assert sakslistens_start(flyttet(moete, Flytting(start=time(10)))) == time(12)
    assert sakslistens_start(flyttet(MOETET, Flytting(start=time(10)))) is None


def test_an_avlyst_moete_is_neither_next_nor_held():
    over, neste, senere = hode(1, "2024-05-01"), hode(2, "2024-05-15"), hode(3, "2024-06-12")
    alle = [replace(over, avlyst=True), replace(neste, avlyst=True), senere]
    assert kommende(alle, AT) == [senere]
    assert avholdte(alle, AT) == []
    assert [m.id for m in avlyste(alle, AT)] == [2]

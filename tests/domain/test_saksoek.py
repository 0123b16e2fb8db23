"""The saker of a møte, from all its papers, and how one is found."""

from datetime import date

import pytest

from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig, Innkalling, Saksfremlegg
from bot.domain.moete import Moete
from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.domain.saksoek import innledere, med_ansvarlig, med_nummer, med_saksnr, paa_plass, saker

KARI = Ansvarlig("Kari-Anne Nes", "Nes kommune")


def moete() -> Moete:
    innkalling = Innkalling(
        agenda=[
            Agendapunkt(Agendatype.SAK, "Godkjenning", "01/25"),
            Agendapunkt(Agendatype.PAUSE, "Pause"),
            Agendapunkt(Agendatype.SAK, "Palliativ plan", "02/25", ansvarlige=[KARI]),
            Agendapunkt(Agendatype.SAK, "Eventuelt"),
        ],
        saksfremlegg=[Saksfremlegg("2/2025", "Plan"), Saksfremlegg("09/25", "Uten plass på lista")],
    )
    referat = Referat(
        deler=[
            Referatdel(
                [
                    Referatsak("02/52", "Palliativ plan", saksnr_rettet="02/25", innleder="Kari"),
                    Referatsak("10/25", "Lagt til i møtet"),
                ]
            ),
            Referatdel([Referatsak("2/25", "Noe annet", innleder="Ola")], "Felles møte"),
        ]
    )
    return Moete(1, [1], date(2025, 1, 30), innkalling=innkalling, referat=referat)


def test_all_papers_come_together_in_the_order_of_the_list():
    liste = saker(moete())
    assert [(s.saksnr, s.tittel, s.del_tittel) for s in liste] == [
        ("01/25", "Godkjenning", None),
        ("02/25", "Palliativ plan", None),
        (None, "Eventuelt", None),
        ("09/25", "Uten plass på lista", None),
        ("10/25", "Lagt til i møtet", None),
        ("2/25", "Noe annet", "Felles møte"),
    ]
    assert liste[1].fremlegg.tittel == "Plan"
    assert liste[1].referatsak.saksnr_rettet == "02/25"


@pytest.mark.parametrize(
    ("nummer", "aar", "antall"), [(2, None, 2), (2, 2025, 2), (2, 25, 2), (2, 2024, 0), (7, None, 0)]
)
def test_by_number(nummer, aar, antall):
    assert len(med_nummer(saker(moete()), nummer, aar, 2025)) == antall


@pytest.mark.parametrize(
    ("plass", "tittel"),
    [(1, "Godkjenning"), (2, "Palliativ plan"), (-1, "Lagt til i møtet"), (0, None), (6, None), (-6, None)],
)
def test_by_place_among_the_bodys_own(plass, tittel):
    sak = paa_plass(saker(moete()), plass)
    assert (sak.tittel if sak else None) == tittel


def test_a_button_points_at_one_of_two_with_the_same_number():
    liste = saker(moete())
    assert med_saksnr(liste, "2/25", None, "Felles møte").tittel == "Noe annet"
    assert med_saksnr(liste, None, "Eventuelt", None).tittel == "Eventuelt"
    assert med_saksnr(liste, "99/25", None, None) is None


def test_who_presents_is_the_lists_word_before_the_minutes():
    liste = saker(moete())
    assert innledere(liste[1]) == ["Kari-Anne Nes"]
    assert innledere(liste[5]) == ["Ola"]
    assert innledere(liste[0]) == []


@pytest.mark.parametrize(
    ("navn", "antall"), [("kari-anne nes", 1), ("Kari", 1), ("anne nes", 1), ("Ola", 1), ("Kar", 0)]
)
def test_by_who_presents(navn, antall):
    assert len(med_ansvarlig(saker(moete()), navn)) == antall


def test_a_meeting_with_no_papers_has_no_saker():
    assert saker(Moete(1, [1], date(2025, 1, 30))) == ()

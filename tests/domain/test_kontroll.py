"""What is pointed out under «Sjekk dette», and what is left alone."""

from datetime import date, time

import pytest

from bot.cards.merknad import merknadslinje
from bot.domain import datoer, kontroll
from bot.domain.innkalling import (
    Agendapunkt,
    Agendatype,
    Ansvarlig,
    Innkalling,
    Saksfremlegg,
    Seksjon,
)
from bot.domain.kontroll import Papir
from bot.domain.kontroll_navn import same_person
from bot.domain.referat import Deltaker, Referat, Referatdel, Referatsak
from bot.language.tekster import bokmaal

MOETE = date(2024, 4, 17)


def sak(nr, tittel="En sak", fra=None, til=None, minutter=None, folk=()):
    start = time(*map(int, fra.split("."))) if fra else None
    slutt = time(*map(int, til.split("."))) if til else None
    ansvarlige = [Ansvarlig(navn) for navn in folk]
    return Agendapunkt(Agendatype.SAK, tittel, nr, start, slutt, minutter, ansvarlige=ansvarlige)


def innkalling(*agenda, fremlegg=(), start=None, slutt=None):
    return Innkalling(
        utvalg="Fagråd for rus",
        dato=MOETE,
        agenda=list(agenda),
        saksfremlegg=list(fremlegg),
        start=start,
        slutt=slutt,
    )


def ordlagt(merknader):
    return [(m.kode, merknadslinje(bokmaal(), m)) for m in merknader]


def sjekk(paper, papir=None):
    return ordlagt(kontroll.check_innkalling(paper, papir or Papir()))


def koder(paper, papir=None):
    return [kode for kode, _ in sjekk(paper, papir)]


def test_an_orderly_saksliste_gives_nothing():
    paper = innkalling(
        sak("01/24", fra="12.00", til="12.10", minutter=10),
        sak("02/24", fra="12.10", til="13.00", minutter=50),
        start=time(12),
        slutt=time(13),
    )
    assert sjekk(paper) == []


def test_minutes_that_do_not_match_the_clock():
    (merknad,) = sjekk(innkalling(sak("01/24", fra="12.00", til="12.10", minutter=15)))
    assert merknad == ("minutter", "Sak 01/24: 12.00–12.10 er 10 minutter, men det står 15. Hva gjelder?")


def test_minutes_that_do_not_fill_the_meeting():
    paper = innkalling(sak("01/24", minutter=30), sak("02/24", minutter=60), start=time(12), slutt=time(14))
    assert sjekk(paper) == [
        ("minutter", "Sakslisten er på 90 minutter, men møtet varer i 120 (12.00–14.00).")
    ]


def test_a_gap_and_an_overlap_are_named_with_their_places():
    paper = innkalling(
        sak("01/24", fra="12.00", til="12.10"),
        sak("02/24", fra="12.20", til="12.40"),
        sak("03/24", fra="12.30", til="13.00"),
    )
    assert sjekk(paper) == [
        ("hull", "Mellom sak 01/24 og sak 02/24 er 10 minutter ikke satt av (12.10–12.20)."),
        ("overlapp", "Sak 03/24 starter 12.30, men sak 02/24 varer til 12.40. Sjekk klokkeslettene."),
    ]


def test_the_meeting_ends_before_its_last_sak():
    paper = innkalling(sak("01/24", fra="12.00", til="13.30"), start=time(12), slutt=time(13))
    assert koder(paper) == ["overlapp"]


def test_a_misprinted_year_is_asked_about_once():
    paper = innkalling(sak("01/24"), sak("02/24"), sak("03/34"), sak("04/24"))
    assert sjekk(paper) == [("saksnr", "Sak 03/34: mente du 03/24?")]


@pytest.mark.parametrize(
    ("numre", "tekst"),
    [
        (["01/24", "02/24", "04/24"], "Sak 03/24 mangler på sakslisten. Er numrene riktige?"),
        (["01/24", "05/24"], "Sak 02/24, 03/24 og 04/24 mangler på sakslisten. Er numrene riktige?"),
        (["01/24", "02/24", "02/24"], "Sak 02/24 står flere ganger på sakslisten. Sjekk numrene."),
        (["01/24", "03/24", "02/24"], "Sak 02/24 mangler på sakslisten. Er numrene riktige?"),
    ],
)
def test_numbers_out_of_sequence(numre, tekst):
    found = sjekk(innkalling(*map(sak, numre)))
    assert ("saksnr", tekst) in found


@pytest.mark.parametrize(
    "numre",
    [
        ["PS 1/24", "PS 2/24", "RS 1/24"],
        ["090/24", "090/24.1", "091/24"],
        ["1", "2", "4"],
        ["2024/12", "2024/13"],
    ],
)
def test_numbers_that_are_as_they_should_be(numre):
    assert sjekk(innkalling(*map(sak, numre))) == []


def test_another_title_in_the_saksfremlegg_is_shown_with_both():
    paper = innkalling(
        sak("01/24", "Ny avtale"), fremlegg=[Saksfremlegg("01/24", "Revidert samarbeidsavtale")]
    )
    assert sjekk(paper) == [
        (
            "tittel",
            "Sak 01/24 heter «Ny avtale» på sakslisten og «Revidert samarbeidsavtale» i saksfremlegget.",
        )
    ]


def test_signs_and_one_letter_are_no_other_title():
    paper = innkalling(
        sak("01/24", "Godkjenning av saksliste."),
        sak("02/24", "Helse – og omsorg"),
        fremlegg=[
            Saksfremlegg("1/24", "Godkjenning av sakliste"),
            Saksfremlegg("02/24", "Helse- og omsorg"),
        ],
    )
    assert sjekk(paper) == []


def test_a_saksfremlegg_without_a_row():
    paper = innkalling(sak("01/24", "A"), fremlegg=[Saksfremlegg("01/24", "A"), Saksfremlegg("02/24", "B")])
    assert koder(paper) == ["mangler_i_saksliste"]


def test_one_row_without_its_saksfremlegg_where_the_others_have_theirs():
    paper = innkalling(
        sak("01/24", "Godkjenning av innkalling"),
        sak("02/24", "Legevakt"),
        sak("03/24", "Ambulanse"),
        sak("04/24", "Årsplan"),
        fremlegg=[
            Saksfremlegg("02/24", "Legevakt"),
            Saksfremlegg("04/24", "Årsplan"),
            Saksfremlegg("01/24", ""),
        ],
    )
    assert sjekk(paper) == [
        ("mangler_fremlegg", "Sak 03/24 «Ambulanse» står på sakslisten, men har ikke saksfremlegg.")
    ]


def test_few_saksfremlegg_are_a_choice_and_not_an_oversight():
    paper = innkalling(
        sak("01/24", "A"), sak("02/24", "B"), sak("03/24", "C"), fremlegg=[Saksfremlegg("02/24", "B")]
    )
    assert sjekk(paper) == []


def fremlegg_med(tekst):
    return innkalling(
        sak("01/24", "A"), fremlegg=[Saksfremlegg("01/24", "A", seksjoner=[Seksjon("", tekst)])]
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "Gruppa har etter sitt oppstartsmøte 20.12.24 gjennomført sju møter.",
        "Planen ble lagt fram 01.09.24.",
        "Arbeidet starta i mai, og 12.11.2024 vart rapporten levert.",
    ],
)
def test_a_past_that_lies_ahead(tekst):
    assert koder(fremlegg_med(tekst)) == ["dato"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Gruppa har etter sitt oppstartsmøte 20.12.23 gjennomført sju møter.",
        "Det ble vedtatt at ordningen gjelder fra 01.08.24.",
        "Arbeidsgruppa har fått utsatt frist til 01.06.24.",
        "Neste møte er 20.06.24.",
        "Planen er fra 2015. Avtalen løper ut 31.12.24.",
    ],
)
def test_dates_that_may_be(tekst):
    assert sjekk(fremlegg_med(tekst)) == []


def test_a_day_that_does_not_exist_and_a_weekday_that_is_another():
    assert koder(fremlegg_med("Samling 31.06.24 i Vik.")) == ["dato"]
    assert koder(fremlegg_med("Samling mandag 18. juni 2024 i Vik.")) == ["dato"]
    assert koder(fremlegg_med("Samling tirsdag 18. juni 2024 i Vik.")) == []


def test_the_meeting_s_own_weekday():
    (funn,) = datoer.find("tirsdag 17. april 2024")
    assert sjekk(innkalling(), Papir(moetedato=funn)) == [
        ("dato", "Møtedatoen er skrevet «tirsdag 17. april 2024», men 17.04.2024 er en onsdag.")
    ]


def test_an_empty_arkivsak():
    assert koder(innkalling(), Papir(tomt_arkivsak=True)) == ["arkivsak"]


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Siri Moe", "Siri Lund Moe"),
        ("Merete Vik", "Merethe Vik"),
        ("Kristian Aas", "Christian Ås"),
        ("Lill-Ann Berge", "Lill Ann Berge"),
        ("Olav Hansen", "Olav Hanssen"),
        ("Ingrid Solbakken", "Ingrid Solbaken"),
    ],
)
def test_one_person_under_two_spellings(en, annen):
    assert same_person(en, annen)


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Anne Moe", "Arne Moe"),
        ("Siri Moe", "Siri Lie"),
        ("Kari Berg", "Kari Borg"),
        ("Ole Hansen", "Ole Jansen"),
        ("Siri Lund Moe", "Siri Dahl Moe"),
    ],
)
def test_two_people(en, annen):
    assert not same_person(en, annen)


def test_two_of_one_list_are_two_people():
    together = innkalling(sak("01/24", folk=["Siri Moe", "Siri Lund Moe"]))
    apart = innkalling(sak("01/24", folk=["Siri Moe"]), sak("02/24", folk=["Siri Lund Moe"]))
    assert sjekk(together) == []
    assert sjekk(apart) == [
        ("navn", "«Siri Moe» og «Siri Lund Moe»: er det samme person? Sjekk skrivemåten.")
    ]


def test_each_part_of_a_referat_has_its_own_numbering():
    referat = Referat(
        utvalg="Fagråd for rus",
        dato=date(2025, 1, 30),
        tilstede=[Deltaker("Siri Lund Moe")],
        moeteleder="Siri Moe",
        deler=[
            Referatdel([Referatsak("01/25", "A"), Referatsak("02/25", "B"), Referatsak("03/35", "C")]),
            Referatdel([Referatsak("1/25", "A"), Referatsak("2/25", "B")], "Felles møte"),
        ],
    )
    assert ordlagt(kontroll.check_referat(referat, Papir())) == [
        ("saksnr", "Sak 03/35: mente du 03/25?"),
        ("navn", "«Siri Lund Moe» og «Siri Moe»: er det samme person? Sjekk skrivemåten."),
    ]

"""Who, what and by when, as a referent says it on Wednesday 10 April 2024."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.oppfoelging import frist_i, les

DAG = date(2024, 4, 10)
ASU = ("Jonas Hagelund", "Kari Nordli", "Per Olav Dahl", "Malin Vestad", "Anne Moe")
FAGRAAD = ("Kari Strandmo", "Siri Haugen")


def organ(organ_id: int, folk: tuple[str, ...], *navn: str) -> Organ:
    slag = (Navneslag.NAVN, Navneslag.KORT, Navneslag.ALIAS)
    names = [Organnavn(n, s) for n, s in zip(navn, slag, strict=False)]
    return Organ(1, names, [Medlem(f) for f in folk], organ_id)


REGISTER = Register(
    1,
    organer=(
        organ(1, ASU, "Administrativt samarbeidsutvalg", "ASU"),
        organ(3, FAGRAAD, "Fagråd for pasientsamarbeid", "Fagråd 3"),
    ),
)


def funn(tekst: str, *organ_ids: int):
    return les(tekst, REGISTER, DAG, organ_ids or (1,))


@pytest.mark.parametrize(
    ("tekst", "hvem", "frist"),
    [
        ("Jonas avklarer med Fagråd 3 innen 29. april", ["Jonas Hagelund"], (2024, 4, 29)),
        ("jonas avklarer med fagråd 3 innen 29 april", ["Jonas Hagelund"], (2024, 4, 29)),
        (
            "Kari og Per Olav sender notat innan utgangen av mai",
            ["Kari Nordli", "Per Olav Dahl"],
            (2024, 5, 31),
        ),
        ("Kari, Jonas og Malin lager utkast", ["Kari Nordli", "Jonas Hagelund", "Malin Vestad"], None),
        ("Jonas tar kontakt med Kari før 1. mai", ["Jonas Hagelund"], (2024, 4, 30)),
        ("Sekretariatet følger opp", ["Sekretariatet"], None),
        ("sekretariatet kaller inn til arbeidsmøte innen uke 36", ["Sekretariatet"], (2024, 9, 8)),
        ("fagrådet må komme med innspill", ["Fagrådet"], None),
        ("ASU melder inn navn i løpet av mai", ["ASU"], (2024, 5, 31)),
        ("Alle kommunene svarer innen 1. juni", ["Alle kommunene"], (2024, 6, 1)),
        ("Saken følges opp av Kari innen fredag", ["Kari Nordli"], (2024, 4, 12)),
        ("innen utgangen av året sender Jonas en rapport", ["Jonas Hagelund"], (2024, 12, 31)),
        ("Jonas, 1. juni", ["Jonas Hagelund"], (2024, 6, 1)),
        ("Kari leverer utkast til 1. mai", ["Kari Nordli"], (2024, 5, 1)),
        ("Kari og sekretariatet lager plan", ["Kari Nordli", "Sekretariatet"], None),
        ("Jonas avklarer møtet 29. april med klinikken", ["Jonas Hagelund"], None),
        ("Jonas sjekker innen den tjueniende april", ["Jonas Hagelund"], (2024, 4, 29)),
        ("Malin Vestad følgjer opp innan to veker", ["Malin Vestad"], (2024, 4, 24)),
        ("Gudrun Ås ringer legevakta", ["Gudrun Ås"], None),
        (
            "Sekretariatet og ledere i utvalgene følger opp dette",
            ["Sekretariatet og ledere i utvalgene"],
            None,
        ),
        ("Sekretariatet leverer. Tilbakemeldingen blir gjort 17. mai", ["Sekretariatet"], (2024, 5, 17)),
        ("Kari sørger for at tallene leveres 3. mai", ["Kari Nordli"], (2024, 5, 3)),
    ],
)
def test_who_and_by_when(tekst, hvem, frist):
    found = funn(tekst)
    assert list(found.hvem) == hvem
    assert found.frist == (date(*frist) if frist else None)
    assert found.hva.lower() == tekst.lower()
    assert not found.passiv


@pytest.mark.parametrize(
    ("tekst", "hvem", "hva", "frist"),
    [
        (
            "ring legevakta, ansvarlig: Malin, frist: 10. desember",
            ["Malin Vestad"],
            "ring legevakta",
            (2024, 12, 10),
        ),
        (
            "Ny rutine. Ansvarlig: Kari og Jonas. Frist: 1. juni.",
            ["Kari Nordli", "Jonas Hagelund"],
            "Ny rutine",
            (2024, 6, 1),
        ),
        ("ansvarlig: Malin, frist: 10. desember", ["Malin Vestad"], "", (2024, 12, 10)),
        ("lage plan ansvarlig malin frist 1 mai", ["Malin Vestad"], "lage plan", (2024, 5, 1)),
        (
            "Sekretariatet lager brev, frist 15. mai",
            ["Sekretariatet"],
            "Sekretariatet lager brev",
            (2024, 5, 15),
        ),
    ],
)
def test_what_stands_behind_a_label_is_no_part_of_it(tekst, hvem, hva, frist):
    found = funn(tekst)
    assert (list(found.hvem), found.hva, found.frist) == (hvem, hva, date(*frist))


@pytest.mark.parametrize(
    "tekst",
    [
        "det må avklares med Fagråd 3",
        "det må avklares med Kari hvem som betaler",
        "dette må følges opp",
        "Det må sendes brev til kommunene innen 1. mai",
        "saka må takast opp med Jonas",
    ],
)
def test_nobody_is_named_where_it_only_must_be_done(tekst):
    assert funn(tekst).passiv
    assert funn(tekst).hvem == ()


def test_the_speaker_is_named_as_such():
    assert funn("jeg sjekker med IKT").taler
    assert not funn("jeg sjekker med IKT").passiv


def test_of_two_of_a_name_the_one_of_the_body_is_meant_else_one_must_ask():
    assert funn("Kari sender notat", 1).hvem == ("Kari Nordli",)
    assert funn("Kari sender notat", 3).hvem == ("Kari Strandmo",)
    both = les("Kari sender notat", REGISTER, DAG)
    assert both.hvem == ("Kari",)
    assert set(both.kandidater["Kari"]) == {"Kari Nordli", "Kari Strandmo"}


def test_the_year_goes_ahead_but_not_for_what_has_just_been():
    assert funn("Jonas sjekker innen 10. januar").frist == date(2025, 1, 10)
    assert funn("Jonas sjekker innen 1. april").frist == date(2024, 4, 1)
    assert funn("Jonas sjekker innen 1. februar 2024").frist == date(2024, 2, 1)


def test_a_weekday_that_contradicts_its_date_is_told():
    assert len(funn("Jonas sjekker innen mandag 30. april").tvil) == 2


def test_a_frist_alone():
    assert frist_i("10. desember", DAG) == date(2024, 12, 10)
    assert frist_i("utgangen av mai", DAG) == date(2024, 5, 31)
    assert frist_i("snart", DAG) is None


@given(st.text(max_size=80))
@example("\u0f71\u0f720")
def test_any_text_is_read(tekst):
    found = funn(tekst)
    assert found.passiv == (not found.hvem and not found.taler)

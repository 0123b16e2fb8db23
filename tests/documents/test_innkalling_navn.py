"""Who presents, with role and place of work."""

import pytest

from bot.documents import navn


@pytest.mark.parametrize(
    ("linjer", "ventet"),
    [
        (["Kari Li"], ["Kari Li||"]),
        (["Kari Li,", "Vik AS"], ["Kari Li|Vik AS|"]),
        (["Kari Li/", "Tom Erik", "Moe"], ["Kari Li||", "Tom Erik Moe||"]),
        (["Kari V/ Tom M"], ["Kari V||", "Tom M||"]),
        (["Kari Li", "Per Moe", "Anne Lise", "Solbakk"], ["Kari Li||", "Per Moe||", "Anne Lise Solbakk||"]),
        (["Kari Li,", "Vik kommune", "Per Moe,", "interkommunal", "samhandlingsleder"],
         ["Kari Li|Vik kommune|", "Per Moe||interkommunal samhandlingsleder"]),
        (["Kari Li, rådgiver, Vik kommune"], ["Kari Li|Vik kommune|rådgiver"]),
        (["Kari Li (Vik kommune) og Per Moe (HF)"], ["Kari Li|Vik kommune|", "Per Moe|HF|"]),
        (["økonomisjef Kari Li"], ["Kari Li||økonomisjef"]),
        (["Vik sykehus v/Kari Li"], ["Kari Li|Vik sykehus|"]),
        (["Siri Lill-", "Anne Bye"], ["Siri Lill-Anne Bye||"]),
    ],
)  # fmt: skip
def test_an_ansvarlig_cell(linjer, ventet):
    folk = navn.read_ansvarlige(linjer)
    assert [f"{p.navn}|{p.tilknytning or ''}|{p.rolle or ''}" for p in folk] == ventet


def test_a_broken_name_is_joined_where_it_is_known():
    (person,) = navn.read_ansvarlige(["Anne Kristin", "Berg Dahl"], {"Anne Kristin Berg Dahl"})
    assert person.navn == "Anne Kristin Berg Dahl"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Kari Li/Tom Erik Moe", ["Kari Li", "Tom Erik Moe"]),
        ("Kari Li, Per Moe og Ola Dahl", ["Kari Li", "Per Moe", "Ola Dahl"]),
        ("Kari Li (Vik kommune), Per Moe", ["Kari Li", "Per Moe"]),
    ],
)
def test_a_list_of_names(tekst, ventet):
    assert navn.split_names(tekst) == ventet


@pytest.mark.parametrize(
    "tekst", ["Fagråd 3", "Status", "Vik kommune", "HNT", "Kompetansegruppa - status", "Leder"]
)
def test_no_person(tekst):
    assert not navn.is_name(tekst)

"""Lines that tell who was there."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.frammoetelinje import Frammoetefunn, klokken, les

DAG = date(2024, 4, 10)
FOLK = ("Jonas Hagelund", "Kari Nordli", "Per Olav Dahl", "Siri Haugen", "Ann-Kristin Moe Solvang")
ASU = Organ(1, [Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN)], [Medlem(f) for f in FOLK], 1)
PSU = Organ(1, [Organnavn("Politisk samarbeidsutvalg", Navneslag.NAVN)], [Medlem("Kari Strandmo")], 2)
REGISTER = Register(1, organer=(ASU, PSU))


def funn(tekst: str) -> tuple[Frammoetefunn, ...]:
    return les(tekst, REGISTER, DAG, (1,))


@pytest.mark.parametrize(
    ("tekst", "navn"),
    [
        ("til stede: Kari, Jonas og Siri Haugen", ["Kari Nordli", "Jonas Hagelund", "Siri Haugen"]),
        (
            "til stede kolon kari komma jonas og siri haugen",
            ["Kari Nordli", "Jonas Hagelund", "Siri Haugen"],
        ),
        ("til stede kari jonas og siri haugen", ["Kari Nordli", "Jonas Hagelund", "Siri Haugen"]),
        ("Kari, Jonas, Kari", ["Kari Nordli", "Jonas Hagelund"]),
        ("Medlemmer: Kari Nordli (Nordre), Gudrun Ås (KMR)", ["Kari Nordli", "Gudrun Ås"]),
        ("til stades: Per Olav og Ann-Kristin", ["Per Olav Dahl", "Ann-Kristin Moe Solvang"]),
        ("Forfall: Jonas; Torgny Lie", ["Jonas Hagelund", "Torgny Lie"]),
        ("- Kari\n- Jonas\n- Siri", ["Kari Nordli", "Jonas Hagelund", "Siri Haugen"]),
        ("", []),
    ],
)
def test_names_by_first_name_where_it_is_unique(tekst, navn):
    assert [f.navn for f in funn(tekst)] == navn


@pytest.mark.parametrize(
    ("tekst", "vara_for", "tilknytning"),
    [
        ("Siri Haugen (for Per Olav)", "Per Olav", None),
        ("Siri Haugen (vara for Per Olav)", "Per Olav", None),
        ("Siri Haugen som vara for Per Olav", "Per Olav", None),
        ("Siri (vara HNT)", "HNT", None),
        ("Siri (brukerrepresentant kommunene)", None, "brukerrepresentant kommunene"),
        ("Siri (Nordre, Søndre og Indre)", None, "Nordre, Søndre og Indre"),
    ],
)
def test_what_stands_in_brackets(tekst, vara_for, tilknytning):
    (siri,) = funn(tekst)
    assert (siri.navn, siri.vara_for, siri.tilknytning) == ("Siri Haugen", vara_for, tilknytning)


@pytest.mark.parametrize(
    ("tekst", "klokke"),
    [
        ("Siri kom 13.20", time(13, 20)),
        ("siri kom kl 13.20", time(13, 20)),
        ("Siri kom tjue over ett", time(13, 20)),
        ("Siri gikk halv tre", time(14, 30)),
        ("Siri gjekk kvart på tre", time(14, 45)),
        ("Siri (fra kl. 10.15)", time(10, 15)),
        ("Siri", None),
    ],
)
def test_the_clock(tekst, klokke):
    (siri,) = funn(tekst)
    assert (siri.navn, siri.klokke) == ("Siri Haugen", klokke)


def test_of_several_who_fit_nobody_is_chosen():
    (kari,) = les("Kari", REGISTER, DAG)
    assert kari.kandidater == ("Kari Nordli", "Kari Strandmo")
    assert not kari.kjent


def test_an_unknown_one_is_told_from_a_member():
    kari, gudrun = funn("Kari og Gudrun Ås")
    assert (kari.kjent, gudrun.kjent) == (True, False)


def test_the_hours_of_a_day_at_work():
    assert klokken("ti over ett", DAG) == time(13, 10)
    assert klokken("kl. 09.15", DAG) == time(9, 15)


@given(st.text(max_size=80))
@example("\u0f71\u0f720")
def test_any_text_is_read(tekst):
    names = [f.navn.lower() for f in funn(tekst)]
    assert len(names) == len(set(names))

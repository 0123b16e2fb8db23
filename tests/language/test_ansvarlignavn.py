"""Who is to do it, also where the name is a word, or several are joined by a sign."""

from datetime import date

import pytest

from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.oppfoelging import les

DAG = date(2024, 5, 15)
NAVN = (
    *("Dag Nilsmark", "Dag-Erik Åsmo", "Mai Sandnæs", "Liv Strandhaug", "Bjørn Inge Vikmo", "Jonas Moen"),
    *("Berit Nesset", "Siri Haugmo", "Jo Askvold"),
)
ORGAN = Organ(1, [Organnavn("Administrativt utvalg", Navneslag.NAVN)], [Medlem(n) for n in NAVN], 1)
REGISTER = Register(1, organer=(ORGAN,))


def funn(tekst):
    return les(tekst, REGISTER, DAG, (1,))


@pytest.mark.parametrize(
    ("tekst", "hvem"),
    [
        ("Dag ringer fylket", ["Dag Nilsmark"]),
        ("dag-erik ringer fylket", ["Dag-Erik Åsmo"]),
        ("mai sender ut papirer i mai", ["Mai Sandnæs"]),
        ("liv tar det opp", ["Liv Strandhaug"]),
        ("moen leverer", ["Jonas Moen"]),
        ("jo og mai lager plan", ["Jo Askvold", "Mai Sandnæs"]),
        ("Jonas + Berit lager plan", ["Jonas Moen", "Berit Nesset"]),
        ("Jonas/Berit lager plan", ["Jonas Moen", "Berit Nesset"]),
        ("Jonas & Berit lager plan", ["Jonas Moen", "Berit Nesset"]),
        ("ansvarlig: dag, mai og siri", ["Dag Nilsmark", "Mai Sandnæs", "Siri Haugmo"]),
        ("ansvarlig: emeli", ["Emeli"]),
    ],
)
def test_who(tekst, hvem):
    assert list(funn(tekst).hvem) == hvem


@pytest.mark.parametrize(
    "tekst", ["mai måned er full", "dag for dag følges dette opp", "Kari Moen sender ut"]
)
def test_a_word_is_nobody(tekst):
    assert not {"Mai Sandnæs", "Dag Nilsmark", "Jonas Moen"} & set(funn(tekst).hvem)


def test_the_text_has_their_capitals():
    assert funn("siri og mai sender ut").hva == "Siri og Mai sender ut"


def test_a_spoken_frist():
    funnet = funn("bjørn inge følger opp innen tjue ni mai")
    assert (funnet.hvem, funnet.frist) == (("Bjørn Inge Vikmo",), date(2024, 5, 29))
    assert funnet.hva == "Bjørn Inge følger opp innen 29. mai"

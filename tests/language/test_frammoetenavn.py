"""No name is lost or changed in a line of frammøte: with hyphens or particles, two first names, a word."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.navnebokstaver import med_stor
from bot.domain.navnetreff import Grad, treff
from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.frammoetelinje import klokken, les, uforstaatt
from bot.language.talttid import med_dager, med_klokker

DAG = date(2024, 5, 15)
NAVN = (
    *("Dag-Erik Åsmo", "Dag Nilsmark", "Mai Sandnæs", "Liv Strandhaug", "Bjørn Eidemo", "Bjørn Inge Vikmo"),
    *("Jo Askvold", "Ask Bergmo", "Jo-Anders Lid", "Åse-Marie Rødmo", "Per-Ole Myrdal", "Per Olav Dahle"),
    *("Anne Kari Li", "Ann-Kristin Moe Solberget", "Tor Høst", "Tord Vinter", "Mari Mars", "Jan April"),
    *("Juni Sommer", "Even Fredag", "Stein Berg", "Odd Nok", "Nora von Holten", "Jens de Lange"),
    *("Ida van der Meer", "Ola Nordby", "Kari Nordby", "Gro Skog", "Siv Eng", "Storm Vind"),
    *("Sol Dagslys", "Vår Løvås", "Helge Helgesen", "Magne Mann", "Andre Moen", "Line Linn", "Sten Sand"),
    *("Ulv Fjeld", "Bo Gård", "Marit Ek-Lunde", "Ragnhild Bø Øye", "Torstein Lie Hov", "Sissel Hytten"),
    *("Signe Mo-Haugen", "Karl-Johan By", "Eva-Britt Sund", "Inger-Lise Ås", "Tom Rom", "Hans Hansmo"),
    *("Mona Mai Lerke", "Siri Juul", "Peder Ås", "Åge Åsen", "Rune Stav", "Hege Ryggen", "Viljar Lys"),
    *("Alf Alm", "Else-Liv Dal", "Roy Over", "Unni Under", "Gunn Ting", "Frode Frost", "Sunniva Sol Ege"),
)


def register(*navn: str) -> Register:
    organ = Organ(1, [Organnavn("Administrativt utvalg", Navneslag.NAVN)], [Medlem(n) for n in navn], 1)
    return Register(1, organer=(organ,))


KJENTE, TOMT = register(*NAVN), register("Wilhelmina Xantippe")


def navnene(tekst: str, i: Register = KJENTE) -> list[str]:
    return [f.navn for f in les(tekst, i, DAG, (1,))]


def test_they_are_sixty_and_more():
    assert len(set(NAVN)) == len(NAVN) >= 60


@given(st.lists(st.sampled_from(NAVN), min_size=1, max_size=12, unique=True), st.booleans())
def test_every_member_is_found_once_and_unchanged(navn, smaa):
    skrevet = [n.lower() for n in navn] if smaa else navn
    linje = "til stede: " + ", ".join(skrevet[:-1]) + (" og " if skrevet[1:] else "") + skrevet[-1]
    assert navnene(linje) == navn
    assert uforstaatt(linje, KJENTE, DAG, (1,)) == ()


@given(st.lists(st.sampled_from(NAVN), min_size=1, max_size=12, unique=True))
def test_every_stranger_is_kept(navn):
    linje = "til stede: " + ", ".join(navn)
    assert navnene(linje, TOMT) == navn


@pytest.mark.parametrize("navn", NAVN)
def test_a_stranger_s_name_is_not_cut(navn):
    assert navnene(f"til stede: {navn}", TOMT) == [navn]


@pytest.mark.parametrize(
    ("linje", "navn"),
    [
        ("til stede: dag, mai", ["Dag Nilsmark", "Mai Sandnæs"]),
        ("til stede dag mai liv", ["Dag Nilsmark", "Mai Sandnæs", "Liv Strandhaug"]),
        ("til stede: dag-erik, jo, ask", ["Dag-Erik Åsmo", "Jo Askvold", "Ask Bergmo"]),
        ("til stede: dag erik og åse marie", ["Dag-Erik Åsmo", "Åse-Marie Rødmo"]),
        ("til stede: kari n, nilsmark", ["Kari Nordby", "Dag Nilsmark"]),
        ("til stede: siri/rune + alf & hege", ["Siri Juul", "Rune Stav", "Alf Alm", "Hege Ryggen"]),
        ("til stede: emeli ås, per von holt", ["Emeli Ås", "Per von Holt"]),
        ("til stede: Dag-Arne Ukjentsen", ["Dag-Arne Ukjentsen"]),
    ],
)
def test_as_they_are_written(linje, navn):
    assert navnene(linje) == navn


def test_what_is_no_name_is_told():
    linje = "til stede: Navn0 Navnesen, Siri, 3 fra fylket"
    assert navnene(linje) == ["Siri Juul"]
    assert uforstaatt(linje, KJENTE, DAG, (1,)) == ("Navn0 Navnesen", "3 fra fylket")


def test_of_two_who_fit_as_well_both_are_told():
    (bjoern,) = les("til stede: bjørn", KJENTE, DAG, (1,))
    assert (bjoern.navn, bjoern.kandidater) == ("Bjørn", ("Bjørn Eidemo", "Bjørn Inge Vikmo"))


@pytest.mark.parametrize(
    ("skrevet", "til", "nr"),
    [
        ("jonas l", Grad.DEL, (1,)),
        ("jonas", Grad.DEL, (0, 1)),
        ("moe", Grad.DEL, (0,)),
        ("moe", Grad.FORNAVN, ()),
        ("jonas hansen", Grad.DEL, ()),
        ("", Grad.DEL, ()),
    ],
)
def test_how_much_of_a_name(skrevet, til, nr):
    assert treff(("Jonas Moe", "Jonas Lie"), skrevet, til) == nr


@pytest.mark.parametrize(
    ("tekst", "klokke"),
    [
        ("siri kom tolv tjue", time(12, 20)),
        ("klokka tolv tjue", time(12, 20)),
        ("klokka tretten null fem", time(13, 5)),
        ("kl 12 20", time(12, 20)),
        ("ti over ett", time(13, 10)),
        ("halv to", time(13, 30)),
        ("tjue fem over tolv", time(12, 25)),
        ("kl. 12.20", time(12, 20)),
    ],
)
def test_a_spoken_clock(tekst, klokke):
    assert klokken(tekst, DAG) == klokke


def test_spoken_numbers_that_are_no_time_stay():
    for tekst in ("", "tjue fem", "de var tolv", "tolv komma tjue", "kom 12.20", "et tjue"):
        assert med_klokker(tekst) == tekst
    for tekst in ("tjueniende mai", "29. mai", "femti mai", "de kom i mai"):
        assert med_dager(tekst) == tekst
    assert med_dager("innen tjue ni mai") == "innen 29. mai"
    assert med_dager("tretti en mai og fem juni") == "31. mai og 5. juni"


@pytest.mark.parametrize(
    ("skrevet", "navn"),
    [
        ("emeli", "Emeli"),
        ("per von holt", "Per von Holt"),
        ("dag-erik", "Dag-Erik"),
        ("von holt", "Von Holt"),
        ("McAdam bø", "McAdam bø"),
        ("ledere i fagrådene", "Ledere i fagrådene"),
    ],
)
def test_capitals(skrevet, navn):
    assert med_stor(skrevet) == navn

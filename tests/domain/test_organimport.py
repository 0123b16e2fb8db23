"""A list of bodies against those that are stored."""

from datetime import date

import pytest

from bot.documents import regneark
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.organimport import Organplan, overlapp, planlegg
from bot.domain.register import Register
from bot.domain.tabell import ManglerKolonner

NORD = Helsefellesskap("Nordre", 1)
HODE = "helsefellesskap;navn;kort;alias;fra;til;frist_dager;quorum"


def asu() -> Organ:
    navn = [Organnavn("Administrativt utvalg", Navneslag.NAVN), Organnavn("ASU", Navneslag.KORT)]
    return Organ(1, navn, id=10)


def plan(
    *rader: str, hode: str = HODE, register: Register | None = None, fellesskap: str = ""
) -> Organplan:
    register = register or Register(1, (NORD,), (asu(),))
    return planlegg(register, regneark.les("\n".join([hode, *rader]).encode()), fellesskap)


def status(p: Organplan) -> list[str]:
    return [rad.status.value for rad in p.rader]


def feil(p: Organplan) -> list[str]:
    return [f"{rad.nummer} {f.kode}" for rad in p.rader for f in rad.feil]


def etter(p: Organplan) -> Register:
    """What is stored when the plan is, as the ids would be."""
    navn = list(dict.fromkeys(["Nordre", *p.nye_fellesskap]))
    organer = [u.organ for u in p.utvalg]
    for nr, u in enumerate(p.utvalg):
        u.organ.id, u.organ.helsefellesskap_id = u.organ.id or 50 + nr, navn.index(u.fellesskap) + 1
    return Register(2, tuple(Helsefellesskap(n, i) for i, n in enumerate(navn, 1)), tuple(organer))


def test_a_new_body_a_changed_one_and_the_same_file_again():
    rader = (
        "Nordre;Administrativt utvalg;ASU;Samarbeidsutvalget;;;5;7",
        "Nordre;Fagråd for barn, unge og familie;Fagråd 1;Barnerådet|FBU;;;ingen;",
    )
    p = plan(*rader)
    assert status(p) == ["endret", "ny"]
    assert [(e.felt, e.fra, e.til) for e in p.rader[0].endringer] == [
        ("alias", None, "Samarbeidsutvalget"),
        ("frist_dager", None, 5),
        ("quorum", None, 7),
    ]
    assert [n.navn for n in p.utvalg[1].organ.navneliste][2:] == ["Barnerådet", "FBU"]
    assert status(plan(*rader, register=etter(p))) == ["uendret", "uendret"]


def test_a_body_gets_a_new_name_from_a_date_by_a_vedtak():
    rader = (
        "Administrativt utvalg;ASU;;;31.12.2025;",
        "Strategisk utvalg;SSU;ASU;01.01.2026;;ASU 12/25",
    )
    hode = "navn;kort;alias;fra;til;vedtak"
    p = plan(*rader, hode=hode)
    (utvalg,) = p.utvalg
    assert utvalg.organ.id == 10
    assert [utvalg.organ.kort(dag) for dag in (date(2025, 12, 31), date(2026, 1, 1))] == ["ASU", "SSU"]
    assert utvalg.organ.navneliste[-1] == Organnavn(
        "ASU", Navneslag.ALIAS, date(2026, 1, 1), None, "ASU 12/25"
    )
    assert status(plan(*rader, hode=hode, register=etter(p))) == ["uendret", "uendret"]
    assert status(plan(*reversed(rader), hode=hode, register=etter(p))) == ["uendret", "uendret"]


def test_an_old_name_that_is_not_ended_is_asked_to_be():
    p = plan("Nordre;Strategisk utvalg;SSU;ASU;01.01.2026;;;")
    assert feil(p) == ["2 navn_samtidig"]
    assert not p.kan_lagres


@pytest.mark.parametrize(
    ("rad", "kode"),
    [
        ("Nordre;;PSU;;;;;", "tom"),
        ("Nordre;PSU;;;i går;;;", "fra"),
        ("Nordre;PSU;;;02.01.2026;01.01.2026;;", "fra_etter_til"),
        ("Nordre;PSU;;;;;snart;", "frist_dager"),
        ("Nordre;PSU;;;;;;0", "quorum"),
        ("Norde;PSU;;;;;;", "nesten_fellesskap"),
        ("Nordre;Administrativt utvalg;PSU;;;;;;x", "for_mange_celler"),
    ],
)
def test_what_is_wrong_with_a_row(rad, kode):
    assert feil(plan(rad)) == [f"2 {kode}"]


def test_rows_that_disagree_and_a_body_that_could_be_two():
    p = plan("Nordre;Administrativt utvalg;ASU;;;;5;", "Nordre;Administrativt utvalg;ASU;;;;6;")
    assert feil(p) == ["3 ulik_innstilling"]
    psu = Organ(1, [Organnavn("PSU", Navneslag.KORT)], id=11)
    p = plan("Nordre;Nytt utvalg;ASU;PSU;;;;", register=Register(1, (NORD,), (asu(), psu)))
    assert feil(p) == ["2 flere_utvalg"]


def test_whose_it_is_is_said_in_the_row_by_the_setting_or_by_there_being_one():
    to = Register(1, (NORD, Helsefellesskap("Søndre", 2)), (asu(),))
    assert feil(plan("PSU", hode="navn", register=to)) == ["2 tom"]
    assert status(plan("PSU", hode="navn", register=to, fellesskap="Søndre")) == ["ny"]
    assert status(plan("PSU", hode="navn")) == ["ny"]
    p = plan("Vestre;PSU;;;;;;")
    assert p.nye_fellesskap == ("Vestre",)


def test_what_is_left_out_is_told_and_what_is_like_another_is_too():
    p = plan("Nordre;Administrativt utvallg;;;;;;")
    assert p.uteblitt == ("Administrativt utvalg",)
    assert p.rader[0].ligner == "Administrativt utvalg"
    p = plan("Nordre;Administrativt utvalg;;;;;;")
    assert p.uteblitt == ("ASU",)
    assert status(p) == ["uendret"]


def test_a_file_without_names_of_columns():
    with pytest.raises(ManglerKolonner):
        plan("Nordre", hode="helsefellesskap")


def test_aliases_may_hold_at_once_and_other_names_not():
    navn = [
        Organnavn("A", Navneslag.ALIAS),
        Organnavn("B", Navneslag.ALIAS),
        Organnavn("C", Navneslag.KORT),
    ]
    assert overlapp(navn) is None
    assert overlapp([*navn, Organnavn("D", Navneslag.KORT)]) is not None


BRYTERHODE = "helsefellesskap;navn;kort;merknadsfrist_dager;godkjenn_ved_taushet;vurderingsskjema"


def test_how_its_referat_is_approved():
    p = plan("Nordre;Administrativt utvalg;ASU;5;ja;Nei", hode=BRYTERHODE)
    assert [(e.felt, e.fra, e.til) for e in p.rader[0].endringer] == [
        ("merknadsfrist_dager", 10, 5),
        ("godkjenn_ved_taushet", False, True),
    ]
    organ = p.utvalg[0].organ
    assert (organ.merknadsfrist_dager, organ.godkjenn_ved_taushet, organ.vurderingsskjema) == (
        5,
        True,
        False,
    )
    assert p.ukjente == ()


def test_an_empty_cell_says_nothing_and_what_is_neither_yes_nor_no_is_wrong():
    assert plan("Nordre;Administrativt utvalg;ASU;;;", hode=BRYTERHODE).utvalg == ()
    assert feil(plan("Nordre;Administrativt utvalg;ASU;;kanskje;", hode=BRYTERHODE)) == ["2 bryter"]

"""A list of members against those that are stored."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents import regneark
from bot.domain import medlemseksport
from bot.domain.medlemsimport import planlegg
from bot.domain.medlemsplan import Medlemsplan
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from bot.domain.register import Register
from bot.domain.tabell import DobbelKolonne, ManglerKolonner, Radstatus

DAG = date(2026, 3, 2)
AAD = "5d2f3c1a-0000-4000-8000-00000000000"
NORD, SOER = Helsefellesskap("Nordre", 1), Helsefellesskap("Søndre", 2)


def organ(organ_id: int, navn: str, *medlemmer: Medlem, fellesskap: int = 1) -> Organ:
    navneliste = [Organnavn(f"{navn} utvalg", Navneslag.NAVN), Organnavn(navn, Navneslag.KORT)]
    return Organ(fellesskap, navneliste, list(medlemmer), id=organ_id)


LIV = Medlem("Liv Berg", Rolle.LEDER, "Fjell kommune", side=Side.KOMMUNER, person_id=1)
OLA = Medlem("Ola Dahl", representerer="Vik kommune", epost="ola@vik.example", person_id=2)
PER = Medlem("Per Lie", Rolle.VARA, "Vik kommune", "Ola Dahl", 1, person_id=3)


def register(*organer: Organ) -> Register:
    return Register(1, (NORD, SOER), organer or (organ(10, "ASU", LIV, OLA, PER), organ(11, "PSU", OLA)))


def plan(csv: str, av: Register | None = None, dag: date = DAG, fellesskap: str = "") -> Medlemsplan:
    return planlegg(av or register(), regneark.les(csv.encode()), dag, fellesskap)


def status(p: Medlemsplan) -> list[str]:
    return [rad.status.value for rad in p.rader]


def feil(p: Medlemsplan) -> list[str]:
    return [f"{rad.nummer} {f.kode}" for rad in p.rader for f in rad.feil]


def medlemmer(p: Medlemsplan, organ_id: int = 10) -> list[Medlem]:
    return next(o.medlemmer for o in p.organer if o.id == organ_id)


def test_each_row_is_new_changed_or_unchanged_and_who_is_left_out_is_told():
    p = plan(
        "organ;navn;rolle;representerer\nASU;Liv Berg;leder;Fjell kommune\n"
        "ASU;Ola Dahl;;Nes kommune\nasu;Eva Moe;Observatør;\n"
    )
    assert status(p) == ["uendret", "endret", "ny"]
    assert [(e.felt, e.fra, e.til) for e in p.rader[1].endringer] == [
        ("representerer", "Vik kommune", "Nes kommune")
    ]
    assert [(u.organ.id, u.medlem.navn) for u in p.uteblitt] == [(10, "Per Lie")]
    assert [m.navn for m in medlemmer(p)] == ["Liv Berg", "Ola Dahl", "Per Lie", "Eva Moe"]
    assert p.kan_lagres


def test_the_heading_comes_in_any_order_and_case_and_a_column_that_is_not_there_changes_nothing():
    p = plan("NAVN,Organ\nPer Lie,ASU utvalg\n")
    assert status(p) == ["uendret"]
    assert not p.kan_lagres


@pytest.mark.parametrize(
    ("skrevet", "rolle"),
    [
        ("sekretær", Rolle.SEKRETARIAT),
        ("Sekretariat", Rolle.SEKRETARIAT),
        ("leiar", Rolle.LEDER),
        ("", Rolle.MEDLEM),
    ],
)
def test_roles_are_written_in_many_ways(skrevet, rolle):
    p = plan(f"organ;navn;rolle\nASU;Eva Moe;{skrevet}\n")
    assert p.rader[0].medlem.rolle is rolle


@pytest.mark.parametrize(
    ("rad", "kode"),
    [
        ("UKJENT;Eva Moe;;;;;;;;", "ukjent_organ"),
        (";Eva Moe;;;;;;;;", "tom"),
        ("ASU;;;;;;;;;", "tom"),
        ("ASU;Eva Moe;sjef;;;;;;;", "rolle"),
        ("ASU;Eva Moe;;;;eva(at)nes;;;;", "epost"),
        ("ASU;Eva Moe;;;;;1234;;;", "aad_id"),
        ("ASU;Eva Moe;;;;;;venstre;;", "side"),
        ("ASU;Eva Moe;;;;;;;32.01.2026;", "fra"),
        ("ASU;Eva Moe;;;;;;;01.02.2026;01.01.2026", "fra_etter_til"),
        ("ASU;Eva Moe;vara;Kari;;;;;;", "vara_for"),
        ("ASU;Eva Moe;vara;Ola Dahl;to;;;;;", "rekkefoelge"),
        ("ASU;Eva Moe;vara;Ola Dahl;0;;;;;", "rekkefoelge"),
        ("ASU;Eva Moe;vara;Ola Dahl;1;;;;;", "samme_rekkefoelge"),
        ("ASU;Eva Moe;medlem;Ola Dahl;;;;;;", "ikke_vara"),
        ("ASU;Eva Moe;;;;;;;;;mer", "for_mange_celler"),
    ],
)
def test_what_is_wrong_with_a_row(rad, kode):
    hode = "organ;navn;rolle;vara_for;rekkefoelge;epost;aad_id;side;fra;til"
    p = plan(f"{hode}\nASU;Liv Berg;leder;;;;;;;\n{rad}\n")
    assert feil(p) == [f"3 {kode}"]
    assert status(p)[1] == "feil"
    assert not p.kan_lagres


def test_rows_that_disagree_with_one_another():
    assert feil(plan("organ;navn;rolle\nASU;Eva Moe;medlem\nASU;eva moe;medlem\n")) == ["3 to_ganger"]
    delt = "organ;navn;epost\nASU;Eva Moe;post@nes.example\nPSU;Jon Vik;post@nes.example\n"
    assert feil(plan(delt)) == ["3 ulik_navn"]
    hode = "organ;navn;rolle;vara_for;rekkefoelge"
    rekke = f"{hode}\nASU;A B;vara;Fjell kommune;2\nASU;C D;vara;fjell kommune;2\n"
    assert feil(plan(rekke)) == ["2 samme_rekkefoelge", "3 samme_rekkefoelge"]


def test_one_may_be_both_member_and_vara_and_vara_for_two():
    rader = ["ASU;Eva Moe;medlem;", "ASU;Eva Moe;vara;Ola Dahl", "ASU;Eva Moe;vara;Fjell kommune"]
    csv = "\n".join(["organ;navn;rolle;vara_for", *rader])
    p = plan(csv)
    assert status(p) == ["ny", "ny", "ny"]
    assert len({m.person_id for m in medlemmer(p) if m.navn == "Eva Moe"}) == 1


def test_a_column_twice_or_missing_stops_the_whole_list():
    with pytest.raises(DobbelKolonne):
        plan("organ;navn;Navn\nASU;a;b\n")
    with pytest.raises(ManglerKolonner):
        plan("navn;rolle\nEva;leder\n")
    assert plan("organ;navn;Telefon\nASU;Eva Moe;12\n").ukjente == ("Telefon",)


def test_a_body_by_any_name_it_has_had_and_asked_for_where_two_helsefellesskap_have_it():
    to = register(organ(10, "ASU"), organ(20, "ASU", fellesskap=2))
    assert feil(plan("organ;navn\nASU;Eva Moe\n", to)) == ["2 flere_fellesskap"]
    assert plan("organ;navn;helsefellesskap\nASU;Eva Moe;søndre\n", to).rader[0].organ.id == 20
    assert plan("organ;navn\nASU;Eva Moe\n", to, fellesskap="Nordre").rader[0].organ.id == 10


def test_two_of_one_name_are_asked_to_be_told_apart():
    annen = Medlem("Ola Dahl", epost="ola@nes.example", person_id=9)
    reg = register(organ(10, "ASU"), organ(11, "PSU", OLA), organ(12, "AU", annen))
    assert feil(plan("organ;navn\nASU;Ola Dahl\n", reg)) == ["2 flere_personer"]
    assert status(plan("organ;navn\nPSU;Ola Dahl\n", reg)) == ["uendret"]
    p = plan("organ;navn;epost\nASU;Ola Dahl;ola@nes.example\n", reg)
    assert p.rader[0].medlem.person_id == 9


def test_what_is_said_of_a_person_holds_in_all_their_rows():
    csv = f"organ;navn;epost;aad_id\nPSU;Ola Dahl;;{AAD}1\nASU;Eva Moe;;\nASU;Ola Dahl;ola@nytt.example;\n"
    p = plan(csv)
    assert {(m.epost, m.aad_id) for o in p.organer for m in o.medlemmer if m.person_id == 2} == {
        ("ola@nytt.example", f"{AAD}1")
    }


def test_an_email_that_changes_is_still_the_same_person():
    p = plan("organ;navn;epost\nASU;Ola Dahl;ola.dahl@nytt.example\n")
    assert [(e.felt, e.til) for e in p.rader[0].endringer] == [("epost", "ola.dahl@nytt.example")]
    to = "organ;navn;epost\nASU;Ola Dahl;annen@vik.example\nASU;Ola Dahl;ola@vik.example\n"
    assert status(plan(to)) == ["ny", "uendret"]


def test_a_new_role_ends_the_old_one_the_day_before():
    p = plan("organ;navn;rolle\nASU;Ola Dahl;nestleder\n")
    ola = [m for m in medlemmer(p) if m.navn == "Ola Dahl"]
    assert [(m.rolle, m.fra, m.til) for m in ola] == [
        (Rolle.MEDLEM, None, date(2026, 3, 1)),
        (Rolle.NESTLEDER, DAG, None),
    ]
    etter = register(*p.organer)
    assert status(plan("organ;navn;rolle\nASU;Ola Dahl;nestleder\n", etter)) == ["uendret"]


def test_a_sekretariat_who_was_a_member_is_both():
    p = plan("organ;navn;rolle\nASU;Ola Dahl;sekretær\n")
    assert status(p) == ["ny"]
    assert [u.medlem.navn for u in p.uteblitt] == ["Liv Berg", "Ola Dahl", "Per Lie"]


def test_one_who_has_left_comes_back_as_a_row_of_their_own():
    sluttet = replace(LIV, fra=date(2020, 1, 1), til=date(2024, 12, 31))
    p = plan("organ;navn;rolle\nASU;Liv Berg;leder\n", register(organ(10, "ASU", sluttet)))
    assert status(p) == ["ny"]
    assert medlemmer(p)[0] == sluttet
    assert p.uteblitt == ()


def test_an_end_in_the_file_ends_a_seat():
    p = plan("organ;navn;til\nASU;Ola Dahl;2026-12-31\n")
    assert [(e.felt, e.til) for e in p.rader[0].endringer] == [("til", date(2026, 12, 31))]


NAVN = ["Liv Berg", "Ola Dahl", "Per Lie", "=Eva Moe", "Åse; Ny", '"Jon" Vik']
navn = st.sampled_from(NAVN)
dager = st.dates(date(2020, 1, 1), date(2030, 1, 1)) | st.none()
ord_ = st.sampled_from(["Nes kommune", "+47", "HNT", "Fjell, Vik"]) | st.none()


@st.composite
def et_medlem(draw) -> Medlem:
    rolle = draw(st.sampled_from(list(Rolle)))
    vara = rolle is Rolle.VARA
    fra, til = draw(dager), draw(dager)
    if fra and til and fra > til:
        fra, til = til, fra
    return Medlem(
        draw(navn),
        rolle,
        draw(ord_),
        draw(ord_) if vara else None,
        draw(st.none() | st.integers(1, 9)) if vara else None,
        draw(ord_),
        draw(st.sampled_from(list(Side)) | st.none()),
        fra=fra,
        til=til,
    )


@st.composite
def et_register(draw) -> Register:
    """As storage holds it: one person to a name, and nobody twice in a seat at the same time."""
    organer = []
    for nr, kort in enumerate(["ASU", "PSU"], 1):
        alle: list[Medlem] = []
        for ny in draw(st.lists(et_medlem(), max_size=8)):
            person = NAVN.index(ny.navn) + 1
            like = [m for m in alle if (m.navn, m.rolle, m.vara_for) == (ny.navn, ny.rolle, ny.vara_for)]
            if not like:
                epost = f"p{person}@nes.example" if person % 2 else None
                alle.append(replace(ny, person_id=person, epost=epost))
        organer.append(organ(nr, kort, *alle))
    return Register(1, (NORD,), tuple(organer))


@given(et_register(), st.dates(date(2022, 1, 1), date(2028, 1, 1)))
def test_what_is_exported_is_imported_as_unchanged(reg, dag):
    csv = regneark.skriv(medlemseksport.kolonner(reg), medlemseksport.rader(reg))
    p = planlegg(reg, regneark.les(csv), dag)
    assert {rad.status for rad in p.rader} <= {Radstatus.UENDRET}
    assert (p.organer, p.uteblitt) == ((), ())

"""Saker til eventuelt: which møte they are on, in which order, the frist, and what may be done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain import eventuelt, meldtsak
from bot.domain.aktoer import Aktoer
from bot.domain.frammoete import Hvem
from bot.domain.meldtsak import Ferdig, MeldtSak, Sakslag, Sakstilstand
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register
from tests.dialogs.chat import kl

ANNE, BERIT = Hvem("Anne Berg", 1), Hvem("Berit Dahl", 2)
AT = datetime(2024, 5, 8, 7, tzinfo=UTC)


def hode(
    id_: int, dag: date, *organer: int, avlyst: bool = False, start: time | None = time(12)
) -> Moetehode:
    return Moetehode(id_, 1, organer or (1,), dag, start, time(15), None, True, False, 1, avlyst)


MAI, JUNI, AUGUST = date(2024, 5, 15), date(2024, 6, 12), date(2024, 8, 21)


def register(*moeter: Moetehode, frist_dager: int | None = None) -> Register:
    organer = tuple(
        Organ(1, [Organnavn(n, Navneslag.KORT)], id=i, frist_dager=frist_dager)
        for i, n in ((1, "ASU"), (2, "PSU"))
    )
    return Register(1, (Helsefellesskap("Nordre", 1),), organer, moeter)


REGISTER = register(hode(5, MAI), hode(6, JUNI), hode(7, AUGUST))


def sak(id_: int = 1, tittel: str = "Tolk", av: Hvem = ANNE, **mer) -> MeldtSak:
    felter = {"moete_id": 5, "organ_id": 1, "slag": Sakslag.EVENTUELT, "at": AT, **mer}
    return meldtsak.meldt(MeldtSak(tittel=tittel, av=av, av_key=f"aad-{av.navn}", id=id_, **felter), av)


def paa(saker: list[MeldtSak], moete_id: int, reg: Register = REGISTER) -> list[int | None]:
    moetet = reg.hode(moete_id)
    assert moetet
    return [s.id for s in eventuelt.til_eventuelt(reg, saker, moetet)]


def test_the_list_is_in_the_order_they_were_raised_and_numbered_anew():
    saker = [sak(3), sak(1), sak(2)]
    assert paa(saker, 5) == [1, 2, 3]
    saker[1] = meldtsak.trukket(saker[1], ANNE, AT)
    assert paa(saker, 5) == [2, 3]
    liste = eventuelt.til_eventuelt(REGISTER, saker, REGISTER.moeter[0])
    assert [eventuelt.plass(liste, s) for s in saker] == [2, 0, 1]


def test_an_ordinary_sak_is_not_on_it():
    assert paa([sak(slag=Sakslag.ORDINAER)], 5) == []


def test_what_is_taken_up_stays_on_the_list():
    assert paa([meldtsak.tatt_opp(sak(), BERIT, AT)], 5) == [1]


def test_a_sak_on_a_moete_that_is_avlyst_stands_on_the_next():
    reg = register(hode(5, MAI, avlyst=True), hode(6, JUNI, avlyst=True), hode(7, AUGUST))
    assert paa([sak()], 5, reg) == []
    assert paa([sak()], 7, reg) == [1]


def test_a_sak_that_was_moved_where_no_moete_was_known_stands_on_the_next_that_comes():
    flyttet = meldtsak.flyttet(sak(), 5, None, ANNE, AT)
    assert paa([flyttet], 5) == []
    assert paa([flyttet], 6) == [1]
    assert paa([flyttet], 7) == []
    assert eventuelt.moetet(register(hode(5, MAI)), flyttet) is None


def test_what_was_put_on_where_no_moete_was_known_stands_on_the_first_after_that_day():
    meldt = sak(slag=Sakslag.ORDINAER, moete_id=None)
    paasatt = meldtsak.satt_paa(meldt, None, BERIT, datetime(2024, 6, 20, 7, tzinfo=UTC))
    assert [eventuelt.til_sakslisten(REGISTER, [paasatt], m) for m in REGISTER.moeter] == [
        [],
        [],
        [paasatt],
    ]


def test_of_a_felles_moete_both_bodies_have_theirs_on_the_list():
    felles = register(hode(5, MAI, 1, 2))
    assert paa([sak(1), sak(2, organ_id=2)], 5, felles) == [1, 2]


@pytest.mark.parametrize(
    ("dager", "moetedag", "dag", "sen"),
    [
        (None, MAI, "2024-05-15T11:00", False),
        (0, MAI, "2024-05-15T11:00", False),
        (3, MAI, "2024-05-10T23:59", False),
        (3, MAI, "2024-05-11T00:00", True),
        # 17 May and Whit Monday, 20 May 2024, are no working days.
        (2, date(2024, 5, 22), "2024-05-16T23:59", False),
        (2, date(2024, 5, 22), "2024-05-18T09:00", True),
    ],
)
def test_the_frist_is_whole_working_days_before(dager, moetedag, dag, sen):
    moete = hode(5, moetedag)
    assert eventuelt.er_sen(register(moete, frist_dager=dager), 1, moete, kl(dag)) is sen


def test_it_is_raised_to_the_next_of_each_body_that_is_neither_over_nor_avlyst():
    reg = register(hode(5, MAI, avlyst=True), hode(6, JUNI), hode(7, AUGUST), hode(8, MAI, 2))
    assert [m.id for m in eventuelt.kan_meldes_til(reg, (1, 2), kl("2024-05-08T09:00"))] == [8, 6]
    assert [m.id for m in eventuelt.kan_meldes_til(reg, (1, 2), kl("2024-05-15T15:00"))] == [6]
    assert eventuelt.kan_meldes_til(reg, (2,), kl("2024-05-16T09:00")) == ()


def test_once_it_has_begun_it_can_be_taken_up_all_that_day():
    moete = REGISTER.moeter[0]
    tider = ("2024-05-15T11:59", "2024-05-15T12:00", "2024-05-15T18:00", "2024-05-16T09:00")
    assert [eventuelt.har_begynt(moete, kl(t)) for t in tider] == [False, True, True, False]
    assert eventuelt.har_begynt(replace(moete, start=None), kl("2024-05-15T08:00"))


@pytest.mark.parametrize(
    ("ny", "lik"),
    [
        (sak(2, "tolk "), True),
        (sak(2, at=AT + timedelta(hours=24)), True),
        (sak(2, at=AT + timedelta(hours=24, seconds=1)), False),
        (sak(2, av=BERIT), False),
        (sak(2, "Tolker"), False),
        (sak(2, organ_id=2), False),
        (sak(2, slag=Sakslag.ORDINAER), False),
    ],
)
def test_the_same_words_from_the_same_person_within_a_day_are_the_same_sak(ny, lik):
    assert (eventuelt.samme([sak()], ny) is not None) is lik


def test_what_was_withdrawn_may_be_raised_again():
    assert eventuelt.samme([meldtsak.trukket(sak(), ANNE, AT)], sak(2)) is None


def test_it_is_ones_own_by_the_person_or_by_the_account():
    assert eventuelt.min_egen(sak(), Aktoer(ANNE, "aad-annen"))
    assert eventuelt.min_egen(sak(), Aktoer(Hvem("?"), "aad-Anne Berg"))
    assert not eventuelt.min_egen(sak(), Aktoer(BERIT, "aad-berit"))
    assert not eventuelt.min_egen(sak(av=Hvem("Anne Berg")), Aktoer(Hvem("Anne Berg"), "aad-x"))


def test_everything_has_who_and_when():
    senere = AT + timedelta(days=1)
    s = meldtsak.endret(sak(), "Tolk i helgene", BERIT, senere)
    s = meldtsak.flyttet(s, 5, 6, ANNE, senere)
    s = meldtsak.forfremmet(s, 7, BERIT, senere)
    assert [(linje.hva, linje.av.navn, linje.foer) for linje in s.logg] == [
        ("meldt", "Anne Berg", None),
        ("endret", "Berit Dahl", "Tolk"),
        ("flyttet", "Anne Berg", "5"),
        ("forfremmet", "Berit Dahl", "6"),
    ]
    assert (s.slag, s.tilstand, s.moete_id) == (Sakslag.ORDINAER, Sakstilstand.GODTATT, 7)


FERDIGE = [
    meldtsak.trukket(sak(), ANNE, AT),
    meldtsak.tatt_opp(sak(), ANNE, AT),
    meldtsak.avslaatt(sak(slag=Sakslag.ORDINAER), None, ANNE, AT),
]


@pytest.mark.parametrize("ferdig", FERDIGE)
def test_what_is_done_with_is_not_changed_any_more(ferdig):
    for gjoer in (
        lambda s: meldtsak.endret(s, "x", ANNE, AT),
        lambda s: meldtsak.trukket(s, ANNE, AT),
        lambda s: meldtsak.flyttet(s, 5, 6, ANNE, AT),
        lambda s: meldtsak.forfremmet(s, 6, ANNE, AT),
        lambda s: meldtsak.tatt_opp(s, ANNE, AT),
        lambda s: meldtsak.satt_paa(s, 6, ANNE, AT),
        lambda s: meldtsak.avslaatt(s, "x", ANNE, AT),
    ):
        with pytest.raises(Ferdig):
            gjoer(ferdig)


def test_each_kind_is_decided_in_its_own_way():
    for gjoer in (meldtsak.tatt_opp, lambda s, av, at: meldtsak.forfremmet(s, 6, av, at)):
        with pytest.raises(Ferdig):
            gjoer(sak(slag=Sakslag.ORDINAER), ANNE, AT)
    for gjoer in (
        lambda s, av, at: meldtsak.satt_paa(s, 6, av, at),
        lambda s, av, at: meldtsak.avslaatt(s, None, av, at),
    ):
        with pytest.raises(Ferdig):
            gjoer(sak(), ANNE, AT)
    paasatt = meldtsak.satt_paa(sak(slag=Sakslag.ORDINAER, moete_id=None), 6, BERIT, AT)
    assert [s.id for s in eventuelt.til_sakslisten(REGISTER, [paasatt], REGISTER.moeter[1])] == [1]

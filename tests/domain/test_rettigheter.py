"""The table of rights: without it, with it by name, with it surely."""

import pytest

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.conversation import ConversationKind
from bot.domain.frammoete import Hvem
from bot.domain.organ import Rolle
from bot.domain.rettigheter import (
    REGLER,
    IkkeLov,
    IkkePrivat,
    Mangler,
    Rett,
    Rettigheter,
    har,
    krev,
    krev_privat,
)

ASU, PSU = 1, 2
ALLE_PAR = [(rett, rolle) for rett in Rett for rolle in Rolle]


def aktoer(*roller: Rolle, sikkerhet=Sikkerhet.SIKKER, admin=False) -> Aktoer:
    return Aktoer(Hvem("Liv", 1), "k", sikkerhet, admin, {ASU: frozenset(roller)} if roller else {})


def hva_mangler(*hvem_og_hva) -> Mangler:
    with pytest.raises(IkkeLov) as avslag:
        krev(*hvem_og_hva)
    return avslag.value.mangler


def test_every_right_has_a_rule():
    assert set(REGLER) == set(Rett)


@pytest.mark.parametrize(("rett", "rolle"), ALLE_PAR)
def test_a_role_has_the_rights_of_the_table_and_no_others(rett, rolle):
    if rolle in REGLER[rett].roller:
        krev(aktoer(rolle), rett, [ASU])
    else:
        assert hva_mangler(aktoer(rolle), rett, [ASU]) is Mangler.ROLLE


@pytest.mark.parametrize("rett", Rett)
def test_nobody_has_a_right_without_a_role(rett):
    assert hva_mangler(aktoer(), rett, [ASU]) is Mangler.ROLLE


@pytest.mark.parametrize("rett", Rett)
def test_a_role_counts_in_its_own_body_alone(rett):
    assert har(aktoer(*Rolle), rett, [PSU, ASU])
    assert hva_mangler(aktoer(*Rolle), rett, [PSU]) is Mangler.ROLLE
    assert hva_mangler(aktoer(*Rolle), rett, []) is Mangler.ROLLE


@pytest.mark.parametrize("rett", Rett)
def test_a_name_alone_is_enough_for_little(rett):
    ved_navn = aktoer(*Rolle, sikkerhet=Sikkerhet.NAVN)
    if REGLER[rett].ved_navn:
        krev(ved_navn, rett, [ASU])
    else:
        assert hva_mangler(ved_navn, rett, [ASU]) is Mangler.KNYTNING


def test_what_a_name_alone_gives_is_these_and_nothing_else():
    assert {rett for rett in Rett if REGLER[rett].ved_navn} == {
        Rett.SE_FRAMMOETE,
        Rett.SE_EVENTUELT,
        Rett.MELDE_FORFALL,
        Rett.MELDE_EVENTUELT,
    }


@pytest.mark.parametrize("rett", Rett)
def test_an_administrator_has_them_all_in_every_body(rett):
    krev(aktoer(sikkerhet=Sikkerhet.UKJENT, admin=True), rett, [PSU])


@pytest.mark.parametrize("sted", [ConversationKind.GROUP, ConversationKind.CHANNEL])
def test_what_is_private_is_not_done_where_others_listen(sted):
    krev_privat(ConversationKind.PERSONAL)
    with pytest.raises(IkkePrivat):
        krev_privat(sted)


def test_administrators_come_from_the_settings_whatever_the_case():
    rettigheter = Rettigheter(frozenset({"AAD-1"}))
    assert rettigheter.er_admin("aad-1")
    assert not any(rettigheter.er_admin(hvem) for hvem in ("aad-2", "", None))


def test_an_empty_setting_is_nobody():
    assert not Rettigheter(frozenset({""})).er_admin("")
    assert not Rettigheter().er_admin("aad-1")


def test_without_app_id_and_administrators_everybody_is_one():
    assert Rettigheter(aapen=True).er_admin(None)

"""An oppgave through its life: who may do what, and what is kept of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import oppgaver
from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavetilstand
from bot.domain.organ import Rolle
from bot.domain.rettigheter import IkkeLov, Mangler

JONAS, EMELI = Hvem("Jonas Vik", 1), Hvem("Emeli Nes", 2)
NAA = datetime(2024, 12, 2, 12, tzinfo=UTC)
H = oppgaver.handling(EMELI, NAA)
DES, FEB = date(2024, 12, 4), date(2025, 2, 17)


@pytest.fixture
def oppgave() -> Oppgave:
    return oppgaver.laget(Oppgave(1, 7, "Ringer kommunene", 3, ansvarlige=(JONAS,), frist=DES), H)


def hendelser(oppgave):
    return [linje.hva for linje in oppgave.logg]


def test_the_old_frist_is_kept(oppgave):
    ny = oppgaver.ny_frist(oppgave, FEB, NAA.date(), H)
    assert (ny.frist, ny.frister) == (FEB, (DES,))
    assert (ny.logg[-1].foer, ny.logg[-1].etter) == ("2024-12-04", "2025-02-17")


def test_a_frist_in_the_past_is_refused_and_today_is_not(oppgave):
    with pytest.raises(oppgaver.FristIFortid):
        oppgaver.ny_frist(oppgave, NAA.date() - timedelta(days=1), NAA.date(), H)
    assert oppgaver.ny_frist(oppgave, NAA.date(), NAA.date(), H).frist == NAA.date()


def test_the_same_frist_is_no_change(oppgave):
    assert oppgaver.ny_frist(oppgave, DES, NAA.date(), H) is oppgave


def test_taken_back_the_frist_before_holds_again(oppgave):
    ny = oppgaver.med_frist(oppgave, FEB, H)
    tilbake = oppgaver.uten_siste_frist(ny, DES, H)
    assert (tilbake.frist, tilbake.frister) == (DES, ())


@pytest.mark.parametrize("lukk", [oppgaver.ferdig, oppgaver.bortfalt])
def test_what_is_closed_is_not_closed_again_nor_given_a_frist(oppgave, lukk):
    lukket = lukk(oppgave, H)
    for gjoer in (oppgaver.ferdig, oppgaver.bortfalt):
        with pytest.raises(oppgaver.AlleredeLukket):
            gjoer(lukket, H)
    with pytest.raises(oppgaver.AlleredeLukket):
        oppgaver.ny_frist(lukket, FEB, NAA.date(), H)
    assert oppgaver.trukket(lukket, H) is lukket


def test_opened_again_it_says_what_it_was(oppgave):
    igjen = oppgaver.gjenaapnet(oppgaver.ferdig(oppgave, H), H)
    assert igjen.tilstand is Oppgavetilstand.AAPEN
    assert igjen.logg[-1].foer == "ferdig"
    assert hendelser(igjen) == [
        Oppgavehendelse.LAGET,
        Oppgavehendelse.FERDIG,
        Oppgavehendelse.GJENAAPNET,
    ]
    with pytest.raises(oppgaver.AlleredeAapen):
        oppgaver.gjenaapnet(igjen, H)


def test_dropped_it_says_by_which_vedtak(oppgave):
    assert oppgaver.bortfalt(oppgave, H, "sak 3/25").logg[-1].etter == "sak 3/25"


def aktoer(hvem, sikkerhet, *roller):
    return Aktoer(hvem, "k", sikkerhet, roller={1: frozenset(roller)} if roller else {})


@pytest.mark.parametrize(
    ("hvem", "sikkerhet", "roller", "lov"),
    [
        (JONAS, Sikkerhet.SIKKER, [Rolle.MEDLEM], True),
        (JONAS, Sikkerhet.SIKKER, [], True),
        (EMELI, Sikkerhet.SIKKER, [Rolle.REFERENT], True),
        (EMELI, Sikkerhet.SIKKER, [Rolle.LEDER], True),
        (EMELI, Sikkerhet.SIKKER, [Rolle.SEKRETARIAT], True),
        (EMELI, Sikkerhet.SIKKER, [Rolle.MEDLEM], False),
        (EMELI, Sikkerhet.NAVN, [Rolle.REFERENT], False),
        (Hvem("Jonas Vik"), Sikkerhet.UKJENT, [], False),
    ],
)
def test_who_may(oppgave, hvem, sikkerhet, roller, lov):
    assert oppgaver.kan_endre(oppgave, aktoer(hvem, sikkerhet, *roller)) is lov


def test_by_name_alone_one_is_told_what_is_missing(oppgave):
    with pytest.raises(IkkeLov) as avslag:
        oppgaver.krev_endre(oppgave, aktoer(JONAS, Sikkerhet.NAVN, Rolle.MEDLEM))
    assert avslag.value.mangler is Mangler.KNYTNING
    with pytest.raises(oppgaver.IkkeDin):
        oppgaver.krev_endre(oppgave, aktoer(EMELI, Sikkerhet.SIKKER, Rolle.MEDLEM))


def test_a_name_nobody_has_tied_to_a_member_is_theirs_to_see_and_not_to_change(oppgave):
    fra_papir = replace(oppgave, ansvarlige=(Hvem("Jonas  vik"),))
    assert oppgaver.er_min(fra_papir, JONAS)
    assert not oppgaver.kan_endre(fra_papir, aktoer(JONAS, Sikkerhet.SIKKER, Rolle.MEDLEM))


def test_overdue_from_the_day_after_and_only_while_it_is_open(oppgave):
    assert not oppgaver.forfalt(oppgave, DES)
    assert oppgaver.forfalt(oppgave, DES + timedelta(days=1))
    assert not oppgaver.forfalt(oppgaver.ferdig(oppgave, H), DES + timedelta(days=1))
    assert not oppgaver.forfalt(replace(oppgave, frist=None), DES + timedelta(days=1))


def test_the_earliest_frist_first_and_none_last(oppgave):
    uten, sen = replace(oppgave, nr=1, frist=None), replace(oppgave, nr=2, frist=FEB)
    assert [o.nr for o in oppgaver.etter_frist([uten, sen, oppgave])] == [3, 2, 1]

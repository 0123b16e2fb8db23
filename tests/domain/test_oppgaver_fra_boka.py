"""The oppgave of an oppfølging, after each act in the møtebok."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain import oppgaver
from bot.domain.bokoppgaver import beroerte, fulgt, ny
from bot.domain.bokstand import Boksak, Bokstand, Punkt, Revisjon
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Moetebok, Punktslag
from bot.domain.oppgave import Oppgavehendelse, Oppgavetilstand

NAA = datetime(2024, 11, 26, 13, tzinfo=UTC)
JONAS, SIRI = Hvem("Jonas Vik", 1), Hvem("Siri Haug", 2)
H = oppgaver.handling(SIRI, NAA)
BOK = Moetebok(7, NAA, id=5)
DES, FEB = date(2024, 12, 4), date(2025, 2, 17)
SAK = Boksak(2, "Vaktordning", "12/24")


def punkt(tekst="Jonas ringer kommunene.", **mer) -> Punkt:
    felter = {"hvem": (JONAS,), "frist": DES, **mer}
    return Punkt(4, 2, Punktslag.OPPFOELGING, (Revisjon(tekst, SIRI, NAA, 1),), **felter)


def stand(*punkter: Punkt, sak: Boksak = SAK) -> Bokstand:
    return Bokstand(saker=(sak,), punkter={p.nr: p for p in punkter})


TOM, MED = stand(), stand(punkt())


@pytest.fixture
def oppgave():
    laget = ny(BOK, 1, MED, 4, H)
    assert laget is not None
    return replace(laget, nr=1)


def test_dictated_it_is_there_with_all_that_was_said(oppgave):
    assert beroerte(TOM, MED) == [4]
    assert (oppgave.hva, oppgave.ansvarlige, oppgave.frist) == ("Jonas ringer kommunene.", (JONAS,), DES)
    assert (oppgave.sak, oppgave.sak_tittel, oppgave.bok_id, oppgave.punkt) == (
        "12/24",
        "Vaktordning",
        5,
        4,
    )


def test_other_points_touch_nothing():
    notat = replace(punkt(), nr=5, slag=Punktslag.NOTAT)
    assert beroerte(MED, stand(punkt(), notat)) == []
    assert beroerte(MED, MED) == []


def test_struck_or_taken_back_it_is_withdrawn_and_brought_back_it_is_open(oppgave):
    stroeket = stand(punkt(stroeket=True))
    assert beroerte(MED, stroeket) == beroerte(MED, TOM) == [4]
    borte = fulgt(oppgave, MED, stroeket, 4, H)
    assert borte.tilstand is Oppgavetilstand.TRUKKET
    igjen = fulgt(borte, stroeket, MED, 4, H)
    assert igjen.tilstand is Oppgavetilstand.AAPEN
    assert (igjen.frist, igjen.frister) == (DES, ())


def test_a_new_text_is_noted_with_the_old(oppgave):
    etter = stand(punkt("Jonas ringer fylket."))
    ny_ = fulgt(oppgave, MED, etter, 4, H)
    assert ny_.logg[-1].hva is Oppgavehendelse.ENDRET
    assert (ny_.logg[-1].foer, ny_.hva) == ("Jonas ringer kommunene.", "Jonas ringer fylket.")


def test_a_new_frist_keeps_the_old_until_it_is_taken_back(oppgave):
    etter = stand(punkt(frist=FEB, frister=(DES,)))
    ny_ = fulgt(oppgave, MED, etter, 4, H)
    assert (ny_.frist, ny_.frister) == (FEB, (DES,))
    angret = fulgt(ny_, etter, MED, 4, H)
    assert (angret.frist, angret.frister) == (DES, ())


def test_somebody_else_takes_it(oppgave):
    ny_ = fulgt(oppgave, MED, stand(punkt(hvem=(SIRI,))), 4, H)
    assert (ny_.ansvarlige, ny_.logg[-1].foer) == ((SIRI,), "Jonas Vik")


def test_a_frist_that_was_set_on_the_oppgave_stands_when_the_text_is_mended(oppgave):
    utsatt = oppgaver.med_frist(oppgave, FEB, H)
    etter = fulgt(utsatt, MED, stand(punkt("Jonas ringer kommunene i dag.")), 4, H)
    assert (etter.frist, etter.frister) == (FEB, (DES,))


def test_done_it_stays_done_when_its_point_is_struck(oppgave):
    ferdig = oppgaver.ferdig(oppgave, H)
    assert fulgt(ferdig, MED, TOM, 4, H) is ferdig


def test_made_into_a_notat_it_is_no_oppgave_any_more(oppgave):
    etter = stand(replace(punkt(), slag=Punktslag.NOTAT))
    assert beroerte(MED, etter) == [4]
    assert fulgt(oppgave, MED, etter, 4, H).tilstand is Oppgavetilstand.TRUKKET


@pytest.mark.parametrize(
    "etter", [stand(punkt(hjemmel="offl. § 13")), stand(punkt(), sak=replace(SAK, hjemmel="offl. § 13"))]
)
def test_unntatt_follows_from_the_point_and_from_the_sak(oppgave, etter):
    assert beroerte(MED, etter) == [4]
    assert fulgt(oppgave, MED, etter, 4, H).hjemmel == "offl. § 13"


def test_a_sak_that_is_renumbered_takes_its_oppgaver_along(oppgave):
    etter = stand(punkt(), sak=replace(SAK, saksnr="13/24"))
    assert beroerte(MED, etter) == [4]
    assert fulgt(oppgave, MED, etter, 4, H).sak == "13/24"

"""A møte gets another date, or is called off."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import Refusal
from bot.domain.flytting import avlys, beroerte, flytt
from bot.domain.forfall import bekreft_forfall
from bot.domain.frammoete import Slag
from bot.domain.situasjon import KallTrukket
from bot.domain.stilling import Kalltilstand, Svar
from bot.domain.utfall import Beskjedslag
from bot.domain.vara import svar_ja
from bot.domain.varanavn import IngenForfall
from tests.domain.moetebord import ASU, Bord, kl
from tests.domain.test_forfall import ja, kom, meld, nei


def flyttet(bord: Bord, dato: date = date(2024, 5, 23)) -> Bord:
    bord.hode = replace(bord.hode, dato=dato)
    bord.gjoer(flytt, bord["ove"])
    return bord


def test_every_forfall_is_asked_again_and_stands_until_it_is_answered():
    bord = Bord()
    meld(bord, "berit")
    meld(bord, "siri", av="anne")
    flyttet(bord)
    assert bord.til("berit") == [Beskjedslag.GJELDER]
    assert bord.til("siri") == [Beskjedslag.GJELDER]
    stand = bord.sit.stilling.person(bord["berit"])
    assert stand.borte
    assert stand.maa_bekreftes


def test_gjelder_fortsatt():
    bord = Bord()
    meld(bord, "berit")
    flyttet(bord)
    utfall = bord.gjoer(bekreft_forfall, bord["berit"], bord["berit"])
    assert not utfall.allerede
    assert not bord.sit.stilling.person(bord["berit"]).maa_bekreftes
    assert bord.gjoer(bekreft_forfall, bord["berit"], bord["berit"]).allerede
    kom(bord, "berit")
    with pytest.raises(IngenForfall):
        bord.gjoer(bekreft_forfall, bord["berit"], bord["berit"])


def test_a_late_confirmation_is_no_news_to_the_leder():
    bord = Bord()
    meld(bord, "berit")
    flyttet(bord)
    bord.naa = kl("2024-05-23T08:00")
    bord.gjoer(bekreft_forfall, bord["berit"], bord["berit"])
    assert bord.sagt == ()


def test_the_vara_who_said_yes_is_asked_anew_and_the_old_button_counts_no_more():
    bord = Bord()
    meld(bord, "berit", "liv")
    ja(bord, "liv")
    gammelt = bord.kall("liv").id
    flyttet(bord)
    assert bord.til("liv") == [Beskjedslag.KALT]
    assert bord.dekker("berit") is None
    with pytest.raises(KallTrukket):
        bord.gjoer(svar_ja, gammelt, bord["liv"])
    ja(bord, "liv")
    assert bord.dekker("berit") == "Liv Strand"


def test_a_no_to_the_old_date_is_none_to_the_new():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    nei(bord, "liv")
    flyttet(bord)
    assert bord.til("kari") == [Beskjedslag.KALT]


def test_the_member_can_come_on_the_new_date():
    bord = Bord()
    meld(bord, "berit", "liv")
    flyttet(bord)
    kom(bord, "berit")
    assert bord.til("liv") == [Beskjedslag.TRUKKET]
    assert bord.kall("liv").tilstand is Kalltilstand.TRUKKET


def test_who_was_to_come_is_unanswered():
    bord = Bord()
    kom(bord, "siri")
    flyttet(bord)
    assert bord.sit.stilling.person(bord["siri"]).svar is Svar.UBESVART


def test_what_the_sekretariat_has_not_decided_still_waits():
    bord = Bord()
    meld(bord, "berit", "wenche")
    flyttet(bord)
    assert bord.kall("wenche").tilstand is Kalltilstand.PAA_TVERS


def test_avlyst_closes_the_calls_and_h_knows_whom_to_tell():
    bord = Bord()
    meld(bord, "berit", "kari")
    meld(bord, "jonas", "liv")
    ja(bord, "liv")
    kom(bord, "siri")
    skal_vite = [h.navn for h in beroerte(bord.sit)]
    assert sorted(skal_vite) == ["Berit Nes", "Jonas Moe", "Kari Dahl", "Liv Strand", "Siri Haug"]
    bord.gjoer(avlys, bord["ove"])
    assert bord.sagt == ()
    assert len(bord.linjer(Slag.KALL_TRUKKET)) == 2
    bord.hode = replace(bord.hode, avlyst=True)
    with pytest.raises(Refusal):
        ja(bord, "kari")
    assert bord.spurt("berit", ASU) == []

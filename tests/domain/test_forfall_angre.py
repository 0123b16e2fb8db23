"""«Angre»: back to as it was."""

import pytest

from bot.domain.angre import angre
from bot.domain.forfall import noter_merke
from bot.domain.frammoete import Slag
from bot.domain.situasjon import ForSentAaAngre, IngenLinje
from bot.domain.stilling import Kalltilstand, Svar
from bot.domain.utfall import Beskjedslag
from tests.domain.moetebord import ASU, Bord, kl
from tests.domain.test_forfall import ja, kom, meld, nei


def foerste_linje(bord: Bord, slag: Slag) -> int:
    return bord.linjer(slag)[-1].id


def angr(bord: Bord, hvem: str, slag: Slag):
    return bord.gjoer(angre, foerste_linje(bord, slag), bord[hvem])


def test_forfall_is_as_if_it_had_not_been_said():
    bord = Bord()
    meld(bord, "berit")
    angr(bord, "berit", Slag.FORFALL)
    assert bord.sit.stilling.person(bord["berit"]).svar is Svar.UBESVART
    assert bord.sagt == ()


def test_the_vara_is_told_also_one_who_had_said_yes():
    bord = Bord()
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    angr(bord, "berit", Slag.FORFALL)
    assert bord.til("kari") == [Beskjedslag.TRUKKET]
    assert bord.kall("kari").tilstand is Kalltilstand.TRUKKET


def test_the_answer_that_stood_before_stands_again():
    bord = Bord()
    kom(bord, "berit")
    meld(bord, "berit")
    angr(bord, "berit", Slag.FORFALL)
    assert bord.sit.stilling.person(bord["berit"]).svar is Svar.KOMMER


def test_kommer_likevel_is_taken_back_and_the_vara_asked_anew():
    bord = Bord()
    meld(bord, "berit", "liv")
    ja(bord, "liv")
    kom(bord, "berit")
    angr(bord, "berit", Slag.KOMMER)
    assert bord.sit.stilling.person(bord["berit"]).borte
    assert bord.spurt("berit") == ["Liv Strand"]
    assert bord.til("liv") == [Beskjedslag.KALT]


def test_those_who_were_told_of_a_late_forfall_hear_that_it_is_taken_back():
    bord = Bord(naa=kl("2024-05-16T08:00"))
    meld(bord, "berit")
    angr(bord, "berit", Slag.FORFALL)
    assert bord.til("anne") == [Beskjedslag.LIKEVEL]


def test_the_forfall_of_a_vara_who_had_said_yes():
    bord = Bord()
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    bord.naa = kl("2024-05-06T09:30")
    meld(bord, "kari")
    assert bord.spurt("berit") == ["Liv Strand"]
    angr(bord, "kari", Slag.FORFALL)
    assert bord.dekker("berit") == "Kari Dahl"
    assert bord.til("liv") == [Beskjedslag.DEKKET]


def test_the_forfall_of_a_vara_who_had_not_answered():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-06T09:30")
    meld(bord, "kari")
    angr(bord, "kari", Slag.FORFALL)
    assert bord.kall("kari").tilstand is Kalltilstand.AAPENT


def test_a_mark_is_taken_back_and_the_leder_told():
    bord = Bord()
    bord.gjoer(noter_merke, bord["siri"], bord["siri"], Slag.SENT, None)
    angr(bord, "siri", Slag.SENT)
    assert [(b.til, b.angret) for b in bord.sagt] == [(bord["anne"], True)]
    assert bord.sit.stilling.person(bord["siri"]).svar is Svar.UBESVART


def test_lines_written_together_are_taken_back_together():
    bord = Bord()
    meld(bord, "siri")
    bord.naa = kl("2024-05-07T09:00")
    utfall = bord.gjoer(noter_merke, bord["siri"], bord["siri"], Slag.SENT, None)
    assert [x.slag for x in utfall.linjer] == [Slag.KOMMER, Slag.SENT]
    angr(bord, "siri", Slag.KOMMER)
    assert bord.sit.stilling.person(bord["siri"]).borte


def test_a_name_that_was_added_is_taken_back():
    bord = Bord()
    meld(bord, "berit")
    bord.naa = kl("2024-05-06T10:00")
    meld(bord, "berit", "kari")
    angr(bord, "berit", Slag.KALT)
    assert bord.til("kari") == [Beskjedslag.TRUKKET]
    assert bord.spurt("berit") == []
    meld(bord, "berit", "Tormod")
    angr(bord, "berit", Slag.STEDFORTREDER)
    assert bord.sit.stilling.stedfortreder(ASU, bord["berit"]) is None
    assert bord.sit.stilling.person(bord["berit"]).borte


def test_what_cannot_be_taken_back():
    bord = Bord()
    meld(bord, "berit", "kari")
    foerste = foerste_linje(bord, Slag.FORFALL)
    with pytest.raises(ForSentAaAngre):
        bord.gjoer(angre, foerste, bord["jonas"])
    with pytest.raises(IngenLinje):
        bord.gjoer(angre, 999, bord["berit"])
    nei(bord, "kari")
    with pytest.raises(IngenLinje):
        angr(bord, "kari", Slag.VARA_NEI)
    kom(bord, "berit")
    with pytest.raises(ForSentAaAngre):
        bord.gjoer(angre, foerste, bord["berit"])


def test_angre_twice_is_done_once():
    bord = Bord()
    meld(bord, "berit")
    angr(bord, "berit", Slag.FORFALL)
    with pytest.raises(IngenLinje):
        angr(bord, "berit", Slag.FORFALL)

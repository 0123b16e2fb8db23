"""Who comes, counted."""

import pytest

from bot.domain.frammoetetall import Beslutning, Tall, frammoetetall
from bot.domain.organ import Rolle, Side
from tests.domain.moetebord import ASU, Bord, folk, medlem, organ
from tests.domain.test_forfall import ja, kom, meld


def test_present_absent_vara_and_unanswered_by_side_and_seat():
    bord = Bord()
    kom(bord, "anne")
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    meld(bord, "jonas", "liv")
    tall = frammoetetall(bord.sit, ASU)
    assert tall.alle == Tall(kommer=1, vara=1, forfall=1, ubesvart=1, spurt=1)
    assert dict(tall.sider) == {
        Side.KOMMUNER: Tall(vara=1, forfall=1, spurt=1),
        Side.HELSEFORETAK: Tall(kommer=1, ubesvart=1),
    }
    assert dict(tall.seter)["Nordre"] == Tall(vara=1, forfall=1, spurt=1)
    rad = next(r for r in tall.rader if r.plass.hvem == bord["berit"])
    assert rad.vara is not None
    assert rad.vara.vara == bord["kari"]


def test_the_sekretariat_is_shown_and_not_counted():
    tall = frammoetetall(Bord().sit, ASU)
    assert len(tall.rader) == 5
    assert tall.alle == Tall(ubesvart=4)


def test_a_stedfortreder_is_shown_and_not_counted():
    bord = Bord()
    meld(bord, "berit", "Tormod")
    tall = frammoetetall(bord.sit, ASU)
    assert tall.alle.til_stede == 0
    assert tall.rader[1].stedfortreder == bord["Tormod"]


def test_somebody_without_a_side():
    bord = Bord(organ(ASU, "ASU", [medlem("Tor Li", 1, Rolle.BRUKERREPRESENTANT)]))
    tall = frammoetetall(bord.sit, ASU)
    assert tall.sider == ((None, Tall(ubesvart=1)),)
    assert tall.seter == ((None, Tall(ubesvart=1)),)


def test_without_a_quorum_it_is_consensus():
    assert frammoetetall(Bord().sit, ASU).beslutning is Beslutning.KONSENSUS


@pytest.mark.parametrize(
    ("kommer", "borte", "quorum", "svar"),
    [
        (["anne", "berit"], [], 2, Beslutning.JA),
        (["anne"], [], 3, Beslutning.UAVKLART),
        (["anne"], ["siri", "jonas"], 3, Beslutning.NEI),
        (["anne"], ["siri", "jonas"], 2, Beslutning.UAVKLART),
    ],
)
def test_quorum(kommer, borte, quorum, svar):
    bord = Bord(organ(ASU, "ASU", folk(), quorum=quorum))
    for hvem in kommer:
        kom(bord, hvem)
    for hvem in borte:
        meld(bord, hvem)
    assert frammoetetall(bord.sit, ASU).beslutning is svar


def test_a_vara_who_is_asked_could_tip_it():
    bord = Bord(organ(ASU, "ASU", folk(), quorum=4))
    meld(bord, "siri", "wenche")
    for hvem in ("anne", "berit", "jonas"):
        kom(bord, hvem)
    assert frammoetetall(bord.sit, ASU).beslutning is Beslutning.UAVKLART
    assert frammoetetall(bord.sit, ASU).mangler == 1
    ja(bord, "wenche")
    assert frammoetetall(bord.sit, ASU).beslutning is Beslutning.JA

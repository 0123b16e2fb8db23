"""Frammøte in the words it is said in: «alle unntatt …», «på Teams», spoken clocks; answers to «Hvem?»."""

import pytest

from bot.domain.bokstand import Status
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def med(ref, status=Status.TIL_STEDE):
    return [f.person.navn for f in (await ref.stand()).frammoete if f.status is status]


@pytest.mark.parametrize("linje", ["alle unntatt siri", "alle unntatt Siri er til stede"])
async def test_all_but_one(ref, linje):
    await ref.si(OVE, linje)
    assert await med(ref, Status.FORFALL) == ["Siri Haug"]


async def test_several_on_teams(ref):
    svar = await ref.si(OVE, "berit og siri på teams")
    assert {"Berit Nes", "Siri Haug"} <= set(await med(ref))
    assert "Berit Nes" in svar.text


@pytest.mark.parametrize(
    "linje", ["siri kom tolv tjue", "siri kom klokka tolv tjue", "siri kom tjue over tolv"]
)
async def test_a_spoken_clock(ref, linje):
    assert "Siri Haug (12.20)" in (await ref.si(OVE, linje)).text


@pytest.mark.parametrize(
    "svaret",
    [
        "Ansvar: Siri. Frist: 1. juni",
        "ansvarlig: siri, frist 1. juni",
        "Siri innen 1. juni",
        "siri, frist 1. juni",
    ],
)
async def test_an_answer_to_who_keeps_its_frist(ref, svaret):
    await ref.si(OVE, "neste sak", "o: det må avklares hvem som betaler", svaret)
    (punkt,) = (await ref.stand()).punkter.values()
    assert ([h.navn for h in punkt.hvem], str(punkt.frist)) == (["Siri Haug"], "2024-06-01")


@pytest.mark.parametrize(
    ("linje", "navn"), [("referent er emeli og siri", "Emeli"), ("vara for siri er wenche", "Wenche")]
)
async def test_a_stranger_has_capitals(ref, linje, navn):
    svar = await ref.si(OVE, linje)
    assert navn in svar.text
    assert navn.lower() not in svar.text

"""Coming, coming late, leaving early, by Teams: noted as that, told to the møteleder, nobody called in."""

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, JONAS, SIRI, Huset, bygg, installer, logg

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


@pytest.mark.parametrize(
    ("linje", "notert", "slag"),
    [
        ("jeg kommer på onsdag", "Du kommer til", "kommer"),
        ("jeg kommer kl. 12 på onsdag", "Du kommer til", "kommer"),
        ("regn med meg på onsdag", "Du kommer til", "kommer"),
        ("jeg kommer ti minutter for sent på onsdag", "Du kommer kl. 12.10 til", "sent"),
        ("blir et kvarter forsinket til ASU", "Du kommer kl. 12.15 til", "sent"),
        ("jeg kommer en halvtime for sent", "Du kommer kl. 12.30 til", "sent"),
        ("jeg kommer kl. 12.45 på onsdag", "Du kommer kl. 12.45 til", "sent"),
        ("kommer ikke før 13", "Du kommer kl. 13.00 til", "sent"),
        ("jeg kommer for sent", "Du kommer sent til", "sent"),
        ("må gå kl. 14", "Du går kl. 14.00 fra", "tidlig"),
        ("må gå 20 minutter før slutt", "Du går kl. 14.40 fra", "tidlig"),
        ("jeg må gå litt tidlig", "Du går tidlig fra", "tidlig"),
        ("jeg deltar på Teams", "Du deltar på Teams i", "teams"),
    ],
)
async def test_it_is_noted_as_what_it_is(chat, huset, linje, notert, slag):
    svar = await chat.si(BERIT, linje)
    assert svar.foerst == f"Notert: {notert} {ONSDAG}."
    assert await logg(chat, huset.onsdag) == [f"{slag} Berit Nes"]
    fikk = [*await chat.post()]
    assert fikk == ([] if slag == "kommer" else [f"aad-{ANNE}"])


async def test_the_clock_is_in_the_list(chat, huset):
    await chat.si(BERIT, "jeg kommer ti minutter for sent på onsdag")
    await chat.si(SIRI, "jeg deltar på Teams på onsdag")
    svar = await chat.si(ANNE, "hvem kommer på ASU?")
    assert "• Berit Nes (Nordre region): kommer kl. 12.10" in svar
    assert "• Siri Haug (Klinikk Fjord): på Teams" in svar


async def test_angre_takes_it_back(chat, huset):
    svar = await chat.si(BERIT, "jeg deltar på Teams")
    assert svar.labels == ["Angre"]
    assert "Angret." in await chat.trykk(BERIT, svar.knapp("Angre"))
    assert "har ikke svart" in (await chat.si(ANNE, "hvem kommer?")).text.casefold()
    assert "på Teams" not in await chat.si(ANNE, "hvem kommer?")


async def test_a_member_of_two_bodies_is_asked_which_and_the_clock_is_kept(chat, huset):
    svar = await chat.si(JONAS, "jeg kommer ti minutter for sent")
    assert svar.foerst == "Hvilket møte gjelder det?"
    assert "kl. 12.10" in await chat.trykk(JONAS, svar.knapp("PSU"))
    assert await logg(chat, huset.torsdag) == ["sent Jonas Moe"]


async def test_who_comes_late_after_all_has_no_forfall(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag, Liv stiller som vara")
    svar = await chat.si(BERIT, "jeg kommer ti minutter for sent på onsdag")
    assert "Liv Strand trengs ikke lenger som vara." in svar
    assert "Forfall" not in await chat.si(ANNE, "hvem kommer?")


async def test_anothers_is_shown_first_and_only_for_those_who_may(chat, huset):
    svar = await chat.si(ANNE, "Siri blir ti minutter forsinket på onsdag")
    assert svar.text == f"Skal jeg notere dette?\nSiri Haug kommer kl. 12.10 til {ONSDAG}."
    gjort = await chat.trykk(ANNE, svar.knapp("Ja"))
    assert gjort.foerst == f"Notert: Siri Haug kommer kl. 12.10 til {ONSDAG}."
    assert "Det kan bare lederen" in await chat.si(BERIT, "Siri blir ti minutter forsinket på onsdag")


async def test_the_button_of_a_reminder(chat, huset):
    knapp = Button("Jeg kommer", "frammoete.meld", {"hva": "kommer", "moete": huset.onsdag.id, "op": "1"})
    foerst = await chat.trykk(BERIT, knapp)
    assert foerst.foerst == f"Notert: Du kommer til {ONSDAG}."
    assert (await chat.trykk(BERIT, knapp)).text == foerst.text
    assert await logg(chat, huset.onsdag) == ["kommer Berit Nes"]


async def test_in_nynorsk(chat, huset):
    svar = await chat.si(BERIT, "eg kjem ti minutt for seint på onsdag")
    assert svar.text == f"Notert: Du kjem kl. 12.10 til {ONSDAG}.\nMøteleiaren får beskjed."

"""«Angre», «ja» and «avbryt» are written as well as pressed."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, JONAS, KARI, Huset, bygg, installer, logg

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


@pytest.mark.parametrize("linje", ["må melde forfall til onsdag", "kommer ti minutter for sent på onsdag"])
async def test_angre_right_after_the_receipt(chat, huset, linje):
    await chat.si(BERIT, linje)
    svar = await chat.si(BERIT, "Angre")
    assert svar.text == f"Angret. Det du meldte om {ONSDAG}, gjelder ikke lenger."
    assert (await logg(chat, huset.onsdag))[-1] == "angret Berit Nes"


async def test_angre_of_an_angre_is_not_understood(chat, huset):
    await chat.si(BERIT, "må melde forfall til onsdag")
    await chat.si(BERIT, "angre")
    foer = await logg(chat, huset.onsdag)
    await chat.si(BERIT, "angre")
    assert await logg(chat, huset.onsdag) == foer


async def test_angre_after_kommer_likevel_and_after_a_varas_answer(chat, huset):
    await chat.si(BERIT, "må melde forfall til onsdag, Kari stiller")
    await chat.si(KARI, "nei")
    assert "Takk. Du møter som vara" in await chat.si(KARI, "angre")
    await chat.si(BERIT, "kommer likevel")
    assert "Forfall er notert" in await chat.si(BERIT, "angre")


async def test_nobody_elses_angre_counts(chat, huset):
    await chat.si(BERIT, "må melde forfall til onsdag")
    foer = await logg(chat, huset.onsdag)
    await chat.si(KARI, "angre")
    assert await logg(chat, huset.onsdag) == foer


async def test_yes_to_the_proposed_vara(chat, huset):
    assert "Skal jeg spørre?" in await chat.si(BERIT, "må melde forfall til onsdag")
    assert "Kari Dahl er spurt om å møte som vara." in await chat.si(BERIT, "ja takk")
    assert (await logg(chat, huset.onsdag))[-1] == "kalt Kari Dahl"


async def test_no_to_the_proposed_vara(chat, huset):
    await chat.si(BERIT, "må melde forfall til onsdag")
    assert (await chat.si(BERIT, "nei takk")).foerst.startswith("Greit. Jeg spør ingen.")
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_avbryt_after_the_form(chat, huset):
    await chat.si(BERIT, "skjema for forfall")
    assert (await chat.si(BERIT, "avbryt")).text == "Greit. Jeg har ikke gjort noe."
    await chat.si(BERIT, "skriv nynorsk")
    await chat.si(BERIT, "skjema for forfall")
    assert (await chat.si(BERIT, "avbryt")).text == "Greitt. Eg har ikkje gjort noko."


async def test_who_comes_late_is_told_that_the_forfall_is_taken_back(chat, huset):
    await chat.si(BERIT, "må melde forfall til onsdag")
    svar = await chat.si(BERIT, "jeg kommer 20 minutter for sent onsdag")
    assert svar.foerst == f"Notert: Du kommer kl. 12.20 til {ONSDAG}."
    assert "Forfallet ditt er trukket." in svar
    assert "trukket" not in await chat.si(BERIT, "jeg kommer 30 minutter for sent onsdag")


ETTERPAA = (
    *("Liv stiller som vara", "Liv er vara", "spør Liv", "Liv Strand", "liv kan møte for meg"),
    *("spør liv da", "spør Liv i staden"),
)
ANDRE = (
    "hvem er Liv?",
    "takk",
    "hvem kommer",
    "Anne kommer",
    "Liv kan ikke",
    "Liv er syk og Kari har ferie",
)


@pytest.mark.parametrize("linje", ETTERPAA)
async def test_the_vara_is_named_in_the_next_line(chat, huset, linje):
    await chat.si(BERIT, "må melde forfall til onsdag")
    svar = await chat.si(BERIT, linje)
    assert "Liv Strand er spur" in svar
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Liv Strand"]


async def test_a_stand_in_who_is_in_no_list(chat, huset):
    await chat.si(JONAS, "må melde forfall til onsdag")
    svar = await chat.si(JONAS, "Tora Lund stiller for meg")
    assert "Tora Lund er notert som stedfortreder" in svar


async def test_of_somebody_elses_forfall_too(chat, huset):
    await chat.si(ANNE, "Berit har forfall på onsdag")
    await chat.si(ANNE, "ja")
    await chat.si(ANNE, "Kari stiller for henne")
    assert (await logg(chat, huset.onsdag))[-1] == "kalt Kari Dahl"


@pytest.mark.parametrize("linje", ANDRE)
async def test_other_lines_name_no_vara(chat, huset, linje):
    await chat.si(BERIT, "må melde forfall til onsdag")
    await chat.si(BERIT, linje)
    assert not [x for x in await logg(chat, huset.onsdag) if x.startswith("kalt")]


async def test_after_coming_late_a_name_is_no_forfall(chat, huset):
    await chat.si(BERIT, "kommer ti minutter for sent på onsdag")
    await chat.si(BERIT, "Liv stiller som vara")
    assert await logg(chat, huset.onsdag) == ["sent Berit Nes"]


async def test_avbryt_after_the_form_for_eventuelt(chat, huset):
    assert (await chat.si(BERIT, "meld sak til eventuelt")).cards
    assert (await chat.si(BERIT, "avbryt")).text == "Greit. Jeg har ikke gjort noe."

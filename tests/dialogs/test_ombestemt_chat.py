"""Whoever changes their mind on one card is heard each time, and what is answered is what is noted."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, BERIT, Huset, bygg, installer, logg


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def test_on_the_list_of_who_comes(chat, huset):
    liste = await chat.si(BERIT, "hvem kommer?")
    for label in ("Jeg kommer", "Meld forfall", "Jeg kommer"):
        svar = await chat.trykk(BERIT, liste.knapp(label))
    assert svar.foerst.startswith("Notert: Du kommer til ASU")
    assert await logg(chat, huset.onsdag) == ["kommer Berit Nes", "forfall Berit Nes", "kommer Berit Nes"]


async def test_absent_again_by_the_button_as_often_as_it_is_pressed(chat, huset):
    await chat.si(BERIT, "meld forfall")
    igjen = (await chat.si(BERIT, "kommer likevel")).knapp("Meld forfall igjen")
    await chat.trykk(BERIT, igjen)
    await chat.si(BERIT, "kommer likevel")
    assert (await chat.trykk(BERIT, igjen)).foerst.startswith("Forfall er notert")
    assert (await logg(chat, huset.onsdag))[-1] == "forfall Berit Nes"


async def test_coming_after_all_by_the_button_as_often_as_it_is_pressed(chat, huset):
    await chat.si(BERIT, "meld forfall")
    likevel = (await chat.si(BERIT, "meld forfall")).knapp("Jeg kommer likevel")
    await chat.trykk(BERIT, likevel)
    await chat.si(BERIT, "meld forfall")
    assert (await chat.trykk(BERIT, likevel)).foerst.startswith("Notert: Du kommer")
    assert (await logg(chat, huset.onsdag))[-1] == "kommer Berit Nes"

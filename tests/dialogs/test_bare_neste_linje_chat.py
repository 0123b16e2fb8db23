"""What a receipt offers may be written on the next line, and on no later one."""

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


async def test_a_yes_after_other_talk_calls_nobody_in(chat, huset):
    await chat.si(BERIT, "meld forfall")
    await chat.si(BERIT, "neste ASU")
    assert (await chat.si(BERIT, "ja")).foerst != "Kari Dahl er spurt om å møte som vara."
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_nor_takes_an_angre_after_other_talk_anything_back(chat, huset):
    await chat.si(BERIT, "meld forfall")
    await chat.si(BERIT, "neste ASU")
    await chat.si(BERIT, "angre")
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]

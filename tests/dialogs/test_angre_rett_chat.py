"""«Angre» takes the right that the report took; a name that two share gives nobody a right."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.turn import Kind, Person
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, SIRI, bygg, installer, logg

SJEF = "sjef boss"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins={f"aad-{SJEF}"})


async def meldt(chat: Chat) -> Button:
    """The administrator, whom no register knows, has reported for Siri; their «Angre»."""
    spurt = await chat.si(SJEF, "Siri Haug kan ikke møte på ASU")
    return (await chat.trykk(SJEF, spurt.knapp("Ja"))).knapp("Angre")


async def test_a_guest_of_the_same_name_undoes_nothing(chat):
    huset = await bygg(chat)
    trykk = chat.melding("gjest", "", kind=Kind.PRESS, button=await meldt(chat), wants_body=True)
    svar = await chat.gi(replace(trykk, person=Person("29:gjest", SJEF.title(), "aad-gjest")))
    assert "Angret" not in svar
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug"]


async def test_the_administrator_undoes_it(chat):
    huset = await bygg(chat)
    assert "Angret" in await chat.trykk(SJEF, await meldt(chat))
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug", "angret Siri Haug"]


async def test_a_member_undoes_nothing_of_anothers_and_a_stranger_learns_nothing(chat):
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    angre = await meldt(chat)
    tom = replace(angre, data={**angre.data, "op": "2", "linjer": [[huset.onsdag.id, 99]]})
    assert "Det kan bare" in await chat.trykk(BERIT, angre)
    assert (await chat.trykk("per ukjent", angre)).text == (await chat.trykk("per ukjent", tom)).text


async def test_in_a_foreign_channel_nothing_is_undone(chat):
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    egen = (await chat.si(SIRI, "meld forfall")).knapp("Angre")
    assert "Angret" not in await chat.trykk(SIRI, egen, i=kanal("PSU"))
    assert "Angret" not in await chat.trykk(ANNE, replace(egen, data={**egen.data, "op": "2"}))
    assert "Angret" in await chat.trykk(SIRI, replace(egen, data={**egen.data, "op": "3"}), i=kanal("ASU"))
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug", "angret Siri Haug"]

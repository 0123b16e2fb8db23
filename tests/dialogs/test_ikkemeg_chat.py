"""«Det er ikke meg» after something was written in a member's name: the sekretariat can put it right."""

import pytest

from bot.domain.organ import Medlem, Rolle
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import OVE, Huset, bygg, installer

EVA = "eva lie"
ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat, flere=[Medlem("Eva Lie", Rolle.MEDLEM, representerer="Nes")])
    await installer(chat, OVE, EVA)
    return huset


async def test_the_sekretariat_is_told_what_and_to_which_møte(chat, huset):
    notert = await chat.si(EVA, "kan ikke på onsdag")
    await chat.post()
    svar = await chat.trykk(EVA, notert.knapp("Det er ikke meg"))
    assert "Jeg har sagt fra til sekretariatet om det som er notert" in svar
    [melding] = (await chat.post())[OVE]
    assert melding.text.split("\n") == [
        "En bruker i Teams som jeg tok for Eva Lie, sier at det er feil, men har skrevet til meg. "
        "Dette er meldt i navnet til Eva Lie:",
        f"• {ONSDAG}: forfall",
        "Spør Eva Lie om det stemmer, og rett det som er feil. Det kan du gjøre ved å skrive til meg, "
        "for eksempel «Eva Lie kommer likevel».",
    ]


async def test_a_sak_likewise_and_in_nynorsk(chat, huset):
    await chat.si(OVE, "snakk nynorsk")
    notert = await chat.si(EVA, "meld sak til eventuelt i ASU: Parkering")
    await chat.post()
    await chat.trykk(EVA, notert.knapp("Det er ikke meg"))
    [melding] = (await chat.post())[OVE]
    assert "Dette er meldt i namnet til Eva Lie:\n• Sak: Parkering" in melding.text


async def test_where_nothing_was_written_nobody_is_told(chat, huset):
    svar = await chat.si(EVA, "hvem er jeg")
    await chat.post()
    assert "sagt fra" not in await chat.trykk(EVA, svar.knapp("Det er ikke meg"))
    assert await chat.post() == {}

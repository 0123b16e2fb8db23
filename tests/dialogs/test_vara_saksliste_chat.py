"""The saksliste on a vara's confirmation is a message of its own: «Jeg kan ikke likevel» stays."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, BERIT, KARI, bygg, installer, logg


@pytest.mark.parametrize("maalform", ["bokmål", "nynorsk"])
async def test_the_card_stays(maalform):
    chat = Chat(admins=set())
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    await chat.si(KARI, f"snakk {maalform}")
    await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    ja = (await chat.post())[f"aad-{KARI}"][0].buttons[0]
    takk = await chat.trykk(KARI, ja)
    assert takk.outcome.replies[0].in_place
    vist = await chat.trykk(KARI, takk.knapp("Saksliste"))
    assert vist.foerst.startswith("Saksliste for ASU")
    assert not any(reply.in_place for reply in vist.outcome.replies)
    await chat.trykk(KARI, takk.buttons[1])
    assert "vara_nei Kari Dahl" in await logg(chat, huset.onsdag)

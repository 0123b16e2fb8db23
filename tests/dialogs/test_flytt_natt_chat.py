"""A møte early tomorrow that is moved tonight: who has forfall and who is vara hear of it tonight too."""

from dataclasses import replace
from datetime import time

from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, BERIT, LIV, OVE, bygg, installer

KVELD = "2024-05-14T21:30"


async def test_a_vara_who_was_to_come_early_is_told_at_once():
    chat = Chat(admins=set())
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    async with chat.store.turn() as uow:
        await uow.save_moete(replace(await uow.load_moete(huset.onsdag.id), start=time(8)))
        await uow.commit()
    await chat.si(BERIT, "kan ikke på onsdag, Liv stiller som vara")
    kallet = (await chat.post())[f"aad-{LIV}"][-1]
    await chat.trykk(LIV, next(b for b in kallet.buttons if b.verb == "vara.ja"))
    await chat.post()
    svar = await chat.si(OVE, "flytt ASU fra 15. mai til 24. mai", at=KVELD)
    await chat.trykk(OVE, svar.knapp("Ja"), at=KVELD)
    straks = await chat.post("2024-05-14T21:31")
    assert "24. mai" in straks[f"aad-{LIV}"][-1].text
    assert "Møtet er flyttet. Det du svarte om den forrige tiden" in straks[f"aad-{LIV}"][-1].text
    assert "er flyttet. Det du svarte" not in kallet.text
    assert "er flyttet til" in straks[f"aad-{BERIT}"][-1].text

"""Moving, calling off, sending and reminding over the real databases, two processes at a time."""

import asyncio
from datetime import date

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, LIV, OVE, bygg

KONTORET = "kontoret"


@pytest.fixture
async def to(database_url):
    """The house, and another process over the same database."""
    stores = [open_store(database_url) for _ in range(2)]
    huset = await bygg(Chat(admins={f"aad-{KONTORET}"}, store=stores[0]))
    yield huset, Chat(admins={f"aad-{KONTORET}"}, store=stores[1])
    for store in stores:
        await store.close()


async def test_two_move_it_at_once_and_the_second_is_asked_again(to):
    huset, annen = to
    ja = (await huset.chat.si(OVE, "flytt ASU til 24. mai kl. 10 på Teams")).knapp("Ja")
    sitt_ja = (await annen.si(KONTORET, "flytt ASU til 27. mai")).knapp("Ja")
    svar = await asyncio.gather(huset.chat.trykk(OVE, ja), annen.trykk(KONTORET, sitt_ja))
    flyttet = [s for s in svar if s.foerst.startswith("Møtet i ASU er flyttet fra onsdag 15. mai")]
    spurt = [s for s in svar if "Møtet er endret siden jeg spurte" in s]
    assert (len(flyttet), len(spurt)) == (1, 1)
    assert (await huset.moete(huset.mai.id)).ics_sekvens == 1


async def test_everything_follows_the_moete(to):
    huset, annen = to
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    assert (await annen.si(BERIT, "neste møte?", i=ASUKANAL)).foerst.startswith("Neste møte i ASU")
    await annen.si(BERIT, "må melde forfall til ASU 15. mai, Liv stiller som vara")
    kall = (await huset.chat.post())[LIV][0]
    await annen.trykk(LIV, kall.buttons[0])
    await huset.chat.post()
    await huset.ja(OVE, "flytt ASU til 24. mai kl. 10")
    moete = await huset.moete(huset.mai.id)
    assert (moete.dato, moete.ics_sekvens) == (date(2024, 5, 24), 1)
    post = await annen.post(at="2024-05-08T09:05")
    assert {ASUKANAL.id, f"aad-{ANNE}", f"aad-{BERIT}", f"aad-{LIV}"} == set(post)
    svar = await huset.ja(OVE, "avlys ASU 24. mai")
    assert (await annen.si(BERIT, "ASU 24. mai")).text.startswith("Avlyst. ")
    await annen.trykk(OVE, svar.knapp("Angre"))
    moete = await huset.moete(huset.mai.id)
    assert (moete.avlyst, moete.ics_sekvens) == (False, 3)


async def test_sent_by_two_at_once_and_reminded_of_by_two_everybody_gets_each_once(to):
    huset, annen = to
    ja = (await huset.chat.si(OVE, "send innkallingen til ASU")).knapp("Ja")
    await asyncio.gather(huset.chat.trykk(OVE, ja), annen.trykk(OVE, ja))
    post = await huset.chat.post()
    assert [len(post[hvem]) for hvem in (ANNE, BERIT)] == [1, 1]
    assert (await huset.moete(huset.mai.id)).sendt is not None
    await asyncio.gather(*(bot.plan("2024-05-10T09:00") for bot in (huset.chat, annen)))
    await huset.chat.plan("2024-05-10T09:01")
    post = await huset.chat.post(at="2024-05-10T09:02")
    assert {hvem: len(m) for hvem, m in post.items()} == {f"aad-{h}": 1 for h in (ANNE, BERIT, OVE)}

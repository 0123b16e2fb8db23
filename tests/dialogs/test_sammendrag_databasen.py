"""The sammendrag over the real databases, two processes at a time: shown, posted and corrected once."""

import asyncio

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, ASUKANAL, OVE
from tests.dialogs.referatfolk import START, knappen
from tests.dialogs.sammendragfolk import INNHOLD, Sammendraget, bygg_sammendrag


@pytest.fixture
async def to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    yield [Chat(admins=set(), store=store) for store in stores]
    for store in stores:
        await store.close()


@pytest.fixture
async def s(to) -> Sammendraget:
    s = await bygg_sammendrag(to[0])
    await to[1].si(ANNE, "start referat for ASU", at=START)
    await s.si(OVE, *INNHOLD)
    return s


async def _noekler(chat: Chat, prefiks: str) -> list[str]:
    async with chat.store.turn() as uow:
        return [p.noekkel for p in await uow.utboks.under(prefiks)]


async def test_two_close_it_in_the_same_second_and_it_is_proposed_once(to, s):
    at = s.ref.naa()
    await asyncio.gather(to[0].si(OVE, "møtet er hevet", at=at), to[1].si(ANNE, "møtet er hevet", at=at))
    noekler = await _noekler(to[0], "sammendragvis:")
    assert len({n.rpartition(":")[0] for n in noekler}) == 1
    assert (await s.lagret()).versjon == 1


async def test_six_presses_in_the_same_second_are_one_post_and_one_correction(to, s):
    knapp = knappen(await s.hevet(), "Legg ut")
    at = s.ref.naa()
    svar = await asyncio.gather(*(to[n % 2].trykk((OVE, ANNE)[n % 2], knapp, at=at) for n in range(6)))
    assert sum("i 1 kanal" in x.text for x in svar) == 1
    assert len(await _noekler(to[0], "sammendrag:")) == 1
    assert len((await s.chat.post())[ASUKANAL.id]) == 1

    await s.si(OVE, "endre punkt 1 til Utsettes til høsten.")
    s.ref.minutt += 2
    at = s.ref.naa()
    await asyncio.gather(*(chat.plan(at) for chat in (*to, *to)))
    poster = await _noekler(to[0], "sammendrag:")
    assert len(poster) == 2
    assert poster[1].startswith(poster[0])


async def test_put_out_and_withheld_in_the_same_second_it_does_not_stand_there(to, s):
    knapp = knappen(await s.hevet("sak 2"), "Legg ut")
    at, linje = s.ref.naa(), "punkt 1 er unntatt offentlighet offl. § 13"
    await asyncio.gather(to[0].trykk(OVE, knapp, at=at), to[1].si(ANNE, linje, at=at))
    async with to[0].store.turn() as uow:
        poster = await uow.utboks.under("sammendrag:")
    assert "Tas til orientering" not in str([p.melding for p in poster][-1:])

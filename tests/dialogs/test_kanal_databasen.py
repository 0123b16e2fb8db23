"""Channels over the real databases, two processes at a time: one post, and no wish undone in silence."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanaloensker
from storage.store import open_store
from tests.dialogs.chat import Chat, kanal, privat
from tests.dialogs.eventueltfolk import ANNE, BERIT, KARI, OVE, bygg

KANAL = kanal("Samarbeid")


def traad(rot: str) -> Conversation:
    return replace(KANAL, id=f"{KANAL.id};messageid={rot}")


@pytest.fixture
async def to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    chatter = [Chat(admins=set(), store=store) for store in stores]
    await bygg(chatter[0])
    await chatter[0].si(OVE, "koble denne kanalen til ASU", i=KANAL)
    yield chatter
    for store in stores:
        await store.close()


async def test_saker_raised_at_once_are_one_post(to):
    await to[0].si(OVE, "legg ut saker til eventuelt her", i=KANAL)
    hvem = [ANNE, BERIT, KARI, OVE]
    await asyncio.gather(
        *(
            to[n % 2].si(hvem[n % 4], f"meld sak til eventuelt i ASU: Sak om emne {n}", i=privat(f"rom{n}"))
            for n in range(8)
        )
    )
    [post] = (await to[0].post())[KANAL.id]
    for n in range(8):
        assert f"Sak om emne {n}" in post.text
    assert KANAL.id not in await to[1].post()


async def test_two_who_save_at_once_undo_nothing_in_silence(to):
    """In two threads of the channel, so that no turn waits for the other: one is told, and asked again."""
    kort = [await chat.si(OVE, "innstillinger for kanalen", i=traad(str(n))) for n, chat in enumerate(to)]
    valg = [{"vil_oppgaver": "true"}, {"vil_eventuelt": "true"}]
    knapper = [
        replace(k.knapp("Lagre"), data={**k.knapp("Lagre").data, **v})
        for k, v in zip(kort, valg, strict=True)
    ]
    svar = await asyncio.gather(
        *(chat.trykk(OVE, k, i=traad(str(n))) for n, (chat, k) in enumerate(zip(to, knapper, strict=True)))
    )
    sagt = sorted(s.foerst.partition(",")[0] for s in svar)
    assert sagt == ["Ingenting er lagret", "Innstillingene for ASU er lagret. Dette legger jeg ut her:"]
    async with to[0].store.turn() as uow:
        [kobling] = await uow.kanaler.her(KANAL.id)
    assert kobling.oensker in (Kanaloensker(oppgaver=True), Kanaloensker(eventuelt=True))

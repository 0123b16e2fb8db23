"""How fast the outbox goes, by a real clock: never above the limits, whoever sends, and quiet when idle."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.domain.budsjett import Grense, Grenser
from bot.domain.conversation import Conversation, ConversationKind
from bot.jobs.outbox import Outbox
from storage.store import open_store
from tests.dialogs.postkasse import FakePoster
from tests.fakes import FakeClock
from tests.storage.test_utboks import NAA, legg, post

GRENSER = Grenser(samtale=(Grense(5, 1), Grense(12, 4)), i_alt=20)


class Maaler(FakePoster):
    """Notes when each began to be sent, and when all have been."""

    def __init__(self, antall):
        super().__init__()
        self.naar, self.antall, self.alle = [], antall, asyncio.Event()

    async def post(self, conversation, message, maalform):
        self.naar.append((asyncio.get_running_loop().time(), conversation.id, message.text))
        await asyncio.sleep(0.01)
        if len(self.naar) == self.antall:
            self.alle.set()
        return await super().post(conversation, message, maalform)


def flest(tider, sekunder):
    return max((sum(fra <= t < fra + sekunder for t in tider) for fra in tider), default=0)


async def samtaler(store, *hvilke):
    for hvor in hvilke:
        async with store.turn() as uow:
            await uow.begin_turn(hvor, "29:x", [])
            kanal = Conversation(hvor, ConversationKind.CHANNEL, "https://smba.example/")
            await uow.note_turn(kanal, [], None)
            await uow.commit()


def melding(tekst, hvor):
    return post(tekst, hvor, melding={"text": tekst, "card": None, "buttons": [], "maalform": "nb"})


async def test_three_replicas_keep_the_limits_and_the_order_together(database_url):
    stores = [open_store(database_url) for _ in range(3)]
    steder = [f"19:{n}" for n in range(6)]
    await samtaler(stores[0], *steder)
    await legg(stores[0], *(melding(f"{n:02}", "19:0") for n in range(14)))
    await legg(stores[0], *(melding(f"{hvor}-{n}", hvor) for n in range(6) for hvor in steder[1:]))
    maaler = Maaler(44)
    alle = [Outbox(store, maaler, FakeClock(NAA), grenser=GRENSER) for store in stores]
    kjoerer = [asyncio.create_task(outbox.run()) for outbox in alle]
    await asyncio.wait_for(maaler.alle.wait(), 30)
    for outbox in alle:
        outbox.stop()
    await asyncio.gather(*kjoerer)

    for hvor in steder:
        tider = [t for t, sted, _ in maaler.naar if sted == hvor]
        assert (flest(tider, 1) <= 5, flest(tider, 4) <= 12) == (True, True)
        tekster = [tekst for _, sted, tekst in maaler.naar if sted == hvor]
        assert tekster == sorted(set(tekster))
    assert flest([t for t, _, _ in maaler.naar], 1) <= 20
    for store in stores:
        await store.close()


class Teller:
    """Counts the transactions that may write."""

    def __init__(self, store):
        self._store, self.skrevet = store, 0

    @asynccontextmanager
    async def turn(self):
        self.skrevet += 1
        async with self._store.turn() as uow:
            yield uow

    def read(self):
        return self._store.read()


async def test_with_nothing_to_send_it_keeps_nobody_from_writing(database_url):
    store = open_store(database_url)
    await legg(store, post("senere", ikke_foer=NAA + timedelta(hours=1)))
    teller = Teller(store)
    outbox = Outbox(teller, FakePoster(), FakeClock(NAA))
    kjoerer = asyncio.create_task(outbox.run())
    await asyncio.sleep(1.5)
    outbox.stop()
    await kjoerer
    assert teller.skrevet == 0
    await store.close()

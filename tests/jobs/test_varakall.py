"""A vara whose call Teams would not take: who reported is told, once, and the chain goes on."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.forfall import meld_forfall
from bot.domain.frammoete import Slag
from bot.jobs.outbox import Outbox
from bot.jobs.plan import Plan
from bot.varsling.poster import NotAccepted, Unreachable
from storage.store import open_store
from tests.dialogs.chat import kl
from tests.dialogs.postkasse import FakePoster
from tests.fakes import FakeClock, FakeStore
from tests.varsling.forfallshus import NAA, REGLER, Hus


class Drift:
    """The body of `Hus` with the jobs of the service over it."""

    def __init__(self, store):
        self.hus = Hus(store)
        self.clock = FakeClock(NAA)
        self.poster = FakePoster()
        self.outbox = Outbox(store, self.poster, self.clock)
        self.plan = Plan(store, self.clock, REGLER)

    async def bygg(self, *naaes):
        await self.hus.bygg(*naaes)
        for hvem in naaes:
            async with self.hus.store.turn() as uow:
                samtale = Conversation(f"a:{hvem}", ConversationKind.PERSONAL, "https://smba.example/")
                await uow.begin_turn(samtale.id, f"29:{hvem}", [])
                await uow.note_turn(samtale, [f"hei-{hvem}"], None)
                await uow.commit()
        return self

    async def meld(self, vara):
        hus = self.hus
        await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus[vara])

    async def runde(self, naa=None):
        """Sends, does what is due, and sends that."""
        self.clock.at = naa or self.clock.at
        await self.outbox.empty()
        await self.plan.once()
        await self.outbox.empty()
        return [(til, melding.text.split("\n")[0]) for til, melding in self.poster.ta()]


@pytest.mark.parametrize("feil", [Unreachable("403"), NotAccepted("400")])
async def test_who_reported_is_told_that_the_call_did_not_arrive(feil):
    drift = await Drift(FakeStore()).bygg("berit", "kari", "liv")
    drift.poster.trouble["a:kari"] = [feil]
    await drift.meld("kari")
    ((til, linje),) = await drift.runde()
    assert til == "a:berit"
    assert linje.startswith("Jeg får ikke sendt melding til Kari Dahl")
    assert await drift.runde() == []


async def test_the_sekretariat_is_where_who_reported_cannot_be_reached():
    drift = await Drift(FakeStore()).bygg("kari", "ove")
    drift.poster.trouble["a:kari"] = [Unreachable("404")]
    await drift.meld("kari")
    assert [til for til, _ in await drift.runde()] == ["a:ove"]


async def test_without_an_answer_the_next_is_asked_when_the_frist_is_out():
    drift = await Drift(FakeStore()).bygg("berit", "kari", "liv")
    drift.poster.trouble["a:kari"] = [Unreachable("403")]
    await drift.meld("kari")
    await drift.runde()
    ((til, linje),) = await drift.runde(kl("2024-05-08T13:00"))
    assert (til, linje.startswith("Kan du møte for Berit Nes")) == ("a:liv", True)


async def test_three_replicas_tell_it_once(database_url):
    store = open_store(database_url)
    drift = await Drift(store).bygg("berit", "kari", "liv")
    drift.poster.trouble["a:kari"] = [Unreachable("403")]
    await drift.meld("kari")
    await drift.outbox.empty()
    await asyncio.gather(*(drift.plan.once() for _ in range(3)))
    drift.clock.at += timedelta(minutes=1)
    assert [til for til, _ in await drift.runde()] == ["a:berit"]
    assert [x.slag for x in (await drift.hus.staar()).logg] == [Slag.FORFALL, Slag.KALT]
    await store.close()

"""The jobs of a service: begun, woken and ended with it."""

import asyncio

from structlog.testing import capture_logs

from bot.domain.rettigheter import Rettigheter
from bot.jobs.moetekort import CardKeeper
from bot.jobs.outbox import Outbox
from bot.jobs.plan import Plan
from bot.jobs.running import Jobs, Waking
from bot.teams.inbound import Inbound
from tests.dialogs.chat import kl
from tests.dialogs.postkasse import FakePoster
from tests.fakes import FakeClock, FakeStore
from tests.kortplakat import FakeCards
from tests.teams.chat import Ekko, melding

CLOCK = FakeClock(kl("2024-05-08T09:00"))


class Vekket(Outbox):
    """Counts how often it was woken."""

    ganger = 0

    def wake(self):
        self.ganger += 1
        super().wake()


def kortene(store):
    return CardKeeper(store, FakeCards(), CLOCK, Rettigheter())


def jobber(steps):
    store = FakeStore()
    outbox = Vekket(store, FakePoster(), CLOCK)
    plan = Plan(store, CLOCK, Rettigheter(), steps=steps, queued=outbox.wake)
    return Jobs(outbox, plan, store, kortene(store)), outbox


async def test_jobs_are_woken_by_a_turn_that_wrote_and_by_no_other():
    ekko, outbox = Ekko(), Vekket(FakeStore(), FakePoster(), CLOCK)
    kort = Vekket(FakeStore(), FakePoster(), CLOCK)
    waking = Waking(ekko, outbox.wake, kort.wake)
    incoming = Inbound(CLOCK, trust_time=True).read(melding("hei"))
    await waking.handle(incoming)
    assert outbox.ganger == 0
    ekko.stored_under = "nøkkel"
    await waking.sent(await waking.handle(incoming))
    assert (outbox.ganger, kort.ganger, len(ekko.seen), len(ekko.marked)) == (1, 1, 2, 1)


async def test_they_end_when_they_are_told_to_and_the_round_under_way_is_finished():
    begun, done = asyncio.Event(), []

    async def step(runde):
        begun.set()
        await asyncio.sleep(0.05)
        done.append(runde.naa)

    jobs, outbox = jobber({"a": step})
    jobs.begin()
    await begun.wait()
    await asyncio.wait_for(jobs.end(), 2)
    assert len(done) == 1
    assert outbox.ganger >= 1


async def test_ending_what_was_never_begun_or_what_broke_is_no_fault():
    jobs, _ = jobber({})
    await jobs.end()

    def brudd():
        raise ValueError("Kari Nes er syk")

    store = FakeStore()
    broken = Plan(store, CLOCK, Rettigheter(), steps={}, queued=brudd)
    jobs = Jobs(Outbox(store, FakePoster(), CLOCK), broken, store, kortene(store))
    with capture_logs() as lines:
        jobs.begin()
        await asyncio.sleep(0.01)
        await jobs.end()
    assert [line["event"] for line in lines] == ["job.failed"]
    assert "Kari" not in str(lines)

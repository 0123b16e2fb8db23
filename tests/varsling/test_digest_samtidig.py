"""Three replicas over one database, from the Saturday before the clocks change to the Monday after: one
digest a channel, at eight by the clock on the wall, also where replicas are killed in the middle.
"""

import asyncio
import random
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Utpost, Varselslag
from bot.jobs.plan import STEPS, Plan
from storage.store import open_store
from tests.dialogs.chat import kanal
from tests.fakes import FakeClock
from tests.varsling.digesthus import HOEST, VAAR, fyll, mandag

KANALER = [kanal(f"Fagdag {n}") for n in range(4)]
DIGEST = {"digest": STEPS["digest"]}


class Replika:
    """One process: its own store, its own clock (`skjev` seconds off), a plan that may be killed."""

    def __init__(self, url: str, skjev: float) -> None:
        self._url, self._skjev = url, timedelta(seconds=skjev)
        self._clock = FakeClock(datetime(2026, 1, 1, tzinfo=UTC))
        self._store = open_store(url)

    async def runde(self, at: datetime, drept_etter: float | None) -> None:
        self._clock.at = at + self._skjev
        plan = Plan(self._store, self._clock, Rettigheter(), steps=DIGEST)
        rundene = asyncio.create_task(plan.once())
        if drept_etter is None:
            await rundene
            return
        await asyncio.sleep(drept_etter)
        rundene.cancel()
        await asyncio.wait([rundene])
        await self._store.close()
        self._store = open_store(self._url)

    async def close(self) -> None:
        await self._store.close()


def tidspunkter(loerdag: date) -> list[datetime]:
    """Every fourth hour, and every half minute around eight on Monday (by either clock)."""
    fra = datetime(loerdag.year, loerdag.month, loerdag.day, 20, tzinfo=UTC)
    spredt = [fra + timedelta(hours=4 * n) for n in range(12)]
    tett = [mandag(loerdag) + timedelta(seconds=30 * n) for n in range(-2, 5)]
    en_time_feil = [mandag(loerdag) + timedelta(hours=t, seconds=s) for t in (-1, 1) for s in (0, 30)]
    return sorted({*spredt, *tett, *en_time_feil})


async def lagt(store) -> list[Utpost]:
    async with store.turn() as uow:
        alle = await uow.utboks.under("digest:")
    return [post for post in alle if post.slag is Varselslag.DIGEST]


@pytest.mark.parametrize("loerdag", [VAAR, HOEST], ids=["sommertid", "vintertid"])
@pytest.mark.parametrize("drap", [False, True], ids=["alle lever", "noen drepes"])
async def test_one_digest_a_channel(database_url, loerdag, drap):
    terning = random.Random(f"{loerdag} {drap}")
    store = open_store(database_url)
    await fyll(store, loerdag, KANALER)
    replikaer = [Replika(database_url, skjev) for skjev in (-7, 0, 11)]
    for at in tidspunkter(loerdag):
        skal_drepes = terning.randrange(3) if drap else None
        etter = terning.uniform(0, 0.03)
        await asyncio.gather(
            *(r.runde(at, etter if n == skal_drepes else None) for n, r in enumerate(replikaer))
        )
    poster = await lagt(store)
    assert sorted(p.conversation_id for p in poster) == sorted(sted.id for sted in KANALER)
    for post in poster:
        assert timedelta(0) <= post.ikke_foer - mandag(loerdag) < timedelta(minutes=1)
        assert "Forsinket" not in post.melding["text"]
    for r in replikaer:
        await r.close()
    await store.close()


async def test_the_week_after_there_is_one_more(database_url):
    store = open_store(database_url)
    await fyll(store, HOEST, KANALER)
    replikaer = [Replika(database_url, skjev) for skjev in (0, 1, 2)]
    for uke in range(2):
        at = mandag(HOEST) + timedelta(weeks=uke, seconds=20)
        await asyncio.gather(*(r.runde(at, None) for r in replikaer))
    assert [len([p for p in await lagt(store) if p.conversation_id == sted.id]) for sted in KANALER] == [
        2
    ] * len(KANALER)
    for r in replikaer:
        await r.close()
    await store.close()

"""A time is seen to once, by whoever is first."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import Conflict
from storage.store import open_store
from tests.fakes import FakeStore

UKA = datetime(2026, 3, 1, 23, tzinfo=UTC)
PLAN = "digest:19:abc:1"


async def tar(store, plan=PLAN, forfall=UKA) -> bool:
    try:
        async with store.turn() as uow:
            tok = await uow.takter.ta(plan, forfall)
            await uow.commit()
        return tok
    except Conflict:
        return False


async def test_the_first_to_ask_gets_it(store):
    assert [await tar(store), await tar(store)] == [True, False]


async def test_each_plan_and_each_time_is_its_own(store):
    assert await tar(store)
    assert await tar(store, plan="digest:19:abc:2")
    assert await tar(store, forfall=UKA + timedelta(weeks=1))


async def test_what_is_rolled_back_was_not_taken(store):
    async with store.turn() as uow:
        assert await uow.takter.ta(PLAN, UKA)
    assert await tar(store)


async def test_those_that_are_taken_since(store):
    for uker in range(3):
        await tar(store, forfall=UKA + timedelta(weeks=uker))
    async with store.turn() as uow:
        tatte = await uow.takter.tatte(UKA + timedelta(weeks=1))
    assert tatte == {(PLAN, UKA + timedelta(weeks=uker)) for uker in (1, 2)}


async def test_of_many_at_once_one_gets_it(store):
    assert sum(await asyncio.gather(*(tar(store) for _ in range(12)))) == 1


@pytest.fixture
async def replicas(database_url):
    stores = [open_store(database_url) for _ in range(3)]
    yield stores
    for store in stores:
        await store.close()


async def test_of_three_replicas_one_gets_it(replicas):
    for uke in range(10):
        forfall = UKA + timedelta(weeks=uke)
        tok = await asyncio.gather(*(tar(store, forfall=forfall) for store in replicas for _ in range(3)))
        assert sum(tok) == 1


async def test_who_dies_with_it_leaves_it_to_the_next(replicas):
    """The second waits for the first; when the first is gone without a commit, it is the second's."""
    begynt = asyncio.Event()

    async def dies():
        async with replicas[0].turn() as uow:
            await uow.takter.ta(PLAN, UKA)
            begynt.set()
            await asyncio.sleep(0.2)

    async def neste():
        await begynt.wait()
        return await tar(replicas[1])

    _, tok = await asyncio.gather(dies(), neste())
    assert tok


@pytest.mark.parametrize("dager", [180, 190])
async def test_it_is_known_for_half_a_year(store_url, dager):
    at = datetime(2026, 3, 2, 7, tzinfo=UTC)
    klokke = [at]
    store = FakeStore(lambda: klokke[0]) if store_url is None else open_store(store_url, lambda: klokke[0])
    await tar(store)
    klokke[0] = at + timedelta(days=dager)
    async with store.turn() as uow:
        gone = await uow.purge(timedelta(hours=24))
        await uow.commit()
    assert (gone, await tar(store)) == ((0, False) if dager == 180 else (1, True))
    await store.close()

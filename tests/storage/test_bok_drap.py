"""A process that is killed while it keeps a referat: what was acknowledged is there, once and in order."""

import asyncio
import sys

import pytest

from storage.store import open_store
from tests.storage.boeker import aapne, hent, les, linje, noter
from tests.storage.test_drap import whole

WRITER = """
import asyncio, sys
from storage.store import open_store
from tests.storage.boeker import linje

async def main(url, bok_id):
    store = open_store(url)
    for n in range(1000):
        async with store.turn() as uow:
            await uow.begin_turn("19:a", "anne", [f"a{n}"])
            await uow.boeker.laas(bok_id)
            for k in range(3):
                await uow.boeker.noter(bok_id, [linje(f"{n}", f"a{n}", nr=3 * n + k)])
            print("skrevet", n, flush=True)
            await uow.commit()
        print("kvittert", n, flush=True)

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


@pytest.mark.parametrize("after", [1, 2, 3, 8, 31, 60])
async def test_drept_mens_det_dikteres(database_url, after):
    """Odd: right before the commit, even: right after it."""
    store = open_store(database_url)
    bok = await aapne(store)
    await store.close()

    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, database_url, str(bok.id), stdout=asyncio.subprocess.PIPE
    )
    sett = [await writer.stdout.readline() for _ in range(after)]
    writer.kill()
    rest = await writer.stdout.read()
    assert await writer.wait() == -9
    kvittert = b"".join([*sett, rest]).count(b"kvittert")

    store = open_store(database_url)
    logg = await les(store, bok.id)
    assert [en.nr for en in logg] == list(range(len(logg)))
    assert len(logg) % 3 == 0
    assert kvittert >= after // 2
    assert kvittert * 3 <= len(logg) <= (kvittert + 1) * 3
    assert (await hent(store, bok.id)).siste == (logg[-1].id if logg else 0)

    [ny] = await asyncio.wait_for(noter(store, bok.id, linje("Etterpå")), 10)
    assert await les(store, bok.id) == [*logg, ny]
    await store.close()
    assert whole(database_url)

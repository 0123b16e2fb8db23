"""A digest that is due at eight on the Monday after the clocks have changed, and three programs on one
PostgreSQL that begin right then: one post a channel.
"""

import asyncio
from collections import Counter
from dataclasses import replace

from storage.store import open_store
from tests.connector import connector
from tests.dialogs.chat import kanal
from tests.varsling.digesthus import HOEST, fyll
from tests.wire.conftest import words
from tests.wire.replikaer import replikaer

MANDAG_MORGEN = "2026-10-26T08:00:00+01:00"
KANALER = 6
STILLE = 4
"""Seconds in which nothing more must come."""


async def test_three_programs_post_one_digest(postgres_url):
    async with connector() as fanger:
        steder = [replace(kanal(f"Fagdag {n}"), service_url=fanger.url) for n in range(KANALER)]
        store = open_store(postgres_url)
        await fyll(store, HOEST, steder)
        await store.close()
        with replikaer(postgres_url, 3, MANDAG_MORGEN):
            lagt_ut = [await fanger.next(20) for _ in steder]
            await asyncio.sleep(STILLE)
    assert len(fanger.caught) == KANALER
    assert Counter(c.conversation for c in lagt_ut) == Counter(sted.id for sted in steder)
    for en in lagt_ut:
        assert "Ukesoversikt for ASU" in words(en.activity)
        assert "Forsinket" not in words(en.activity)

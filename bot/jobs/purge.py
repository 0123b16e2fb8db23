"""Forgets noted turns, open questions and import drafts after a day, who was in a meeting in Teams after a
month (what the referent confirmed stands in the referat), and lines for review after 90 days.
"""

import asyncio
from datetime import timedelta

import structlog

from bot.domain import gjennomsyn
from bot.domain.ports import Store

KEPT = timedelta(hours=24)
MEETINGS_KEPT = timedelta(days=30)
EVERY = timedelta(hours=1)

log = structlog.get_logger("helsebot.jobs")


async def purge_for_ever(store: Store, every: timedelta = EVERY) -> None:
    """Until cancelled."""
    while True:
        try:
            await purge(store)
        except Exception as fault:
            log.error("purge.failed", error=type(fault).__name__)
        await asyncio.sleep(every.total_seconds())


async def purge(store: Store) -> int:
    """Deletes what was stored more than a day ago, who was in a meeting a month ago, and lines for review
    before they are older than `gjennomsyn.KEPT`, by the store's clock, which no activity's timestamp and
    no HELSEBOT_CLOCK moves; how many rows.
    """
    async with store.turn() as uow:
        gone = await uow.purge(KEPT) + await uow.fraser.purge(gjennomsyn.KEPT)
        gone += await uow.teamsmoeter.purge(MEETINGS_KEPT)
        await uow.commit()
    return gone

"""Forgets noted turns, open questions and import drafts after a day."""

import asyncio
from datetime import UTC, datetime, timedelta

import structlog

from bot.domain.ports import Store

KEPT = timedelta(hours=24)
EVERY = timedelta(hours=1)

log = structlog.get_logger("helsebot.jobs")


async def purge_for_ever(store: Store, every: timedelta = EVERY) -> None:
    """Until cancelled. Retention follows the wall clock, never an activity's own timestamp."""
    while True:
        try:
            await purge(store, datetime.now(UTC))
        except Exception as fault:
            log.error("purge.failed", error=type(fault).__name__)
        await asyncio.sleep(every.total_seconds())


async def purge(store: Store, now: datetime) -> int:
    """Deletes what is older than a day at `now` (UTC); how many rows."""
    async with store.turn() as uow:
        gone = await uow.purge(now - KEPT)
        await uow.commit()
    return gone

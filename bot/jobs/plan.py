"""What is due without anybody asking: each step in a transaction of its own, every half minute."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from bot.domain.errors import Conflict
from bot.domain.ports import Clock, Store
from bot.domain.rettigheter import Rettigheter
from bot.varsling import frammoete, paaminnelse
from bot.varsling.runde import Runde, Step
from bot.varsling.varsler import Varsler

EVERY = timedelta(seconds=30)

STEPS: Mapping[str, Step] = {
    "vara": frammoete.utloep,
    "vara_igjen": frammoete.si_igjen,
    "paaminnelse": paaminnelse.send,
}
"""By the name they are logged under, in the order they are run. A new step: a line here."""

log = structlog.get_logger("helsebot.jobs")


@dataclass(frozen=True)
class Plan:
    """`queued` is called after a round, which may have queued messages."""

    store: Store
    clock: Clock
    rettigheter: Rettigheter
    public_url: str = ""
    steps: Mapping[str, Step] = field(default_factory=lambda: STEPS)
    queued: Callable[[], None] = lambda: None

    async def run(self, stopped: asyncio.Event, every: timedelta = EVERY) -> None:
        """Until `stopped` is set; a round that has begun is finished first."""
        while not stopped.is_set():
            await self.once()
            with suppress(TimeoutError):
                await asyncio.wait_for(stopped.wait(), every.total_seconds())

    async def once(self) -> None:
        """One round of all steps. What goes wrong in one is logged, undone, and stops no other."""
        for name, step in self.steps.items():
            try:
                await self._one(step)
            except Conflict:
                log.info("plan.conflict", step=name)
            except Exception as fault:
                log.error("plan.failed", step=name, error=type(fault).__name__)
        self.queued()

    async def _one(self, step: Step) -> None:
        naa = self.clock.now()
        async with self.store.turn() as uow:
            register = await uow.register()
            varsler = Varsler(uow, register, naa, self.rettigheter)
            await step(Runde(uow, register, naa, self.rettigheter, varsler, self.public_url))
            await uow.commit()

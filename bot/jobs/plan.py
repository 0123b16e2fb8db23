"""What is due without anybody asking: every half minute: each step in a
transaction of its own, and of a step about several møter each møte.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.domain.errors import Conflict
from bot.domain.ports import Clock, Store
from bot.domain.rettigheter import Rettigheter
from bot.varsling import (
    digest,
    frammoete,
    fristute,
    godkjent,
    kanalpaaminnelse,
    oppgaver,
    paaminnelse,
    sammendragsplan,
    vurdering,
)
from bot.varsling.runde import SEINT, Hver, Runde, Step
from bot.varsling.varsler import Varsler

EVERY = timedelta(seconds=30)

STEPS: Mapping[str, Step] = {
    "vara": Hver(frammoete.med_kall, frammoete.utloep),
    "vara_igjen": Hver(frammoete.med_kall, frammoete.si_igjen),
    "paaminnelse": Hver(paaminnelse.moeter, paaminnelse.send),
    "kanalpaaminnelse": Hver(kanalpaaminnelse.moeter, kanalpaaminnelse.minn),
    "taushet": Hver(godkjent.tause, godkjent.godkjenn_taus),
    "frist ute": Hver(fristute.ute, fristute.si_fra),
    "vurdering": Hver(vurdering.moeter, vurdering.spoer),
    "oppgaver": Hver(oppgaver.forfaller, oppgaver.minn),
    "digest": Hver(digest.forfalte, digest.legg_ut, lambda forfalt: forfalt.kanal_id),
    "sammendrag": Hver(sammendragsplan.endrede, sammendragsplan.rett_opp),
}
"""By the name they are logged under, in the order they are run. A new step: a line here."""

log = structlog.get_logger("helsebot.jobs")


@dataclass(frozen=True)
class Plan:
    """`queued` is called after a round, which may have queued messages. `seint`: so late what has a fixed
    time may be posted.
    """

    store: Store
    clock: Clock
    rettigheter: Rettigheter
    public_url: str = ""
    steps: Mapping[str, Step] = field(default_factory=lambda: STEPS)
    queued: Callable[[], None] = lambda: None
    seint: timedelta = SEINT

    async def run(self, stopped: asyncio.Event, every: timedelta = EVERY) -> None:
        """Until `stopped` is set; a round that has begun is finished first."""
        while not stopped.is_set():
            await self.once()
            with suppress(TimeoutError):
                await asyncio.wait_for(stopped.wait(), every.total_seconds())

    async def once(self) -> None:
        """One round of all steps. What goes wrong in one, or with one møte, is logged, undone, and stops
        no other.
        """
        for name, step in self.steps.items():
            if isinstance(step, Hver):
                await self._hver(name, step)
            else:
                await self._trygt(step, name)
        self.queued()

    async def _hver(self, name: str, step: Hver[Any]) -> None:
        alle: list[Any] = []

        async def finn(runde: Runde) -> None:
            alle.extend(await step.finn(runde))

        await self._trygt(finn, name)
        for ett in alle:
            await self._trygt(partial(_en, step, ett), name, id=step.logget(ett))

    async def _trygt(self, gjoer: Callable[[Runde], Awaitable[None]], name: str, **hva: object) -> None:
        """What failed is logged by its id and the kind of fault: its text may hold what people wrote."""
        try:
            await self._one(gjoer)
        except Conflict:
            log.info("plan.conflict", step=name, **hva)
        except Exception as fault:
            log.error("plan.failed", step=name, error=type(fault).__name__, **hva)

    async def _one(self, gjoer: Callable[[Runde], Awaitable[None]]) -> None:
        naa = self.clock.now()
        async with self.store.turn() as uow:
            register = await uow.register()
            varsler = Varsler(uow, register, naa, self.rettigheter)
            await gjoer(Runde(uow, register, naa, self.rettigheter, varsler, self.public_url, self.seint))
            await uow.commit()


async def _en(step: Hver[Any], ett: Any, runde: Runde) -> None:
    await step.gjoer(runde, ett)

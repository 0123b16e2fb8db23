"""The jobs of a running service: begun with it, and ended before its database and its HTTP are."""

import asyncio
from collections.abc import Callable

import structlog

from bot.domain.ports import Store
from bot.edges import Listener
from bot.jobs.moetekort import CardKeeper
from bot.jobs.outbox import Outbox
from bot.jobs.plan import Plan
from bot.jobs.purge import purge_for_ever
from bot.turn import Incoming, Outcome

ENDS_SECONDS = 15.0
"""Longer than a send takes (`poster.SECONDS`) and what the outbox drains (`outbox.DRAIN`)."""

log = structlog.get_logger("helsebot.jobs")


class Jobs:
    """The outbox, the cards of the meetings that are on, the plan, and the purge."""

    def __init__(self, outbox: Outbox, plan: Plan, store: Store, cards: CardKeeper) -> None:
        self._outbox = outbox
        self._cards = cards
        self._plan = plan
        self._store = store
        self._stopped = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._purging: asyncio.Task[None] | None = None

    def begin(self) -> None:
        self._purging = asyncio.create_task(purge_for_ever(self._store))
        self._tasks = [
            asyncio.create_task(self._outbox.run()),
            asyncio.create_task(self._plan.run(self._stopped)),
            asyncio.create_task(self._cards.run()),
        ]
        for task in self._tasks:
            task.add_done_callback(_note)

    async def end(self) -> None:
        """What is being sent, and the round of the plan, are finished. Never raises."""
        if self._purging is None:
            return
        self._purging.cancel()
        self._stopped.set()
        self._outbox.stop()
        self._cards.stop()
        _, late = await asyncio.wait([*self._tasks], timeout=ENDS_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*self._tasks, self._purging, return_exceptions=True)


class Waking:
    """A Listener that wakes jobs after a turn that stored something: it may have queued, or written in a
    referat. `wake` is each job's own.
    """

    def __init__(self, listener: Listener, *wake: Callable[[], None]) -> None:
        self._listener = listener
        self._wake = wake

    async def handle(self, incoming: Incoming) -> Outcome:
        outcome = await self._listener.handle(incoming)
        if outcome.stored_under is not None:
            for wake in self._wake:
                wake()
        return outcome

    async def sent(self, outcome: Outcome) -> None:
        await self._listener.sent(outcome)


def _note(task: asyncio.Task[None]) -> None:
    """At once: a service whose outbox has stopped says nothing to anybody."""
    if not task.cancelled() and (fault := task.exception()) is not None:
        log.error("job.failed", error=type(fault).__name__)

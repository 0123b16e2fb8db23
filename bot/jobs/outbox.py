"""Sends what lies in the outbox: one at a time to a conversation, and never lost.

A post is claimed in a transaction of its own, sent, and its result written in another. Between the
two it is in doubt: after a crash its lease runs out and it is sent, perhaps for the second time.
"""

import asyncio
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from bot.domain.conversation import Conversation
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.utboks import Utpost
from bot.jobs.results import Result, again, closed, dead, sent
from bot.varsling.brev import ta_ut
from bot.varsling.foreldet import OM_TIDEN, foreldet
from bot.varsling.poster import NotAccepted, Poster, TryLater, Unreachable
from bot.varsling.tider import ved_sending

AT_ONCE = 5
"""Sends under way together; Teams takes 50 a second from one bot in one tenant."""
LEASE = timedelta(seconds=30)
"""Longer than `poster.SECONDS`, the time a send may take."""
POLL = 1.0
LONGEST_PAUSE = 300.0
LONGEST_WAIT = 3600.0
GIVES_UP = timedelta(hours=24)
DRAIN = 12.0

log = structlog.get_logger("helsebot.jobs")


@dataclass(frozen=True)
class Claimed:
    """A post that is ours until its lease runs out, and where it goes (None: nowhere any more).
    `late`: what it says is no longer so.
    """

    post: Utpost
    to: Conversation | None
    late: bool = False


class Outbox:
    """`clock` decides what is due. `wake` and `stop` may be called from anywhere in the loop's thread."""

    def __init__(self, store: Store, poster: Poster, clock: Clock, *, lease: timedelta = LEASE) -> None:
        self._store = store
        self._poster = poster
        self._clock = clock
        self._lease = lease
        self._woken = asyncio.Event()
        self._stopping = False
        self._under_way: dict[int, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Something was queued."""
        self._woken.set()

    def stop(self) -> None:
        """`run` finishes what is being sent, and returns."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Until `stop`: sends what is due at once, and looks for more every second."""
        while not self._stopping:
            self._woken.clear()
            await self._begin(AT_ONCE - len(self._under_way))
            await self._rest()
        await self._drain()

    async def empty(self) -> int:
        """Sends all that is due now; how many were tried."""
        tried = 0
        while claimed := await self._claim(AT_ONCE):
            await asyncio.gather(*(self._deliver(c) for c in claimed))
            tried += len(claimed)
        return tried

    async def _begin(self, free: int) -> None:
        """A claim of what is being sent already is not sent twice: its result is still to be written."""
        try:
            claimed = await self._claim(free) if free else []
        except Exception as fault:
            log.error("outbox.not_read", error=type(fault).__name__)
            return
        for one in claimed:
            number = one.post.id or 0
            if number not in self._under_way:
                task = asyncio.create_task(self._deliver(one))
                self._under_way[number] = task
                task.add_done_callback(partial(self._done, number))

    def _done(self, number: int, _: asyncio.Task[None]) -> None:
        del self._under_way[number]
        self.wake()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(POLL):
                await self._woken.wait()
        except TimeoutError:
            pass

    async def _drain(self) -> None:
        """What cannot be written down in time is sent again by the next to start."""
        if self._under_way:
            _, left = await asyncio.wait(self._under_way.values(), timeout=DRAIN)
            for task in left:
                task.cancel()

    async def _claim(self, count: int) -> list[Claimed]:
        naa = self._now()
        async with self._store.turn() as uow:
            posts = await uow.utboks.ta(naa, naa + self._lease, count)
            claimed = [await self._claimed(uow, post) for post in posts]
            await uow.commit()
        return claimed

    async def _claimed(self, uow: UnitOfWork, post: Utpost) -> Claimed:
        late = post.slag in OM_TIDEN and foreldet(post, await uow.register(), self._clock.now())
        return Claimed(post, await uow.conversation(post.conversation_id), late)

    async def _deliver(self, claimed: Claimed) -> None:
        await self._write(claimed.post, await self._send(claimed))

    async def _send(self, claimed: Claimed) -> Result:
        post, naa = claimed.post, self._now()
        if (allowed := ved_sending(naa, post.foerst or post.ikke_foer)) > naa:
            return again(allowed)
        if claimed.late:
            return _dropped(post, "out of date", dead("out of date"))
        if claimed.to is None:
            return dead("no conversation")
        try:
            await self._poster.post(claimed.to, *ta_ut(post.melding))
        except Unreachable as reason:
            return _dropped(post, str(reason), closed(str(reason)))
        except NotAccepted as reason:
            return _dropped(post, str(reason), dead(str(reason)))
        except TryLater as reason:
            return self._later(post, str(reason), reason.after)
        except Exception as fault:
            return self._later(post, type(fault).__name__, None)
        log.info("outbox.sent", post=post.id, slag=post.slag.value, tries=post.forsoek)
        return sent

    def _later(self, post: Utpost, reason: str, after: float | None) -> Result:
        naa, first = self._now(), post.foerst or post.ikke_foer
        if naa - first >= GIVES_UP:
            return _dropped(post, reason, dead(f"gave up: {reason}"))
        log.warning("outbox.later", post=post.id, reason=reason, tries=post.forsoek)
        seconds = pause(post.forsoek) if after is None else min(after, LONGEST_WAIT)
        return again(ved_sending(naa + timedelta(seconds=seconds), first))

    async def _write(self, post: Utpost, result: Result) -> None:
        """Until the database takes it: what is not written down would be sent again."""
        tried = 0
        while True:
            try:
                async with self._store.turn() as uow:
                    await result(uow, post)
                    await uow.commit()
                return
            except Exception as fault:
                tried += 1
                log.error("outbox.not_written", post=post.id, error=type(fault).__name__)
                await asyncio.sleep(min(0.1 * 2**tried, 5.0))

    def _now(self) -> datetime:
        return self._clock.now().astimezone(UTC)


def pause(tries: int) -> float:
    """Seconds before the next try after so many (1 or more): 1, 2, 4 … 300, more or less."""
    return float(min(2.0 ** min(tries - 1, 20), LONGEST_PAUSE) * random.uniform(0.8, 1.2))  # noqa: S311


def _dropped(post: Utpost, reason: str, result: Result) -> Result:
    log.error("outbox.dropped", post=post.id, slag=post.slag.value, reason=reason, tries=post.forsoek)
    return result

"""Sends what lies in the outbox: in order and one at a time to a conversation, and never lost.

A post is claimed in a transaction of its own, sent, and its result written in another. Between the
two it is in doubt: after a crash its lease runs out, and it is sent once more.
"""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from bot.domain.budsjett import Grenser
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Utpost
from bot.jobs.results import Result
from bot.jobs.sending import IN_DOUBT_WAITS, Claimed, Sending, claimed
from bot.varsling.ikkesendt import si_fra
from bot.varsling.poster import Oppslag, Poster
from bot.varsling.varsler import Varsler

AT_ONCE = 20
"""Sends under way together; Teams takes 50 a second from one bot in one tenant."""
LEASE = timedelta(seconds=30)
"""Longer than `poster.SECONDS`, the time a send may take."""
POLL = 1.0
SOON = 0.1
BUSY = 2.0
DRAIN = 12.0

INGEN = Rettigheter()

log = structlog.get_logger("helsebot.jobs")


class Outbox:
    """`clock` decides what is due. `grenser`: how much may be sent (None: as fast as it goes).
    `rettigheter` say who is told of what did not come out. `wake` and `stop` may be called from anywhere
    in the loop's thread.
    """

    def __init__(
        self,
        store: Store,
        poster: Poster,
        clock: Clock,
        *,
        lease: timedelta = LEASE,
        grenser: Grenser | None = None,
        rettigheter: Rettigheter = INGEN,
        oppslag: Oppslag | None = None,
        in_doubt_waits: float = IN_DOUBT_WAITS,
        at_once: int = AT_ONCE,
    ) -> None:
        self._store = store
        self._clock = clock
        self._lease = lease
        self._grenser = grenser
        self._at_once = at_once
        self._rettigheter = rettigheter
        self._sending = Sending(poster, clock, oppslag, in_doubt_waits)
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
        """Until `stop`: sends what is due at once, and looks for more every second, and oftener for a while
        after there was something: the limits may have held back the rest.
        """
        time = asyncio.get_running_loop().time
        busy = time()
        while not self._stopping:
            self._woken.clear()
            if await self._begin(self._at_once - len(self._under_way)):
                busy = time() + BUSY
            await self._rest(SOON if time() < busy else POLL)
        await self._drain()

    async def empty(self) -> int:
        """Sends all that is due now; how many were tried."""
        tried = 0
        while taken := await self._claim(self._at_once):
            await asyncio.gather(*(self._deliver(one) for one in taken))
            tried += len(taken)
        return tried

    async def _begin(self, free: int) -> bool:
        """Whether there was something to send. A claim of what is being sent already is not sent twice:
        its result is still to be written.
        """
        try:
            if not free or not await self._waits():
                return False
            taken = await self._claim(free)
        except Exception as fault:
            log.error("outbox.not_read", error=type(fault).__name__)
            return False
        for one in taken:
            number = one.post.id or 0
            if number not in self._under_way:
                task = asyncio.create_task(self._deliver(one))
                self._under_way[number] = task
                task.add_done_callback(partial(self._done, number))
        return True

    def _done(self, number: int, _: asyncio.Task[None]) -> None:
        del self._under_way[number]
        self.wake()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            pass

    async def _drain(self) -> None:
        """What cannot be written down in time is sent again by the next to start."""
        if self._under_way:
            _, left = await asyncio.wait(self._under_way.values(), timeout=DRAIN)
            for task in left:
                task.cancel()

    async def _waits(self) -> bool:
        """Asked of a reader: an outbox with nothing to send keeps nobody from writing."""
        async with self._store.read() as archive:
            return await archive.post_venter(self._now())

    async def _claim(self, count: int) -> list[Claimed]:
        async with self._store.turn() as uow:
            posts = await uow.utboks.ta(self._now(), self._lease, count, self._grenser)
            taken = [await claimed(uow, post) for post in posts]
            await uow.commit()
        return taken

    async def _deliver(self, one: Claimed) -> None:
        await self._write(one.post, await self._sending.send(one))

    async def _write(self, post: Utpost, result: Result) -> None:
        """Until the database takes it: what is not written down would be sent again."""
        tried = 0
        while True:
            try:
                async with self._store.turn() as uow:
                    counted = await result.store(uow, post)
                    if counted:
                        await self._tell(uow, post, result)
                    await uow.commit()
                return
            except Exception as fault:
                tried += 1
                log.error("outbox.not_written", post=post.id, error=type(fault).__name__)
                await asyncio.sleep(before_next_write(tried))

    async def _tell(self, uow: UnitOfWork, post: Utpost, result: Result) -> None:
        """Of what a channel did not get: that a person did not get something is told where it matters."""
        if post.person_key is None and result.told is not None:
            varsler = Varsler(uow, await uow.register(), self._clock.now(), self._rettigheter)
            await si_fra(uow, varsler, self._rettigheter, post, result.told, uviss=result.uviss)

    def _now(self) -> datetime:
        return self._clock.now().astimezone(UTC)


def before_next_write(tried: int) -> float:
    """Seconds, after so many that failed; the database may be away for days."""
    return float(min(0.1 * 2 ** min(tried, 5), 1.0))

"""Keeps the card in the chat of each meeting whose referat is being kept: put up once, edited in place.

A card is taken in a transaction of its own (`Teamsmoeter.ta_kort`), so that of several replicas one puts it
up; what it is to show is read there, sent outside, and the result written in another. An edit is the
same however often it is made. Killed between putting up and writing it down, it is put up again when the
lease runs out: Teams takes no key that would tell the two apart.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.moetekort import Moetekort
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.rettigheter import Rettigheter
from bot.jobs.kortresultat import Result, closed, later, refused, same, shown
from bot.jobs.kortvisning import Visning, visning
from bot.varsling.moeteslutt import kortet_feiler
from bot.varsling.poster import CardPoster, Gone, NotAccepted, TryLater, Unreachable
from bot.varsling.varsler import Varsler

AT_ONCE = 5
LEASE = timedelta(seconds=20)
"""Longer than `poster.SECONDS`."""
POLL = 1.0
SPACING = timedelta(seconds=1.5)
"""Between two edits of one card: what comes meanwhile is shown together. Teams takes 7 a second and 60 in
half a minute in one conversation.
"""
DRAIN = 12.0

Seen = tuple[int, Boktilstand, str | None, datetime | None]

log = structlog.get_logger("helsebot.jobs")


class CardKeeper:
    """`wake` and `stop` may be called from anywhere in the loop's thread. `queued` is called where the
    referent is told that it fails.
    """

    def __init__(
        self,
        store: Store,
        cards: CardPoster,
        clock: Clock,
        rettigheter: Rettigheter,
        queued: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._cards = cards
        self._clock = clock
        self._rettigheter = rettigheter
        self._queued = queued
        self._woken = asyncio.Event()
        self._stopping = False
        self._seen: dict[int, Seen] = {}
        self._ready: dict[int, datetime] = {}
        self._under_way: dict[int, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Something may have been written."""
        self._woken.set()

    def stop(self) -> None:
        """`run` finishes what is being sent, and returns."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Until `stop`: shows what is new, and how the clock goes."""
        while not self._stopping:
            self._woken.clear()
            await self._begin()
            await self._rest()
        if self._under_way:
            _, left = await asyncio.wait(self._under_way.values(), timeout=DRAIN)
            for task in left:
                task.cancel()

    async def once(self) -> int:
        """One round; how many cards were looked at."""
        due = await self._due()
        await asyncio.gather(*(self._renew(bok) for bok in due))
        return len(due)

    async def _begin(self) -> None:
        try:
            due = await self._due()
        except Exception as fault:
            log.error("card.not_read", error=type(fault).__name__)
            return
        for bok in due[: AT_ONCE - len(self._under_way)]:
            number = bok.id or 0
            task = asyncio.create_task(self._renew(bok))
            self._under_way[number] = task
            task.add_done_callback(partial(self._done, number))

    def _done(self, number: int, task: asyncio.Task[None]) -> None:
        del self._under_way[number]
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.error("card.failed", bok=number, error=type(fault).__name__)
            self._ready[number] = self._now() + SPACING

    async def _rest(self) -> None:
        """Until it is woken, or for a second: a card that is spaced out is looked at again then."""
        try:
            async with asyncio.timeout(POLL):
                await self._woken.wait()
        except TimeoutError:
            pass

    async def _due(self) -> list[Moetebok]:
        """The møtebøker whose card may be behind: those that are kept in a chat, and those that have been
        closed since it was last shown.
        """
        async with self._store.turn() as uow:
            aapne = await uow.boeker.i_tilstand([Boktilstand.AAPEN])
            alle = {bok.id: bok for bok in aapne if bok.conversation_id}
            for bok_id in await uow.teamsmoeter.uferdige_kort():
                if bok_id not in alle and (bok := await uow.boeker.hent(bok_id)) is not None:
                    alle[bok_id] = bok
        naa = self._now()
        return [bok for bok in alle.values() if self._is_due(bok, naa)]

    def _is_due(self, bok: Moetebok, naa: datetime) -> bool:
        number = bok.id or 0
        if number in self._under_way or self._ready.get(number, naa) > naa:
            return False
        return self._seen.get(number) != _seen(bok, naa)

    async def _renew(self, bok: Moetebok) -> None:
        number, naa = bok.id or 0, self._now()
        taken = await self._take(number, naa)
        if taken is None:
            self._ready[number] = naa + SPACING
            return
        kort, vis = taken
        result = same if vis is None or vis.merke == kort.merke else await self._send(kort, vis)
        after = await self._write(result, kort, vis)
        self._ready[number] = after.ikke_foer or naa
        if after.merke is not None and after.feilet is None:
            self._seen[number] = _seen(bok, naa)

    async def _take(self, bok_id: int, naa: datetime) -> tuple[Moetekort, Visning | None] | None:
        async with self._store.turn() as uow:
            kort = await uow.teamsmoeter.ta_kort(bok_id, naa, naa + LEASE)
            if kort is None:
                return None
            vis = await visning(uow, bok_id, kort, naa)
            if vis is not None and vis.til is not None and vis.merke != kort.merke:
                await uow.utboks.noter(vis.til.id)
            await uow.commit()
        return kort, vis

    async def _send(self, kort: Moetekort, vis: Visning) -> Result:
        """Whatever becomes of it is a result to be written down."""
        try:
            return shown(await self._show(vis), SPACING)
        except Unreachable as reason:
            return closed(str(reason))
        except NotAccepted as reason:
            return refused(str(reason))
        except TryLater as reason:
            return later(str(reason), reason.after)
        except Exception as fault:
            return later(type(fault).__name__, None)

    async def _show(self, vis: Visning) -> str:
        """The id of the card. One that somebody has deleted is put up again."""
        if vis.til is None:
            raise Unreachable("no conversation")
        if vis.kort_id is not None:
            try:
                await self._cards.change(vis.til, vis.kort_id, vis.melding, vis.maalform)
            except Gone:
                log.info("card.gone", bok=vis.bok.id)
            else:
                return vis.kort_id
        return await self._cards.put_up(vis.til, vis.melding, vis.maalform)

    async def _write(self, result: Result, kort: Moetekort, vis: Visning | None) -> Moetekort:
        """Until the database takes it: a card that was put up and is not known would be put up again."""
        tried = 0
        while True:
            try:
                async with self._store.turn() as uow:
                    after, tell = await result(uow, kort, vis, self._now())
                    if tell and vis is not None:
                        await self._tell(uow, vis)
                    await uow.teamsmoeter.lagre_kort(after)
                    await uow.commit()
                break
            except Exception as fault:
                tried += 1
                log.error("card.not_written", bok=kort.bok_id, error=type(fault).__name__)
                await asyncio.sleep(min(0.1 * 2**tried, 5.0))
        if tell:
            self._queued()
        return after

    async def _tell(self, uow: UnitOfWork, vis: Visning) -> None:
        naa = self._clock.now()
        register = await uow.register()
        varsler = Varsler(uow, register, naa, self._rettigheter)
        linjer = await uow.boeker.les(vis.bok.id or 0)
        await kortet_feiler(varsler, register, vis.hode, vis.bok, linjer, naa)

    def _now(self) -> datetime:
        return self._clock.now().astimezone(UTC)


def _seen(bok: Moetebok, naa: datetime) -> Seen:
    """What a card is made from, but for what the register and the målform tell: the log, and while the møte
    is on the minute.
    """
    minute = naa.replace(second=0, microsecond=0)
    return (
        bok.siste,
        bok.tilstand,
        bok.conversation_id,
        minute if bok.tilstand is Boktilstand.AAPEN else None,
    )

"""A Bot Connector that behaves badly: a process of its own, which survives whoever talks to it.

`python -m tests.torture.nasty PORT SEED JOURNAL [QUICK]`. Each call is noted in the journal as JSON.
"""

import asyncio
import itertools
import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from tests.connector import served
from tests.torture.journal import REPLY, Call, Did, line
from tests.torture.limits import full_until

SILENCE = 5.0
LATENCY = (0.02, 0.25)
RETRY_AFTER = (1, 2, 3)


@dataclass(frozen=True)
class Odds:
    """How often what goes wrong. `very_long`: seconds of a silence that nobody waits out (None: there is
    none). `late`: what is followed by silence is sometimes seen only at its end.
    """

    throttled: float = 0.07
    bad_gateway: float = 0.07
    silence: float = 0.05
    closed: float = 0.025
    very_long: float | None = 12.0
    late: bool = True


FULL = Odds()
QUICK = Odds(very_long=None, late=False)


@dataclass(frozen=True)
class Fate:
    """What becomes of a call: it is seen after `seen` seconds (None: never), answered after `seconds`."""

    did: Did
    status: int
    seconds: float
    seen: float | None = None
    retry_after: int | None = None


@dataclass
class Room:
    """One conversation. `calls` are when calls came that were within the limits."""

    calls: list[float] = field(default_factory=list)
    held_until: float = 0.0
    closed: bool = False
    messages: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Asked:
    number: int
    at: float
    conversation: str
    how: str
    target: str | None
    text: str | None


class Nasty:
    """`rooms` are by channel or chat, without the thread: the limits are theirs."""

    def __init__(self, seed: int, journal: Path, odds: Odds) -> None:
        self._random = random.Random(seed)
        self._journal = journal.open("a", encoding="utf-8", buffering=1)
        self._odds = odds
        self._numbers = itertools.count(1)
        self._rooms: defaultdict[str, Room] = defaultdict(Room)

    def app(self) -> web.Application:
        app = web.Application()
        at = "/v3/conversations/{conversation}/activities"
        app.router.add_post(at, self._handler("send"))
        app.router.add_post(f"{at}/{{target}}", self._handler(REPLY))
        app.router.add_put(f"{at}/{{target}}", self._handler("update"))
        app.router.add_delete(f"{at}/{{target}}", self._handler("delete"))
        app.router.add_get("/v3/conversations/{conversation}/members/{member}", _nobody)
        app.router.add_get("/torture/closed", self._closed)
        app.router.add_post("/torture/open/{conversation}", self._open)
        return app

    def _handler(self, how: str):
        async def handle(request: web.Request) -> web.Response:
            asked = await self._asked(how, request)
            if asked is None:
                return web.json_response({"id": "typing"})
            room = self._rooms[asked.conversation.split(";")[0]]
            return await self._meet(asked, room, request)

        return handle

    async def _asked(self, how: str, request: web.Request) -> Asked | None:
        """None: that the bot is writing, which nobody counts."""
        now, where = time.monotonic(), request.match_info
        activity = await request.json() if request.can_read_body else {}
        if activity.get("type") == "typing":
            return None
        text = activity.get("text") or activity.get("summary")
        return Asked(next(self._numbers), now, where["conversation"], how, where.get("target"), text)

    async def _meet(self, asked: Asked, room: Room, request: web.Request) -> web.Response:
        fate = self._fate(asked, room)
        made = delivered = None
        of = room.messages.get(asked.target or "")
        if fate.seen is not None:
            await asyncio.sleep(fate.seen)
            made, delivered = self._deliver(asked, room), time.monotonic()
        await asyncio.sleep(fate.seconds - (fate.seen or 0))
        vanished = request.transport is None or request.transport.is_closing()
        self._journal.write(
            line(
                Call(
                    **vars(asked),
                    of=of,
                    did=fate.did,
                    delivered=delivered,
                    activity=made,
                    answered=time.monotonic(),
                    vanished=vanished,
                )
            )
            + "\n"
        )
        headers = {"Retry-After": str(fate.retry_after)} if fate.retry_after else {}
        return web.json_response({"id": made} if made else {}, status=fate.status, headers=headers)

    def _fate(self, asked: Asked, room: Room) -> Fate:
        """What Teams itself would refuse comes first, and then what the dice say."""
        quick = self._random.uniform(*LATENCY)
        if room.held_until > asked.at:
            return Fate(Did.HELD, 429, 0.01, retry_after=_whole(room.held_until - asked.at))
        if (until := full_until(room.calls, asked.at)) is not None:
            return Fate(Did.LIMIT, 429, 0.01, retry_after=_whole(until - asked.at))
        room.calls.append(asked.at)
        if room.closed:
            return Fate(Did.CLOSED, 403, 0.01)
        if asked.how in ("update", "delete") and not _stands(room, asked.target):
            return Fate(Did.GONE, 404, 0.01)
        return self._dice(asked, room, quick)

    def _dice(self, asked: Asked, room: Room, quick: float) -> Fate:
        """Answers to people get through: what is tortured here is what nobody asked for."""
        if asked.how == REPLY:
            return Fate(Did.OK, 200, quick, quick)
        odds, thrown = self._odds, self._random.random()
        if (thrown := thrown - odds.throttled) < 0:
            after = self._random.choice(RETRY_AFTER)
            room.held_until = asked.at + after
            return Fate(Did.THROTTLED, 429, 0.01, retry_after=after)
        if (thrown := thrown - odds.bad_gateway) < 0:
            return Fate(Did.BAD_GATEWAY, 502, quick, self._random.choice((quick, None)))
        if (thrown := thrown - odds.silence) < 0:
            return self._silence(quick)
        if (thrown := thrown - odds.closed) < 0:
            room.closed = True
            return Fate(Did.CLOSED, 403, quick)
        return Fate(Did.OK, 200, quick, quick)

    def _silence(self, quick: float) -> Fate:
        if self._odds.very_long and self._random.random() < 0.25:
            return Fate(Did.SLOW, 200, self._odds.very_long, quick)
        late = self._odds.late and self._random.random() < 0.5
        return Fate(Did.SLOW, 200, SILENCE, SILENCE if late else quick)

    def _deliver(self, asked: Asked, room: Room) -> str:
        if asked.how in ("update", "delete"):
            if asked.how == "delete":
                room.deleted.add(asked.target or "")
            return asked.target or ""
        made = f"s{asked.number}"
        room.messages[made] = asked.text or ""
        return made

    async def _closed(self, _: web.Request) -> web.Response:
        return web.json_response([name for name, room in self._rooms.items() if room.closed])

    async def _open(self, request: web.Request) -> web.Response:
        self._rooms[request.match_info["conversation"]].closed = False
        return web.json_response({})


async def _nobody(_: web.Request) -> web.Response:
    return web.json_response({}, status=404)


def _stands(room: Room, target: str | None) -> bool:
    return target in room.messages and target not in room.deleted


def _whole(seconds: float) -> int:
    return int(seconds) + 1


async def _run(port: int, seed: int, journal: Path, odds: Odds) -> None:
    async with served(Nasty(seed, journal, odds).app(), port):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(
        _run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), QUICK if sys.argv[4:] else FULL)
    )

"""One run: the program, its connector, what it is to post, and the kills."""

import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientSession

from storage.store import open_store
from tests.torture.audit import Report, Seen, audit
from tests.torture.journal import read
from tests.torture.people import People, since
from tests.torture.program import Kill, Replica, Times, environment, fill, free_port
from tests.torture.program import run as command
from tests.torture.rows import UNDER_WAY, Row, rows, write
from tests.torture.script import Portion, script
from tests.torture.town import MEDLEM, chat, papers

WAITED_FOR = 0.8
"""So often the next is not killed before this one answers again: else it may die while it begins."""
SETTLED = 4.0
"""After nothing has been under way for so long, it is over."""


TIMES = Times()


@dataclass(frozen=True)
class Measure:
    """How much of it. `doors` of the posts are caused by what people say (0: there is no møte then, and no
    member); `between`: seconds from the program's start to the next kill, at least and at most; `limit`:
    seconds it may take in all.
    """

    posts: int = 200
    doors: int = 16
    kills: int = 20
    replicas: int = 1
    between: tuple[float, float] = (0.2, 6.0)
    limit: float = 340.0
    quick: bool = False
    times: Times = TIMES


@dataclass
class Ordeal:
    url: str
    folder: Path
    seed: int
    measure: Measure
    kills: list[Kill] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    async def run(self) -> Report:
        dice = random.Random(self.seed)
        began = time.monotonic()
        env = environment(self.url)
        if self.measure.doors:
            await asyncio.to_thread(fill, env, papers(self.folder))
        async with nasty(self.folder, self.seed, quick=self.measure.quick) as connector:
            replicas = self._replicas(env, began)
            try:
                people = await self._torture(replicas, connector, dice, began)
            finally:
                for replica in replicas:
                    await asyncio.to_thread(replica.end)
            return await self._report(env, people, began)

    def _replicas(self, env: dict[str, str], began: float) -> list[Replica]:
        called = self.measure.times.command(began)
        return [
            Replica(number, env, called, self.folder / f"program{number}.log")
            for number in range(self.measure.replicas)
        ]

    async def _torture(
        self, replicas: list[Replica], connector: str, dice: random.Random, began: float
    ) -> People:
        for replica in replicas:
            replica.begin()
        await asyncio.gather(*(_ready(replica) for replica in replicas))
        async with ClientSession() as http, asyncio.TaskGroup() as group:
            people = People(http, [r.url for r in replicas], connector, since(began))
            await (people.move_in() if self.measure.doors else people.knock())
            crowd = [group.create_task(people.revive(dice)), group.create_task(people.chatter(dice))]
            with suppress(TimeoutError):
                async with asyncio.timeout(self.measure.limit - (time.monotonic() - began)):
                    await self._kill_and_post(replicas, people, dice, began)
                    crowd[1].cancel()
                    await self._settle()
            for task in crowd:
                task.cancel()
        return people

    async def _kill_and_post(
        self, replicas: list[Replica], people: People, dice: random.Random, began: float
    ) -> None:
        portions = script(dice, self.measure.posts - self.measure.doors, self.measure.kills)
        doors = _spread(self.measure.doors, self.measure.kills)
        for portion, lines in zip(portions, doors, strict=True):
            posting = asyncio.create_task(self._post(portion, lines, people, dice, began))
            await asyncio.sleep(dice.uniform(*self.measure.between))
            replica = dice.choice(replicas)
            at = await asyncio.to_thread(replica.kill)
            replica.begin()
            if dice.random() < WAITED_FOR:
                await _ready(replica)
            self.kills.append(Kill(replica.number, at, time.monotonic()))
            await posting
        await asyncio.gather(*(_ready(replica) for replica in replicas))

    async def _post(
        self, portion: Portion, lines: list[str], people: People, dice: random.Random, began: float
    ) -> None:
        """One after the other: what is queued at once by two has no order that could be broken."""
        store = open_store(self.url)
        try:
            for posts in portion:
                await asyncio.sleep(dice.uniform(0, 1.0))
                await write(store, posts, time.monotonic() - began)
                self.written += [post.key for post in posts]
            for line in lines:
                await people.say(line, chat(MEDLEM), MEDLEM)
        finally:
            await store.close()

    async def _settle(self) -> None:
        quiet = time.monotonic()
        while time.monotonic() - quiet < SETTLED:
            if any(row.state in UNDER_WAY for row in await rows(self.url)):
                quiet = time.monotonic()
            await asyncio.sleep(0.5)

    async def _report(self, env: dict[str, str], people: People, began: float) -> Report:
        left = await rows(self.url)
        calls = read(self.folder / "journal")
        report = audit(
            Seen(calls, left, self.kills, self.written, self.measure.times.send, bool(self.measure.doors))
        )
        report.figures["conversations revived"] = people.revived
        report.figures["activities delivered again"] = people.redelivered
        report.figures["seconds"] = round(time.monotonic() - began)
        await asyncio.to_thread(_listed, report, env, left)
        return report


def _spread(doors: int, kills: int) -> list[list[str]]:
    """What a member says: each causes a post to the sekretariat, and to the channels that want it."""
    lines = [f"meld sak: Torturens sak nummer {number}" for number in range(1, doors + 1)]
    return [lines[n * doors // kills : (n + 1) * doors // kills] for n in range(kills)]


def _listed(report: Report, env: dict[str, str], left: list[Row]) -> None:
    """What is UVISS is to be found by whoever runs the program."""
    unsure = [row for row in left if row.state == "uviss"]
    if not unsure:
        return
    told = command(env, "outbox")
    hidden = [row.key for row in unsure if str(row.id) not in told]
    report.figures["UVISS that `helsebot outbox` hides"] = len(hidden)
    if hidden:
        report.broken.append(f"not listed: {', '.join(hidden)}")


async def _ready(replica: Replica) -> None:
    while not await asyncio.to_thread(replica.ready):
        assert replica.process is not None
        if replica.process.poll() is not None:
            raise RuntimeError(f"replica {replica.number} ended: {replica.log.read_text()[-800:]}")
        await asyncio.sleep(0.05)


@asynccontextmanager
async def nasty(folder: Path, seed: int, *, quick: bool) -> AsyncIterator[str]:
    """The connector in its own process; its address."""
    port = free_port()
    arguments = [str(port), str(seed), str(folder / "journal"), *(["quick"] if quick else [])]
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.torture.nasty", *arguments)
    try:
        async with ClientSession() as http:
            while not await _answers(http, f"http://127.0.0.1:{port}/torture/closed"):
                if process.returncode is not None:
                    raise RuntimeError("the connector ended")
                await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _answers(http: ClientSession, url: str) -> bool:
    try:
        async with http.get(url) as answer:
            return answer.status == 200
    except OSError:
        return False

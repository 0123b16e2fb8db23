"""1000 channels' weekly digest, due on Monday at 08.00: from the tick until the last is delivered to a
connector that takes 100 ms, by the real program, on both databases: `python -m bench.digest`.

The program begins at 08.00 by its own clock, so its first round of the plan finds all of them due.
"""

import asyncio
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from datetime import time as clock
from importlib import import_module
from pathlib import Path

import psutil

from bench.bases import Databases, databases
from bench.posting import ANSWERS, seen
from bench.processes import cpu_seconds, free_port, pin, python, running
from bench.program import HELSEBOT
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.kanaloensker import Digesttid, Kanaloensker
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.ports import Store

CHANNELS, BODIES = 1000, 200
MONDAY, WEDNESDAY = "2024-05-06T08:00:00+02:00", date(2024, 5, 8)
LIFTED = 10_000
LIMIT_SECONDS = 180
BOT_CORE, CONNECTOR_CORE = 0, 1


@dataclass(frozen=True)
class Cost:
    """`first` and `last`: seconds from when the program answers until those digests had come. `cpu` and
    `peak_mb` are the program's.
    """

    first: float
    last: float
    cpu: float
    peak_mb: float


def run() -> None:
    pin(os.getpid(), CONNECTOR_CORE)
    with databases() as bases:
        print(
            f"\n{CHANNELS} channels' weekly digest, {BODIES} bodies{'':10} first s  last s   CPU s  peak MB"
        )
        for name, base in bases.items():
            for limit in (LIFTED, None):
                told = "20 a second (default)" if limit is None else "total lifted"
                cost = _measured(base, limit)
                figures = f"{cost.first:8.1f} {cost.last:7.1f} {cost.cpu:7.1f} {cost.peak_mb:8.0f}"
                print(f"  {f'{name}, {told}':44} {figures}", flush=True)


def _measured(base: Databases, limit: int | None) -> Cost:
    url, at, port = base.fresh(), free_port(), free_port()
    env = {"HELSEBOT_DATABASE_URL": url, "HELSEBOT_APP_ID": "", "HELSEBOT_CLOCK": MONDAY}
    if limit is not None:
        env["HELSEBOT_POSTS_PER_SECOND"] = str(limit)
    with running(python("tests.connector", at, ANSWERS), at, CONNECTOR_CORE):
        address = f"http://127.0.0.1:{at}/"
        asyncio.run(_fill(url, address))
        return _served(env, port, address)


def _served(env: Mapping[str, str], port: int, address: str) -> Cost:
    with running([str(HELSEBOT), "serve", "--port", str(port)], port, BOT_CORE, env) as pid:
        began = time.perf_counter()
        first = asyncio.run(_until(address, 1, began))
        last = asyncio.run(_until(address, CHANNELS, began))
        return Cost(first, last, cpu_seconds(pid), peak_mb(pid))


async def _until(address: str, count: int, began: float) -> float:
    """Raises RuntimeError where they do not come, or too many do."""
    while (got := await seen(address)) < count:
        if time.perf_counter() - began > LIMIT_SECONDS:
            raise RuntimeError(f"{got} of {count} digests came")
        await asyncio.sleep(0.02)
    if got > CHANNELS:
        raise RuntimeError(f"{got} digests for {CHANNELS} channels")
    return time.perf_counter() - began


def peak_mb(pid: int) -> float:
    """The most that was resident at any time; where the system does not say, what is so now."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        [line] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return float(psutil.Process(pid).memory_info().rss / 2**20)


async def _fill(url: str, address: str) -> None:
    """Each body has five channels and a møte on Wednesday; all want to be told on Monday at 08."""
    store = import_module("storage.store").open_store(url)
    bodies = await _bodies(store)
    wishes = replace(Kanaloensker(), digest=Digesttid(0, clock(8)))
    for number in range(CHANNELS):
        there = Conversation(f"19:{number:04}@thread.tacv2", ConversationKind.CHANNEL, address)
        body = bodies[number % BODIES]
        async with store.turn() as uow:
            await uow.begin_turn(there.id, "29:x", [])
            await uow.note_turn(there, [f"hei{number}"], None)
            await uow.kanaler.koble(there.id, body)
            await uow.kanaler.oensk(there.id, body, wishes)
            await uow.commit()
    await store.close()


async def _bodies(store: Store) -> list[int]:
    async with store.turn() as uow:
        fellesskap = await uow.add_helsefellesskap(Helsefellesskap("Benken"))
        names = [[Organnavn(f"Utvalg {n}", Navneslag.NAVN)] for n in range(BODIES)]
        organer = [await uow.save_organ(Organ(fellesskap.id or 0, name)) for name in names]
        for organ in organer:
            await uow.save_moete(Moete(fellesskap.id or 0, [organ.id or 0], WEDNESDAY, start=clock(12)))
        await uow.commit()
    return [organ.id or 0 for organ in organer]


if __name__ == "__main__":
    run()

"""Posts a second through the outbox on SQLite, beside the same posts from a bare loop that remembers
nothing: `python -m bench.posting`.
"""

import asyncio
import json
import logging
import os
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import structlog
from aiohttp import ClientSession

import bot.teams
from bench.processes import free_port, pin, python, running
from bot.clock import OSLO, RunningClock
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.ports import Store
from bot.domain.utboks import Utpost, Varselslag
from bot.jobs.outbox import AT_ONCE, Outbox
from bot.settings import Settings
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage.migrate import upgrade
from storage.store import open_store

POSTS = 400
PEOPLE = 100
ROUNDS = 3
BOT_CORE, CONNECTOR_CORE = 0, 1
FORENOON = datetime(2024, 5, 8, 9, 0, tzinfo=OSLO)
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "ASU " * 200}]}
MESSAGE = Message("Du er kalt inn som vara.", CARD)

Sends = Callable[[str], Awaitable[tuple[float, float]]]


def run() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    pin(os.getpid(), BOT_CORE)
    port = free_port()
    with running(python("tests.connector", port), port, CONNECTOR_CORE):
        print(f"\n{POSTS} posts to {PEOPLE} people, {AT_ONCE} at once{'':6} posts/s  CPU ms/post")
        address = f"http://127.0.0.1:{port}/"
        bare = max(asyncio.run(_measured(address, _bare)) for _ in range(ROUNDS))
        kept = max(asyncio.run(_measured(address, _through_outbox)) for _ in range(ROUNDS))
    _show("bare aiohttp loop", bare)
    _show("outbox on SQLite", kept)


def _show(name: str, best: tuple[float, float]) -> None:
    print(f"  {name:42} {best[0]:7.0f} {best[1]:12.2f}")


async def _measured(address: str, sends: Sends) -> tuple[float, float]:
    """Posts a second, and CPU a post. Raises RuntimeError where the connector did not get them all."""
    before = await _seen(address)
    figures = await sends(address)
    if (got := await _seen(address) - before) != POSTS:
        raise RuntimeError(f"{got} of {POSTS} posts arrived")
    return figures


async def _seen(address: str) -> int:
    async with ClientSession() as http, http.get(f"{address}seen") as answer:
        return int((await answer.json())["count"])


async def _timed(work: Awaitable[object]) -> tuple[float, float]:
    began, before = time.perf_counter(), psutil.Process().cpu_times()
    await work
    after = psutil.Process().cpu_times()
    cpu = after.user + after.system - before.user - before.system
    return POSTS / (time.perf_counter() - began), cpu * 1000 / POSTS


async def _bare(address: str) -> tuple[float, float]:
    content = {"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}
    body = json.dumps({"type": "message", "attachments": [content]}).encode()
    left = iter(range(POSTS))

    async def worker(http: ClientSession) -> None:
        for number in left:
            url = f"{address}v3/conversations/a{number % PEOPLE}/activities"
            async with http.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
                await answer.read()

    async with ClientSession() as http:
        return await _timed(asyncio.gather(*(worker(http) for _ in range(AT_ONCE))))


async def _through_outbox(address: str) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        await upgrade(f"sqlite+aiosqlite:///{path}")
        store = open_store(f"sqlite+aiosqlite:///{path}")
        clock = RunningClock(FORENOON)
        room = bot.teams.build(Settings(app_id=""), clock)
        await _fill(store, address)
        figures = await _timed(_drained(path, Outbox(store, room.poster, clock)))
        await room.close()
        await store.close()
    return figures


async def _fill(store: Store, address: str) -> None:
    for number in range(PEOPLE):
        there = Conversation(f"a{number}", ConversationKind.PERSONAL, address)
        async with store.turn() as uow:
            await uow.begin_turn(there.id, "29:x", [])
            await uow.note_turn(there, [f"hei{number}"], None)
            await uow.commit()
    due, content = FORENOON.astimezone(UTC), legg_i(MESSAGE, Maalform.NB)
    async with store.turn() as uow:
        for number in range(POSTS):
            to = f"a{number % PEOPLE}"
            await uow.utboks.legg(Utpost(f"n{number}", to, content, Varselslag.SAK, due))
        await uow.commit()


async def _drained(path: Path, outbox: Outbox) -> None:
    sending = asyncio.create_task(outbox.run())
    while _left(path):  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    outbox.stop()
    await sending


def _left(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        [(left,)] = database.execute("SELECT count(*) FROM utboks WHERE tilstand != 'sendt'").fetchall()
    return int(left)


if __name__ == "__main__":
    run()

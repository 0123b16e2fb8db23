"""Posts a second through the outbox to a connector that takes 100 ms, on both databases, beside the loop of
the stock SDK's `continue_conversation`, which remembers nothing: `python -m bench.posting`.
"""

import asyncio
import itertools
import json
import logging
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import psutil
import structlog
from aiohttp import ClientSession

import bot.teams
from bench import stock_posts
from bench.bases import Databases, databases
from bench.processes import free_port, pin, python, running
from bot.clock import OSLO, RunningClock
from bot.domain.budsjett import Grenser
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.ports import Store
from bot.domain.utboks import Utpost, Utposttilstand, Varselslag
from bot.jobs.outbox import Outbox
from bot.settings import Settings
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage.store import open_store

PLACES = 100
"""Conversations, which take turns."""
AT_ONCE = 20
"""As many as the peers have under way: the limits of Teams leave the outbox as many a second."""
ANSWERS = 0.1
LIFTED = Grenser(i_alt=10_000)
ROUNDS = 2
BOT_CORE, CONNECTOR_CORE = 0, 1
FORENOON = datetime(2024, 5, 8, 9, 0, tzinfo=OSLO)
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "ASU " * 200}]}
MESSAGE = Message("Du er kalt inn som vara.", CARD)


@dataclass(frozen=True)
class Way:
    """One way to post so many."""

    name: str
    posts: int
    send: Callable[[str, int], Awaitable["Figures"]]
    rounds: int = ROUNDS


@dataclass(frozen=True, order=True)
class Figures:
    per_second: float
    cpu_ms: float


def run() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    pin(os.getpid(), BOT_CORE)
    port = free_port()
    with running(python("tests.connector", port, ANSWERS), port, CONNECTOR_CORE), databases() as bases:
        print(f"\nposts to {PLACES} conversations, answered after {ANSWERS * 1000:.0f} ms")
        print(f"{'':46} posts/s  CPU ms/post   x one by one   x {AT_ONCE} at once")
        address = f"http://127.0.0.1:{port}/"
        stock: list[Figures] = []
        for way in _ways(bases):
            best = max(_measured(address, way) for _ in range(way.rounds))
            stock += [best] if len(stock) < 2 else []
            _show(way.name, best, stock)


def _ways(bases: dict[str, Databases]) -> list[Way]:
    return [
        Way("stock continue_conversation, one by one", 40, lambda a, n: _stock(a, n, 1)),
        Way(f"stock continue_conversation, {AT_ONCE} at once", 400, lambda a, n: _stock(a, n, AT_ONCE)),
        Way(f"bare aiohttp, {AT_ONCE} at once", 400, _bare),
        *(
            Way(f"outbox on {name}, total lifted", 400, _through(base, LIFTED))
            for name, base in bases.items()
        ),
        *(
            Way(
                f"outbox on {name}, {Grenser().i_alt} a second (default)", 120, _through(base, Grenser()), 1
            )
            for name, base in bases.items()
        ),
    ]


def _show(name: str, best: Figures, stock: list[Figures]) -> None:
    ratios = "".join(f"{best.per_second / peer.per_second:15.1f}" for peer in stock)
    print(f"  {name:44} {best.per_second:7.1f} {best.cpu_ms:12.2f} {ratios}", flush=True)


def _measured(address: str, way: Way) -> Figures:
    """Raises RuntimeError where the connector did not get each of them once."""
    return asyncio.run(_counted(address, way))


async def _counted(address: str, way: Way) -> Figures:
    before = await seen(address)
    figures = await way.send(address, way.posts)
    if (got := await seen(address) - before) != way.posts:
        raise RuntimeError(f"{way.name}: {got} of {way.posts} posts arrived")
    return figures


async def seen(address: str) -> int:
    """How many calls the connector has had."""
    async with ClientSession() as http, http.get(f"{address}seen") as answer:
        return int((await answer.json())["count"])


async def _timed(posts: int, work: Awaitable[object]) -> Figures:
    began, before = time.perf_counter(), psutil.Process().cpu_times()
    await work
    after = psutil.Process().cpu_times()
    cpu = after.user + after.system - before.user - before.system
    return Figures(posts / (time.perf_counter() - began), cpu * 1000 / posts)


async def _stock(address: str, posts: int, at_once: int) -> Figures:
    places = (f"a{number % PLACES}" for number in range(posts))
    return await _timed(posts, stock_posts.post(address, places, CARD, at_once))


async def _bare(address: str, posts: int) -> Figures:
    content = {"contentType": stock_posts.CARD_TYPE, "content": CARD}
    body = json.dumps({"type": "message", "attachments": [content]}).encode()
    left = iter(range(posts))

    async def worker(http: ClientSession) -> None:
        for number in left:
            url = f"{address}v3/conversations/a{number % PLACES}/activities"
            async with http.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
                await answer.read()

    async with ClientSession() as http:
        return await _timed(posts, asyncio.gather(*(worker(http) for _ in range(AT_ONCE))))


def _through(base: Databases, limits: Grenser) -> Callable[[str, int], Awaitable[Figures]]:
    async def send(address: str, posts: int) -> Figures:
        store, clock = open_store(await asyncio.to_thread(base.fresh)), RunningClock(FORENOON)
        room = bot.teams.build(Settings(app_id=""), clock)
        await _fill(store, address, posts)
        outbox = Outbox(store, room.poster, clock, grenser=limits, at_once=AT_ONCE)
        figures = await _timed(posts, _drained(store, outbox, address, posts))
        await room.close()
        await store.close()
        return figures

    return send


async def _fill(store: Store, address: str, posts: int) -> None:
    for number in range(PLACES):
        there = Conversation(f"a{number}", ConversationKind.PERSONAL, address)
        async with store.turn() as uow:
            await uow.begin_turn(there.id, "29:x", [])
            await uow.note_turn(there, [f"hei{number}"], None)
            await uow.commit()
    due, content = FORENOON.astimezone(UTC), legg_i(MESSAGE, Maalform.NB)
    async with store.turn() as uow:
        for number, place in zip(range(posts), itertools.cycle(range(PLACES)), strict=False):
            await uow.utboks.legg(Utpost(f"n{number}", f"a{place}", content, Varselslag.SAK, due))
        await uow.commit()


async def _drained(store: Store, outbox: Outbox, address: str, posts: int) -> None:
    """The outbox runs until all have come. Raises RuntimeError where one could not be sent."""
    before, sending = await seen(address), asyncio.create_task(outbox.run())
    while await seen(address) - before < posts:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    outbox.stop()
    await sending
    async with store.turn() as uow:
        left = await uow.utboks.liste(set(Utposttilstand) - {Utposttilstand.SENDT}, 1)
    if left:
        raise RuntimeError(f"{left[0].noekkel} is {left[0].tilstand}")


if __name__ == "__main__":
    run()

"""Turns a second and latency for «neste ASU»: our program against a bare echo bot on the stock SDK."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import Figures, Target, last_reply, measure
from bench.processes import free_port, pin, python, running
from bench.program import served_program

PEOPLE = (1, 8, 32)
SECONDS = 3.0
WARM_UP = 0.7
BOT_CORE, LOAD_CORE = 0, 1

Start = Callable[[str], AbstractContextManager[Target]]


@contextmanager
def module(name: str, connector: str) -> Iterator[Target]:
    port = free_port()
    with running(python(name, port), port, BOT_CORE) as pid:
        yield Target(f"http://127.0.0.1:{port}", pid, connector)


@contextmanager
def program(connector: str) -> Iterator[Target]:
    """`helsebot serve` with one innkalling in a database of its own."""
    with TemporaryDirectory() as folder, served_program(Path(folder), connector, BOT_CORE) as target:
        yield target


def run() -> None:
    pin(os.getpid(), LOAD_CORE)
    port = free_port()
    with running(python("tests.connector", port), port, LOAD_CORE):
        connector = f"http://127.0.0.1:{port}"
        stock = _figures("stock echo", lambda c: module("bench.stock", c), connector)
        seams = _figures("echo over our room", lambda c: module("bench.seams", c), connector)
        whole = _figures("helsebot serve", program, connector, must_say="ASU")
    _ratio("echo over our room / stock echo", seams, stock)
    _ratio("helsebot serve / stock echo", whole, stock)


def _figures(name: str, start: Start, connector: str, must_say: str = "neste ASU") -> dict[int, Figures]:
    print(f"\n{name}\n  people  turns/s   p50 ms   p99 ms  CPU ms/turn   turns")
    with start(connector) as target:
        figures = {people: _measured(target, people) for people in PEOPLE}
        said = asyncio.run(last_reply(target))
    if must_say not in said:
        raise RuntimeError(f"{name} did not answer the question: {said[:300]}")
    return figures


def _measured(target: Target, people: int) -> Figures:
    got = asyncio.run(measure(target, people, SECONDS, WARM_UP))
    rate = f"{people:8d} {got.per_second:8.0f}"
    print(f"{rate} {got.p50:8.1f} {got.p99:8.1f} {got.cpu_ms:12.2f} {got.turns:7d}", flush=True)
    return got


def _ratio(name: str, ours: dict[int, Figures], stock: dict[int, Figures]) -> None:
    print(f"\n{name}")
    for people in PEOPLE:
        a, b = ours[people], stock[people]
        print(
            f"  {people:6d} people: {a.per_second / b.per_second:4.1f} x turns/s, "
            f"{b.p50 / a.p50:4.1f} x shorter p50, {b.p99 / a.p99:4.1f} x shorter p99, "
            f"{b.cpu_ms / a.cpu_ms:4.1f} x less CPU a turn"
        )


if __name__ == "__main__":
    run()

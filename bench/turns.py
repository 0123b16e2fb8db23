"""Turns a second and latency for «neste ASU»: our program against a bare echo bot on the stock SDK.

The bots take turns under load, a second each and three times over, so that whatever else the
machine does falls on all of them alike.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import Figures, Target, answer, figures, load
from bench.processes import free_port, pin, python, running
from bench.program import served_program

PEOPLE = (1, 8, 32)
ROUNDS = 3
SECONDS = 1.2
WARM_UP = 0.4
BOT_CORE, LOAD_CORE = 0, 1
STOCK, ROOM, PROGRAM = "stock echo", "echo over our room", "helsebot serve"


def run() -> None:
    pin(os.getpid(), LOAD_CORE)
    with ExitStack() as stack:
        port = free_port()
        stack.enter_context(running(python("tests.connector", port), port, LOAD_CORE))
        connector = f"http://127.0.0.1:{port}"
        bots = {
            STOCK: stack.enter_context(_module("bench.stock", connector)),
            ROOM: stack.enter_context(_module("bench.seams", connector)),
            PROGRAM: stack.enter_context(_program(connector)),
        }
        _check(bots)
        measured = {people: _measured(bots, people) for people in PEOPLE}
    for name in (ROOM, PROGRAM):
        _ratios(name, measured)


@contextmanager
def _module(name: str, connector: str) -> Iterator[Target]:
    port = free_port()
    with running(python(name, port), port, BOT_CORE) as pid:
        yield Target(f"http://127.0.0.1:{port}", pid, connector)


@contextmanager
def _program(connector: str) -> Iterator[Target]:
    """`helsebot serve` with one innkalling in a database of its own."""
    with TemporaryDirectory() as folder, served_program(Path(folder), connector, BOT_CORE) as target:
        yield target


def _check(bots: dict[str, Target]) -> None:
    """A fast wrong answer is no figure. Raises RuntimeError."""
    for name, target in bots.items():
        said = asyncio.run(answer(target))
        if "ASU" not in said or (name == PROGRAM) != ("Legg i kalender" in said or "Saksliste" in said):
            raise RuntimeError(f"{name} did not answer the question: {said[:300]}")


def _measured(bots: dict[str, Target], people: int) -> dict[str, Figures]:
    print(f"\n{people} at once{'':14} turns/s   p50 ms   p99 ms  CPU ms/turn   turns")
    rounds = [
        {name: asyncio.run(load(target, people, SECONDS, WARM_UP)) for name, target in bots.items()}
        for _ in range(ROUNDS)
    ]
    got = {name: figures([r[name] for r in rounds]) for name in bots}
    for name, f in got.items():
        latency = f"{f.p50:8.1f} {f.p99:8.1f}"
        print(f"  {name:22} {f.per_second:7.0f} {latency} {f.cpu_ms:12.2f} {f.turns:7d}", flush=True)
    return got


def _ratios(name: str, measured: dict[int, dict[str, Figures]]) -> None:
    print(f"\n{name} against {STOCK}")
    for people, got in measured.items():
        ours, stock = got[name], got[STOCK]
        print(
            f"  {people:2d} at once: {ours.per_second / stock.per_second:5.1f} x the turns a second, "
            f"p50 {stock.p50 / ours.p50:5.1f} x shorter, p99 {stock.p99 / ours.p99:5.1f} x shorter, "
            f"CPU a turn {stock.cpu_ms / ours.cpu_ms:5.1f} x less"
        )


if __name__ == "__main__":
    run()

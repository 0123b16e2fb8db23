"""Turns that write, beside a bare echo: eight members who report forfall and take it back, over and over.

Each turn locks the møte, reads its log, decides, adds lines and stores its reply in one transaction.
"""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import Figures, Target, answer, figures, load
from bench.processes import free_port, pin, python, running
from bench.program import HELSEBOT, served_program, settings

PEOPLE, ROUNDS, SECONDS, WARM_UP = 8, 3, 1.2, 0.4
BOT_CORE, LOAD_CORE = 0, 1
LINES = ("meld forfall til ASU", "kommer likevel på ASU")
MEMBERS = "organ;navn;rolle;representerer\n" + "".join(
    f"ASU;Person {n};medlem;Sete {n}\n" for n in range(PEOPLE)
)


def run() -> None:
    pin(os.getpid(), LOAD_CORE)
    with ExitStack() as stack:
        port = free_port()
        stack.enter_context(running(python("tests.connector", port), port, LOAD_CORE))
        connector = f"http://127.0.0.1:{port}"
        bots = {
            "stock echo": stack.enter_context(_stock(connector)),
            "helsebot, forfall": stack.enter_context(_program(connector)),
        }
        said = asyncio.run(answer(bots["helsebot, forfall"]))
        if "Forfall er notert" not in said:
            raise RuntimeError(f"nothing was noted: {said[:300]}")
        rounds = [
            {name: asyncio.run(load(bot, PEOPLE, SECONDS, WARM_UP)) for name, bot in bots.items()}
            for _ in range(ROUNDS)
        ]
    print(f"\nwriting, {PEOPLE} at once{'':6} turns/s   p50 ms   p99 ms  CPU ms/turn   turns")
    for name in bots:
        _show(name, figures([r[name] for r in rounds]))


def _show(name: str, f: Figures) -> None:
    latency = f"{f.p50:8.1f} {f.p99:8.1f}"
    print(f"  {name:22} {f.per_second:7.0f} {latency} {f.cpu_ms:12.2f} {f.turns:7d}", flush=True)


@contextmanager
def _stock(connector: str) -> Iterator[Target]:
    port = free_port()
    with running(python("bench.stock", port), port, BOT_CORE) as pid:
        yield Target(f"http://127.0.0.1:{port}", pid, connector, LINES)


@contextmanager
def _program(connector: str) -> Iterator[Target]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with served_program(folder, connector, BOT_CORE) as target:
            _import_members(folder)
            yield replace(target, lines=LINES)


def _import_members(folder: Path) -> None:
    """Eight more, each with a seat of their own, so that nobody is vara for anybody."""
    path = folder / "medlemmer.csv"
    path.write_text(MEMBERS, "utf-8")
    env = os.environ | settings(folder)
    command = [str(HELSEBOT), "members", "import", str(path), "--yes"]
    subprocess.run(command, env=env, check=True, capture_output=True)


if __name__ == "__main__":
    run()

"""A dictated point from request to receipt, beside a bare echo: at one møte, and at twenty at once.

Each referent keeps a referat of a body of its own, and dictates one point after another.
"""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import Figures, Target, figures, load, say
from bench.processes import free_port, pin, python, running
from bench.program import HELSEBOT, served_program, settings

MEETINGS, ROUNDS, SECONDS, WARM_UP = (1, 20), 3, 1.2, 0.4
BOT_CORE, LOAD_CORE = 0, 1
TOPICS = [
    "syn",
    "hørsel",
    "hud",
    "hjerte",
    "lunge",
    "nyre",
    "lever",
    "hode",
    "nakke",
    "rygg",
    "hofte",
    "kne",
    "fot",
    "hånd",
    "tenner",
    "søvn",
    "kost",
    "smerte",
    "fall",
    "svangerskap",
]
LINES = (
    "i: kommunene ønsker mer tid til dette",
    "n: fagrådet fikk en kort orientering",
    "k: tas til orientering",
)
START = "start referat for Fagråd for {topic}"


def run() -> None:
    pin(os.getpid(), LOAD_CORE)
    with ExitStack() as stack:
        port = free_port()
        stack.enter_context(running(python("tests.connector", port), port, LOAD_CORE))
        connector = f"http://127.0.0.1:{port}"
        echo = stack.enter_context(_stock(connector))
        bot = stack.enter_context(_program(connector))
        asyncio.run(_start(bot))
        bots = {"stock echo": echo, "helsebot, a point": bot}
        for people in MEETINGS:
            rounds = [
                {name: asyncio.run(load(target, people, SECONDS, WARM_UP)) for name, target in bots.items()}
                for _ in range(ROUNDS)
            ]
            print(f"\ndictating, {people:2} møter{'':8} points/s   p50 ms   p99 ms  CPU ms/turn   turns")
            _show({name: figures([r[name] for r in rounds]) for name in bots})


def _show(found: dict[str, Figures]) -> None:
    for name, f in found.items():
        latency = f"{f.p50:8.1f} {f.p99:8.1f}"
        print(f"  {name:22} {f.per_second:7.0f} {latency} {f.cpu_ms:12.2f} {f.turns:7d}", flush=True)
    echo, ours = found.values()
    print(f"  ratio to the echo: p50 {ours.p50 / echo.p50:.2f}, p99 {ours.p99 / echo.p99:.2f}")


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
            _fill(folder)
            yield replace(target, lines=LINES)


def _fill(folder: Path) -> None:
    """Twenty bodies that meet today, each with a referent of its own."""
    env = os.environ | settings(folder)
    for n, topic in enumerate(TOPICS):
        paper = folder / f"{n}.txt"
        paper.write_text(_innkalling(topic), "utf-8")
        _run(env, "import", str(paper), "--helsefellesskap", "Fjord og fjell", "--yes")
    rows = "".join(f"Fagråd for {topic};Person {n};referent\n" for n, topic in enumerate(TOPICS))
    members = folder / "medlemmer.csv"
    members.write_text(f"organ;navn;rolle\n{rows}", "utf-8")
    _run(env, "members", "import", str(members), "--yes")


def _innkalling(topic: str) -> str:
    return f"""MØTEINNKALLING

Utvalg: Fagråd for {topic}
Møtested: Teams
Møtedato: {date.today():%d.%m.%Y} kl. 08.00 – 23.00

SAKSLISTE
Sak 01/26 Godkjenning av innkalling og saksliste
Sak 02/26 Status for arbeidsgruppene
Sak 03/26 Eventuelt
"""


async def _start(bot: Target) -> None:
    for n, topic in enumerate(TOPICS):
        await say(bot, n, START.format(topic=topic))
        said = await say(bot, n, "sak 2")
        point = await say(bot, n, LINES[0])
        if "innspill 1" not in point:
            raise RuntimeError(f"nothing was noted: {said[:200]} / {point[:300]}")


def _run(env: dict[str, str], *command: str) -> None:
    subprocess.run([str(HELSEBOT), *command], env=env, check=True, capture_output=True)


if __name__ == "__main__":
    run()

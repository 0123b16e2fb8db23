"""How long an import takes, and how much memory at most: `python -m bench.importing [FIL]`.

Without a file it takes the seed PDF, where it lies beside the checkout.
"""

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from bench.processes import ROOT
from bench.program import HELSEBOT, settings

SEED = ROOT.parent / "shared" / "seeds" / "innkalling-asu-2024-04-17.pdf"
RUNS = 2
LIMIT_SECONDS = 30
LOOK_SECONDS = 0.01


@dataclass(frozen=True)
class Cost:
    """`cpu` and `peak_mb` (resident) are those of the program and the child that parses, together."""

    seconds: float
    cpu: float
    peak_mb: float


def run(path: Path = SEED) -> None:
    """The whole command, Python's own start included, each time into an empty database."""
    if not path.exists():
        print(f"\nimport: no {path.name} here; give a file: python -m bench.importing FIL")
        return
    costs = [_import(path) for _ in range(RUNS)]
    best = min(costs, key=lambda c: c.seconds)
    print(
        f"\nhelsebot import {path.name} --yes ({path.stat().st_size / 1024:.0f} KB, best of {RUNS})\n"
        f"  {best.seconds:.2f} s ({best.cpu:.2f} s of CPU), at most {max(c.peak_mb for c in costs):.0f} MB"
    )


def _import(path: Path) -> Cost:
    with TemporaryDirectory() as folder:
        began, before = time.perf_counter(), _children_cpu()
        process = subprocess.Popen(
            [str(HELSEBOT), "import", str(path), "--yes", "--helsefellesskap", "Benken"],
            env={**os.environ, **settings(Path(folder))},
            stdout=subprocess.DEVNULL,
        )
        peak = _watch(process, began + LIMIT_SECONDS)
        if process.returncode != 0:
            raise RuntimeError(f"helsebot import ended with exit code {process.returncode}")
        return Cost(time.perf_counter() - began, _children_cpu() - before, peak / 2**20)


def _children_cpu() -> float:
    """Seconds of all processes that have ended, theirs included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: "subprocess.Popen[bytes]", ends: float) -> int:
    """The most bytes seen until it ended. Stops it where it takes too long."""
    peak, watched = 0, psutil.Process(process.pid)
    while process.poll() is None:
        if time.perf_counter() > ends:
            process.kill()
        with suppress(psutil.Error):
            family = [watched, *watched.children(recursive=True)]
            peak = max(peak, sum(p.memory_info().rss for p in family))
        time.sleep(LOOK_SECONDS)
    return peak


if __name__ == "__main__":
    run(*map(Path, sys.argv[1:2]))

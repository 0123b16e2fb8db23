"""`make torture`: `python -m tests.torture [--seed N] [--on sqlite]`. Ends with 1 where something broke."""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.databases import SqliteDatabases, postgres_databases
from tests.postgres_server import postgres_server
from tests.torture.audit import Report
from tests.torture.ordeal import Measure, Ordeal

STOPS = 20
"""Seconds that are left to end everything in."""
RUNS = {"sqlite": Measure(), "postgres": Measure(replicas=3)}


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The address of one of its own. Raises LookupError where this machine has no PostgreSQL."""
    if kind == "sqlite":
        yield SqliteDatabases(folder).fresh()
        return
    with postgres_server() as server, postgres_databases(server) as databases:
        yield databases.fresh()


def tortured(kind: str, seed: int, measure: Measure) -> Report:
    with tempfile.TemporaryDirectory(prefix="helsebot-torture-") as name, database(kind, Path(name)) as url:
        return asyncio.run(Ordeal(url, Path(name), seed, measure).run())


def show(kind: str, seed: int, report: Report, measure: Measure) -> None:
    many = f"{measure.replicas} replica{'s' if measure.replicas > 1 else ''}"
    print(f"\n{kind}, {many}, seed {seed}")
    for name, figure in report.figures.items():
        print(f"  {name:48} {figure}")
    print("  BROKEN:" if report.broken else "  nothing lost, nothing out of order, nothing doubled unseen")
    for broken in report.broken:
        print(f"    {broken}")


def main() -> int:
    asked = argparse.ArgumentParser(description="Kills the program while it posts.")
    asked.add_argument("--seed", type=int, default=random.randrange(10_000))
    asked.add_argument("--on", choices=sorted(RUNS), action="append")
    asked.add_argument("--minutes", type=float, default=6, help="what a run may take, where all is slow")
    given = asked.parse_args()
    # Told to end, it ends what it began.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    broken = False
    for kind in given.on or RUNS:
        measure = replace(RUNS[kind], limit=given.minutes * 60 - STOPS)
        report = tortured(kind, given.seed, measure)
        show(kind, given.seed, report, measure)
        broken = broken or bool(report.broken)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())

"""How long it takes to understand a line, beside dateparser's `search_dates` on the same lines.

`python -m bench.understanding`. Each reader runs in a process of its own, one at a time. The peer
only looks for dates; ours says what is meant, with everything that is named.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from statistics import median
from typing import Any

import psutil
import yaml

from bench.processes import ROOT

LINES = sorted((ROOT / "tests" / "language").glob("heldout*.yaml"))
AT = datetime(2024, 4, 10, 9, 0)
ROUNDS = 3
PEER_LINES = 120
"""The peer takes so long that it gets only some of them."""


def run() -> None:
    """A table: milliseconds a line, and what it costs to start."""
    ours, peer = _measured("ours"), _measured("peer")
    print(f"\nto understand a line ({ours['lines']} held-out lines; the peer {peer['lines']} of them)")
    print("                         median ms    p99 ms   start s    MB")
    for name, cost in (("helsebot", ours), ("search_dates (dates only)", peer)):
        print(
            f"  {name:<25}{cost['median']:>7.3f}{cost['p99']:>10.3f}"
            f"{cost['start']:>10.2f}{cost['mb']:>6.0f}"
        )
    ratios = [f"{peer[key] / ours[key]:.1f}×" for key in ("median", "p99")]
    print(f"  the peer takes {ratios[0]} as long in the median, {ratios[1]} at p99")
    print(
        f"  of ours the dates alone: {ours['dates_median']:.3f} ms median, {ours['dates_p99']:.3f} ms p99"
    )


def _measured(which: str) -> dict[str, Any]:
    said = subprocess.run(
        [sys.executable, "-m", "bench.understanding", which],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return dict(json.loads(said))


def _lines() -> list[str]:
    kinds = [yaml.safe_load(path.read_text("utf-8")) for path in LINES]
    return [row["t"] for kind in kinds for rows in kind.values() for row in rows]


def _ours() -> dict[str, Any]:
    lines, memory, began = _lines(), _memory(), time.perf_counter()
    from bot.domain.register import Register
    from bot.language.tolk import Tolk

    tolk, register = Tolk(), Register(0)
    tolk.understand("neste ASU", register=register, at=AT)
    started = time.perf_counter() - began, _memory() - memory
    from bot.language.tid import find

    dates = _spent(lambda line: find(line, AT), lines, ROUNDS)
    spent = _spent(lambda line: tolk.understand(line, register=register, at=AT), lines, ROUNDS)
    cost = _cost(spent, started, len(lines))
    return {**cost, "dates_median": median(dates), "dates_p99": _p99(dates)}


def _peer() -> dict[str, Any]:
    lines, memory, began = _lines()[:: max(1, len(_lines()) // PEER_LINES)], _memory(), time.perf_counter()
    from dateparser.search import search_dates

    def search(line: str) -> object:
        return search_dates(line, languages=["nb"], settings={"RELATIVE_BASE": AT, "DATE_ORDER": "DMY"})

    search("møte i morgen")
    started = time.perf_counter() - began, _memory() - memory
    return _cost(_spent(search, lines, 1), started, len(lines))


def _spent(read: Callable[[str], object], lines: Sequence[str], rounds: int) -> list[float]:
    """Milliseconds of CPU a line, the first round left out where there are several."""
    spent: list[float] = []
    for number in range(rounds):
        for line in lines:
            began = time.process_time()
            read(line)
            if number or rounds == 1:
                spent.append(1000 * (time.process_time() - began))
    return spent


def _cost(spent: Sequence[float], started: tuple[float, float], lines: int) -> dict[str, Any]:
    return {
        "lines": lines,
        "median": median(spent),
        "p99": _p99(spent),
        "start": started[0],
        "mb": started[1],
    }


def _p99(spent: Sequence[float]) -> float:
    return sorted(spent)[int(len(spent) * 0.99)]


def _memory() -> float:
    """Resident megabytes."""
    return float(psutil.Process().memory_info().rss) / 2**20


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps({"ours": _ours, "peer": _peer}[sys.argv[1]]()))
    else:
        run()

"""The load: so many people, each asking again as soon as the answer has come."""

import asyncio
import itertools
import math
import time
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp

from bench.processes import cpu_seconds

QUESTION = "neste ASU"

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Target:
    """A bot under load: its address, its process, the connector that catches its answers, and the lines
    that each person says in turn.
    """

    url: str
    pid: int
    connector: str
    lines: tuple[str, ...] = (QUESTION,)


@dataclass(frozen=True)
class Round:
    """One stretch of load: each turn's milliseconds from the post to its HTTP answer (its reply has
    then been sent), how long it all took, and the CPU seconds of the bot's process.
    """

    latencies: list[float]
    seconds: float
    cpu: float


@dataclass(frozen=True)
class Figures:
    turns: int
    per_second: float
    p50: float
    p99: float
    cpu_ms: float


def figures(rounds: list[Round]) -> Figures:
    """All rounds taken together."""
    latencies = sorted(itertools.chain.from_iterable(r.latencies for r in rounds))
    turns = len(latencies)
    return Figures(
        turns,
        turns / sum(r.seconds for r in rounds),
        _percentile(latencies, 50),
        _percentile(latencies, 99),
        sum(r.cpu for r in rounds) / turns * 1000,
    )


async def load(target: Target, people: int, seconds: float, warm_up: float) -> Round:
    """Raises RuntimeError where a turn fails or its reply does not reach the connector."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        await _ask_for(http, target, people, warm_up)
        caught, cpu, began = await _caught(http, target), cpu_seconds(target.pid), time.perf_counter()
        latencies = await _ask_for(http, target, people, seconds)
        took, used = time.perf_counter() - began, cpu_seconds(target.pid) - cpu
        if await _caught(http, target) - caught != len(latencies):
            raise RuntimeError("a turn was answered without a reply")
    return Round(latencies, took, used)


async def answer(target: Target) -> str:
    """Asks once. What was sent, as it went over the wire."""
    async with aiohttp.ClientSession() as http:
        await _ask_for(http, target, 1, 0.001)
        async with http.get(f"{target.connector}/seen") as response:
            return str((await response.json())["last"])


async def say(target: Target, person: int, line: str) -> str:
    """The person says it; what was sent last, as it went over the wire."""
    async with aiohttp.ClientSession() as http:
        said = activity(target, person, line)
        async with http.post(f"{target.url}/api/messages", json=said) as response:
            response.raise_for_status()
        async with http.get(f"{target.connector}/seen") as response:
            return str((await response.json())["last"])


async def _ask_for(http: aiohttp.ClientSession, target: Target, people: int, seconds: float) -> list[float]:
    ends = time.perf_counter() + seconds
    asked = await asyncio.gather(*(_ask(http, target, n, ends) for n in range(people)))
    return list(itertools.chain.from_iterable(asked))


async def _ask(http: aiohttp.ClientSession, target: Target, person: int, ends: float) -> list[float]:
    latencies: list[float] = []
    while (began := time.perf_counter()) < ends:
        said = activity(target, person, target.lines[len(latencies) % len(target.lines)])
        async with http.post(f"{target.url}/api/messages", json=said) as response:
            if response.status >= 300:
                raise RuntimeError(f"HTTP {response.status}")
        latencies.append((time.perf_counter() - began) * 1000)
    return latencies


async def _caught(http: aiohttp.ClientSession, target: Target) -> int:
    async with http.get(f"{target.connector}/seen") as response:
        return int((await response.json())["count"])


def activity(target: Target, person: int, line: str) -> dict[str, object]:
    return {
        "type": "message",
        "id": f"bench-{next(_numbers)}",
        "timestamp": datetime.now(UTC).isoformat(),
        "channelId": "msteams",
        "serviceUrl": f"{target.connector}/",
        "from": {"id": f"29:{person}", "name": f"Person {person}", "aadObjectId": f"aad-{person}"},
        "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": "t"},
        "recipient": {"id": "28:helsebot", "name": "Helsebot"},
        "text": line,
        "textFormat": "plain",
        "channelData": {"tenant": {"id": "t"}},
    }


def _percentile(values: list[float], percent: int) -> float:
    """Of sorted values, by nearest rank."""
    return values[max(0, math.ceil(len(values) * percent / 100) - 1)]

"""The real program in a process of its own, spoken to over Teams' protocol on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.connector import connector as run_connector

MAIN = [sys.executable, "-m", "app"]
START_SECONDS = 60
"""A machine that does other things besides may be slow to begin."""


@contextmanager
def running(
    folder: Path, *papers: str, members: Path | None = None, bodies: Path | None = None, **settings: str
) -> Iterator[str]:
    """`helsebot serve` on a database in `folder` with those papers, bodies and members imported; its
    address. `settings` are further HELSEBOT_ variables.
    """
    env = os.environ | {
        "HELSEBOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'helsebot.db'}",
        "HELSEBOT_PUBLIC_URL": "https://bot.example.no",
        **{f"HELSEBOT_{name}": value for name, value in settings.items()},
    }
    if papers:
        _run("import", *papers, "--yes", env=env)
    if bodies:
        _run("bodies", "import", str(bodies), "--yes", env=env)
    if members:
        _run("members", "import", str(members), "--yes", env=env)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([*MAIN, "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/ready")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def _run(*command, env):
    done = subprocess.run([*MAIN, *command], env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _wait(address):
    for _ in range(START_SECONDS * 20):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"{address} does not answer")


@pytest.fixture
async def teams(program):
    """Posts an activity and gives back what was caught (or the invoke's own body)."""
    async with run_connector() as connector, ClientSession() as http:

        async def post(activity):
            activity["serviceUrl"] = connector.url
            async with http.post(f"{program}/api/messages", json=activity) as answer:
                assert answer.status in (200, 202), await answer.text()
                body = await answer.text()
            return json.loads(body) if activity["type"] == "invoke" else await _said(connector)

        yield post


async def _said(connector):
    """The next message; that the bot is writing is not one."""
    caught = await connector.next(20)
    return caught if caught.activity.get("type") != "typing" else await _said(connector)


def words(activity):
    """Everything a person can read in it: text, and each string of the card."""

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)

    return " ".join(" ".join(strings(activity)).replace("\\", "").split())

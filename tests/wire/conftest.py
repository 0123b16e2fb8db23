"""The real program in a process of its own, spoken to over Teams' protocol on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from aiohttp import ClientSession

from tests.connector import connector as run_connector
from tests.databases import PostgresDatabases, SqliteDatabases

MAIN = [sys.executable, "-m", "app"]
START_SECONDS = 60
"""A machine that does other things besides may be slow to begin."""


@dataclass(frozen=True)
class File:
    name: str
    content: bytes


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
    commands = [("import", *papers)] if papers else []
    commands += [("bodies", "import", str(bodies))] if bodies else []
    commands += [("members", "import", str(members))] if members else []
    if commands:
        (folder / "helsebot.db").write_bytes(imported(*commands, **settings))
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


def imported(*commands: Sequence[str], **settings: str) -> bytes:
    """A SQLite database after those imports, each said yes to. The same files in are the same bytes
    out: the commands run once, however many tests begin with them.
    """
    return _imported(tuple(tuple(map(_content, words)) for words in commands), tuple(settings.items()))


def _content(word: str) -> str | File:
    path = Path(word)
    return File(path.name, path.read_bytes()) if path.is_file() else word


@cache
def _imported(commands: tuple[tuple[str | File, ...], ...], settings: tuple[tuple[str, str], ...]) -> bytes:
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = {"HELSEBOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'helsebot.db'}"}
        env = os.environ | {f"HELSEBOT_{name}": value for name, value in settings} | database
        for words in commands:
            _run(*(_written(word, folder) for word in words), "--yes", env=env)
        return (folder / "helsebot.db").read_bytes()


def _written(word: str | File, folder: Path) -> str:
    if isinstance(word, str):
        return word
    (folder / word.name).write_bytes(word.content)
    return str(folder / word.name)


@pytest.fixture(scope="session")
def filled() -> Callable[..., str]:
    """A database of either kind after those imports: they run once, and each caller gets a copy."""
    first: dict[tuple[object, ...], str] = {}

    def fill(
        databases: SqliteDatabases | PostgresDatabases, *commands: Sequence[str], **settings: str
    ) -> str:
        contents = tuple(tuple(map(_content, words)) for words in commands)
        key = (databases, contents, tuple(settings.items()))
        if key not in first:
            first[key] = databases.fresh()
            database = {"HELSEBOT_DATABASE_URL": first[key]}
            env = os.environ | {f"HELSEBOT_{name}": value for name, value in settings.items()} | database
            for words in commands:
                _run(*words, "--yes", env=env)
        return databases.copy(first[key])

    return fill


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

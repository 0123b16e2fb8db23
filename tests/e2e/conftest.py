"""The Playground in front of a bot on an empty database, and a browser to look at it with."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHOTS = ROOT / "var" / "e2e"


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("Chromium is not installed: the Playground cannot be looked at here")
    return found


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if not (found and shutil.which("npm")):
        pytest.skip("Node is not installed: Microsoft's Agents Playground cannot run here")
    if not (HERE / "node_modules").exists():
        command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=HERE, check=True, timeout=120)
    return found


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('e2e') / 'helsebot.db'}"


@pytest.fixture(scope="module")
def page(node: str, chromium: str, database: str) -> Iterator[str]:
    """The address of the Playground in front of a bot on an empty database."""
    with running(database) as address:
        yield address


@pytest.fixture(scope="module")
def watch(node: str, chromium: str, page: str) -> Callable[..., dict]:
    """Plays one scenario of this folder in the browser; what it saw after each step."""

    def play(scenario: str, **given: Any) -> dict:
        return played(node, chromium, page, scenario, given)

    return play


def played(node: str, chromium: str, page: str, scenario: str, given: dict[str, Any]) -> dict:
    """What the scenario saw in the Playground at `page`."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    command = [node, str(HERE / scenario), page, str(SHOTS), chromium, json.dumps(given)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def running(database: str, **more: str) -> Iterator[str]:
    """`more`: further settings of the program and the Playground."""
    port, page = _free_port(), _free_port()
    env = (
        os.environ
        | more
        | {
            "HELSEBOT_DATABASE_URL": database,
            "HELSEBOT_PORT": str(port),
            "PLAYGROUND_PORT": str(page),
        }
    )
    command = [sys.executable, "-u", str(ROOT / "playground" / "run.py")]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        _wait_for(process, "Ctrl-C ends it.")
        yield f"http://localhost:{page}/"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def _wait_for(process: subprocess.Popen[str], line: str) -> None:
    for said in process.stdout or ():
        if line in said:
            return
    raise AssertionError(f"make run ended with {process.wait()}")

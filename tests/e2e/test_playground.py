"""`make e2e`: the program as `make run` starts it, in Microsoft's own local client, in a real browser."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHOTS = ROOT / "var" / "e2e"

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("Chromium is not installed: the Playground cannot be looked at here")
    return found


@pytest.fixture(scope="module")
def driver():
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("Node is not installed: Microsoft's Agents Playground cannot run here")
    if not (HERE / "node_modules").exists():
        command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=HERE, check=True, timeout=120)
    return HERE / "chat.js"


@pytest.fixture(scope="module")
def page(driver, tmp_path_factory):
    """The address of the Playground in front of a bot on an empty database."""
    port, page = _free_port(), _free_port()
    database = tmp_path_factory.mktemp("e2e") / "helsebot.db"
    env = os.environ | {
        "HELSEBOT_DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "HELSEBOT_PORT": str(port),
        "PLAYGROUND_PORT": str(page),
    }
    command = [sys.executable, "-u", str(ROOT / "playground" / "run.py")]
    running = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        _wait_for(running, "Ctrl-C ends it.")
        yield f"http://localhost:{page}/"
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=20)


@pytest.fixture(scope="module")
def seen(driver, chromium, page):
    SHOTS.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["node", str(driver), page, str(SHOTS), chromium],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_greets(seen):
    assert "neste ASU" in seen["greeting"]


def test_the_next_moete_in_the_personal_chat(seen):
    assert "kl. 12.00–15.00" in seen["personal"]
    assert "Møterom Storfjorden" in seen["personal"]
    assert "Felles vaktordning for øyekommunene" in seen["personal"]


def test_the_button_puts_the_saksliste_in_the_cards_place(seen):
    assert "Pause" in seen["pressed"]
    assert "Eventuelt" in seen["pressed"]


def test_one_sak_follows_from_what_was_shown(seen):
    assert "felles vaktordning for øyekommunene" in seen["sak"]


def test_what_is_not_understood_gets_suggestions(seen):
    assert "Mente du" in seen["lost"]


def test_with_a_mention_in_a_channel(seen):
    assert "onsdag" in seen["channel"]
    assert "kl. 12.00–15.00" in seen["channel"]


def test_the_screenshots_are_there(seen):
    assert len([shot for shot in SHOTS.glob("*.png") if shot.stat().st_size > 20_000]) >= 5


def _free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def _wait_for(running, line):
    for said in running.stdout:
        if line in said:
            return
    raise AssertionError(f"make run ended with {running.wait()}")


def test_the_page_is_served_by_the_playground(page):
    with urllib.request.urlopen(page, timeout=5) as answer:
        assert b"Playground" in answer.read()

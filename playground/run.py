"""`make run`: the service on loopback and, where Node is found, Microsoft's Agents Playground against it.

Both are children of this process and end with it. Standard library only.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "node_modules" / "@microsoft" / "m365agentsplayground"
LOGFILE = HERE.parent / "var" / "playground.log"
OLDEST_NODE = 18
PATIENCE = 30.0
QUESTIONS = (
    "neste ASU",
    "saksliste",
    "hvem har ansvar for sak 3",
    "når er det pause",
    "når er dialogmøtene",
)


def main() -> int:
    port, page = os.environ.get("HELSEBOT_PORT", "3978"), os.environ.get("PLAYGROUND_PORT", "56150")
    children: list[subprocess.Popen[bytes]] = []
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if taken := [number for number in (port, page) if not _is_free(int(number))]:
        print(f"Port {taken[0]} is taken. End what uses it, or set HELSEBOT_PORT or PLAYGROUND_PORT.")
        return 1
    try:
        children.append(_service(port))
        if node := _node():
            children.append(_playground(node, port, page))
        return _wait(children, port, page)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(children)


def _is_free(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) != 0


def _service(port: str) -> subprocess.Popen[bytes]:
    helsebot = Path(sys.executable).parent / "helsebot"
    return subprocess.Popen([str(helsebot), "serve", "--demo", "--port", port])


def _node() -> str | None:
    """The path of a Node that is new enough, with the Playground installed beside this file."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = version.strip().lstrip("v").partition(".")[0]
    if not major.isdecimal() or int(major) < OLDEST_NODE:
        return None
    if not PACKAGE.exists():
        print("Installing Microsoft 365 Agents Playground (once) …", flush=True)
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(command, cwd=HERE, check=False).returncode:
            print("The Playground could not be installed; going on without it.", flush=True)
            return None
    return node


def _playground(node: str, port: str, page: str) -> subprocess.Popen[bytes]:
    command = [node, str(PACKAGE / "cli.js"), "start", "-e", f"http://127.0.0.1:{port}/api/messages"]
    env = os.environ | {
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(HERE / "config.yml"),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(LOGFILE),
    }
    LOGFILE.parent.mkdir(exist_ok=True)
    command += ["-c", "msteams", "-p", page, "--disable-telemetry"]
    return subprocess.Popen(command, cwd=HERE, env=env, stdout=subprocess.DEVNULL)


def _wait(children: Sequence[subprocess.Popen[bytes]], port: str, page: str) -> int:
    """Says how to talk to it when all of it answers, then waits until one of the children ends."""
    addresses = [f"http://127.0.0.1:{port}/ready", f"http://127.0.0.1:{page}/"][: len(children)]
    for address in addresses:
        if not _answers(address, children):
            return 1
    _greet(page if len(children) > 1 else None)
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    return next((child.returncode for child in children if child.returncode), 0)


def _answers(address: str, children: Sequence[subprocess.Popen[bytes]]) -> bool:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and all(child.poll() is None for child in children):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return False


def _greet(page: str | None) -> None:
    where = f"Open http://localhost:{page}/ and write" if page else "Run .venv/bin/helsebot chat and write"
    print(f"\nHelsebot is up. {where}, for example:\n", flush=True)
    for question in QUESTIONS:
        print(f"  {question}", flush=True)
    if not page:
        print(f"\n(With Node {OLDEST_NODE} or newer, make run also starts Microsoft's Agents Playground.)")
    print("\nCtrl-C ends it.", flush=True)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()


if __name__ == "__main__":
    sys.exit(main())

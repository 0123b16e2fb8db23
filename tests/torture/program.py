"""The real program, killed and started again: `helsebot serve`, once or several times over one database."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.town import START, Papers

START_SECONDS = 60
ENDS_SECONDS = 30


@dataclass(frozen=True)
class Kill:
    """Moments are seconds of CLOCK_MONOTONIC. `replica` is which; `ready` when it answered again."""

    replica: int
    at: float
    ready: float


@dataclass(frozen=True)
class Times:
    """Seconds: of a claim, for an answer, and before what is in doubt goes again. In a running service they
    are 30, 10 and 60; so long a conversation rests after each kill.
    """

    lease: float = 16.0
    send: float = 10.0
    doubt: float = 4.0

    def command(self, began: float) -> list[str]:
        waits = map(str, (began, self.lease, self.send, self.doubt))
        return [sys.executable, "-m", "tests.torture.entry", *waits]


@dataclass
class Replica:
    """One process, again and again."""

    number: int
    env: dict[str, str]
    command: list[str]
    log: Path
    port: int = field(default_factory=lambda: free_port())
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        with self.log.open("ab") as log:
            command = [*self.command, "serve", "--port", str(self.port)]
            self.process = subprocess.Popen(command, env=self.env, stdout=log, stderr=log)

    def ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/ready", timeout=2):
                return True
        except OSError:
            return False

    def kill(self) -> float:
        """With -9; when."""
        assert self.process is not None
        at = time.monotonic()
        self.process.kill()
        self.process.wait()
        return at

    def end(self) -> None:
        """As an operator does it."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(ENDS_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def environment(url: str, **settings: str) -> dict[str, str]:
    return os.environ | {
        "HELSEBOT_DATABASE_URL": url,
        "HELSEBOT_APP_ID": "",
        "HELSEBOT_PUBLIC_URL": "https://bot.example.no",
        "HELSEBOT_ADMINS": "99999999-aaaa-4bbb-8ccc-222222222222",
        **settings,
    }


def run(env: dict[str, str], *arguments: str) -> str:
    """One command of the program; what it said. Raises RuntimeError."""
    command = [sys.executable, "-m", "app", *arguments]
    done = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{arguments}: {done.stdout}{done.stderr}")
    return done.stdout


def fill(env: dict[str, str], papers: Papers) -> None:
    """Bodies, members and one møte."""
    env = {**env, "HELSEBOT_CLOCK": START.isoformat()}
    run(env, "bodies", "import", str(papers.bodies), "--yes")
    run(env, "import", str(papers.paper), "--yes", "--helsefellesskap", "Fjord og fjell", "--ikke-flyttet")
    run(env, "members", "import", str(papers.members), "--yes")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

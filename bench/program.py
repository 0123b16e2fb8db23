"""The real program: `helsebot serve` on a database of its own, with the invented innkalling in it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Target
from bench.processes import free_port, running

HELSEBOT = Path(sys.executable).with_name("helsebot")


def settings(folder: Path) -> dict[str, str]:
    """No app id, whatever stands in the environment, and an SQLite file in the folder."""
    return {"HELSEBOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bench.db'}", "HELSEBOT_APP_ID": ""}


@contextmanager
def served_program(folder: Path, connector: str, core: int) -> Iterator[Target]:
    port = free_port()
    command = [str(HELSEBOT), "serve", "--port", str(port), "--demo"]
    with running(command, port, core, settings(folder)) as pid:
        yield Target(f"http://127.0.0.1:{port}", pid, connector)

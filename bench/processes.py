"""Processes of their own for bot and connector, each on its core where there are two."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

import psutil
from aiohttp import web

ROOT = Path(__file__).parents[1]
START_SECONDS = 30


async def listen(app: web.Application, port: int) -> None:
    """Serves on 127.0.0.1 until the process is ended."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: list[str], port: int, core: int, env: Mapping[str, str] | None = None
) -> Iterator[int]:
    """The process id of the command, once its port answers. It is ended afterwards.

    Raises RuntimeError where it stops or does not answer in 30 seconds.
    """
    with TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **(env or {})}, stdout=log, stderr=log
        )
        try:
            pin(process.pid, core)
            _wait(process, port)
            yield process.pid
        except RuntimeError:
            log.seek(0)
            sys.stderr.write(log.read().decode()[-2000:])
            raise
        finally:
            process.terminate()
            process.wait(10)


def python(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", module, *map(str, arguments)]


def pin(pid: int, core: int) -> None:
    """Bot on one core, load and connector on the other; all on the one there is otherwise."""
    if hasattr(psutil.Process, "cpu_affinity") and (psutil.cpu_count() or 1) > 1:
        psutil.Process(pid).cpu_affinity([core])


def cpu_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} stopped with exit code {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not answer in {START_SECONDS} s")

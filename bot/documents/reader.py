"""Reads a file in a limited child process. Implements `bot.turn.DocumentReader`."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from bot.documents import serial
from bot.documents.limits import LIMITS, Limits
from bot.domain.errors import Unreadable
from bot.domain.reading import Reading

CHILD = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "bot.documents.child")
STOPPED = frozenset(
    -getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGSEGV", "SIGABRT") if hasattr(signal, name)
)
"""How a child ends that a limit stopped, or whose libraries got no more memory."""
KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")


class Reader:
    """At most `limits.children` files are read at a time; the rest wait their turn."""

    def __init__(self, limits: Limits = LIMITS, command: Sequence[str] = CHILD) -> None:
        self._limits = limits
        self._command = tuple(command)
        self._turns = asyncio.Semaphore(limits.children)

    async def read(self, data: bytes, filename: str) -> Reading:
        """What the file says. Raises Unreadable, with `navn` among its facts; never blocks the loop."""
        self._check_size(data, filename)
        async with self._turns:
            return _reading(*await self._run(data, filename), filename)

    def read_now(self, data: bytes, filename: str) -> Reading:
        """The same for the command line, which waits for it."""
        self._check_size(data, filename)
        try:
            done = subprocess.run(  # noqa: S603  (our own module, no text from outside)
                self._command,
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self._limits.child_wall,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable("tidsavbrudd", navn=filename) from error
        return _reading(done.stdout, done.returncode, filename)

    def _check_size(self, data: bytes, filename: str) -> None:
        if len(data) > self._limits.file_bytes:
            most = self._limits.file_bytes // (1024 * 1024)
            raise Unreadable("for_stor", navn=filename, mb=str(most))

    async def _run(self, data: bytes, filename: str) -> tuple[bytes, int]:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        try:
            async with asyncio.timeout(self._limits.child_wall):
                output, _ = await process.communicate(data)
        except TimeoutError as error:
            raise Unreadable("tidsavbrudd", navn=filename) from error
        finally:
            await _ended(process)
        return output, process.returncode or 0


async def _ended(process: asyncio.subprocess.Process) -> None:
    """No child is left behind, whether it answered, hung or its reader went away."""
    if process.returncode is None:
        process.kill()
        await process.wait()


def _environment() -> dict[str, str]:
    """The child is given no secrets."""
    return {name: os.environ[name] for name in KEPT if name in os.environ}


def _reading(output: bytes, returncode: int, filename: str) -> Reading:
    if returncode in STOPPED:
        raise Unreadable("for_komplisert", navn=filename)
    if returncode or not output:
        raise Unreadable("intern_feil", navn=filename, sted=f"child {returncode}")
    answer = json.loads(output)
    if "trouble" in answer:
        raise Unreadable(answer["trouble"], **{"navn": filename, **answer["facts"]})
    return serial.from_json(json.dumps(answer["reading"]))

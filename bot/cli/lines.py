"""JSON lines on standard input, for the commands that measure: one object a line, with a "text"."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import typer

from bot.cli.program import Stop


class Asked(NamedTuple):
    """A line to be read; `at` as it was written, if it was."""

    text: str
    at: datetime | None


def asked() -> Iterator[Asked | None]:
    """One for every line; None, and a sentence on standard error, for what is no such object."""
    for number, line in enumerate(sys.stdin.buffer, 1):
        found = _read(line)
        if found is None:
            typer.echo(f'Linje {number} er ikke JSON med en "text" som er tekst.', err=True)
        yield found


def moment(written: str) -> datetime:
    """A time as the options take it. Raises Stop."""
    try:
        return datetime.fromisoformat(written)
    except ValueError as trouble:
        raise no_moment(written) from trouble


def no_moment(written: str) -> Stop:
    return Stop(f"«{written}» er ikke et tidspunkt. Skriv for eksempel 2026-03-11T09:00.")


def _read(line: bytes) -> Asked | None:
    try:
        row = json.loads(line)
        text, at = row["text"], row.get("at")
        # Half a letter (a lone surrogate) can be in JSON, and in nothing that is printed.
        whole = text.encode("utf-8", "replace").decode()
        return Asked(whole, datetime.fromisoformat(at) if at else None)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None

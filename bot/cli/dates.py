"""`helsebot dates`: the times of each line, for measuring the grammar."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.program import Program, Stop

if TYPE_CHECKING:
    from bot.language.tid import Tid

_YEARS = range(1900, 2100)


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Les tidsuttrykk: JSON-linjer inn, JSON-lister ut.")
    def dates(
        at: Annotated[str, typer.Option(help="Som om det var da, for eksempel 2026-03-11T09:00.")] = "",
    ) -> None:
        moment = _moment(at) if at else program.clock.now().replace(tzinfo=None)
        for found in _answers(sys.stdin.buffer, moment):
            typer.echo(json.dumps(found, ensure_ascii=False))


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or moment.year not in _YEARS:
        raise Stop(f"«{written}» er ikke et tidspunkt. Skriv for eksempel 2026-03-11T09:00.")
    return moment


def _answers(lines: Iterable[bytes], at: datetime) -> Iterator[list[dict[str, str]]]:
    from bot.language.tid import find

    for number, line in enumerate(lines, 1):
        text = _text(line)
        if text is None:
            typer.echo(f'Linje {number} er ikke JSON med en "text" som er tekst.', err=True)
        yield [_item(tid, text) for tid in find(text, at)] if text else []


def _text(line: bytes) -> str | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    text = row.get("text") if isinstance(row, dict) else None
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else None


def _item(tid: "Tid", text: str) -> dict[str, str]:
    said = {"kind": str(tid.kind), "grain": tid.grain}
    body = {"body": text[tid.start : tid.slutt]}
    if tid.value is not None:
        return {**said, "value": tid.value.isoformat(), **body}
    if tid.fra is None or tid.til is None:
        return {**said, **body}
    # A clock time that ends a range is itself meant: «9–11» is up to 11.01.
    til = tid.til + timedelta(minutes=1) if tid.clock_range else tid.til
    return {**said, "from": tid.fra.isoformat(), "to": til.isoformat(), **body}

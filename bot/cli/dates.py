"""`helsebot dates`: the times of each line, for measuring the grammar."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.lines import asked, moment, no_moment
from bot.cli.program import Program

if TYPE_CHECKING:
    from bot.language.tid import Tid

_YEARS = range(1900, 2100)


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Les tidsuttrykk: JSON-linjer inn, JSON-lister ut.")
    def dates(
        at: Annotated[str, typer.Option(help="Som om det var da, for eksempel 2026-03-11T09:00.")] = "",
    ) -> None:
        now = _countable(at) if at else program.clock.now().replace(tzinfo=None)
        for found in _answers(now):
            typer.echo(json.dumps(found, ensure_ascii=False))


def _countable(written: str) -> datetime:
    """A time of a year that days can be counted from. Raises Stop."""
    at = moment(written)
    if at.year not in _YEARS:
        raise no_moment(written)
    return at


def _answers(at: datetime) -> Iterator[list[dict[str, str]]]:
    from bot.language.tid import find

    for line in asked():
        yield [_item(tid, line.text) for tid in find(line.text, at)] if line else []


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

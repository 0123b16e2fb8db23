"""`helsebot phrases`: what was not understood, as lines for the phrase files."""

import asyncio
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer

from bot.cli.program import Program
from bot.domain.gjennomsyn import KEPT, Gjennomsynslinje
from bot.language.tekster import tekst


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="List opp det som ikke ble forstått, som linjer til frasefilene.")
    def phrases(
        as_json: Annotated[bool, typer.Option("--json", help="Skriv listen som JSON.")] = False,
        delete: Annotated[bool, typer.Option("--delete", help="Tøm listen. Spør først.")] = False,
    ) -> None:
        if delete:
            _delete(program)
            return
        found = asyncio.run(_found(program))
        if not program.settings.keep_phrases:
            typer.echo(tekst("terminal.fraser_av"), err=as_json)
        if as_json:
            typer.echo(json.dumps([_as_json(line) for line in found], ensure_ascii=False, indent=2))
        else:
            typer.echo("\n".join(as_phrases(found)) or tekst("terminal.fraser_ingen"))


def as_phrases(found: list[Gjennomsynslinje]) -> Iterator[str]:
    """The lines as they are written in `bot/language/fraser/<intent>.yaml`, under each file's name."""
    for intent, lines in groupby(found, key=lambda line: line.hensikt):
        yield f"# {intent}.yaml"
        for line in lines:
            # A JSON string is a YAML string, whatever is in it.
            yield f"  - {json.dumps(line.tekst, ensure_ascii=False)}  # {_comment(line)}"


def _comment(line: Gjennomsynslinje) -> str:
    times = tekst("terminal.fraser_ganger", antall=line.antall)
    if line.valgt:
        return f"{times}, {tekst('terminal.fraser_trykket', hensikt=line.valgt)}"
    return f"{times}, {tekst('terminal.fraser_ikke_trykket', forslag=', '.join(line.forslag))}"


def _as_json(line: Gjennomsynslinje) -> dict[str, object]:
    return {
        "intent": line.hensikt,
        "text": line.tekst,
        "count": line.antall,
        "chosen": line.valgt,
        "suggestions": list(line.forslag),
        "day": line.dag.isoformat(),
    }


def _delete(program: Program) -> None:
    found = asyncio.run(_found(program))
    if not found:
        typer.echo(tekst("terminal.fraser_ingen"))
    elif typer.confirm(tekst("terminal.fraser_slett", antall=len(found)), default=False):
        typer.echo(tekst("terminal.fraser_slettet", antall=asyncio.run(_emptied(program))))
    else:
        typer.echo(tekst("terminal.fraser_bevart"))


async def _found(program: Program) -> list[Gjennomsynslinje]:
    """What is too old is deleted and not shown, also where no service has run to do it."""
    async with program.store() as store, store.turn() as uow:
        await uow.fraser.purge(KEPT)
        found = await uow.fraser.all()
        await uow.commit()
    return found


async def _emptied(program: Program) -> int:
    async with program.store() as store, store.turn() as uow:
        gone = await uow.fraser.delete_all()
        await uow.commit()
    return gone

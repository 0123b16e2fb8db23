"""`helsebot ask`: one question, one answer."""

import asyncio
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.program import Program
from bot.cli.terminal import as_text, incoming
from bot.clock import in_oslo


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Still ett spørsmål og få svaret.")
    def ask(
        question: Annotated[str, typer.Argument(help="Spørsmålet, for eksempel «neste ASU».")],
        at: Annotated[
            datetime | None,
            typer.Option(
                formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"], help="Som om det var da."
            ),
        ] = None,
        name: Annotated[str, typer.Option("--as", help="Hvem som spør.")] = "Terminal",
    ) -> None:
        typer.echo(asyncio.run(_ask(program, question, at, name)))


async def _ask(program: Program, question: str, at: datetime | None, name: str) -> str:
    moment = in_oslo(at) if at else program.clock.now()
    async with program.listener() as listener:
        return as_text(await listener.handle(incoming(name, moment, question)))

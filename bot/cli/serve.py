"""`helsebot serve`: the service that Teams talks to."""

import asyncio
from typing import Annotated

import typer

from bot.cli.program import Program


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Start tjenesten.")
    def serve(
        port: Annotated[int | None, typer.Option(min=0, max=65535, help="Porten den lytter på.")] = None,
        demo: Annotated[bool, typer.Option(hidden=True)] = False,
    ) -> None:
        asyncio.run(program.serve(program.settings.port if port is None else port, demo=demo))

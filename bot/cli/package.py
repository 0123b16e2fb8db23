"""`helsebot package`: the zip that is uploaded to Teams."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.program import Program, Stop


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Lag app-pakken som lastes opp i Teams.")
    def package(
        app_id: Annotated[str, typer.Option(help="Botens app-id (GUID) i Azure.")],
        host: Annotated[
            str, typer.Option(help="Vertsnavnet tjenesten svarer på, for eksempel bot.sykehuset.no.")
        ],
        out: Annotated[Path, typer.Option(help="Filen som skrives.")] = Path("helsebot.zip"),
    ) -> None:
        try:
            content = program.package(app_id, host)
            out.write_bytes(content)
        except ValueError as trouble:
            raise Stop(str(trouble)) from trouble
        except OSError as trouble:
            raise Stop(f"Fikk ikke skrevet {out}: {trouble.strerror}.") from trouble
        typer.echo(f"Skrev {out}. Last den opp i Teams administrasjonssenter, under Administrer apper.")

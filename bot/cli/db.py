"""`helsebot db`: the database's schema, and moving a whole database."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.program import Program

ADDRESS = "Adressen, som i HELSEBOT_DATABASE_URL."


def add(app: typer.Typer, program: Program) -> None:
    group = typer.Typer(no_args_is_help=True, help="Databasen.")
    app.add_typer(group, name="db")

    @group.command(help="Bring databasen opp til dette programmets skjema.")
    def upgrade() -> None:
        program.upgrade()
        typer.echo("Databasen er oppdatert.")

    @group.command(help="Kopier alt fra en database til en ny, tom en. Helsebot må være stoppet.")
    def copy(
        source: Annotated[str, typer.Argument(metavar="FRA", help=ADDRESS)],
        target: Annotated[str, typer.Argument(metavar="TIL", help=ADDRESS)],
    ) -> None:
        counts = asyncio.run(program.upkeep().copy(source, target))
        for table, rows in counts:
            typer.echo(f"{rows:>9}  {table}")
        typer.echo(
            f"Kopiert: {_rader(sum(rows for _, rows in counts))} i {len(counts)} tabeller. Hver tabell er"
            " sammenlignet rad for rad. Sett HELSEBOT_DATABASE_URL til den nye databasen før du starter."
        )

    @group.command(help="Skriv en sikkerhetskopi av SQLite-databasen. Helsebot kan være i gang.")
    def backup(to: Annotated[Path, typer.Argument(metavar="FIL", help="En ny fil.")]) -> None:
        size = program.upkeep().backup(to)
        typer.echo(f"Sikkerhetskopien er skrevet til {to} ({size / 1024:.0f} kB) og kontrollert.")

    @group.command(help="Sett inn en sikkerhetskopi av SQLite-databasen. Helsebot må være stoppet.")
    def restore(origin: Annotated[Path, typer.Argument(metavar="FIL", help="Sikkerhetskopien.")]) -> None:
        kept = program.upkeep().restore(origin, program.clock.now())
        typer.echo("Sikkerhetskopien er satt inn.")
        if kept is not None:
            typer.echo(f"Databasen som var der, ligger i {kept}.")


def _rader(count: int) -> str:
    return "én rad" if count == 1 else f"{count} rader"

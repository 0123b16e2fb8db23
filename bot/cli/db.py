"""`helsebot db`: the database's schema."""

import typer

from bot.cli.program import Program


def add(app: typer.Typer, program: Program) -> None:
    group = typer.Typer(no_args_is_help=True, help="Databasen.")
    app.add_typer(group, name="db")

    @group.command(help="Bring databasen opp til dette programmets skjema.")
    def upgrade() -> None:
        program.upgrade()
        typer.echo("Databasen er oppdatert.")

    @group.callback()
    def _group() -> None:
        """Keeps `upgrade` a subcommand also while it is the only one."""

"""`helsebot bodies`: the bodies of a helsefellesskap, their dated names and how each works, from a list."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cards.medlemsimport import Plan
from bot.cli.lists import ListImport, run_import
from bot.cli.options import At
from bot.cli.program import Program
from bot.domain import organimport
from bot.domain.organimport import Organplan
from bot.domain.ports import UnitOfWork


def add(app: typer.Typer, program: Program) -> None:
    group = typer.Typer(no_args_is_help=True, help="Utvalgene.")
    app.add_typer(group, name="bodies")

    @group.command("import", help="Les en liste over utvalg (CSV), vis hva som endres, og lagre.")
    def import_(
        file: Annotated[Path, typer.Argument(metavar="FIL", help="CSV med minst helsefellesskap og navn.")],
        yes: Annotated[bool, typer.Option("--yes", help="Lagre uten å spørre.")] = False,
        helsefellesskap: Annotated[str, typer.Option(help="Hvilket helsefellesskap listen gjelder.")] = "",
        at: At = None,
    ) -> None:
        whose = helsefellesskap or program.settings.helsefellesskap
        kind = ListImport(lambda reg, table, day: organimport.planlegg(reg, table, whose), _store)
        run_import(program, file, kind, at, yes=yes)

    @group.callback()
    def _group() -> None:
        """Keeps `import` a subcommand also while it is the only one."""


async def _store(uow: UnitOfWork, plan: Plan) -> None:
    if isinstance(plan, Organplan):
        await organimport.lagre(uow, plan)

"""`helsebot members`: who sits in the bodies, from a list and back to one."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cards.medlemsimport import Plan
from bot.cli.lists import ListImport, run_import
from bot.cli.options import At
from bot.cli.program import Program, Stop
from bot.documents import regneark
from bot.domain import medlemseksport, medlemsimport
from bot.domain.medlemsplan import Medlemsplan
from bot.domain.ports import UnitOfWork
from bot.language.tekster import tekst


def add(app: typer.Typer, program: Program) -> None:
    group = typer.Typer(no_args_is_help=True, help="Medlemmer, varaer og roller.")
    app.add_typer(group, name="members")

    @group.command("import", help="Les en medlemsliste (CSV), vis hva som endres, og lagre.")
    def import_(
        file: Annotated[Path, typer.Argument(metavar="FIL", help="CSV med minst organ og navn.")],
        yes: Annotated[bool, typer.Option("--yes", help="Lagre uten å spørre.")] = False,
        helsefellesskap: Annotated[str, typer.Option(help="Hvilket helsefellesskap listen gjelder.")] = "",
        at: At = None,
    ) -> None:
        whose = helsefellesskap or program.settings.helsefellesskap
        kind = ListImport(lambda reg, table, day: medlemsimport.planlegg(reg, table, day, whose), _store)
        run_import(program, file, kind, at, yes=yes)

    @group.command(help="Skriv medlemslisten som CSV, for ett utvalg eller alle.")
    def export(
        organ: Annotated[str, typer.Argument(help="Utvalget; alle der det ikke står noe.")] = "",
        out: Annotated[
            Path | None, typer.Option(help="Filen som skrives; ellers skrives den ut her.")
        ] = None,
    ) -> None:
        content = asyncio.run(_exported(program, organ))
        if out is None:
            typer.echo(content, nl=False)
            return
        try:
            out.write_bytes(content)
        except OSError as trouble:
            raise Stop(f"Fikk ikke skrevet {out}: {trouble.strerror}.") from trouble
        typer.echo(f"Skrev {out}.")


async def _store(uow: UnitOfWork, plan: Plan) -> None:
    if isinstance(plan, Medlemsplan):
        await medlemsimport.lagre(uow, plan)


async def _exported(program: Program, organ: str) -> bytes:
    async with program.store() as store, store.read() as archive:
        register = await archive.register()
    found = medlemseksport.organ_ved_navn(register, organ) if organ else None
    if organ and (found is None or found.id is None):
        raise Stop(tekst("terminal.ukjent_organ", organ=organ))
    ids = [found.id] if found and found.id is not None else None
    return regneark.skriv(medlemseksport.kolonner(register), medlemseksport.rader(register, ids))

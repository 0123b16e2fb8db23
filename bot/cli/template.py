"""`helsebot template`: a body's own Word template is stored, after it has been tried, or taken away."""

import asyncio
from datetime import UTC
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import files
from bot.cli.program import Program, Stop
from bot.cli.referatvalg import organ_av
from bot.domain.errors import Unreadable
from bot.domain.malports import Organmal
from bot.language.tekster import tekst


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Legg inn eller slett Word-malen til et utvalg.")
    def template(
        organ: Annotated[str, typer.Option(metavar="NAVN", help="Utvalget malen gjelder.")],
        file: Annotated[Path | None, typer.Option(metavar="MAL", help="Malen (.docx eller .dotx).")] = None,
        delete: Annotated[bool, typer.Option("--delete", help="Slett malen.")] = False,
    ) -> None:
        if (file is None) != delete:
            raise Stop(tekst("malfil.fil_eller_slett"))
        typer.echo(asyncio.run(_run(program, organ, file)))


async def _run(program: Program, navn: str, file: Path | None) -> str:
    """Without a file the template is taken away. Raises Stop."""
    data = files.template(file)
    if file and data is not None:
        await _try(program, file.name, data)
    async with program.store() as store, store.turn() as uow:
        organ = organ_av(await uow.register(), navn, program.settings.helsefellesskap)
        fullt = organ.navn(program.clock.now().date())
        if file and data is not None:
            at = program.clock.now().astimezone(UTC)
            await uow.maler.lagre(Organmal(organ.id or 0, file.name, data, at))
            told = tekst("malfil.lagret", fil=file.name, organ=fullt)
        else:
            gone = await uow.maler.slett(organ.id or 0)
            told = tekst("malfil.slettet" if gone else "malfil.ingen", organ=fullt)
        await uow.commit()
    return told


async def _try(program: Program, name: str, data: bytes) -> None:
    try:
        await program.writer().try_template(data)
    except Unreadable as trouble:
        raise Stop(tekst("referatfil.mal_avvist", fil=name)) from trouble

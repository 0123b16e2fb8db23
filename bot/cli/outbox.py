"""`helsebot outbox`: what is not delivered, and trying again. Never what a message says."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.program import Program, Stop
from bot.clock import in_oslo
from bot.domain.ports import UnitOfWork
from bot.domain.utboks import Utpost, Utposttilstand

STATES = (Utposttilstand.VENTER, Utposttilstand.SENDER, Utposttilstand.UVISS, Utposttilstand.DOED)
FAILED = (Utposttilstand.UVISS, Utposttilstand.DOED)
SHOWN = 200
WORDS = {
    Utposttilstand.VENTER: "venter",
    Utposttilstand.SENDER: "sendes nå",
    Utposttilstand.UVISS: "uviss",
    Utposttilstand.DOED: "gitt opp",
}
HELP = "Det som ikke er levert: venter, sendes nå, uviss (kan ha kommet fram) og gitt opp."


@dataclass(frozen=True)
class Row:
    """A post as it is told of. `neste` is None for one that is not sent again by itself."""

    nr: int
    tilstand: str
    slag: str
    operasjon: str
    til: str
    forsoek: int
    neste: datetime | None
    feil: str


def add(app: typer.Typer, program: Program) -> None:
    group = typer.Typer(help=HELP)
    app.add_typer(group, name="outbox")

    @group.callback(invoke_without_command=True)
    def show(
        context: typer.Context,
        as_json: Annotated[bool, typer.Option("--json", help="Én JSON-liste.")] = False,
    ) -> None:
        if context.invoked_subcommand is None:
            typer.echo(asyncio.run(_shown(program, as_json=as_json)))

    @group.command(help="Prøv en melding igjen nå, eller alle som er uvisse eller gitt opp.")
    def retry(
        number: Annotated[int | None, typer.Argument(metavar="NR", help="Nummeret i listen.")] = None,
        all_failed: Annotated[bool, typer.Option("--all-failed", help="Alle.")] = False,
    ) -> None:
        if (number is None) is not all_failed:
            raise Stop("Oppgi nummeret på én melding, eller --all-failed.")
        typer.echo(asyncio.run(_retry(program, number)))


async def _shown(program: Program, *, as_json: bool) -> str:
    async with program.store() as store, store.turn() as uow:
        posts = await uow.utboks.liste(STATES, SHOWN)
        rows = [await _row(uow, post) for post in posts]
    if as_json:
        return json.dumps([vars(row) for row in rows], ensure_ascii=False, indent=2, default=_iso)
    return _as_text(rows) if rows else "Alt er levert."


async def _row(uow: UnitOfWork, post: Utpost) -> Row:
    later = post.tilstand is Utposttilstand.VENTER
    return Row(
        nr=post.id or 0,
        tilstand=WORDS[post.tilstand],
        slag=post.slag.value,
        operasjon=post.operasjon.value,
        til=await _whom(uow, post),
        forsoek=post.forsoek,
        neste=in_oslo(post.ikke_foer) if later else None,
        feil=post.grunn or "",
    )


async def _whom(uow: UnitOfWork, post: Utpost) -> str:
    if post.person_key is not None:
        bruker = await uow.brukere.hent(post.person_key)
        return bruker.navn if bruker is not None else "en person som er slettet"
    samtale = await uow.conversation(post.conversation_id)
    return (samtale and samtale.name) or post.conversation_id


def _as_text(rows: Sequence[Row]) -> str:
    heads = ("nr", "tilstand", "slag", "til", "forsøk", "neste", "siste feil")
    cells = [heads, *(_cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells
    ]
    more = [f"De {SHOWN} eldste er vist."] if len(rows) == SHOWN else []
    return "\n".join([line.rstrip() for line in lines] + more)


def _cells(row: Row) -> tuple[str, ...]:
    slag = row.slag if row.operasjon == "ny" else f"{row.slag} ({row.operasjon})"
    neste = f"{row.neste:%d.%m.%Y %H:%M}" if row.neste else "–"
    return str(row.nr), row.tilstand, slag, row.til, str(row.forsoek), neste, row.feil


async def _retry(program: Program, number: int | None) -> str:
    naa = program.clock.now().astimezone(UTC)
    async with program.store() as store, store.turn() as uow:
        chosen = [number] if number is not None else [p.id for p in await uow.utboks.liste(FAILED, 100_000)]
        tried = [nr for nr in chosen if nr is not None and await uow.utboks.proev_igjen(nr, naa)]
        await uow.commit()
    if number is not None and not tried:
        raise Stop(f"Det er ingen melding {number} som venter, er uviss eller er gitt opp.")
    if not tried:
        return "Ingen meldinger er uvisse eller gitt opp."
    what = "Én melding" if len(tried) == 1 else f"{len(tried)} meldinger"
    return f"{what} sendes så snart Helsebot er i gang."


def _iso(moment: object) -> str:
    return moment.isoformat() if isinstance(moment, datetime) else str(moment)

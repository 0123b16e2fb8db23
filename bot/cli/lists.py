"""Lists as CSV on the command line: read, show, ask, store. For members and bodies alike."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import typer

from bot.cards.medlemsimport import Listevisning, Plan, lagret, preview_text
from bot.cli.program import Program, Stop
from bot.documents import regneark
from bot.domain.errors import Conflict, Unreadable
from bot.domain.ports import Store, UnitOfWork
from bot.domain.register import Register
from bot.domain.tabell import DobbelKolonne, ManglerKolonner, Radstatus, Tabell
from bot.language.skriv import liste
from bot.language.tekster import bokmaal, tekst

"""How --at may be written."""


@dataclass(frozen=True)
class ListImport:
    """One kind of list: how it is planned on a register, on a day, and stored."""

    plan: Callable[[Register, Tabell, date], Plan]
    store: Callable[[UnitOfWork, Plan], Awaitable[None]]


def run_import(program: Program, file: Path, kind: ListImport, at: datetime | None, *, yes: bool) -> None:
    """Raises Stop with one sentence, or typer.Exit(1) where rows must be mended first."""
    table = read(file)
    day = (at or program.clock.now()).date()
    asyncio.run(_run(program, _Named(file.name, table, day), kind, yes=yes))


def read(file: Path) -> Tabell:
    """Raises Stop."""
    try:
        return regneark.les(_content(file))
    except Unreadable as trouble:
        raise Stop(f"{file.name}: {tekst(f'fil.{trouble.code}', **trouble.facts)}") from trouble


def _content(file: Path) -> bytes:
    if file.is_dir():
        raise Stop(tekst("terminal.er_mappe", fil=file.name))
    if regneark.er_regneark(file.name):
        raise Unreadable("regneark")
    try:
        with file.open("rb") as opened:
            return opened.read(regneark.MAKS_BYTE + 1)
    except FileNotFoundError as trouble:
        raise Stop(tekst("terminal.finnes_ikke", fil=str(file))) from trouble
    except OSError as trouble:
        raise Stop(tekst("terminal.kan_ikke_aapnes", fil=str(file))) from trouble


@dataclass(frozen=True)
class _Named:
    file: str
    table: Tabell
    day: date


async def _run(program: Program, named: _Named, kind: ListImport, *, yes: bool) -> None:
    async with program.store() as store:
        async with store.read() as archive:
            plan = _planned(kind, await archive.register(), named)
        shown = Listevisning(bokmaal(), named.file, plan, named.day)
        typer.echo(preview_text(shown))
        if plan.med(Radstatus.FEIL):
            raise typer.Exit(1)
        if not plan.kan_lagres:
            return
        if not yes and not typer.confirm(tekst("terminal.lagre"), default=False):
            typer.echo(tekst("terminal.ikke_lagret"))
            return
        await _commit(store, kind, named, plan.grunnlag)
        typer.echo(lagret(shown))


def _planned(kind: ListImport, register: Register, named: _Named) -> Plan:
    try:
        return kind.plan(register, named.table, named.day)
    except ManglerKolonner as trouble:
        raise Stop(
            tekst(
                "medlemsfil.mangler_kolonner",
                fil=named.file,
                kolonner=liste(list(trouble.kolonner)),
            )
        ) from trouble
    except DobbelKolonne as trouble:
        raise Stop(tekst("medlemsfil.dobbel_kolonne", fil=named.file, kolonne=trouble.kolonne)) from trouble


async def _commit(store: Store, kind: ListImport, named: _Named, seen: str) -> None:
    """Stores what was shown, planned again on what the database holds now."""
    try:
        async with store.turn() as uow:
            plan = kind.plan(await uow.register(), named.table, named.day)
            if plan.grunnlag != seen:
                raise Conflict
            await kind.store(uow, plan)
            await uow.commit()
    except Conflict as changed:
        raise Stop(tekst("terminal.endret_liste")) from changed

"""`helsebot import`: reads papers, shows what was found, asks, stores."""

import asyncio
import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cards.importering import flyttespoersmaal, lagret, preview_text
from bot.cards.merknad import merknadslinje
from bot.cli.importavslag import MaaSvare, ordlegg
from bot.cli.newmembers import offer
from bot.cli.program import Program, Stop
from bot.cli.terminal import width
from bot.documents.limits import LIMITS
from bot.domain.errors import Conflict, Refusal, Unreadable
from bot.domain.foeresher import krev_ikke_foert
from bot.domain.frammoete import Hvem
from bot.domain.importering import Importplan, Slag, lagre, planlegg
from bot.domain.importmaal import Importvalg, UkjentOrgan
from bot.domain.moete import Moete
from bot.domain.ports import Store, UnitOfWork
from bot.domain.reading import Reading
from bot.domain.rettigheter import Rettigheter
from bot.language.henvisninger import med_henvisninger
from bot.language.organtyper import organtype
from bot.language.tekster import bokmaal, tekst
from bot.varsling import Varsler
from bot.varsling.flyttet import Flyttet, fortell
from bot.varsling.runde import Runde
from bot.varsling.utsending import sier_fra


def add(app: typer.Typer, program: Program) -> None:
    @app.command("import", help="Les innkallinger og referater, vis hva som ble funnet, og lagre.")
    def import_(
        files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="PDF, Word eller tekst.")],
        yes: Annotated[bool, typer.Option("--yes", help="Lagre uten å spørre.")] = False,
        as_json: Annotated[
            bool, typer.Option("--json", help="Vis det som ble lest; lagre ingenting.")
        ] = False,
        helsefellesskap: Annotated[str, typer.Option(help="Hvilket helsefellesskap papiret gjelder.")] = "",
        utvalg: Annotated[str, typer.Option(help="Hvilket utvalg, der papiret ikke sier det.")] = "",
        nytt_utvalg: Annotated[bool, typer.Option("--nytt-utvalg", help="Utvalget er nytt.")] = False,
        flyttet: Annotated[
            bool | None, typer.Option("--flyttet/--ikke-flyttet", help="Er møtet flyttet?")
        ] = None,
    ) -> None:
        if as_json:
            _print_json(program, files)
            return
        valg = Importvalg(
            helsefellesskap or program.settings.helsefellesskap or None,
            utvalg or None,
            nytt_utvalg,
            flyttet,
        )
        asyncio.run(_Import(program, valg, yes).run(files))


def _print_json(program: Program, files: list[Path]) -> None:
    """One JSON object alone on standard output; opens no database."""
    from bot.documents.serial import json_form

    if len(files) != 1:
        raise Stop(tekst("terminal.json_en_fil"))
    reading = asyncio.run(_read(program, files[0]))
    typer.echo(
        json.dumps(json_form(reading, partial(merknadslinje, bokmaal())), ensure_ascii=False, indent=2)
    )


class _Import:
    """One run of the command over its files; each file is a transaction of its own."""

    def __init__(self, program: Program, valg: Importvalg, yes: bool) -> None:
        self._program = program
        self._valg = valg
        self._yes = yes

    async def run(self, files: list[Path]) -> None:
        """Raises Stop where at least one file was not stored because of a fault in it."""
        readings = [asyncio.ensure_future(self._try_read(file)) for file in files]
        async with self._program.store() as store:
            stored = [await self._store(store, f, await r) for f, r in zip(files, readings, strict=True)]
        failed = len(files) - sum(stored)
        if failed and len(files) == 1:
            raise typer.Exit(1)
        if failed:
            raise Stop(tekst("terminal.ikke_alle", antall=failed, av=len(files)))

    async def _try_read(self, file: Path) -> Reading | None:
        try:
            return await _read(self._program, file)
        except Stop as trouble:
            typer.echo(str(trouble), err=True)
            return None

    async def _store(self, store: Store, file: Path, reading: Reading | None) -> bool:
        """Whether the file has been dealt with: stored, or turned down by the person."""
        if reading is None:
            return False
        try:
            plan, valg = await self._plan(store, reading, self._valg)
        except Refusal as avslag:
            typer.echo(ordlegg(avslag, file.name), err=True)
            return False
        if not self._yes and not typer.confirm(tekst("terminal.lagre"), default=False):
            typer.echo(tekst("terminal.ikke_lagret"))
            return True
        moete_id, told = await self._commit(store, plan, valg)
        typer.echo("\n".join([lagret(bokmaal(), plan), *told]))
        if plan.reading.referat:
            await offer(store, moete_id, ask=not self._yes)
        return True

    async def _plan(
        self, store: Store, reading: Reading, valg: Importvalg
    ) -> tuple[Importplan, Importvalg]:
        """Shows the preview, and settles what the paper does not: the plan, and what was settled.

        Raises a Refusal.
        """
        try:
            async with store.read() as archive:
                plan = await med_henvisninger(archive, await planlegg(archive, reading, valg, organtype))
            async with store.turn() as uow:
                await krev_ikke_foert(uow, reading, plan.organ, plan.moete)
        except UkjentOrgan as avslag:
            if not avslag.forslag or valg.organ:
                raise
            typer.echo(tekst("terminal.antatt_utvalg", navn=avslag.forslag))
            return await self._plan(store, reading, replace(valg, organ=avslag.forslag))
        if plan.maa_avklares and not self._yes:
            typer.echo(preview_text(bokmaal(), replace(plan, maa_avklares=False), width()))
            moved = typer.confirm(flyttespoersmaal(bokmaal(), plan))
            return await self._plan(store, reading, replace(valg, flyttet=moved))
        if plan.maa_avklares:
            raise MaaSvare(flyttespoersmaal(bokmaal(), plan))
        typer.echo(preview_text(bokmaal(), plan, width()))
        return plan, valg

    async def _commit(self, store: Store, shown: Importplan, valg: Importvalg) -> tuple[int, list[str]]:
        """Stores what was shown, planned again on what the database holds now: the møte's id, and who
        is told where the paper moves it.
        """
        try:
            async with store.turn() as uow:
                plan = await planlegg(uow, shown.reading, valg, organtype)
                if plan.grunnlag != shown.grunnlag:
                    raise Conflict
                before = await uow.moete(plan.moete.id or 0) if plan.slag is Slag.FLYTTET else None
                moete = await lagre(uow, plan, self._program.clock.now(), Hvem("helsebot import"))
                told = await self._tell(uow, before, moete) if before else []
                await uow.commit()
        except (Conflict, Refusal) as changed:
            raise Stop(tekst("terminal.endret_imens")) from changed
        return moete.id or 0, told

    async def _tell(self, uow: UnitOfWork, before: Moete, now: Moete) -> list[str]:
        """Queues what the service sends."""
        settings, at, register = self._program.settings, self._program.clock.now(), await uow.register()
        rights = Rettigheter(settings.admin_ids, settings.open_access)
        varsler = Varsler(uow, register, at, rights)
        runde = Runde(uow, register, at, rights, varsler, settings.public_url)
        told = await fortell(runde, Flyttet(before, now, Hvem("helsebot import")))
        return sier_fra(bokmaal(), told, sagt=True) if told.noen or told.unaadde else []


async def _read(program: Program, file: Path) -> Reading:
    """Raises Stop with one sentence that says what is wrong and what to do."""
    try:
        return await program.reader().read(_content(file), file.name)
    except Unreadable as trouble:
        raise Stop(f"{file.name}: {tekst(f'fil.{trouble.code}', **trouble.facts)}") from trouble


def _content(file: Path) -> bytes:
    if file.is_dir():
        raise Stop(tekst("terminal.er_mappe", fil=file.name))
    try:
        if file.stat().st_size > LIMITS.file_bytes:
            raise Unreadable("for_stor", mb=str(LIMITS.file_bytes // 2**20))
        return file.read_bytes()
    except FileNotFoundError as trouble:
        raise Stop(tekst("terminal.finnes_ikke", fil=str(file))) from trouble
    except OSError as trouble:
        raise Stop(tekst("terminal.kan_ikke_aapnes", fil=str(file))) from trouble

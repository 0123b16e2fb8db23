"""`helsebot referat`: the referat of a møte written to a file."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import files
from bot.cli.options import At, Maalformvalg, Mal, Out
from bot.cli.program import Program, Stop
from bot.cli.referatvalg import Referatvalg, les
from bot.clock import in_oslo
from bot.domain.errors import Unreadable
from bot.domain.maalform import Maalform
from bot.domain.ports import Store
from bot.domain.utgave import Format, Utgave, Utgavetilstand, oppramsing
from bot.language.tekster import Tekster, tekst

SISTE = "siste"
TILSTAND = {
    Utgavetilstand.UTKAST: "referatfil.utkast",
    Utgavetilstand.TIL_GODKJENNING: "referatfil.til_godkjenning",
}


@dataclass(frozen=True)
class _Ut:
    """How and where it is written."""

    fil: Path
    format_: Format
    maalform: Maalform
    mal: bytes | None
    malnavn: str


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Skriv referatet fra et møte til en fil.")
    def referat(
        moete: Annotated[str, typer.Option(metavar="ID|siste", help="Nummeret på møtet, eller «siste».")],
        out: Out,
        format_: Annotated[
            str, typer.Option("--format", help="docx, pdf, html, txt eller json; ellers etter filnavnet.")
        ] = "",
        organ: Annotated[
            str,
            typer.Option(metavar="NAVN", help="Bare dette utvalget, og bare dets del av et felles møte."),
        ] = "",
        offentlig: Annotated[
            bool, typer.Option("--offentlig", help="Uten det som er unntatt offentlighet.")
        ] = False,
        mal: Mal = None,
        maalform: Maalformvalg = "nb",
        at: At = None,
    ) -> None:
        ut = _Ut(
            files.target(out),
            _format(format_, out),
            files.maalform_of(maalform),
            files.template(mal),
            mal.name if mal else "",
        )
        if ut.mal and ut.format_ is not Format.DOCX:
            raise Stop(tekst("referatfil.bare_docx"))
        moment = in_oslo(at) if at else program.clock.now()
        valg = Referatvalg(_moete_id(moete), organ, moment.date(), offentlig)
        typer.echo(asyncio.run(_run(program, valg, ut)))


async def _run(program: Program, valg: Referatvalg, ut: _Ut) -> str:
    """What is told of it. Raises Stop."""
    async with program.store() as store:
        utgave = await les(store, valg, program.settings.helsefellesskap)
        mal = ut.mal or await _own_template(store, utgave, ut.format_)
    try:
        data = await program.writer().write(utgave, Tekster(ut.maalform), ut.format_, mal)
    except Unreadable as trouble:
        raise Stop(tekst("referatfil.mal_avvist", fil=ut.malnavn)) from trouble
    files.save(ut.fil, data)
    return _told(utgave, ut.fil)


async def _own_template(store: Store, utgave: Utgave, format_: Format) -> bytes | None:
    """The body's own, where it has one."""
    if format_ is not Format.DOCX or utgave.moete_id is None:
        return None
    async with store.turn() as uow:
        hode = (await uow.register()).hode(utgave.moete_id)
        mal = await uow.maler.for_moete(hode.organ_ids) if hode else None
    return mal.innhold if mal else None


def _told(utgave: Utgave, fil: Path) -> str:
    norsk = Tekster(Maalform.NB)
    organ, dato = oppramsing(utgave.organer), norsk.dato(utgave.dato)
    told = tekst("referatfil.skrevet", fil=str(fil), organ=organ, dato=dato)
    key = TILSTAND.get(utgave.tilstand)
    return f"{told} {tekst(key)}" if key else told


def _moete_id(text: str) -> int | None:
    """None is the last one."""
    if text == SISTE:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Stop(tekst("referatfil.ugyldig_moete", tekst=text))
    return int(text)


def _format(text: str, out: Path) -> Format:
    wanted = (text or out.suffix.removeprefix(".")).lower()
    if wanted not in list(Format):
        raise Stop(tekst("referatfil.ukjent_format", format=wanted))
    return Format(wanted)

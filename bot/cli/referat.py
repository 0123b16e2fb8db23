"""`helsebot referat`: the referat of a møte written to a file."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.lists import DAY
from bot.cli.program import Program, Stop
from bot.cli.referatvalg import Referatvalg, les
from bot.clock import in_oslo
from bot.documents.limits import LIMITS
from bot.domain.errors import Unreadable
from bot.domain.maalform import Maalform
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
        out: Annotated[Path, typer.Option(metavar="FIL", help="Filen som skal skrives.")],
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
        mal: Annotated[
            Path | None, typer.Option(metavar="FIL", help="Utvalgets egen Word-mal (.docx eller .dotx).")
        ] = None,
        maalform: Annotated[str, typer.Option(help="nb eller nn.")] = "nb",
        at: Annotated[datetime | None, typer.Option(formats=DAY, help="Som om det var da.")] = None,
    ) -> None:
        ut = _Ut(
            _file(out), _format(format_, out), _maalform(maalform), _template(mal), mal.name if mal else ""
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
    try:
        data = await program.writer().write(utgave, Tekster(ut.maalform), ut.format_, ut.mal)
    except Unreadable as trouble:
        raise Stop(tekst("referatfil.mal_avvist", fil=ut.malnavn)) from trouble
    _save(ut.fil, data)
    return _told(utgave, ut.fil)


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


def _maalform(text: str) -> Maalform:
    if text not in list(Maalform):
        raise Stop(tekst("referatfil.ukjent_maalform", maalform=text))
    return Maalform(text)


def _file(out: Path) -> Path:
    """Looked at before anything is made."""
    if out.is_dir():
        raise Stop(tekst("referatfil.er_mappe", fil=str(out)))
    if not out.parent.is_dir():
        raise Stop(tekst("referatfil.ingen_mappe", mappe=str(out.parent)))
    return out


def _template(mal: Path | None) -> bytes | None:
    if mal is None:
        return None
    if mal.is_dir():
        raise Stop(tekst("terminal.er_mappe", fil=mal.name))
    try:
        with mal.open("rb") as opened:
            return opened.read(LIMITS.file_bytes + 1)
    except FileNotFoundError as trouble:
        raise Stop(tekst("terminal.finnes_ikke", fil=str(mal))) from trouble
    except OSError as trouble:
        raise Stop(tekst("terminal.kan_ikke_aapnes", fil=str(mal))) from trouble


def _save(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as trouble:
        raise Stop(tekst("referatfil.kan_ikke_skrives", fil=str(out))) from trouble

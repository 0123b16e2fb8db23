"""`helsebot innkalling`: the innkalling of a møte written to a file, or the møte as a calendar file."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cards.kalender import kalendernavn
from bot.cli import files
from bot.cli.options import At, Maalformvalg, Mal, Out
from bot.cli.program import Program, Stop
from bot.cli.referatvalg import organ_av
from bot.clock import in_oslo
from bot.documents.ics import calendar_of
from bot.domain.errors import Unreadable
from bot.domain.eventuelt import til_sakslisten
from bot.domain.innkallingsutgave import fra_moete
from bot.domain.moete import Moete
from bot.domain.moeter import kommende
from bot.domain.organ import Organ
from bot.domain.ports import Store, UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utgave import Format
from bot.language.skriv import liste
from bot.language.tekster import Tekster, bokmaal, tekst
from bot.turn import Fil

NESTE, ICS = "neste", "ics"
FORMATER = (Format.DOCX.value, Format.PDF.value, ICS)


@dataclass(frozen=True)
class _Valg:
    """Which møte (None: the next one), whose, as of when; `norsk`, `format_` and `mal` are the file's."""

    moete_id: int | None
    organ: str
    at: datetime
    norsk: Tekster
    format_: str
    mal: bytes | None
    malnavn: str


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Skriv innkallingen til et møte til en fil.")
    def innkalling(
        moete: Annotated[str, typer.Option(metavar="ID|neste", help="Nummeret på møtet, eller «neste».")],
        out: Out,
        format_: Annotated[
            str, typer.Option("--format", help="docx, pdf eller ics; ellers etter filnavnet.")
        ] = "",
        organ: Annotated[str, typer.Option(metavar="NAVN", help="Bare møter i dette utvalget.")] = "",
        mal: Mal = None,
        maalform: Maalformvalg = "nb",
        at: At = None,
    ) -> None:
        fil, form = files.target(out), _format(format_, out)
        valg = _Valg(
            _moete_id(moete),
            organ,
            in_oslo(at) if at else program.clock.now(),
            Tekster(files.maalform_of(maalform)),
            form,
            files.template(mal),
            mal.name if mal else "",
        )
        if valg.mal and form != Format.DOCX:
            raise Stop(tekst("referatfil.bare_docx"))
        typer.echo(asyncio.run(_run(program, valg, fil)))


async def _run(program: Program, valg: _Valg, out: Path) -> str:
    """What is told of it. Raises Stop."""
    async with program.store() as store:
        fil, organ, moete = await _les(store, valg, program.settings.helsefellesskap)
    try:
        data = await program.writer().write_file(fil)
    except Unreadable as trouble:
        raise Stop(tekst("referatfil.mal_avvist", fil=valg.malnavn)) from trouble
    files.save(out, data)
    return tekst("innkallingsfil.skrevet", fil=str(out), organ=organ, dato=bokmaal().dato(moete.dato))


async def _les(store: Store, valg: _Valg, helsefellesskap: str) -> tuple[Fil, str, Moete]:
    async with store.turn() as uow:
        register = await uow.register()
        hode = _hode(register, valg, helsefellesskap)
        moete = await uow.moete(hode.id)
        if moete is None:
            raise Stop(tekst("innkallingsfil.ukjent_moete", id=hode.id))
        organ = liste([register.organ(organ_id).navn(moete.dato) for organ_id in moete.organ_ids])
        if valg.format_ == ICS:
            return Fil("", calendar_of(moete, kalendernavn(moete, register)), valg.norsk), organ, moete
        if moete.innkalling is None:
            dato = bokmaal().dato(moete.dato)
            raise Stop(tekst("innkallingsfil.ikke_innkalling", organ=organ, dato=dato))
        mal = valg.mal or await _own_template(uow, moete)
        meldte = await uow.saker.for_moeter(hode.organ_ids, {hode.id})
        utgave = fra_moete(moete, register, til_sakslisten(register, meldte, hode))
        return Fil("", utgave, valg.norsk, Format(valg.format_), mal), organ, moete


def _hode(register: Register, valg: _Valg, helsefellesskap: str) -> Moetehode:
    organ = organ_av(register, valg.organ, helsefellesskap) if valg.organ else None
    if valg.moete_id is None:
        return _neste(register, valg.at, organ)
    hode = register.hode(valg.moete_id)
    if hode is None:
        raise Stop(tekst("innkallingsfil.ukjent_moete", id=valg.moete_id))
    return hode


def _neste(register: Register, at: datetime, organ: Organ | None) -> Moetehode:
    for hode in kommende(register.moeter, at):
        if hode.har_innkalling and (organ is None or organ.id in hode.organ_ids):
            return hode
    if organ:
        raise Stop(tekst("innkallingsfil.ingen_neste_i", organ=organ.navn(at.date())))
    raise Stop(tekst("innkallingsfil.ingen_neste"))


async def _own_template(uow: UnitOfWork, moete: Moete) -> bytes | None:
    mal = await uow.maler.for_moete(moete.organ_ids)
    return mal.innhold if mal else None


def _moete_id(text: str) -> int | None:
    """None is the next one."""
    if text == NESTE:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Stop(tekst("innkallingsfil.ugyldig_moete", tekst=text))
    return int(text)


def _format(text: str, out: Path) -> str:
    wanted = (text or out.suffix.removeprefix(".")).lower()
    if wanted not in FORMATER:
        raise Stop(tekst("innkallingsfil.ukjent_format", format=wanted))
    return wanted

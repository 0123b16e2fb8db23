"""`helsebot search`: what papers and referater say; `--rebuild` makes it searchable anew."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

import typer

from bot.cards.ord import Tall
from bot.cards.soek import soekekort
from bot.cli.program import Program, Stop
from bot.clock import in_oslo
from bot.domain import medlemseksport
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.soekbart import Soek, Soekbart
from bot.domain.soekbygging import bygg_soek
from bot.domain.soeketreff import Saktreff, etter_sak
from bot.language.soekeord import spoerredeler, spoerreord
from bot.language.tekster import bokmaal, tekst

SHOWN, LOOKED_AT = 20, 400


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Søk i saker, vedtak og referater.")
    def search(
        question: Annotated[
            str, typer.Argument(help="Ordene det gjelder, eller spørsmålet slik du ville stilt det.")
        ] = "",
        organ: Annotated[str, typer.Option(help="Bare dette utvalget.")] = "",
        at: Annotated[
            datetime | None,
            typer.Option(
                formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d"], help="Bare det som er fra den dagen eller før."
            ),
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help="Én JSON-liste, én rad for hvert treff.")
        ] = False,
        rebuild: Annotated[
            bool, typer.Option("--rebuild", help="Gjør alt som er lagret, søkbart på nytt.")
        ] = False,
    ) -> None:
        if rebuild:
            typer.echo(asyncio.run(_rebuild(program)))
        if question:
            typer.echo(asyncio.run(_search(program, question, organ, at, as_json)))
        elif not rebuild:
            raise Stop(tekst("soek.hva"))


async def _search(program: Program, question: str, organ: str, at: datetime | None, as_json: bool) -> str:
    async with program.store() as store, store.turn() as uow:
        register = await uow.register()
        chosen = (_organ(register, organ),) if organ else ()
        til = in_oslo(at).date() if at else None
        question = _topic(question, register, program.clock.now())
        rows = await _rows(uow, spoerreord(question), chosen, til)
        near = [] if rows else await _rows(uow, spoerredeler(question), chosen, til)
    if as_json:
        return json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=2)
    if not rows and not near:
        return tekst("soek.ingen", emne=question)
    return _as_text(register, question, etter_sak(rows or near), near=not rows)


def _topic(question: str, register: Register, now: datetime) -> str:
    """Of «hva ble bestemt om legevakt» what it is about; of words as they are, all of them."""
    from bot.language.tolk import Tolk

    meaning = Tolk().understand(question, register=register, at=now)
    return (meaning.intent == "vedtak.soek" and meaning.strict and meaning.slots.emne) or question


async def _rows(
    uow: UnitOfWork, ordene: Sequence[str], organ_ids: tuple[int, ...], til: Any
) -> list[Soekbart]:
    """The command line is the sekretariat's own: it sees all."""
    if not ordene:
        return []
    return await uow.soek.finn(Soek(tuple(ordene), organ_ids, alt=True, til=til, antall=LOOKED_AT))


def _organ(register: Register, name: str) -> int:
    found = medlemseksport.organ_ved_navn(register, name)
    if found is None or found.id is None:
        raise Stop(tekst("terminal.ukjent_organ", organ=name))
    return found.id


def _as_text(register: Register, question: str, found: Sequence[Saktreff], *, near: bool) -> str:
    norsk = bokmaal()
    first = (
        norsk.tekst("soek.naermest", emne=question)
        if near
        else norsk.tekst("soek.treff", emne=question, antall=Tall(len(found)))
    )
    words = spoerredeler(question) if near else spoerreord(question)
    return soekekort(norsk, first, found[:SHOWN], words, register, None).text


def _plain(row: Soekbart) -> dict[str, Any]:
    fields = asdict(row)
    return {
        name: fields[name]
        for name in (
            "slag",
            "moete_id",
            "organ_ids",
            "saksnr",
            "tittel",
            "tekst",
            "del_tittel",
            "aapen",
            "utkast",
        )
    } | {"dato": row.dato.isoformat()}


async def _rebuild(program: Program) -> str:
    """In one transaction: searches find what was there until it is done."""
    async with program.store() as store, store.turn() as uow:
        moeter, boeker = await bygg_soek(uow)
        await uow.commit()
    return tekst("soek.bygd", moeter=moeter, boeker=boeker)

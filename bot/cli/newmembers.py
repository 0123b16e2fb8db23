"""After a referat is imported: who is named in it and in no list of members, to be added when asked for."""

from collections.abc import Sequence
from dataclasses import replace

import typer

from bot.cards.medlemslinje import medlemslinje
from bot.cli.program import Stop
from bot.domain.errors import Conflict
from bot.domain.moete import Moete
from bot.domain.organ import Medlem, Organ
from bot.domain.ports import Archive, Store
from bot.domain.referatnavn import nye_navn
from bot.language.skriv import liste
from bot.language.tekster import bokmaal, tekst

ALL = "alle"


async def offer(store: Store, moete_id: int, *, ask: bool) -> None:
    """Lists them, and adds those that are chosen by number. Without `ask` nobody is added."""
    async with store.read() as archive:
        moete, organ, new = await _new(archive, moete_id)
    if moete is None or organ is None or not new:
        return
    typer.echo("\n" + tekst("nyemedlemmer.foerst", organ=organ.kort(moete.dato)))
    for number, medlem in enumerate(new, 1):
        typer.echo(f"{number}. {medlemslinje(bokmaal(), medlem)}")
    if not ask:
        typer.echo(tekst("terminal.nye_senere"))
        return
    chosen = _chosen(new, typer.prompt(tekst("terminal.hvilke_nye"), default="", show_default=False))
    if chosen:
        await _add(store, moete_id, chosen)
        names = liste([m.navn for m in chosen])
        typer.echo(tekst("nyemedlemmer.lagt_til", organ=organ.kort(moete.dato), navn=names))


async def _new(archive: Archive, moete_id: int) -> tuple[Moete | None, Organ | None, list[Medlem]]:
    register, moete = await archive.register(), await archive.moete(moete_id)
    if moete is None or moete.referat is None:
        return moete, None, []
    organ = register.organ(moete.organ_ids[0])
    return moete, organ, nye_navn(organ, moete.referat)


def _chosen(new: Sequence[Medlem], typed: str) -> list[Medlem]:
    """Numbers with commas or blanks between; what is no such number is nobody."""
    if typed.strip().casefold() == ALL:
        return list(new)
    numbers = {int(word) for word in typed.replace(",", " ").split() if word.isdecimal()}
    return [medlem for number, medlem in enumerate(new, 1) if number in numbers]


async def _add(store: Store, moete_id: int, chosen: Sequence[Medlem]) -> None:
    """Those who are still in no list. Raises Stop."""
    try:
        async with store.turn() as uow:
            _, organ, new = await _new(uow, moete_id)
            if organ is not None:
                added = [m for m in new if m in chosen]
                await uow.save_organ(replace(organ, medlemmer=[*organ.medlemmer, *added]))
                await uow.commit()
    except Conflict as changed:
        raise Stop(tekst("terminal.endret_liste")) from changed

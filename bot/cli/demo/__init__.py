"""An invented helsefellesskap for `make run`: dates move along so that there is always a next møte."""

from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

from bot.domain.importering import lagre, planlegg
from bot.domain.importmaal import Importvalg
from bot.domain.organ import Medlem, Rolle
from bot.domain.ports import Store
from bot.edges import DocumentReader
from bot.language.organtyper import organtype

MEDLEMMER = (
    Medlem("Astrid Fjellvang", Rolle.LEDER, "Fjordbyen kommune"),
    Medlem("Cecilie Holmvik", Rolle.NESTLEDER, "Fjordbyen sykehus"),
    Medlem("Borgar Nesdal", Rolle.MEDLEM, "Nesdal kommune"),
    Medlem("Dagfinn Storhaug", Rolle.MEDLEM, "Fjordbyen sykehus"),
    Medlem("Eldbjørg Sandvær", Rolle.MEDLEM, "Sandvær kommune"),
    Medlem("Frode Lyngmo", Rolle.SEKRETARIAT),
)
HELSEFELLESSKAP = "Helsefellesskapet Fjord og fjell"
WEDNESDAY = 2


def innkalling(today: date) -> bytes:
    """The invented innkalling, for a Wednesday two to three weeks ahead of `today`."""
    moete = today + timedelta(days=14 + (WEDNESDAY - today.weekday()) % 7)
    text = files(__name__).joinpath("innkalling.txt").read_text("utf-8")
    return text.format(
        dato=f"{moete:%d.%m.%Y}",
        aar=moete.year,
        aa=f"{moete:%y}",
        psu=f"{moete + timedelta(days=29):%d.%m.%y}",
        dialog=f"{moete + timedelta(days=13):%d.%m.%y}",
        frist=f"{moete + timedelta(days=44):%d.%m.%y}",
    ).encode()


async def load(store: Store, reader: DocumentReader, today: date) -> None:
    """Loads it through the same reader and rules as any import, where the database is empty."""
    reading = await reader.read(innkalling(today), "innkalling.txt")
    async with store.turn() as uow:
        plan = await planlegg(uow, reading, Importvalg(helsefellesskap=HELSEFELLESSKAP), organtype)
        organ = replace(plan.organ, medlemmer=list(MEDLEMMER))
        await lagre(uow, replace(plan, organ=organ))
        await uow.commit()


async def is_empty(store: Store) -> bool:
    async with store.read() as archive:
        return not (await archive.register()).helsefellesskap

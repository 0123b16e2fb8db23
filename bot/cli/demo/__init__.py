"""An invented helsefellesskap for `make run`: dates move along so that there is always a next møte."""

from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

from bot.domain.importering import lagre, planlegg
from bot.domain.importmaal import Importvalg
from bot.domain.organ import Medlem, Rolle, Side
from bot.domain.ports import Store
from bot.edges import DocumentReader
from bot.language.organtyper import organtype

KOMMUNER, FORETAK = Side.KOMMUNER, Side.HELSEFORETAK
OEYENE = "Øykommunene"
"""A seat that several kommuner have together: one of them holds it, another has its vara."""


def _aad(number: int) -> str:
    """The object id of a user of the Playground (playground/config.yml)."""
    return f"00000000-0000-0000-0000-{number:012}"


MEDLEMMER = (
    Medlem("Astrid Fjellvang", Rolle.LEDER, "Fjordbyen kommune", side=KOMMUNER, aad_id=_aad(20)),
    Medlem("Cecilie Holmvik", Rolle.NESTLEDER, "Fjordbyen sykehus", side=FORETAK, aad_id=_aad(22)),
    Medlem("Borgar Nesdal", Rolle.MEDLEM, "Nesdal kommune", sete=OEYENE, side=KOMMUNER, aad_id=_aad(21)),
    Medlem("Ingunn Berge", Rolle.MEDLEM, "Klinikk for medisin", side=FORETAK),
    Medlem("Eldbjørg Sandvær", Rolle.VARA, "Sandvær kommune", OEYENE, 1, side=KOMMUNER, aad_id=_aad(24)),
    Medlem("Gunnhild Tveit", Rolle.VARA, "Nesdal kommune", OEYENE, 2, side=KOMMUNER),
    Medlem(
        "Dagfinn Storhaug",
        Rolle.VARA,
        "Fjordbyen sykehus",
        "Cecilie Holmvik",
        1,
        side=FORETAK,
        aad_id=_aad(23),
    ),
    Medlem("Hilde Aasen", Rolle.BRUKERREPRESENTANT, "Brukerutvalget"),
    Medlem("Frode Lyngmo", Rolle.SEKRETARIAT, aad_id=_aad(25)),
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

"""A weekday that contradicts its date: which of the two days is meant is asked, never guessed."""

from dataclasses import replace
from datetime import date, timedelta

from bot.turn import Meaning, Norsk, Period, Reply, Turn
from dialogs.slots import videre
from dialogs.svar import spoer

UTEN_DAG = frozenset({"hjelp", "smaaprat", "ingen", "maalform.velg", "medlem.liste"})
"""Intents whose answer is the same whatever day it is."""


def spoer_om_dagen(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Nothing where no day is in doubt, or the answer does not depend on it."""
    slots = meaning.slots
    if len(slots.tvil) < 2 or meaning.intent in UTEN_DAG:
        return []
    if slots.organ_tekst and not slots.organ_ids:
        return []
    dager = [replace(slots, period=Period(dag, dag + timedelta(days=1)), tvil=()) for dag in slots.tvil]
    knapper = [
        videre(turn.norsk.dato(dag), meaning, valgt) for dag, valgt in zip(slots.tvil, dager, strict=True)
    ]
    return spoer(turn, spoersmaalet(turn.norsk, *slots.tvil[:2]), knapper)


def spoersmaalet(norsk: Norsk, datoen: date, ukedagen: date) -> str:
    """`datoen` is the date that was named, `ukedagen` the nearest day of the weekday that was."""
    ukedag, _, dag = norsk.dato(datoen).partition(" ")
    return norsk.tekst(
        "tvil.dagen",
        dato=_uten_aar(dag),
        ukedag=ukedag,
        foerste=_uten_aar(norsk.dato(datoen)),
        andre=_uten_aar(norsk.dato(ukedagen)),
    )


def _uten_aar(dato: str) -> str:
    return dato.rpartition(" ")[0]

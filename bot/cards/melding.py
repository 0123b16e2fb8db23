"""Puts a message together: the card, the same facts as text, and the buttons."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.cards.element import Element, escape, tekstblokk, tekstlinjer
from bot.cards.ord import forkortet
from bot.domain.conversation import Button
from bot.turn import SAY, Message

MAKS_BYTE = 28_000
"""A card is kept under this, as json.dumps counts it (æ is six bytes there)."""
MAKS_KNAPPER = 6
"""Teams shows no more actions than this on a card."""
RESERVETEKST = 1500
KNAPPETEKST = 42
"""As much of a label as a button shows at 360 px."""


@dataclass(frozen=True)
class Lenke:
    """A button that opens an address."""

    tittel: str
    url: str


def knapp(label: str, verb: str, **data: Any) -> Button:
    """A button that asks for something. What is None is left out of its data."""
    return Button(label, verb, {navn: verdi for navn, verdi in data.items() if verdi is not None})


def skriveknapp(label: str, verb: str, op: str, **data: Any) -> Button:
    """A button that changes something. `op` is its operation id: pressed twice is done once."""
    return knapp(label, verb, op=op, **data)


def si_knapp(linje: str, label: str | None = None, hensikt: str | None = None) -> Button:
    """A button that stands for a line; `hensikt` is the intent it was suggested for."""
    return knapp(label or linje, SAY, tekst=linje, hensikt=hensikt)


def setning(innhold: str, knapper: Sequence[Button] = ()) -> Message:
    """A plain sentence; a card only where it has buttons."""
    if not knapper:
        return Message(innhold)
    return kort(innhold, tekstlinjer(innhold), knapper)


def kort(
    samlet: str,
    kropp: Sequence[Element],
    knapper: Sequence[Button] = (),
    lenker: Sequence[Lenke] = (),
    uttale: str | None = None,
    foerst: Sequence[Button] = (),
) -> Message:
    """`samlet` is all the card says, readable alone; `uttale` what a screen reader begins with. The
    buttons `foerst` stand before the links, the others after them.
    """
    foran, vist = tuple(foerst), tuple(knapper)[: MAKS_KNAPPER - len(lenker) - len(foerst)]
    handlinger = [*map(utfoer, foran), *map(_aapne, lenker), *map(utfoer, vist)]
    message = _kort(samlet, kropp, (*foran, *vist), uttale)
    if message.card and handlinger:
        message.card["actions"] = handlinger
    return replace(message, text=samlet + "".join(f"\n{lenke.tittel}: {lenke.url}" for lenke in lenker))


def kort_med_valg(spoersmaal: str, kropp: Sequence[Element], knapper: Sequence[Button]) -> Message:
    """The buttons stand under one another. What does not fit into one on a phone is also written."""
    fulle = [k.label for k in knapper] if any(len(k.label) > KNAPPETEKST for k in knapper) else []
    kropp = [*kropp, *(tekstblokk(f"• {label}") for label in fulle)]
    valg = [{"type": "ActionSet", "spacing": "Small", "actions": [utfoer(k)]} for k in knapper]
    return _kort(spoersmaal, [*kropp, *valg], knapper, None)


def _kort(samlet: str, kropp: Sequence[Element], knapper: Sequence[Button], uttale: str | None) -> Message:
    innhold: dict[str, Any] = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "speak": _uten_merker(uttale or _foerste_linje(samlet)),
        "fallbackText": escape(_avkortet(samlet)),
        "body": list(kropp),
        "msteams": {"width": "Full"},
    }
    return Message(samlet, innhold, tuple(knapper))


def faar_plass(message: Message) -> bool:
    return message.card is None or len(json.dumps(message.card)) < MAKS_BYTE


def utfoer(k: Button) -> Element:
    return {
        "type": "Action.Execute",
        "title": forkortet(k.label, KNAPPETEKST),
        "verb": k.verb,
        "data": k.data,
    }


def _aapne(lenke: Lenke) -> Element:
    return {"type": "Action.OpenUrl", "title": lenke.tittel, "url": lenke.url}


def _foerste_linje(innhold: str) -> str:
    return innhold.partition("\n")[0]


def _uten_merker(innhold: str) -> str:
    """`speak` may be read as SSML."""
    return innhold.replace("<", "").replace(">", "")


def _avkortet(innhold: str) -> str:
    return innhold if len(innhold) <= RESERVETEKST else f"{innhold[:RESERVETEKST].rstrip()} …"

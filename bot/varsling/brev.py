"""A Message as JSON and back: what lies in the outbox until it is sent. A file that goes with it is not
kept: it is made anew.
"""

from typing import Any

from bot.domain.conversation import Button
from bot.domain.maalform import Maalform
from bot.turn import Filtilbud, Message


def til_json(melding: Message) -> dict[str, Any]:
    knapper = [{"label": b.label, "verb": b.verb, "data": b.data} for b in melding.buttons]
    tilbud = melding.fil if isinstance(melding.fil, Filtilbud) else None
    med_fil = {"fil": {"navn": tilbud.navn, "data": tilbud.data}} if tilbud else {}
    return {"text": melding.text, "card": melding.card, "buttons": knapper, **med_fil}


def fra_json(lagret: dict[str, Any]) -> Message:
    knapper = tuple(Button(b["label"], b["verb"], b["data"]) for b in lagret["buttons"])
    fil = lagret.get("fil")
    tilbud = Filtilbud(fil["navn"], fil["data"]) if fil else None
    return Message(lagret["text"], lagret["card"], knapper, tilbud)


def legg_i(melding: Message, maalform: Maalform) -> dict[str, Any]:
    """With the målform it is worded in, for what is added on its way."""
    return {**til_json(melding), "maalform": maalform.value}


def ta_ut(lagret: dict[str, Any]) -> tuple[Message, Maalform]:
    return fra_json(lagret), Maalform(lagret["maalform"])

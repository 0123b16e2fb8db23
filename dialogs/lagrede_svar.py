"""Replies as JSON, for a turn that changed something: the same answer whenever it comes again."""

from typing import Any

from bot.domain.conversation import Button
from bot.turn import Message, Reply


def til_json(svar: list[Reply]) -> list[dict[str, Any]]:
    return [
        {
            "text": r.message.text,
            "card": r.message.card,
            "buttons": [{"label": b.label, "verb": b.verb, "data": b.data} for b in r.message.buttons],
            "in_place": r.in_place,
        }
        for r in svar
    ]


def fra_json(lagret: list[dict[str, Any]]) -> list[Reply]:
    return [
        Reply(
            Message(
                r["text"], r["card"], tuple(Button(b["label"], b["verb"], b["data"]) for b in r["buttons"])
            ),
            r["in_place"],
        )
        for r in lagret
    ]

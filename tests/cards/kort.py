"""A card is checked against Microsoft's schema 1.5, and against what Helsebot promises of every card."""

import json
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator

from bot.cards.melding import KNAPPETEKST, MAKS_BYTE
from bot.cards.ord import forkortet
from bot.turn import Message

TYPER = {
    "AdaptiveCard",
    "TextBlock",
    "RichTextBlock",
    "TextRun",
    "FactSet",
    "Table",
    "TableRow",
    "TableCell",
    "Input.Text",
    "Input.Number",
    "Input.Date",
    "Input.ChoiceSet",
    "Input.Toggle",
    "Container",
}
HANDLINGER = {"ActionSet", "Action.Execute", "Action.OpenUrl", "Action.ToggleVisibility"}


@cache
def skjema() -> Draft6Validator:
    path = files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(path.read_text("utf-8")))


def elementer(card: Any) -> Iterator[dict[str, Any]]:
    if isinstance(card, dict):
        if "type" in card:
            yield card
        for value in card.values():
            yield from elementer(value)
    elif isinstance(card, list):
        for value in card:
            yield from elementer(value)


def sjekk(message: Message) -> None:
    """Fails where the message is not what every message of Helsebot's is."""
    assert message.text.strip()
    if message.card is None:
        assert message.buttons == ()
        return
    uten_teams = {k: v for k, v in message.card.items() if k != "msteams"}
    assert [e.message for e in skjema().iter_errors(uten_teams)] == []
    assert message.card["speak"]
    assert message.card["fallbackText"]
    assert len(json.dumps(message.card)) < MAKS_BYTE
    brukt = {e["type"] for e in elementer(uten_teams)}
    assert brukt <= TYPER | HANDLINGER
    assert all(e.get("label") for e in elementer(uten_teams) if e["type"].startswith("Input."))
    handlinger = [e for e in elementer(uten_teams) if e["type"] == "Action.Execute"]
    assert [(h["title"], h["verb"], h["data"]) for h in handlinger] == [
        (forkortet(b.label, KNAPPETEKST), b.verb, b.data) for b in message.buttons
    ]
    for bredde in (c["width"] for e in elementer(uten_teams) if e["type"] == "Table" for c in e["columns"]):
        assert isinstance(bredde, int) or bredde.endswith("px")
    assert all("color" not in e and "backgroundImage" not in e for e in elementer(uten_teams))


def tekster(card: dict[str, Any]) -> list[str]:
    """All that the card shows, as the card has it."""
    felt = ("text", "title", "value")
    facts = [f for e in elementer(card) if e["type"] == "FactSet" for f in e["facts"]]
    return [e[f] for e in [*elementer(card), *facts] for f in felt if isinstance(e.get(f), str)]


def som_foer(message: Message, navn: str, mappe: Path) -> None:
    """The card and its text are those of the golden files, which HELSEBOT_GOLDEN=write writes anew."""
    naa = {
        f"{navn}.json": json.dumps(message.card, ensure_ascii=False, indent=1) + "\n",
        f"{navn}.txt": message.text + "\n",
    }
    if os.environ.get("HELSEBOT_GOLDEN") == "write":
        mappe.mkdir(parents=True, exist_ok=True)
        for fil, innhold in naa.items():
            (mappe / fil).write_text(innhold, "utf-8")
    assert {fil: (mappe / fil).read_text("utf-8") for fil in naa} == naa

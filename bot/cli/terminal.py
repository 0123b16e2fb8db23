"""A conversation in the terminal: lines become Incoming, Messages become text."""

import shutil
import uuid
from datetime import datetime

from bot.domain.conversation import Button, Conversation, ConversationKind
from bot.domain.errors import Unreadable
from bot.turn import Filtilbud, Incoming, Kind, Message, OfferedFile, Outcome, Person

LOCAL = "http://localhost"
FILE_WIDTH = 100
"""Columns where the output is no terminal."""


def incoming(name: str, at: datetime, text: str = "", button: Button | None = None) -> Incoming:
    """One line or press of `name`'s in a 1:1 conversation with the bot. `at` has a time zone."""
    return Incoming(
        activity_id=uuid.uuid4().hex,
        kind=Kind.PRESS if button else Kind.MESSAGE,
        at=at,
        person=Person(id=f"terminal:{name}", name=name),
        conversation=Conversation(id=f"terminal:{name}", kind=ConversationKind.PERSONAL, service_url=LOCAL),
        text=text,
        button=button,
    )


def as_text(outcome: Outcome) -> str:
    """What was answered, with the buttons of all replies numbered so that they can be pressed by number."""
    texts: list[str] = []
    number = 1
    for reply in outcome.replies:
        texts.append(_message(reply.message, number))
        number += len(reply.message.buttons)
    return "\n\n".join(texts)


def buttons(outcome: Outcome) -> list[Button]:
    return [button for reply in outcome.replies for button in reply.message.buttons]


def _message(message: Message, first: int) -> str:
    labels = [f"[{number}] {button.label}" for number, button in enumerate(message.buttons, first)]
    command = [message.fil.kommando] if isinstance(message.fil, Filtilbud) and message.fil.kommando else []
    return "\n".join([message.text, *command, *(["", "  ".join(labels)] if labels else [])])


def width() -> int:
    """The columns there are room for."""
    return shutil.get_terminal_size((FILE_WIDTH, 0)).columns


class NoFiles:
    """A FileFetcher where nothing can be dropped: files are imported by `helsebot import`."""

    async def fetch(self, file: OfferedFile) -> bytes:
        raise Unreadable("fil_adresse")

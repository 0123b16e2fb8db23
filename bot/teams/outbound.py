"""From a Message to the activity that is posted, and to the body that answers a pressed card."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.maalform import Maalform
from bot.language.tekster import tekster
from bot.teams.fields import Json
from bot.turn import Fil, Filsvar, Filtilbud, Message, Reply

CARD = "application/vnd.microsoft.card.adaptive"
FILES = "application/vnd.microsoft.teams.card.file"
GUESS = 60_000
BODY_MESSAGE = "application/vnd.microsoft.activity.message"
BYTES = 80 * 1024  # Teams refuses at about 100 KB, all of the activity counted
TEXT_CHARS = 12_000  # six bytes each at most
SUMMARY_CHARS = 120


@dataclass(frozen=True)
class Place:
    """Where an answer goes: the accounts and the conversation, as the activity wrote them.

    `answers` is the message it answers (None: it is a post of its own), `person` whom it is to (None:
    whoever is there), `maalform` that of what is added on the way. `offer` is the offered file it answers.
    """

    conversation_id: str
    bot: Json
    person: Json | None
    answers: str | None
    maalform: Maalform = Maalform.NB
    offer: str | None = None


def message_of(message: Message, place: Place) -> bytes:
    """The JSON of an activity. A card that Teams would find too large is sent as its text."""
    body = json.dumps(activity_of(message, place)).encode()
    if len(body) > BYTES:
        body = json.dumps(activity_of(replace(message, card=None), place)).encode()
    return body


def activity_of(message: Message, place: Place) -> Json:
    """Either a card or a text, never both: Teams splits such a message in two."""
    return {
        "type": "message",
        "from": place.bot,
        "conversation": {"id": place.conversation_id},
        "inputHint": "acceptingInput",
        **({"recipient": place.person} if place.person else {}),
        **({"replyToId": place.answers} if place.answers else {}),
        **_content(message, place),
    }


def _content(message: Message, place: Place) -> Json:
    if isinstance(message.fil, Filtilbud):
        return _offer(message, message.fil)
    if isinstance(message.fil, Fil) and message.fil.sted and message.fil.sted.content_url:
        return _delivered(message, message.fil, message.fil.sted)
    return _text(message.text, place.maalform) if message.card is None else _card(message, message.card)


def _offer(message: Message, offered: Filtilbud) -> Json:
    """The size is a guess: the file is made first when it is taken, as it is then."""
    content = {
        "description": message.text,
        "sizeInBytes": GUESS,
        "acceptContext": offered.data,
        "declineContext": offered.data,
    }
    attachment = {"contentType": f"{FILES}.consent", "name": offered.navn, "content": content}
    return {"attachments": [attachment], "summary": _first_line(message.text)}


def _delivered(message: Message, fil: Fil, place: Filsvar) -> Json:
    content = {"uniqueId": place.unique_id, "fileType": place.file_type}
    info = {
        "contentType": f"{FILES}.info",
        "name": fil.navn,
        "contentUrl": place.content_url,
        "content": content,
    }
    return {"attachments": [info], "summary": _first_line(message.text)}


def typing_of(place: Place) -> bytes:
    """The sign that the bot is writing."""
    there = {"from": place.bot, "conversation": {"id": place.conversation_id}}
    return json.dumps({"type": "typing", "recipient": place.person, **there}).encode()


def card_in_place(replies: Sequence[Reply]) -> Json | None:
    """The card that replaces the pressed one, if the first reply is such a card."""
    if replies and replies[0].in_place and _fits(replies[0].message.card):
        return replies[0].message.card
    return None


def body_of_card(card: Json) -> Json:
    return {"statusCode": 200, "type": CARD, "value": card}


def body_of_words(words: str) -> Json:
    return {"statusCode": 200, "type": BODY_MESSAGE, "value": words}


def _card(message: Message, card: Json) -> Json:
    attachment = {"contentType": CARD, "content": card}
    return {"attachments": [attachment], "summary": _first_line(message.text)}


def _text(text: str, maalform: Maalform) -> Json:
    """As plain text, so that what people have written is never read as markup."""
    if len(text) > TEXT_CHARS:
        text = f"{text[:TEXT_CHARS].rstrip()} …\n\n{tekster(maalform).tekst('svar.for_langt')}"
    return {"text": text, "textFormat": "plain"}


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= SUMMARY_CHARS else f"{line[: SUMMARY_CHARS - 1].rstrip()}…"


def _fits(card: Json | None) -> bool:
    return card is not None and len(json.dumps(card)) < BYTES

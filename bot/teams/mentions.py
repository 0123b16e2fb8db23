"""The text of a message as the person meant it: without the bot's mention, as plain characters.

The SDK's `TurnContext.remove_recipient_mention` takes the bot's *name* away everywhere
(«<at>Helsebot</at> hva er Helsebot?» becomes « hva er ?»), so it is done here by entity.
"""

import html
import re

from bot.teams.fields import Json

AT = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
EMPTY_AT = re.compile(r"<at\b[^<>]*>\s*</at>", re.IGNORECASE)
INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
BLANKS = re.compile(r"[^\S\n]+")


def mentions_of(entities: list[Json], bot_id: str | None) -> list[Json]:
    """The entities that mention the account with that id."""
    return [
        e for e in entities if e.get("type") == "mention" and bot_id and _mentioned(e).get("id") == bot_id
    ]


def plain(text: str, mentions: list[Json]) -> str:
    """The text with each of these mentions taken out once; others' mentions stay as names.

    HTML entities and no-break spaces become characters; line breaks are kept.
    """
    for mention in mentions:
        text = _without(text, mention)
    text = html.unescape(AT.sub("", EMPTY_AT.sub("", text)))
    text = INVISIBLE.sub("", text.replace("\r\n", "\n"))
    return "\n".join(BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def _mentioned(entity: Json) -> Json:
    mentioned = entity.get("mentioned")
    return mentioned if isinstance(mentioned, dict) else {}


def _without(text: str, mention: Json) -> str:
    written = mention.get("text")
    if isinstance(written, str) and written and written in text:
        return text.replace(written, " ", 1)
    # Some clients write the tag with an id, so that it differs from the entity's text.
    name = _mentioned(mention).get("name") or AT.sub("", written if isinstance(written, str) else "")
    if not isinstance(name, str) or not name:
        return text
    return re.sub(rf"<at\b[^<>]*>\s*{re.escape(name)}\s*</at>", " ", text, count=1, flags=re.IGNORECASE)

"""What is remembered about a conversation: where it is, and what was shown there last."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class ConversationKind(StrEnum):
    """The three places a Teams bot is spoken to; the values are Teams' own."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass
class Context:
    """The last thing shown, so that «hvor er det?» has something to point at. `shown` is UTC."""

    organ_id: int | None = None
    moete_id: int | None = None
    saksnr: str | None = None
    shown: datetime | None = None


@dataclass
class Conversation:
    """Plain columns of a conversation reference (no SDK object). `name` is the channel's or chat's."""

    id: str
    kind: ConversationKind
    service_url: str
    tenant_id: str | None = None
    bot_id: str | None = None
    team_id: str | None = None
    name: str | None = None
    installed: bool = True
    greeted: bool = False
    context: Context = field(default_factory=Context)


def channel_of(conversation_id: str) -> str:
    """The id of the channel a thread is in; of another conversation its own. Teams writes a thread
    as `<channel>;messageid=<first message>`.
    """
    return conversation_id.partition(";")[0]


@dataclass
class Button:
    """One thing a person can press or write: the label, and the button it stands for."""

    label: str
    verb: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass
class Question:
    """An open question to one person in one conversation; nobody else's answer counts."""

    buttons: list[Button]
    asked: datetime


@dataclass
class ImportDraft:
    """A file that was read and previewed, and waits for «Lagre» or «Forkast».

    `reading` is the JSON of a Reading; `created` is UTC; kept for a day.
    """

    id: str
    person_id: str
    conversation_id: str
    filename: str
    reading: str
    created: datetime

"""From an activity to an Incoming.

The conversation's id is kept as Teams writes it: in a channel it ends in `;messageid=<root>`, so
each thread is a conversation (and a context) of its own, and what is sent to it lands in it.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.conversation import Button, Conversation, ConversationKind, channel_of
from bot.domain.ports import Clock
from bot.teams.consent import CONSENT, answered
from bot.teams.fields import TEXT_CHARS, Json, Rejected, identifier, mapping, mappings, needed, text
from bot.teams.meetings import MEETING_EVENTS, meeting_of
from bot.teams.mentions import mentions_of, plain
from bot.teams.presses import executed, submitted
from bot.turn import SAY, Incoming, Kind, OfferedFile, Person

OSLO = ZoneInfo("Europe/Oslo")
AHEAD = timedelta(minutes=5)
OLD = timedelta(hours=1)
YEARS = range(1970, 2200)
URL_CHARS = 8000
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
KINDS = {kind.value: kind for kind in ConversationKind}
NAMING = frozenset({"channelCreated", "channelRenamed", "channelRestored", "teamRenamed"})
INSTALLATION = {
    "add": Kind.INSTALLED,
    "add-upgrade": Kind.INSTALLED,
    "upgrade": Kind.INSTALLED,
    "remove": Kind.REMOVED,
    "remove-upgrade": Kind.REMOVED,
}


@dataclass(frozen=True)
class Inbound:
    """`trust_time` is for local clients: their timestamps hold whatever they say."""

    clock: Clock
    trust_time: bool

    def read(self, activity: Json) -> Incoming | None:
        """What came in, or None where it is nothing to us (an edit, a reaction, talk in a channel
        that does not mention the bot, an invoke that is not ours). Raises Rejected (400).
        """
        kind = needed(activity, "type")
        if kind == "message":
            return self._message(activity)
        if kind == "invoke":
            return self._invoke(activity)
        if kind == "installationUpdate":
            return self._installation(activity, INSTALLATION.get(text(activity, "action") or ""))
        if kind == "conversationUpdate":
            if mapping(activity, "channelData").get("eventType") in NAMING:
                return self._naming(activity)
            return self._installation(activity, _own_membership(activity))
        return self._meeting(activity) if kind == "event" else None

    def _message(self, activity: Json) -> Incoming | None:
        incoming = self._incoming(activity, Kind.MESSAGE)
        button = submitted(activity)
        if button is not None:
            return _pressed(incoming, button)
        mentions = mentions_of(mappings(activity, "entities"), incoming.conversation.bot_id)
        if incoming.conversation.kind is not ConversationKind.PERSONAL and not mentions:
            return None
        files = _files(activity)
        words = plain(text(activity, "text", TEXT_CHARS) or "", mentions)
        return replace(incoming, kind=Kind.FILE if files else Kind.MESSAGE, text=words, files=files)

    def _invoke(self, activity: Json) -> Incoming | None:
        name = text(activity, "name")
        if name == CONSENT:
            press, answer = answered(activity)
            return replace(self._incoming(activity, Kind.PRESS), button=press, filsvar=answer)
        if name != "adaptiveCard/action":
            return None
        incoming = replace(self._incoming(activity, Kind.PRESS), wants_body=True)
        return _pressed(incoming, executed(activity))

    def _installation(self, activity: Json, kind: Kind | None) -> Incoming | None:
        return None if kind is None else self._incoming(activity, kind)

    def _meeting(self, activity: Json) -> Incoming | None:
        """What Teams tells of a meeting. One that cannot be read is nothing to us: Teams would only send
        it again.
        """
        kind = MEETING_EVENTS.get(str(activity.get("name")))
        if kind is None:
            return None
        try:
            incoming = self._incoming(activity, kind)
            return replace(incoming, meeting=meeting_of(activity, incoming.at))
        except Rejected:
            return None

    def _naming(self, activity: Json) -> Incoming:
        """Teams tells of a channel in the conversation of its team."""
        incoming = self._incoming(activity, Kind.NAMED)
        channel = identifier(mapping(mapping(activity, "channelData"), "channel"), "id")
        here = incoming.conversation
        return replace(incoming, conversation=replace(here, id=channel or channel_of(here.id)))

    def _incoming(self, activity: Json, kind: Kind) -> Incoming:
        spoken = kind in (Kind.MESSAGE, Kind.PRESS)
        return Incoming(
            activity_id=needed(activity, "id") if spoken else _id_or_digest(activity),
            kind=kind,
            at=self._at(activity),
            person=_person(activity, required=spoken),
            conversation=_conversation(activity),
        )

    def _at(self, activity: Json) -> datetime:
        now = self.clock.now().astimezone(OSLO)
        written = text(activity, "timestamp")
        if written is None:
            return now
        at = _moment(written)
        if self.trust_time or now - OLD <= at <= now + AHEAD:
            return at
        return now


def _moment(written: str) -> datetime:
    """Bot Framework writes UTC; a timestamp that does not say so is UTC too."""
    try:
        moment = datetime.fromisoformat(written)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        if moment.year in YEARS:
            return moment.astimezone(OSLO)
    except (ValueError, OverflowError):
        pass
    raise Rejected(400, "timestamp is not a time")


def _person(activity: Json, *, required: bool) -> Person:
    sender = mapping(activity, "from")
    person_id = needed(sender, "id") if required else identifier(sender, "id") or ""
    return Person(person_id, text(sender, "name") or "", identifier(sender, "aadObjectId"))


def _conversation(activity: Json) -> Conversation:
    place = mapping(activity, "conversation")
    data = mapping(activity, "channelData")
    return Conversation(
        id=needed(place, "id"),
        kind=_kind(place),
        service_url=needed(activity, "serviceUrl"),
        tenant_id=next(iter(tenants(activity)), None),
        bot_id=identifier(mapping(activity, "recipient"), "id"),
        team_id=identifier(mapping(data, "team"), "id"),
        name=_name(place, data),
    )


def _name(place: Json, data: Json) -> str | None:
    """The channel's or chat's own; the General channel has none, and its team's id.

    The channel somebody chose at installation names the conversation only where it is that one.
    """
    here, channel, team = channel_of(needed(place, "id")), mapping(data, "channel"), mapping(data, "team")
    selected = mapping(mapping(data, "settings"), "selectedChannel")
    chosen = text(selected, "name") if selected.get("id") == here else None
    own = text(channel, "name") or chosen or text(place, "name")
    general = channel.get("id", here) == team.get("id")
    return own or (text(team, "name") if general else None)


def tenants(activity: Json) -> list[str]:
    """The tenants the activity says it comes from; Teams writes the same one in two places."""
    told = (
        identifier(mapping(mapping(activity, "channelData"), "tenant"), "id"),
        identifier(mapping(activity, "conversation"), "tenantId"),
    )
    return [tenant for tenant in told if tenant is not None]


def _kind(place: Json) -> ConversationKind:
    written = text(place, "conversationType")
    if written is None:
        return ConversationKind.GROUP if place.get("isGroup") is True else ConversationKind.PERSONAL
    if written not in KINDS:
        raise Rejected(400, "conversationType is unknown")
    return KINDS[written]


def _own_membership(activity: Json) -> Kind | None:
    own = identifier(mapping(activity, "recipient"), "id")
    for key, kind in (("membersAdded", Kind.INSTALLED), ("membersRemoved", Kind.REMOVED)):
        if own and any(member.get("id") == own for member in mappings(activity, key)):
            return kind
    return None


def _id_or_digest(activity: Json) -> str:
    """What nobody said may lack an id; the same one delivered twice must still be known again."""
    telling = (
        "type",
        "timestamp",
        "action",
        "conversation",
        *(("name", "value") if "value" in activity else ()),
    )
    marks: list[Any] = [activity.get(k) for k in telling]
    return identifier(activity, "id") or hashlib.sha256(repr(marks).encode()).hexdigest()


def _files(activity: Json) -> tuple[OfferedFile, ...]:
    offered = [a for a in mappings(activity, "attachments") if a.get("contentType") == DOWNLOAD]
    return tuple(OfferedFile(text(a, "name") or "", _address(mapping(a, "content"))) for a in offered)


def _address(content: Json) -> str:
    """The download address carries its own token, so it is longer than an id."""
    address = text(content, "downloadUrl", URL_CHARS)
    if not address:
        raise Rejected(400, "downloadUrl is missing")
    return address


def _pressed(incoming: Incoming, button: Button) -> Incoming:
    """A button that stands for a line is that line."""
    if button.verb != SAY:
        return replace(incoming, kind=Kind.PRESS, button=button)
    return replace(incoming, kind=Kind.MESSAGE, text=(text(button.data, "tekst", TEXT_CHARS) or "").strip())

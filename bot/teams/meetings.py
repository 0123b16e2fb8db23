"""What Teams tells of a meeting in its chat: that it starts and ends, who comes and who goes.

Its samples write the fields in PascalCase («StartTime») and in camelCase, so the case is not looked at.
The meeting's id is that of `channelData.meeting`; the `Id` of the value is another
(meeting-apps-apis.md).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.teams.fields import Json, Rejected, identifier, mapping, mappings, needed, text
from bot.turn import Kind, MeetingEvent, Person

_PREFIX = "application/vnd.microsoft.meeting"
MEETING_EVENTS = {
    f"{_PREFIX}Start": Kind.MEETING_STARTED,
    f"{_PREFIX}End": Kind.MEETING_ENDED,
    f"{_PREFIX}ParticipantJoin": Kind.JOINED,
    f"{_PREFIX}ParticipantLeave": Kind.LEFT,
}
MOST_PEOPLE = 400
"""More than Teams' own roster of a meeting holds (about 350)."""
LONGEST = timedelta(hours=24)


def meeting_of(activity: Json, at: datetime) -> MeetingEvent:
    """`at` is when it was told; a moment in the value that is a day or more from that does not hold.

    Raises Rejected where it is of no meeting, or is not what Teams writes.
    """
    value = _plain(mapping(activity, "value"))
    return MeetingEvent(
        meeting_id=needed(mapping(mapping(activity, "channelData"), "meeting"), "id"),
        at=_moment(value, at),
        title=" ".join((text(value, "title") or "").split()),
        people=tuple(_people(value)),
    )


def _plain(holder: Json) -> Json:
    return {key[:1].lower() + key[1:]: value for key, value in holder.items()}


def _moment(value: Json, told: datetime) -> datetime:
    written = text(value, "startTime") or text(value, "endTime")
    try:
        at = datetime.fromisoformat(written or "")
    except ValueError:
        return told.astimezone(UTC)
    at = at.replace(tzinfo=at.tzinfo or UTC)
    return (at if abs(at - told) < LONGEST else told).astimezone(UTC)


def _people(value: Json) -> Iterator[Person]:
    """Each once. Who is neither told by an id nor by a name is nobody."""
    members = mappings(value, "members")
    if len(members) > MOST_PEOPLE:
        raise Rejected(400, "too many members")
    seen: set[str] = set()
    for member in members:
        user = _plain(mapping(_plain(member), "user"))
        person = Person(identifier(user, "id") or "", text(user, "name") or "", _aad(user))
        if (person.key or person.name) and (person.key or person.name) not in seen:
            seen.add(person.key or person.name)
            yield person


def _aad(user: Json) -> str | None:
    return identifier(user, "aadObjectId") or identifier(user, "objectId")

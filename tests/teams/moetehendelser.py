"""What Teams tells of a meeting, as Teams writes it (Microsoft's documentation and samples)."""

from typing import Any

from tests.teams.chat import TENANT, melding, uten

MOETECHAT = "19:meeting_asu@thread.v2"
MEETING_ID = "MCMxOTptZWV0aW5nX2FzdUB0aHJlYWQudjIjMA=="


def i_moetechat(activity: dict[str, Any], chat: str = MOETECHAT) -> dict[str, Any]:
    where = {"id": chat, "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    return {**activity, "conversation": where}


def _hendelse(navn: str, value: dict[str, Any], chat: str, at: str, **more: Any) -> dict[str, Any]:
    activity = melding(
        "",
        type="event",
        name=f"application/vnd.microsoft.meeting{navn}",
        value=value,
        timestamp=at,
        channelData={"tenant": {"id": TENANT}, "source": None, "meeting": {"id": MEETING_ID}},
        **more,
    )
    return i_moetechat(uten(activity, "text"), chat)


def startet(tittel: str, at: str, chat: str = MOETECHAT, **more: Any) -> dict[str, Any]:
    """`at` (UTC, ISO) is also the timestamp."""
    value = {
        "Id": "noe helt annet",
        "JoinUrl": "https://teams.example/l/meetup-join/1",
        "MeetingType": "Scheduled",
        "StartTime": at,
        "Title": tittel,
    }
    return _hendelse("Start", value, chat, at, **more)


def sluttet(tittel: str, at: str, chat: str = MOETECHAT, **more: Any) -> dict[str, Any]:
    value = {
        "Id": "noe helt annet",
        "JoinUrl": "https://teams.example/l/meetup-join/1",
        "MeetingType": "Scheduled",
        "EndTime": at,
        "Title": tittel,
    }
    return _hendelse("End", value, chat, at, **more)


def kom(*hvem: tuple[str, str | None], at: str, chat: str = MOETECHAT, **more: Any) -> dict[str, Any]:
    """`hvem` are names with their aad ids (None: a guest from outside)."""
    return _hendelse("ParticipantJoin", _members(hvem, inne=True), chat, at, **more)


def gikk(*hvem: tuple[str, str | None], at: str, chat: str = MOETECHAT, **more: Any) -> dict[str, Any]:
    return _hendelse("ParticipantLeave", _members(hvem, inne=False), chat, at, **more)


def _members(hvem: tuple[tuple[str, str | None], ...], *, inne: bool) -> dict[str, Any]:
    def user(navn: str, aad: str | None) -> dict[str, Any]:
        return {"id": f"29:{navn}", "name": navn, **({"aadObjectId": aad} if aad else {})}

    return {
        "members": [
            {"user": user(navn, aad), "meeting": {"inMeeting": inne, "role": "Attendee"}}
            for navn, aad in hvem
        ]
    }


def camel(activity: dict[str, Any]) -> dict[str, Any]:
    """The same with the value's fields in camelCase, as other samples have them."""
    value = {key[:1].lower() + key[1:]: field for key, field in activity["value"].items()}
    return {**activity, "value": value}

"""What Teams tells of a meeting: read, or left alone, and never answered."""

from datetime import UTC, datetime

import pytest

from bot.domain.conversation import ConversationKind
from bot.teams.inbound import Inbound
from bot.turn import MEETING, Incoming, Kind, Person
from tests.fakes import FakeClock
from tests.teams.chat import ONSDAG, med, si, uten
from tests.teams.moetehendelser import MEETING_ID, MOETECHAT, camel, gikk, kom, sluttet, startet

START = startet("ASU 10. april", "2024-04-10T07:00:00Z")


def les(activity) -> Incoming | None:
    return Inbound(FakeClock(ONSDAG), trust_time=True).read(activity)


@pytest.mark.parametrize("activity", [START, camel(START)])
def test_a_meeting_that_starts(activity):
    lest = les(activity)
    assert (lest.kind, lest.conversation.id) == (Kind.MEETING_STARTED, MOETECHAT)
    assert lest.conversation.kind is ConversationKind.GROUP
    assert (lest.meeting.meeting_id, lest.meeting.title) == (MEETING_ID, "ASU 10. april")
    assert lest.meeting.at == datetime(2024, 4, 10, 7, tzinfo=UTC)


def test_it_began_when_the_value_says_and_not_when_it_was_told():
    sent = {**START, "timestamp": "2024-04-10T07:03:00Z"}
    assert les(sent).meeting.at == datetime(2024, 4, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize("start", ["", "snart", "2019-01-01T00:00:00Z", None])
def test_where_that_is_no_time_it_is_when_it_was_told(start):
    assert les(med(START, start, "value", "StartTime")).meeting.at == datetime(2024, 4, 10, 7, tzinfo=UTC)


def test_a_meeting_that_ends():
    lest = les(camel(sluttet("ASU", "2024-04-10T09:00:00Z")))
    assert (lest.kind, lest.meeting.at.hour) == (Kind.MEETING_ENDED, 9)


def test_who_comes_and_who_goes():
    kari, gjest = ("Kari Nes", "aad-kari"), ("Ola (Gjest)", None)
    lest = les(kom(kari, gjest, kari, at="2024-04-10T07:05:00Z"))
    assert lest.kind is Kind.JOINED
    assert lest.meeting.people == (
        Person("29:Kari Nes", "Kari Nes", "aad-kari"),
        Person("29:Ola (Gjest)", "Ola (Gjest)", None),
    )
    assert les(gikk(kari, at="2024-04-10T08:05:00Z")).kind is Kind.LEFT


def test_people_in_pascal_case_are_people_too():
    activity = kom(at="2024-04-10T07:05:00Z")
    activity["value"] = {"Members": [{"User": {"Id": "29:1", "Name": "Kari Nes", "AadObjectId": "a"}}]}
    assert les(activity).meeting.people == (Person("29:1", "Kari Nes", "a"),)


def test_without_an_id_start_and_end_of_the_same_second_are_told_apart():
    at = "2024-04-10T07:00:00Z"
    start, slutt = uten(startet("ASU", at), "id"), uten(sluttet("ASU", at), "id")
    assert les(start).activity_id == les(dict(start)).activity_id != les(slutt).activity_id


@pytest.mark.parametrize(
    "activity",
    [
        uten(START, "channelData", "meeting"),
        med(START, {"id": 7}, "channelData", "meeting"),
        med(START, "tekst", "value"),
        med(START, ["x"], "value", "Title"),
        med(START, "application/vnd.microsoft.meetingNoeNytt", "name"),
        med(START, {"x": 1}, "name"),
        uten(START, "name"),
        med(kom(at="2024-04-10T07:00:00Z"), "alle", "value", "members"),
        med(
            kom(at="2024-04-10T07:00:00Z"),
            [{"user": {"id": str(i)}} for i in range(500)],
            "value",
            "members",
        ),
    ],
)
async def test_what_is_unknown_or_not_as_teams_writes_it_is_left_alone(chat, activity):
    assert les(activity) is None
    assert (await chat.send(activity)).status == 200
    assert (chat.ekko.seen, chat.connector.caught) == ([], [])


@pytest.mark.parametrize(
    "activity",
    [
        START,
        sluttet("ASU", "2024-04-10T09:00:00Z"),
        kom(("Kari Nes", "a"), at="2024-04-10T07:05:00Z"),
        gikk(("Kari Nes", "a"), at="2024-04-10T07:05:00Z"),
    ],
)
async def test_nothing_is_ever_said_back(chat, activity):
    chat.ekko.answer = lambda incoming: [si("Noe gikk galt.")]
    assert (await chat.send(activity)).status == 200
    chat.ekko.fault = ValueError("databasen er borte")
    assert (await chat.send(activity)).status == 200
    assert {incoming.kind for incoming in chat.ekko.seen} <= MEETING
    assert (len(chat.ekko.seen), chat.connector.caught) == (2, [])

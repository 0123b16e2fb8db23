"""From an activity to an Incoming."""

from datetime import UTC, datetime

import pytest

from bot.domain.conversation import ConversationKind
from bot.teams.inbound import Inbound
from bot.turn import Incoming, Kind, OfferedFile, Person
from tests.fakes import FakeClock
from tests.teams.chat import BOT, ONSDAG, TENANT, i_kanal, med, melding, om_kanal, trykk, uten


def les(activity, trust_time=True) -> Incoming | None:
    return Inbound(FakeClock(ONSDAG), trust_time).read(activity)


def test_a_message_in_a_personal_chat():
    lest = les(melding("neste ASU", fra="Anne"))
    assert (lest.kind, lest.text, lest.wants_body) == (Kind.MESSAGE, "neste ASU", False)
    assert lest.person == Person("29:Anne", "Anne", "aad-Anne")
    assert lest.conversation.kind is ConversationKind.PERSONAL
    assert (lest.conversation.tenant_id, lest.conversation.bot_id) == (TENANT, "28:helsebot")


def test_a_thread_in_a_channel_is_a_conversation_of_its_own():
    samtale = les(i_kanal("{bot} neste ASU")).conversation
    assert samtale.id == "19:kanal@thread.tacv2;messageid=1712800000000"
    assert (samtale.kind, samtale.team_id, samtale.name) == (
        ConversationKind.CHANNEL,
        "19:team@thread.tacv2",
        "ASU Fjorden",
    )


def test_the_general_channel_has_the_name_of_its_team():
    uten_navn = uten(i_kanal("{bot} hei"), "channelData", "channel", "name")
    generelt = med(uten_navn, "19:team@thread.tacv2", "channelData", "channel", "id")
    assert les(generelt).conversation.name == "Samarbeid"
    assert les(uten_navn).conversation.name is None
    assert les(i_kanal("{bot} hei", navn=None)).conversation.name is None


@pytest.mark.parametrize("hva", ["channelCreated", "channelRenamed", "channelRestored"])
def test_what_is_told_of_a_channel_is_its_name(hva):
    lest = les(om_kanal(hva, name="PSU Fjorden"))
    assert lest.kind is Kind.NAMED
    assert (lest.conversation.id, lest.conversation.name) == ("19:kanal@thread.tacv2", "PSU Fjorden")


def test_a_team_that_is_renamed_renames_its_general_channel():
    lest = les(om_kanal("teamRenamed", team="Samarbeid"))
    assert (lest.kind, lest.conversation.id) == (Kind.NAMED, "19:team@thread.tacv2")
    assert lest.conversation.name == "Samarbeid"


def test_installed_in_a_team_its_general_channel_has_its_name():
    activity = {**om_kanal("teamMemberAdded", team="Samarbeid"), "membersAdded": [BOT]}
    lest = les(activity)
    assert (lest.kind, lest.conversation.name) == (Kind.INSTALLED, "Samarbeid")


@pytest.mark.parametrize(
    ("valgt", "navn"), [("19:team@thread.tacv2", "Fagråd 1"), ("19:annen@thread.tacv2", "Samarbeid")]
)
def test_the_channel_chosen_at_installation_names_itself_alone(valgt, navn):
    chosen = {"selectedChannel": {"id": valgt, "name": "Fagråd 1"}}
    activity = med(om_kanal("", team="Samarbeid"), chosen, "channelData", "settings")
    lest = les({**activity, "type": "installationUpdate", "action": "add"})
    assert (lest.kind, lest.conversation.name) == (Kind.INSTALLED, navn)


def test_a_group_chat_is_named_by_itself():
    gruppe = {"id": "19:g@thread.v2", "conversationType": "groupChat", "name": "Referenter"}
    samtale = les({**i_kanal("{bot} hei"), "conversation": gruppe, "channelData": None}).conversation
    assert (samtale.kind, samtale.name, samtale.tenant_id) == (ConversationKind.GROUP, "Referenter", None)


def test_a_channel_that_only_speaks_of_the_bot_is_not_speaking_to_it():
    assert les(i_kanal("Helsebot er fin", nevner=False)) is None
    assert les(med(i_kanal("{bot} hei"), {**BOT, "id": "28:annen"}, "recipient")) is None


def test_only_a_mention_is_an_empty_message():
    assert les(i_kanal("{bot}")).text == ""
    assert les(uten(melding(""), "text")).text == ""


@pytest.mark.parametrize(
    ("skrevet", "gjelder"),
    [
        ("2024-04-10T07:00:00.1234567Z", "2024-04-10T09:00:00.123456+02:00"),
        ("2024-01-10T23:30:00+00:00", "2024-01-11T00:30:00+01:00"),
        ("2024-04-10T07:00:00", "2024-04-10T09:00:00+02:00"),
    ],
)
def test_the_time_of_a_turn_is_its_activitys_own_in_oslo(skrevet, gjelder):
    assert les(melding("neste ASU", timestamp=skrevet)).at == datetime.fromisoformat(gjelder)


@pytest.mark.parametrize("trust_time", [True, False])
def test_without_a_timestamp_it_is_now(trust_time):
    lest = les(uten(melding("neste ASU"), "timestamp"), trust_time)
    assert (lest.at, lest.at.tzname()) == (ONSDAG, "CEST")


def test_the_clock_of_the_phone_does_not_count():
    lest = les(melding("hei", localTimestamp="2020-01-01T00:00:00+02:00"))
    assert lest.at.date() == ONSDAG.date()


def test_a_button_is_a_verb_and_data():
    lest = les(trykk("forfall.meld", {"moete": 7, "vara": "Kari Nes"}))
    assert (lest.kind, lest.wants_body, lest.text) == (Kind.PRESS, True, "")
    assert (lest.button.verb, lest.button.data) == ("forfall.meld", {"moete": 7, "vara": "Kari Nes"})
    assert les(trykk("hjelp", None)).button.data == {}


def test_a_button_in_an_older_client_is_the_same_button():
    lest = les(melding("", value={"verb": "forfall.meld", "moete": 7, "msteams": {"type": "invoke"}}))
    assert (lest.kind, lest.wants_body) == (Kind.PRESS, False)
    assert (lest.button.verb, lest.button.data) == ("forfall.meld", {"moete": 7})


def test_a_press_in_a_channel_needs_no_mention():
    activity = {**i_kanal("", nevner=False), "value": {"verb": "hjelp"}}
    assert les(activity).kind is Kind.PRESS


@pytest.mark.parametrize(
    "activity",
    [trykk("si", {"tekst": " neste PSU "}), melding("", value={"verb": "si", "tekst": "neste PSU"})],
)
def test_a_button_that_stands_for_a_line_is_that_line(activity):
    lest = les(activity)
    assert (lest.kind, lest.text, lest.button) == (Kind.MESSAGE, "neste PSU", None)
    assert lest.wants_body is (activity["type"] == "invoke")


def test_a_suggestion_that_fills_in_the_line_is_a_message():
    lest = les(melding("neste ASU", value={"type": "imBack"}))
    assert (lest.kind, lest.text) == (Kind.MESSAGE, "neste ASU")


def installert(type_="installationUpdate", **more):
    return uten(melding("", type=type_, **more), "text")


@pytest.mark.parametrize(
    ("activity", "kind"),
    [
        (installert(action="add"), Kind.INSTALLED),
        (installert(action="add-upgrade"), Kind.INSTALLED),
        (installert(action="remove"), Kind.REMOVED),
        (installert("conversationUpdate", membersAdded=[{"id": "29:Anne"}, BOT]), Kind.INSTALLED),
        (installert("conversationUpdate", membersRemoved=[BOT]), Kind.REMOVED),
    ],
)
def test_being_installed_and_removed(activity, kind):
    assert les(activity).kind is kind


@pytest.mark.parametrize(
    "activity",
    [
        installert("conversationUpdate", membersAdded=[{"id": "29:Kari"}]),
        installert("conversationUpdate", channelData={"eventType": "channelDeleted"}),
        installert("conversationUpdate"),
        installert(action="noe-nytt"),
        installert(),
    ],
)
def test_what_happens_to_others_is_nothing_to_us(activity):
    assert les(activity) is None


def test_an_installation_without_an_id_is_known_again():
    activity = uten(uten(installert(action="add"), "id"), "from")
    annen = med(activity, "a:2", "conversation", "id")
    assert les(activity).activity_id == les(activity).activity_id != les(annen).activity_id
    assert les(activity).person == Person("", "", None)


def test_a_dropped_file_is_offered():
    adresse = (
        "https://fjorden-my.sharepoint.com/personal/anne/download.aspx?UniqueId=1&tempauth=" + "x" * 2000
    )
    fil = {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "contentUrl": "https://fjorden-my.sharepoint.com/innkalling.pdf",
        "name": "innkalling.pdf",
        "content": {"downloadUrl": adresse, "uniqueId": "1", "fileType": "pdf"},
    }
    html = {"contentType": "text/html", "content": "<p>se her</p>"}
    lest = les(melding("se her", attachments=[html, fil]))
    assert (lest.kind, lest.text) == (Kind.FILE, "se her")
    assert lest.files == (OfferedFile("innkalling.pdf", adresse),)
    assert les(melding("se her", attachments=[html])).kind is Kind.MESSAGE


def test_the_time_of_receipt_is_oslo_time_whatever_the_clock_says():
    lest = Inbound(FakeClock(datetime(2026, 1, 5, 12, tzinfo=UTC)), trust_time=False).read(melding("hei"))
    assert (lest.at.hour, lest.at.tzname()) == (13, "CET")

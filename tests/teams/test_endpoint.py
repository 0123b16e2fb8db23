"""What Teams posts to /api/messages, and what comes back, over the wire."""

import asyncio
import gzip
import json
import time

import pytest

from bot.domain.maalform import Maalform
from bot.turn import Kind
from tests.teams.chat import KORT, i_kanal, med, melding, si, trykk, uten


async def test_a_question_is_answered_in_its_thread(chat):
    spoersmaal = i_kanal("{bot} neste ASU")
    svar = await chat.send(spoersmaal)
    svart = await chat.connector.next()
    assert (svar.status, svart.text) == (200, "Du skrev: neste ASU")
    assert (svart.how, svart.conversation, svart.target) == (
        "reply",
        "19:kanal@thread.tacv2;messageid=1712800000000",
        spoersmaal["id"],
    )
    assert svart.activity["textFormat"] == "plain"
    assert svart.token is None


async def test_a_card_is_sent_without_text_and_with_a_line_for_the_activity_feed(chat):
    chat.ekko.answer = lambda _: [si("ASU: onsdag 17. april 2024\nMøterom 1", KORT)]
    await chat.send(melding("neste ASU"))
    svart = await chat.connector.next()
    assert "text" not in svart.activity
    assert svart.card == KORT
    assert svart.activity["summary"] == "ASU: onsdag 17. april 2024"


async def test_fifty_people_at_once_each_get_their_own_answer(chat):
    svar = await asyncio.gather(*(chat.send(melding(f"sak {n}", fra=f"P{n}")) for n in range(50)))
    assert {s.status for s in svar} == {200}
    svart = {(c.conversation, c.text) for c in chat.connector.caught}
    assert svart == {(f"a:1P{n}", f"Du skrev: sak {n}") for n in range(50)}


async def test_a_redelivered_message_is_known_by_its_id(chat):
    samme = melding("neste ASU")
    await chat.send(samme)
    await chat.send(samme)
    assert [i.activity_id for i in chat.ekko.seen] == [samme["id"], samme["id"]]


async def test_talk_in_a_channel_that_does_not_mention_the_bot_is_left_alone(chat):
    svar = await chat.send(i_kanal("neste ASU?", nevner=False))
    assert (svar.status, chat.ekko.seen) == (200, [])


@pytest.mark.parametrize("type_", ["messageUpdate", "messageReaction", "messageDelete", "typing", "event"])
async def test_edits_reactions_and_typing_are_left_alone(chat, type_):
    svar = await chat.send(melding("neste ASU", type=type_))
    assert (svar.status, chat.ekko.seen) == (200, [])


async def test_a_pressed_card_is_replaced_by_the_card_in_the_body(chat):
    chat.ekko.answer = lambda _: [si("Saksliste", KORT, paa_plass=True)]
    svar = await chat.send(trykk("saksliste", {"moete": 7}))
    assert (svar.status, svar.body) == (
        200,
        {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": KORT},
    )
    assert chat.connector.caught == []
    assert (chat.sist.kind, chat.sist.wants_body) == (Kind.PRESS, True)
    assert (chat.sist.button.verb, chat.sist.button.data) == ("saksliste", {"moete": 7})


async def test_a_press_answered_with_messages_says_so_in_the_body(chat):
    chat.ekko.answer = lambda _: [si("Her er saken."), si("Og vedlegget.")]
    svar = await chat.send(trykk("sak", {"moete": 7}))
    assert svar.body == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Svaret står i samtalen.",
    }
    assert [(c.how, c.text) for c in chat.connector.caught] == [
        ("send", "Her er saken."),
        ("send", "Og vedlegget."),
    ]


async def test_what_the_endpoint_says_of_a_press_is_in_the_maalform_of_the_answer(chat):
    chat.ekko.maalform = Maalform.NN
    assert (await chat.send(trykk("sak", {"moete": 7}))).body["value"] == "Svaret står i samtalen."
    chat.ekko.answer = lambda _: []
    assert (await chat.send(trykk("sak", {"moete": 7}))).body["value"] == "Motteke."


async def test_what_follows_a_replaced_card_is_sent_after_it(chat):
    chat.ekko.answer = lambda _: [si("Lagret", KORT, paa_plass=True), si("Møtet er flyttet.")]
    svar = await chat.send(trykk("lagre", {}))
    assert svar.body["value"] == KORT
    assert [c.text for c in chat.connector.caught] == ["Møtet er flyttet."]


@pytest.mark.parametrize("paa_plass", [False, True])
async def test_a_card_pressed_in_an_older_client_is_answered_with_a_message(chat, paa_plass):
    """Stored for a press that wanted a body (in place), and sent to one that cannot take it."""
    chat.ekko.answer = lambda _: [si("Lagret", KORT, paa_plass=paa_plass)]
    await chat.send(melding("", value={"verb": "lagre", "id": "u1"}, replyToId="1712800000009"))
    svart = await chat.connector.next()
    assert (svart.how, svart.card) == ("reply", KORT)
    assert (chat.sist.kind, chat.sist.wants_body) == (Kind.PRESS, False)


async def test_an_invoke_that_is_not_ours_is_not_implemented(chat):
    svar = await chat.send(melding("", type="invoke", name="task/fetch", value={}))
    assert (svar.status, chat.ekko.seen) == (501, [])


async def test_a_fault_in_the_conversation_is_one_neutral_sentence(chat):
    chat.ekko.fault = RuntimeError("INSERT INTO hemmelig")
    svar = await chat.send(melding("neste ASU"))
    assert svar.status == 200
    assert (await chat.connector.next()).text == "Noe gikk galt hos meg. Prøv igjen om litt."


async def test_a_fault_is_told_as_the_line_was_written(chat):
    chat.ekko.fault = RuntimeError("INSERT INTO hemmelig")
    await chat.send(melding("kven har ikkje meldt forfall?"))
    assert (await chat.connector.next()).text.startswith("Noko gjekk gale hos meg.")


async def test_a_fault_behind_a_press_is_said_in_the_body(chat):
    chat.ekko.fault = PermissionError("not a token's fault")
    svar = await chat.send(trykk("lagre", {}))
    assert (svar.status, svar.body["value"]) == (200, "Noe gikk galt hos meg. Prøv igjen om litt.")


async def test_the_bot_shows_that_it_writes_while_a_file_is_read(chat):
    fil = {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "name": "innkalling.pdf",
        "content": {"downloadUrl": f"{chat.connector.url}fil"},
    }
    await chat.send(melding("", attachments=[fil]))
    assert [c.activity["type"] for c in chat.connector.caught] == ["typing", "message"]


@pytest.mark.parametrize("order", [{"status": 403}, {"seconds": 5}])
async def test_the_answer_does_not_wait_for_the_sign_that_it_is_coming(chat, order):
    fil = {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "content": {"downloadUrl": f"{chat.connector.url}fil"},
    }
    chat.connector.then(**order)
    began = time.monotonic()
    assert (await chat.send(melding("", attachments=[fil]))).status == 200
    assert [c.activity["type"] for c in chat.connector.caught] == ["typing", "message"]
    assert time.monotonic() - began < 1.4


GOD = melding("neste ASU")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"ikke json", 400),
        (b"[]", 400),
        (b'"neste ASU"', 400),
        (b"\xff\xfe", 400),
        (json.dumps(melding("neste ASU", importance=float("nan"))).encode(), 400),
        (b'{"n": ' + b"9" * 5000 + b"}", 400),
        (b'{"a":' * 100_00 + b"1" + b"}" * 100_00, 400),
        (b'{"a":' + b"[" * 60 + b"]" * 60 + b"}", 400),
        (b'{"type": "message", "text": "\\ud800"}', 400),
        (b'{"type": "message", "text": "\\u0000"}', 400),
        (b'{"text": "' + b"a" * 300_000 + b'"}', 413),
    ],
)
async def test_a_body_that_is_not_an_activity_is_refused(chat, body, status):
    svar = await chat.post(data=body, headers={"Content-Type": "application/json"})
    assert svar.status == status
    assert list(svar.body) == ["error"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_another_content_type_is_refused(chat, kind):
    svar = await chat.post(data=json.dumps(GOD), headers={"Content-Type": kind})
    assert svar.status == 415


async def test_a_large_body_in_pieces_is_refused_too(chat):
    async def pieces():
        for _ in range(40):
            yield b" " * 10_000

    svar = await chat.post(data=pieces(), headers={"Content-Type": "application/json"})
    assert svar.status == 413


async def test_a_compressed_body_is_counted_unpacked(chat):
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert (await chat.post(data=gzip.compress(b" " * 5_000_000), headers=headers)).status == 413
    assert (await chat.post(data=b"not gzip", headers=headers)).status == 400


@pytest.mark.parametrize(
    "activity",
    [
        uten(GOD, "type"),
        uten(GOD, "id"),
        uten(GOD, "serviceUrl"),
        uten(GOD, "conversation"),
        uten(GOD, "from"),
        med(GOD, 7, "type"),
        med(GOD, "\n", "id"),
        med(GOD, "..", "conversation", "id"),
        med(GOD, {}, "text"),
        med(GOD, "x" * 40_000, "text"),
        med(GOD, "i går", "timestamp"),
        med(GOD, "0001-01-01T00:00:00Z", "timestamp"),
        med(GOD, "broadcast", "conversation", "conversationType"),
        med(GOD, [], "channelData"),
        med(GOD, "mention", "entities"),
        med(GOD, ["anne"], "from", "name"),
        melding("", value={"verb": 7}),
        trykk(None, {}),
        trykk("sak", "data"),
        trykk("sak", {"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}),
        trykk("sak", {"a": "x" * 20_000}),
        trykk("sak", {str(n): n for n in range(500)}),
        {**trykk("sak", {}), "value": "Action.Execute"},
    ],
)
async def test_missing_and_wrong_fields_are_refused(chat, activity):
    svar = await chat.send(activity)
    assert (svar.status, chat.ekko.seen) == (400, [])


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/emea/",
        "https://127.0.0.1.example.com/",
        "http://127.0.0.1@example.com/",
        "http://example.com/?127.0.0.1",
        "ftp://127.0.0.1/",
        "http://[::1/",
        "http://0.0.0.0:3978/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1\\@example.com/",
        "127.0.0.1",
    ],
)
async def test_answers_go_nowhere_but_this_machine_without_an_app_id(chat, url):
    svar = await chat.send({**GOD, "serviceUrl": url})
    assert (svar.status, chat.ekko.seen) == (400, [])


async def test_a_client_behind_a_proxy_is_not_a_local_client(chat):
    svar = await chat.send(GOD, **{"X-Forwarded-For": "203.0.113.9"})
    assert (svar.status, chat.ekko.seen) == (403, [])


async def test_only_post_is_served(chat):
    assert (await chat.get("/api/messages")).status == 405

"""Replies that do not get through: tried again where that is safe, logged, and never an HTTP error."""

import asyncio
import time
from email.utils import format_datetime

import pytest
from structlog.testing import capture_logs

from bot.teams.sender import SECONDS
from tests.teams.chat import KORT, ONSDAG, med, melding, si, trykk


async def test_a_throttled_reply_is_sent_again_when_the_connector_says(chat):
    chat.connector.then(429, Retry_After="1")
    began = time.monotonic()
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, len(chat.connector.caught)) == (200, 2)
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize("status", [412, 429])
@pytest.mark.parametrize("after", ["0", format_datetime(ONSDAG), "snart"])
async def test_a_conflict_or_a_date_long_past_is_tried_at_once_or_soon(chat, status, after):
    chat.connector.then(status, Retry_After=after)
    await chat.send(melding("neste ASU"))
    assert [c.text for c in chat.connector.caught] == ["Du skrev: neste ASU"] * 2


async def test_asked_to_wait_longer_than_a_turn_may_take_it_gives_up_at_once(chat):
    chat.connector.then(429, Retry_After="60")
    began = time.monotonic()
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, len(chat.connector.caught)) == (200, 1)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("status", [502, 504])
async def test_after_a_gateway_error_it_is_tried_once_more_only(chat, status):
    chat.connector.then(status, times=5, Retry_After="0")
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, len(chat.connector.caught)) == (200, 2)


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 413, 500, 503])
async def test_what_will_not_get_better_is_not_repeated(chat, status):
    chat.connector.then(status, times=5, Location="http://127.0.0.1:1/")
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, len(chat.connector.caught)) == (200, 1)


async def test_a_reply_with_our_token_is_never_sent_on_to_another_address(chat):
    chat.connector.then(307, Location=f"{chat.connector.url}v3/conversations/annet/activities")
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, [c.conversation for c in chat.connector.caught]) == (200, ["a:1Anne"])


async def test_an_id_with_odd_signs_is_one_part_of_the_address(chat):
    odd = "19:æ/../x?y=1#z%2F@thread"
    await chat.send(med(melding("neste ASU", id="a/b?c"), odd, "conversation", "id"))
    svart = await chat.connector.next()
    assert (svart.conversation, svart.target) == (odd, "a/b?c")


async def test_throttled_for_ever_it_stops(chat):
    chat.connector.then(429, times=50, Retry_After="0")
    svar = await chat.send(melding("neste ASU"))
    assert (svar.status, len(chat.connector.caught)) == (200, 4)


async def test_a_slow_connector_is_waited_for_only_so_long(chat):
    chat.connector.then(200, seconds=5)
    began = time.monotonic()
    svar = await chat.send(melding("neste ASU"))
    assert svar.status == 200
    assert 1.4 < time.monotonic() - began < 3
    assert SECONDS == 10


async def test_several_replies_share_the_time_of_one(chat):
    chat.ekko.answer = lambda _: [si("Først."), si("Så."), si("Til slutt.")]
    chat.connector.then(200, seconds=1, times=3)
    began = time.monotonic()
    svar = await chat.send(melding("neste ASU"))
    assert svar.status == 200
    assert time.monotonic() - began < 2
    assert [c.text for c in chat.connector.caught] == ["Først.", "Så."]


async def test_a_connector_that_is_gone_is_no_error_of_ours(chat):
    svar = await chat.send({**melding("neste ASU"), "serviceUrl": "http://127.0.0.1:9/nede/"})
    assert (svar.status, len(chat.ekko.seen)) == (200, 1)


async def test_a_slow_reply_holds_nobody_else_up(chat):
    chat.connector.then(200, seconds=1)
    treg = asyncio.create_task(chat.send(melding("først", fra="Anne")))
    await chat.connector.next()
    began = time.monotonic()
    await chat.send(melding("så", fra="Bo"))
    assert time.monotonic() - began < 0.5
    assert (await treg).status == 200


async def test_a_stored_reply_is_marked_once_it_has_left(chat):
    chat.ekko.stored_under = "nøkkel"
    await chat.send(melding("meld sak"))
    assert [o.stored_under for o in chat.ekko.marked] == ["nøkkel"]


async def test_a_stored_reply_that_did_not_leave_is_not_marked(chat):
    chat.ekko.stored_under = "nøkkel"
    chat.ekko.answer = lambda _: [si("Lagret."), si("Og varslet.")]
    chat.connector.then(200)
    chat.connector.then(403)
    svar = await chat.send(melding("meld sak"))
    assert (svar.status, chat.ekko.marked) == (200, [])


async def test_a_reply_that_was_only_read_is_nobodys_to_mark(chat):
    await chat.send(melding("neste ASU"))
    assert chat.ekko.marked == []


async def test_a_press_whose_answer_could_not_be_sent_is_told_so(chat):
    chat.connector.then(403)
    svar = await chat.send(trykk("sak", {}))
    assert (svar.status, svar.body["value"]) == (200, "Jeg fikk ikke sendt svaret. Prøv igjen.")


async def test_a_press_without_an_answer_is_acknowledged(chat):
    chat.ekko.answer = lambda _: []
    assert (await chat.send(trykk("sak", {}))).body["value"] == "Mottatt."


async def test_a_replaced_card_is_stored_as_sent(chat):
    chat.ekko.stored_under = "nøkkel"
    chat.ekko.answer = lambda _: [si("Lagret", KORT, paa_plass=True)]
    await chat.send(trykk("lagre", {}))
    assert len(chat.ekko.marked) == 1


async def test_the_log_has_the_turn_and_nothing_anybody_wrote(chat):
    chat.connector.then(403)
    spoersmaal = melding("Kari Nes er syk", fra="Anne Berg")
    with capture_logs() as lines:
        await chat.send(spoersmaal)
        chat.ekko.fault = ValueError("Kari Nes er syk")
        await chat.send(spoersmaal)
        await chat.post(data=b'{"text": "Kari Nes er syk"}', headers={"Content-Type": "application/json"})
    assert [line["event"] for line in lines] == [
        "reply.not_sent",
        "turn",
        "turn.fault",
        "turn",
        "request.refused",
    ]
    assert lines[0]["turn"] == lines[1]["turn"] == spoersmaal["id"]
    assert lines[1]["kind"] == "message"
    assert not [line for line in lines if "Kari" in str(line) or "Anne" in str(line)]

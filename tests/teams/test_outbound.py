"""What an answer looks like on the wire."""

import json
from dataclasses import replace

import pytest

from bot.domain.maalform import Maalform
from bot.teams.outbound import BYTES, Place, card_in_place, message_of
from bot.turn import Message
from tests.teams.chat import KORT, si

HER = Place("a:1", {"id": "28:bot"}, {"id": "29:anne"}, answers="17")
STORT = {**KORT, "body": [{"type": "TextBlock", "text": "x" * 90_000}]}


def ut_av(message, place):
    return json.loads(message_of(message, place))


def test_what_people_wrote_is_never_markup():
    skrevet = "**Kari** <b>Nes</b> [her](http://x) # 1. - _a_"
    ut = ut_av(Message(skrevet), HER)
    assert (ut["text"], ut["textFormat"]) == (skrevet, "plain")


def test_a_card_goes_without_text():
    ut = ut_av(Message("ASU 17. april\nMøterom 1", KORT), HER)
    assert "text" not in ut
    assert [a["content"] for a in ut["attachments"]] == [KORT]
    assert ut["summary"] == "ASU 17. april"


def test_a_long_first_line_is_cut_in_the_feed():
    assert len(ut_av(Message("å" * 500, KORT), HER)["summary"]) == 120


def test_a_card_too_large_for_teams_becomes_its_text():
    ut = ut_av(Message("Saksliste: …", STORT), HER)
    assert (ut["text"], "attachments" in ut) == ("Saksliste: …", False)


@pytest.mark.parametrize(
    "message", [Message("å" * 100_000), Message("å" * 100_000, KORT), Message("x", KORT)]
)
def test_nothing_is_larger_than_teams_takes(message):
    assert len(message_of(message, HER)) <= BYTES


def test_a_text_that_is_cut_says_so():
    assert ut_av(Message("å" * 100_000), HER)["text"].endswith("om én sak om gangen, så får du resten.")
    nynorsk = replace(HER, maalform=Maalform.NN)
    assert ut_av(Message("å" * 100_000), nynorsk)["text"].endswith("om éi sak om gongen, så får du resten.")


def test_an_answer_to_nothing_is_no_reply():
    her = Place("a:1", {"id": "28:bot"}, {"id": "29:anne"}, answers=None)
    assert "replyToId" not in ut_av(Message("God dag."), her)
    assert ut_av(Message("God dag."), HER)["replyToId"] == "17"


@pytest.mark.parametrize(
    "replies", [[], [si("ord", paa_plass=True)], [si("kort", KORT)], [si("x", STORT, paa_plass=True)]]
)
def test_only_a_card_that_fits_replaces_a_card(replies):
    assert card_in_place(replies) is None

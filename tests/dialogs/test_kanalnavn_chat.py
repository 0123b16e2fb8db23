"""In a channel Teams often gives no names: the bot knows the channel's from when it was told."""

import pytest

from bot.teams.inbound import Inbound
from tests.dialogs.chat import Chat
from tests.fakes import FakeClock
from tests.teams.chat import BOT, ONSDAG, i_kanal, om_kanal

KANAL, TEAM = "19:kanal@thread.tacv2", "19:team@thread.tacv2"


async def skjer(chat: Chat, activity):
    """The activity as Teams writes it, all the way through the conversation."""
    return await chat.gi(Inbound(FakeClock(ONSDAG), trust_time=True).read(activity))


def spoersmaal(traad: int = 17):
    activity = i_kanal("{bot} når er neste møte?", navn=None)
    activity["conversation"]["id"] = f"{KANAL};messageid={traad}"
    return activity


async def test_without_a_name_the_next_of_all_is_meant(chat):
    assert "Fagråd" in (await skjer(chat, spoersmaal())).foerst


@pytest.mark.parametrize("hva", ["channelCreated", "channelRenamed"])
async def test_a_channel_that_gets_a_name_is_known_by_it_in_every_thread(chat, hva):
    assert (await skjer(chat, om_kanal(hva, name="ASU"))).outcome.replies == ()
    for traad in (17, 18):
        assert "i ASU er" in (await skjer(chat, spoersmaal(traad))).foerst


async def test_a_thread_under_way_follows_when_its_channel_is_renamed(chat):
    await skjer(chat, om_kanal("channelCreated", name="Kaffe"))
    await skjer(chat, spoersmaal())
    await skjer(chat, om_kanal("channelRenamed", name="ASU"))
    assert "i ASU er" in (await skjer(chat, spoersmaal())).foerst
    assert chat.store.data.conversations[f"{KANAL};messageid=17"].name == "ASU"


async def test_the_name_seen_at_installation_holds_for_the_threads_and_the_greeting_comes_once(chat):
    lagt_til = {**om_kanal("teamMemberAdded", team="ASU"), "membersAdded": [BOT]}
    assert (await skjer(chat, lagt_til)).foerst.startswith("Hei")
    assert (await skjer(chat, om_kanal("teamRenamed", team="ASU Fjorden"))).outcome.replies == ()
    assert (await skjer(chat, {**lagt_til, "id": "f:igjen"})).outcome.replies == ()
    i_general = spoersmaal()
    i_general["conversation"]["id"] = f"{TEAM};messageid=17"
    i_general["channelData"]["channel"] = {"id": TEAM}
    assert "i ASU er" in (await skjer(chat, i_general)).foerst

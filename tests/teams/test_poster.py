"""A post of its own: how it goes out, and what each answer of the connector means."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.settings import Settings
from bot.teams.cloud import PUBLIC
from bot.teams.room import build
from bot.turn import Message
from bot.varsling.poster import SECONDS, Gone, NotAccepted, TryLater, Unreachable
from tests.connector import connector
from tests.dialogs.chat import kl
from tests.fakes import FakeClock
from tests.teams.chat import KORT

MELDING = Message("Du er kalt inn som vara.\nASU torsdag 16. mai", KORT)


PAA_LOOPBACK = replace(PUBLIC, service_hosts=("127.0.0.1",), schemes=("http",))


class Postkontor:
    """A room, and a connector on loopback that takes what it posts."""

    def __init__(self, room, connector):
        self.room, self.connector = room, connector
        self.her = Conversation("a:1Kari", ConversationKind.PERSONAL, connector.url, bot_id="28:helsebot")

    async def post(self, melding=MELDING, til=None, maalform=Maalform.NB):
        return await self.room.poster.post(til or self.her, melding, maalform)

    async def heng_opp(self, melding=MELDING):
        return await self.room.cards.put_up(self.her, melding, Maalform.NB)

    async def endre(self, hvilken, melding=MELDING):
        await self.room.cards.change(self.her, hvilken, melding, Maalform.NB)

    async def ta_bort(self, hvilken):
        await self.room.poster.remove(self.her, hvilken)


@asynccontextmanager
async def hos_teams(fetch_token):
    """With an app id, so that each post needs a token."""
    settings = Settings(app_id="app", app_secret=SecretStr("hemmelig"), tenants="t")
    room = build(settings, FakeClock(kl("2024-05-08T09:00")), cloud=PAA_LOOPBACK, fetch_token=fetch_token)
    async with connector() as caught:
        yield Postkontor(room, caught)
    await room.close()


@pytest.fixture
async def kontor():
    room = build(Settings(app_id=""), FakeClock(kl("2024-05-08T09:00")), send_seconds=0.5)
    async with connector() as caught:
        yield Postkontor(room, caught)
    await room.close()


async def test_it_is_a_new_message_from_the_bot_with_the_card_and_what_the_list_shows(kontor):
    await kontor.post()
    [fanget] = kontor.connector.caught
    assert (fanget.how, fanget.conversation) == ("send", "a:1Kari")
    assert fanget.card == KORT
    assert fanget.activity["summary"] == "Du er kalt inn som vara."
    assert fanget.activity["from"] == {"id": "28:helsebot"}
    assert {"replyToId", "recipient", "text"}.isdisjoint(fanget.activity)


async def test_without_a_card_the_text_is_all_there(kontor):
    await kontor.post(Message("Møtet er avlyst.\n<b>ASU</b>"))
    [fanget] = kontor.connector.caught
    assert (fanget.text, fanget.activity["textFormat"]) == ("Møtet er avlyst.\n<b>ASU</b>", "plain")


async def test_a_card_too_large_for_teams_goes_as_its_text(kontor):
    await kontor.post(Message("Saksliste", {**KORT, "body": [{"type": "TextBlock", "text": "x" * 90_000}]}))
    assert kontor.connector.caught[0].text == "Saksliste"


@pytest.mark.parametrize("status", [403, 404])
async def test_a_conversation_that_is_closed_is_told_apart(kontor, status):
    kontor.connector.then(status)
    with pytest.raises(Unreachable, match=str(status)):
        await kontor.post()


@pytest.mark.parametrize("status", [400, 413, 307])
async def test_so_is_a_message_that_will_never_be_taken(kontor, status):
    kontor.connector.then(status, Location="http://127.0.0.1:1/")
    with pytest.raises(NotAccepted, match=str(status)):
        await kontor.post()


@pytest.mark.parametrize(
    ("status", "tvil"),
    [*((s, False) for s in (401, 412, 429, 503)), *((s, True) for s in (408, 500, 502, 504))],
)
async def test_what_may_get_better_is_tried_once_and_left_to_the_outbox(kontor, status, tvil):
    """And whether it may have arrived all the same."""
    kontor.connector.then(status, Retry_After="7")
    with pytest.raises(TryLater, match=str(status)) as later:
        await kontor.post()
    assert (later.value.after, len(kontor.connector.caught)) == (7, 1)
    assert later.value.tvil is tvil


async def test_a_slow_connector_is_not_waited_for(kontor):
    kontor.connector.then(200, seconds=2)
    with pytest.raises(TryLater, match="timeout") as later:
        await kontor.post()
    assert (SECONDS, later.value.tvil) == (10, True)


async def test_nor_one_that_is_gone(kontor):
    til = Conversation("a:1Kari", ConversationKind.PERSONAL, "http://127.0.0.1:9/")
    with pytest.raises(TryLater) as later:
        await kontor.post(til=til)
    assert later.value.tvil is False


@pytest.mark.parametrize("adresse", ["https://teams.example/", ""])
async def test_nothing_is_posted_to_an_address_that_is_not_teams_own(kontor, adresse):
    til = Conversation("a:1Kari", ConversationKind.PERSONAL, adresse)
    with pytest.raises(Unreachable, match="strange address"):
        await kontor.post(til=til)


async def test_with_an_app_id_it_shows_the_bots_token():
    async with hos_teams(lambda: {"access_token": "bot-token", "expires_in": 3600}) as kontor:
        await kontor.post()
        assert kontor.connector.caught[0].token == "Bearer bot-token"


async def test_without_a_token_it_is_for_later_and_nothing_leaves():
    async with hos_teams(lambda: {"error": "invalid_client"}) as kontor:
        with pytest.raises(TryLater, match="token: invalid_client"):
            await kontor.post()
        assert kontor.connector.caught == []


async def test_a_card_that_is_put_up_is_changed_by_the_id_teams_gave_it(kontor):
    hvilken = await kontor.heng_opp()
    await kontor.endre(hvilken, Message("Møtet er hevet."))
    opp, endret = kontor.connector.caught
    assert (opp.how, opp.card, hvilken) == ("send", KORT, "s1")
    assert (endret.how, endret.conversation, endret.target) == ("update", "a:1Kari", "s1")
    assert endret.text == "Møtet er hevet."


async def test_one_that_is_removed_is_removed_by_its_id(kontor):
    assert await kontor.post() == "s1"
    await kontor.ta_bort("s1")
    borte = kontor.connector.caught[-1]
    assert (borte.how, borte.conversation, borte.target) == ("delete", "a:1Kari", "s1")


@pytest.mark.parametrize("svar", [{}, {"id": ""}, {"id": 7}, []])
async def test_a_post_is_posted_also_where_teams_does_not_say_which_it_is(kontor, svar):
    kontor.connector.then(200, body=svar)
    assert await kontor.post() is None


async def test_an_id_with_signs_of_an_address_is_still_one_part_of_it(kontor):
    await kontor.endre("1:a/../b?c")
    assert kontor.connector.caught[0].target == "1:a/../b?c"


@pytest.mark.parametrize(
    ("status", "feil"), [(404, Gone), (410, Gone), (403, Unreachable), (400, NotAccepted), (503, TryLater)]
)
async def test_what_may_go_wrong_when_it_is_changed(kontor, status, feil):
    kontor.connector.then(status, times=2)
    with pytest.raises(feil, match=str(status)):
        await kontor.endre("s1")
    with pytest.raises(feil, match=str(status)):
        await kontor.ta_bort("s1")


async def test_it_is_asked_to_wait_as_long_as_teams_says(kontor):
    kontor.connector.then(429, Retry_After="3")
    with pytest.raises(TryLater) as later:
        await kontor.endre("s1")
    assert later.value.after == 3


async def test_where_the_conversation_is_closed_no_card_is_put_up(kontor):
    kontor.connector.then(404)
    with pytest.raises(Unreachable):
        await kontor.heng_opp()


@pytest.mark.parametrize("svar", [{}, {"id": ""}, {"id": 7}, []])
async def test_without_an_id_it_can_never_be_changed(kontor, svar):
    kontor.connector.then(200, body=svar)
    with pytest.raises(NotAccepted, match="no id"):
        await kontor.heng_opp()

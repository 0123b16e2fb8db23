"""What the running service says unasked, and how it ends."""

import asyncio
from contextlib import ExitStack

import pytest
from aiohttp import ClientSession

from bot.domain.maalform import Maalform
from bot.domain.utboks import Utpost, Utposttilstand, Varselslag
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage.store import open_store
from tests.connector import connector
from tests.dialogs.chat import kl
from tests.teams.chat import KORT, melding
from tests.wire.conftest import running

FORMIDDAG = kl("2024-05-08T09:00")


class Hus:
    """The service, the connector it posts to, and the database between them."""

    def __init__(self, program, folder, fanger, tjenesten):
        self.program, self.fanger, self.tjenesten = program, fanger, tjenesten
        self.url = f"sqlite+aiosqlite:///{folder / 'helsebot.db'}"

    async def sier(self, hvem, tekst):
        """Afterwards the service knows where they are."""
        activity = {**melding(tekst, hvem, timestamp="2024-05-08T07:00:00Z"), "serviceUrl": self.fanger.url}
        async with (
            ClientSession() as http,
            http.post(f"{self.program}/api/messages", json=activity) as svar,
        ):
            assert svar.status == 200
        return await self.fanger.next()

    async def legger(self, hvem, *tekster):
        store = open_store(self.url)
        async with store.turn() as uow:
            for tekst in tekster:
                post = legg_i(Message(tekst, KORT), Maalform.NB)
                await uow.utboks.legg(Utpost(tekst, f"a:1{hvem}", post, Varselslag.VARA, FORMIDDAG))
            await uow.commit()
        await store.close()

    async def igjen(self):
        store = open_store(self.url)
        async with store.turn() as uow:
            poster = await uow.utboks.liste([Utposttilstand.VENTER, Utposttilstand.SENDER], 100)
        await store.close()
        return [post.noekkel for post in poster]


@pytest.fixture
async def hus(tmp_path, monkeypatch):
    monkeypatch.setenv("HELSEBOT_CLOCK", "2024-05-08T12:00")
    async with connector() as fanger:
        with ExitStack() as tjenesten:
            yield Hus(tjenesten.enter_context(running(tmp_path)), tmp_path, fanger, tjenesten)


async def test_it_is_sent_within_seconds_to_the_private_conversation(hus):
    await hus.sier("Kari", "hei")
    await hus.legger("Kari", "Du er kalt inn som vara.")
    fanget = await hus.fanger.next(3)
    assert (fanget.how, fanget.conversation, fanget.target) == ("send", "a:1Kari", None)
    assert (fanget.card, fanget.activity["summary"]) == (KORT, "Du er kalt inn som vara.")
    assert fanget.activity["from"]["id"] == "28:helsebot"


async def test_told_to_end_it_finishes_what_it_is_sending(hus):
    await hus.sier("Kari", "hei")
    hus.fanger.then(200, seconds=1)
    await hus.legger("Kari", "en", "to")
    await hus.fanger.next(3)
    await asyncio.to_thread(hus.tjenesten.close)
    assert await hus.igjen() == ["to"]
    assert len(hus.fanger.caught) == 2

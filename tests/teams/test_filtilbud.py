"""A file is offered in 1:1, and made and put where Teams wants it when somebody says yes."""

from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

import bot.teams
from bot.domain.errors import Unreadable
from bot.language.tekster import bokmaal
from bot.settings import Settings
from bot.teams.cloud import PUBLIC
from bot.teams.delivery import Delivery, NotDelivered
from bot.turn import Fil, Filsvar, Filtilbud, Message, Reply
from bot.web import create_app
from tests.connector import served
from tests.fakes import FakeClock, FakeStore
from tests.teams.chat import ONSDAG, Chat, Ekko, melding

TILBUD = Filtilbud("referat.docx", {"hva": "referat", "moete": 7, "format": "docx"})
FILES = "application/vnd.microsoft.teams.card.file"


class Drive:
    """Where Teams wants the file; answers as it is told to."""

    def __init__(self) -> None:
        self.status = 201
        self.got: list[tuple[str, bytes, str | None]] = []
        self.url = ""

    async def put(self, request: web.Request) -> web.Response:
        data = await request.read()
        self.got.append((request.headers["Content-Range"], data, request.headers.get("Authorization")))
        return web.Response(status=self.status)


@pytest.fixture
async def drive():
    drive, app = Drive(), web.Application()
    app.router.add_put("/opp", drive.put)
    async with served(app) as url:
        drive.url = f"{url}/opp"
        yield drive


@asynccontextmanager
async def running(connector, writer=None):
    room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG), writer=writer, send_seconds=1.5)
    ekko = Ekko()
    app = create_app(
        messages=room.handler(ekko),
        store=FakeStore(),
        files=room.file_handler(ekko),
        closing=[room.close],
    )
    async with served(app) as url, ClientSession() as http:
        yield Chat(url, connector, ekko, http, FakeStore())


def svar(action: str, url: str = "", context=None, **more):
    info = {
        "uploadUrl": url,
        "contentUrl": "https://lia-my.sharepoint.example/referat.docx",
        "uniqueId": "u1",
        "fileType": "docx",
    }
    value = {"type": "fileUpload", "action": action, "context": TILBUD.data if context is None else context}
    if action == "accept":
        value["uploadInfo"] = info
    made = melding("", type="invoke", name="fileConsent/invoke", value=value, replyToId="tilbudet", **more)
    del made["text"]
    return made


def ferdig(incoming) -> list[Reply]:
    fil = Fil("referat.docx", b"innhold", bokmaal(), sted=incoming.filsvar)
    return [Reply(Message("referat.docx ligger i OneDrive-en din.", fil=fil))]


async def test_the_yes_puts_the_file_there_and_its_card_in_place_of_the_offer(connector, drive):
    async with running(connector) as chat:
        chat.ekko.answer = ferdig
        answered = await chat.send(svar("accept", drive.url))

    assert answered.status == 200
    assert drive.got == [("bytes 0-6/7", b"innhold", None)]
    told = await connector.next()
    assert (told.how, told.target) == ("update", "tilbudet")
    [attachment] = told.activity["attachments"]
    assert attachment["contentType"] == f"{FILES}.info"
    assert attachment["name"] == "referat.docx"
    assert attachment["content"] == {"uniqueId": "u1", "fileType": "docx"}
    assert chat.sist.button.verb == "fil.hent"
    assert chat.sist.button.data == TILBUD.data


async def test_a_no_is_a_no(connector):
    async with running(connector) as chat:
        answered = await chat.send(svar("decline"))

    assert answered.status == 200
    assert chat.sist.button.verb == "fil.nei"
    assert chat.sist.filsvar == Filsvar()


@pytest.mark.parametrize(
    ("status", "sagt"),
    [(503, "Ingenting er tapt: Be om filen en gang til."), (409, "allerede levert"), (404, "gått ut")],
)
async def test_what_could_not_be_put_there_is_said_with_what_to_do(connector, drive, status, sagt):
    drive.status = status
    async with running(connector) as chat:
        chat.ekko.answer = ferdig
        assert (await chat.send(svar("accept", drive.url))).status == 200

    assert sagt in (await connector.next()).text


@pytest.mark.parametrize(
    "url", ["http://lia.sharepoint.com/opp", "https://evil.example/opp", "https://sharepoint.com.evil/opp"]
)
async def test_it_goes_to_microsoft_or_nowhere(connector, url):
    async with running(connector) as chat:
        chat.ekko.answer = ferdig
        await chat.send(svar("accept", url))

    assert "ikke en av Microsofts" in (await connector.next()).text


async def test_with_an_app_id_this_machine_is_no_place_either(drive):
    async with ClientSession() as http:
        delivery = Delivery(lambda: http, Skriver(), PUBLIC.file_hosts, local=False)
        with pytest.raises(NotDelivered):
            await delivery.deliver(Fil("a.docx", b"x", bokmaal()), Filsvar(drive.url))
    assert drive.got == []


class Skriver:
    """A DocumentWriter that writes what it is given, or cannot."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    async def write_file(self, fil: Fil) -> bytes:
        if self.fault:
            raise self.fault
        return fil.innhold


async def test_a_template_that_fails_is_told_of(connector, drive):
    async with running(connector, Skriver(Unreadable("oedelagt"))) as chat:
        chat.ekko.answer = ferdig
        await chat.send(svar("accept", drive.url))

    assert "be sekretariatet legge inn malen på nytt" in (await connector.next()).text
    assert drive.got == []


async def test_a_card_that_cannot_be_changed_is_a_post(connector, drive):
    async with running(connector) as chat:
        chat.ekko.answer = ferdig
        connector.then(404)
        await chat.send(svar("accept", drive.url))

    assert [c.how for c in connector.caught] == ["update", "send"]


@pytest.mark.parametrize(
    "value",
    [
        {"action": "accept", "context": {}, "uploadInfo": {}},
        {"action": "kanskje", "context": {}},
        {"action": "accept", "context": "x", "uploadInfo": {"uploadUrl": "https://a"}},
        {"action": "accept", "context": {"hva": "x" * 20_000}, "uploadInfo": {"uploadUrl": "https://a"}},
    ],
)
async def test_an_answer_that_is_none_is_refused(connector, value):
    async with running(connector) as chat:
        answered = await chat.send({**svar("decline"), "value": value})

    assert answered.status == 400


async def test_teams_is_offered_the_file(connector, drive):
    from bot.teams.outbound import Place, activity_of

    made = activity_of(Message("Referatet som fil: Word.", fil=TILBUD), Place("a:1", {}, {}, None))

    [attachment] = made["attachments"]
    assert attachment["contentType"] == f"{FILES}.consent"
    assert attachment["name"] == "referat.docx"
    assert attachment["content"]["acceptContext"] == TILBUD.data
    assert attachment["content"]["description"] == "Referatet som fil: Word."
    assert "text" not in made


async def test_on_ones_own_machine_the_file_is_had_at_an_address_once(connector):
    async with running(connector) as chat:
        chat.ekko.answer = lambda i: (
            ferdig(i) if i.button else [Reply(Message("Referatet som fil.", fil=TILBUD))]
        )
        await chat.send(melding("send meg referatet som word"))
        card = (await connector.next()).card
        [action] = card["actions"]
        assert action["url"].startswith(f"{chat.url}/fil/")
        path = action["url"].removeprefix(chat.url)

        assert await chat.get(path) == type(await chat.get("/health"))(200, "innhold")
        again = await chat.get(path)
        guessed = await chat.get("/fil/gjettet")

    assert again.status == guessed.status == 404
    assert "Be Helsebot om filen en gang til." in again.body


async def test_at_the_address_it_is_looked_at_again_who_it_is(connector):
    async with running(connector) as chat:
        chat.ekko.answer = lambda i: [
            Reply(Message("Det kan bare medlemmer se."))
            if i.button
            else Reply(Message("Referatet som fil.", fil=TILBUD))
        ]
        await chat.send(melding("send meg referatet som word"))
        [action] = (await connector.next()).card["actions"]
        answered = await chat.get(action["url"].removeprefix(chat.url))

    assert (answered.status, answered.body) == (403, "Det kan bare medlemmer se.")


async def test_the_address_goes_out_of_time():
    from bot.teams.localfiles import SECONDS, LocalFiles

    naa = [0.0]
    room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG))
    files = LocalFiles(Skriver(), room.guard, now=lambda: naa[0])
    ekko = Ekko()
    incoming = room.inbound.read(melding("fil"))
    token = files.offer(incoming, TILBUD).removeprefix("/fil/")
    naa[0] = SECONDS + 1

    assert (await files._give(ekko, token)).status == 404
    assert ekko.seen == []


async def test_with_an_app_id_there_is_no_such_address():
    settings = Settings(app_id="x", app_secret="y", tenants="t")
    assert bot.teams.build(settings, FakeClock(ONSDAG)).file_handler(Ekko()) is None

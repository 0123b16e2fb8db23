"""Whose e-mail Teams' roster says somebody has: over a loopback connector."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession, web

from bot.domain.conversation import Conversation, ConversationKind
from bot.teams.roster import TeamsRoster, address_of, email_of
from bot.teams.tokens import Tokens
from bot.turn import Incoming, Kind, Person
from tests.connector import served

LIV = Person("29:liv", "Liv", "aad-liv")
NES = "liv@nes.kommune.no"


def privat(url: str) -> Conversation:
    return Conversation("a:1", ConversationKind.PERSONAL, url)


def sagt(url: str) -> Incoming:
    return Incoming("akt-1", Kind.MESSAGE, datetime(2024, 5, 8, tzinfo=UTC), LIV, privat(url), "hei")


class Lists:
    """A connector that knows one member; `answer` is what it says of anybody."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str | None]] = []
        self.status = 200
        self.answer: object = {"id": "29:liv", "aadObjectId": "aad-liv", "email": NES}

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/v3/conversations/{where}/members/{who}", self._handle)
        return app

    async def _handle(self, request: web.Request) -> web.Response:
        where = request.match_info
        self.asked.append((where["where"], where["who"], request.headers.get("Authorization")))
        if self.status == 302:
            raise web.HTTPFound(str(request.url.with_path("/elsewhere")))
        return web.json_response(self.answer, status=self.status)


@pytest.fixture
async def lists():
    teams = Lists()
    async with served(teams.app()) as url, ClientSession() as session:
        teams.url, teams.session = url, session
        yield teams


async def ask(lists: Lists, tokens: Tokens | None = None) -> str | None:
    return await TeamsRoster(lambda: lists.session, tokens, 0.5).epost(sagt(lists.url))


async def test_the_speakers_own_entry_is_asked_for(lists):
    assert await ask(lists) == NES
    assert lists.asked == [("a:1", "29:liv", None)]


async def test_with_the_rooms_own_token(lists):
    tokens = Tokens(lambda: {"access_token": "t", "expires_in": 3600})
    assert await ask(lists, tokens) == NES
    assert lists.asked[0][2] == "Bearer t"


@pytest.mark.parametrize("status", [302, 401, 403, 404, 429, 500, 503])
async def test_what_is_no_answer_is_nothing_and_is_asked_once(lists, status):
    lists.status = status
    assert await ask(lists) is None
    assert len(lists.asked) == 1


async def test_no_token_no_e_mail(lists):
    assert await ask(lists, Tokens(lambda: {"error": "invalid_client"})) is None
    assert lists.asked == []


async def test_nobody_there_is_nothing():
    async with ClientSession() as session:
        assert await TeamsRoster(lambda: session, None, 0.5).epost(sagt("http://127.0.0.1:9/")) is None


@pytest.mark.parametrize(
    "answer", [None, [], "x", 3, {}, {"email": None}, {"email": ["a@b.no"]}, {"email": "x"}]
)
async def test_strange_answers_are_nothing(lists, answer):
    lists.answer = answer
    assert await ask(lists) is None


@pytest.mark.parametrize(
    ("member", "email"),
    [
        ({"userPrincipalName": NES}, NES),
        ({"email": "", "userPrincipalName": NES}, NES),
        ({"email": "liv@annet.no", "userPrincipalName": NES}, "liv@annet.no"),
        ({"userPrincipalName": "liv_nes.no#EXT#@fjord.onmicrosoft.com"}, None),
        ({"userPrincipalName": "liv"}, None),
        ({"email": NES, "aadObjectId": "AAD-Liv"}, NES),
        ({"email": NES, "aadObjectId": "aad-per"}, None),
        ({"email": NES, "objectId": "aad-per"}, None),
    ],
)
def test_only_an_address_and_only_of_the_one_who_speaks(member, email):
    assert email_of(member, LIV) == email


def test_a_thread_is_asked_of_its_team():
    thread = Conversation(
        "19:k@thread.tacv2;messageid=17", ConversationKind.CHANNEL, "https://smba.example/no/"
    )
    base = "https://smba.example/no/v3/conversations"
    assert str(address_of(thread, LIV)) == f"{base}/19%3Ak%40thread.tacv2/members/29%3Aliv"
    in_team = replace(thread, team_id="19:t@thread.tacv2")
    assert str(address_of(in_team, LIV)) == f"{base}/19%3At%40thread.tacv2/members/29%3Aliv"

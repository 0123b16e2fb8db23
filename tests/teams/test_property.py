"""Whatever is posted, the endpoint answers, and never with a 5xx."""

import asyncio
import json
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.teams
from bot.settings import Settings
from tests.connector import connector
from tests.fakes import FakeClock
from tests.teams.chat import ONSDAG, chat_over, i_kanal, melding, trykk

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
INSTALLED = melding("", type="conversationUpdate", membersAdded=[{"id": "28:helsebot"}])
FILE = {
    "contentType": "application/vnd.microsoft.teams.file.download.info",
    "content": {"downloadUrl": "http://127.0.0.1:1/"},
}
GOOD = [
    melding("neste ASU"),
    i_kanal("{bot} neste ASU"),
    trykk("sak", {"moete": 7}),
    melding("", value={"verb": "sak"}),
    melding("", attachments=[FILE]),
    INSTALLED,
]


def paths(value, way=()):
    """Every place in the activity, the activity itself not counted."""
    items = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in items:
        yield (*way, key)
        yield from paths(inner, (*way, key))


@st.composite
def bent(draw):
    """A good activity with one to three places replaced by anything."""
    activity = deepcopy(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from([p for p in paths(activity) if p[0] != "serviceUrl"]))
        holder = activity
        for step in way:
            holder = holder[step]
        holder[last] = draw(JSON)
    return activity


@pytest.fixture(scope="module")
def loop():
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def send(loop):
    """Posts bytes to one bot that runs as long as the module."""

    async def start():
        catcher = connector()
        wire = await catcher.__aenter__()
        room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG))
        running = chat_over(room, wire)
        return catcher, running, await running.__aenter__()

    catcher, running, chat = loop.run(start())

    async def post(body):
        response = await chat.post(data=body, headers={"Content-Type": "application/json"})
        return response.status

    def send(activity):
        body = json.dumps(activity).replace("http://127.0.0.1:1/", chat.connector.url)
        return loop.run(post(body.encode()))

    yield send
    loop.run(running.__aexit__(None, None, None))
    loop.run(catcher.__aexit__(None, None, None))


calm = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@calm
@given(activity=bent())
def test_a_bent_activity_is_never_a_server_error(send, activity):
    assert send(activity) in (200, 400, 501)


@calm
@given(value=JSON)
def test_any_json_is_never_a_server_error(send, value):
    assert send(value) == 400


def test_the_unbent_ones_are_all_answered(send):
    assert [send(activity) for activity in GOOD] == [200] * len(GOOD)

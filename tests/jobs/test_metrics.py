"""`/metrics`: the queue as the database has it, this process's counters, and nobody's name."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.cli import terminal
from bot.clock import RunningClock
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.utboks import Utpost, Varselslag
from bot.jobs.metrics import Metrics
from bot.turn import Message
from bot.varsling.poster import Gone, NotAccepted, TryLater, Unreachable
from bot.web import Metricspage, create_app
from storage.store import open_store
from tests.connector import served
from tests.fakes import FakeStore
from tests.teams.chat import Ekko

HER = Conversation("19:hemmelig@thread.tacv2", ConversationKind.CHANNEL, "http://x", name="Hemmelig kanal")


class Motvillig:
    """A Poster that fails as it is told, once each; then it sends."""

    def __init__(self, *faults: Exception) -> None:
        self._faults = [*faults]

    async def post(self, conversation, message, maalform):
        await asyncio.sleep(0)
        if self._faults:
            raise self._faults.pop(0)
        return "a1"

    async def change(self, conversation, activity_id, message, maalform):
        await self.post(conversation, message, maalform)

    async def remove(self, conversation, activity_id):
        await self.post(conversation, None, None)


async def read(metrics: Metrics) -> dict[tuple, float]:
    text = (await metrics.page()).decode()
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
async def store(database_url):
    store = open_store(database_url)
    yield store
    await store.close()


async def test_the_queue_is_told_of_as_the_database_has_it(store):
    clock = RunningClock()
    naa = clock.now()
    async with store.turn() as uow:
        for n in range(4):
            foer = naa - timedelta(minutes=n + 1)
            await uow.utboks.legg(Utpost(f"n{n}", f"19:{n}", {"text": "hemmelig"}, Varselslag.DIGEST, foer))
        await uow.commit()
    async with store.turn() as uow:
        tatt = await uow.utboks.ta(naa, timedelta(seconds=30), 2)
        await uow.utboks.sendt(tatt[0].id)
        await uow.utboks.doed(tatt[1].id, "413")
        await uow.commit()

    metrics = Metrics(store, clock)
    seen = await read(metrics)

    assert seen["helsebot_database_up",] == 1
    states = {
        name: seen["helsebot_outbox_posts", name] for name in ("venter", "sender", "sendt", "doed", "uviss")
    }
    assert states == {"venter": 2, "sender": 0, "sendt": 1, "doed": 1, "uviss": 0}
    assert seen["helsebot_outbox_attempts",] == 2
    assert 60 <= seen["helsebot_outbox_oldest_seconds",] < 300
    assert seen["process_resident_memory_bytes",] > 0
    text = await metrics.page()
    assert b"hemmelig" not in text
    assert b"19:" not in text


async def test_what_came_of_posts_is_counted():
    faults = [
        Unreachable("403"),
        NotAccepted("413"),
        TryLater("429"),
        TryLater("504", tvil=True),
        Gone("404"),
    ]
    metrics = Metrics(FakeStore(), RunningClock())
    poster = metrics.poster(Motvillig(*faults))
    for fault in faults:
        with pytest.raises(type(fault)):
            await poster.post(HER, Message("hemmelig"), Maalform.NB)
    assert await poster.post(HER, Message("hemmelig"), Maalform.NB) == "a1"
    await poster.change(HER, "a1", Message("hemmelig"), Maalform.NB)
    await poster.remove(HER, "a1")

    seen = await read(metrics)
    for outcome in ("unreachable", "refused", "later", "maybe", "gone", "sent"):
        assert seen["helsebot_post_attempts_total", *sorted(["post", outcome])] == 1
    assert seen["helsebot_post_attempts_total", "change", "sent"] == 1
    assert seen["helsebot_post_attempts_total", "remove", "sent"] == 1


async def test_turns_are_timed_and_a_dead_database_is_told_of(tmp_path):
    store = open_store(f"sqlite+aiosqlite:///{tmp_path}/finnes/ikke.db")
    metrics = Metrics(store, RunningClock())
    await metrics.listener(Ekko()).handle(terminal.incoming("Anne", RunningClock().now(), "hei"))
    seen = await read(metrics)
    assert seen["helsebot_turn_seconds_count", "message"] == 1
    assert seen["helsebot_database_up",] == 0
    assert not [name for name in seen if name[0].startswith("helsebot_outbox")]
    await store.close()


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("", {}, 200),
        ("", {"X-Forwarded-For": "10.0.0.1"}, 403),
        ("", {"Via": "1.1 proxy"}, 403),
        ("hysj", {}, 401),
        ("hysj", {"Authorization": "Bearer feil"}, 401),
        ("hysj", {"Authorization": "Bearer hysj"}, 200),
        ("hysj", {"Authorization": "Bearer hysj", "X-Forwarded-For": "10.0.0.1"}, 200),
        ("hysj", {"Authorization": "Bearer æøå"}, 401),
    ],
)
async def test_who_may_see_them(token, headers, status):
    store = FakeStore()
    metrics = Metrics(store, RunningClock())

    async def nothing(request):
        raise AssertionError

    app = create_app(messages=nothing, store=store, metrics=Metricspage(metrics.page, token))
    async with (
        served(app) as url,
        ClientSession() as http,
        http.get(f"{url}/metrics", headers=headers) as answer,
    ):
        assert answer.status == status
        text = await answer.text()
    assert ("helsebot_database_up 1.0" in text) is (status == 200)

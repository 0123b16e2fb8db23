"""What the service tells of itself to whoever keeps watch over it, in Prometheus' text form.

The queue is the database's: every replica tells the same of it. The counters are this process's, and are
to be summed over replicas. No label holds who, where or what: slag and outcomes alone.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC
from time import perf_counter

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.domain.ports import Clock, Store
from bot.domain.utboks import Utboksmaal, Utposttilstand
from bot.edges import Listener
from bot.turn import Incoming, Message, Outcome
from bot.varsling.poster import Gone, NotAccepted, Poster, TryLater, Unreachable

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Upper bounds of the times that turns and posts are counted under."""

log = structlog.get_logger("helsebot.metrics")


class Metrics:
    """One for a process. `page` is what is asked for; `listener` and `poster` count what goes through."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._turns = Histogram(
            "helsebot_turn_seconds",
            "Turns, from what came in to the commit.",
            ["kind"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self._posts = Counter(
            "helsebot_post_attempts",
            "Posts that were tried, by what came of it (maybe: it may have arrived all the same).",
            ["how", "outcome"],
            registry=self._registry,
        )

    def listener(self, listener: Listener) -> Listener:
        return TimedListener(listener, self._turns)

    def poster(self, poster: Poster) -> Poster:
        return CountedPoster(poster, self._posts)

    async def page(self) -> bytes:
        """Never raises: without the database `helsebot_database_up` is 0 and the queue is not told of."""
        registry = CollectorRegistry()
        registry.register(Queue(await self._read()))
        return generate_latest(registry) + generate_latest(self._registry)

    async def _read(self) -> Utboksmaal | None:
        try:
            async with self._store.read() as archive:
                return await archive.utboksmaal(self._clock.now().astimezone(UTC))
        except Exception as fault:
            log.error("metrics.not_read", error=type(fault).__name__)
            return None


class Queue(Collector):
    """The outbox as it is, for one page; None: the database does not answer."""

    def __init__(self, maal: Utboksmaal | None) -> None:
        self._maal = maal

    def collect(self) -> Iterator[Metric]:
        maal = self._maal
        yield _gauge("helsebot_database_up", "1 where the database answers.", float(maal is not None))
        if maal is None:
            return
        yield _by_state(maal)
        for name, text, value in (
            ("oldest_seconds", "For how long the oldest of what is due has waited.", maal.eldste),
            ("attempts", "How often those posts were taken to be sent.", maal.forsoek),
            ("resent_in_doubt", "Posts sent again although they may have arrived.", maal.i_tvil),
            ("closed_conversations", "Conversations that take nothing.", maal.stengte),
        ):
            yield _gauge(f"helsebot_outbox_{name}", text, value)


def _by_state(maal: Utboksmaal) -> Metric:
    family = GaugeMetricFamily(
        "helsebot_outbox_posts", "Posts by state; those sent are known for 180 days.", labels=["state"]
    )
    for state, count in (
        (Utposttilstand.VENTER, maal.venter),
        (Utposttilstand.SENDER, maal.sender),
        (Utposttilstand.SENDT, maal.sendt),
        (Utposttilstand.UVISS, maal.uviss),
        (Utposttilstand.DOED, maal.doede),
    ):
        family.add_metric([state.value], count)
    return family


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)


class TimedListener:
    """A Listener whose turns are timed."""

    def __init__(self, listener: Listener, turns: Histogram) -> None:
        self._listener = listener
        self._turns = turns

    async def handle(self, incoming: Incoming) -> Outcome:
        began = perf_counter()
        try:
            return await self._listener.handle(incoming)
        finally:
            self._turns.labels(incoming.kind.value).observe(perf_counter() - began)

    async def sent(self, outcome: Outcome) -> None:
        await self._listener.sent(outcome)


class CountedPoster:
    """A Poster whose attempts are counted."""

    def __init__(self, poster: Poster, posts: Counter) -> None:
        self._poster = poster
        self._posts = posts

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> str | None:
        return await self._counted("post", lambda: self._poster.post(conversation, message, maalform))

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        await self._counted(
            "change", lambda: self._poster.change(conversation, activity_id, message, maalform)
        )

    async def remove(self, conversation: Conversation, activity_id: str) -> None:
        await self._counted("remove", lambda: self._poster.remove(conversation, activity_id))

    async def _counted(self, how: str, send: Callable[[], Awaitable[str | None]]) -> str | None:
        outcome = "fault"
        try:
            told = await send()
            outcome = "sent"
        except Exception as reason:
            outcome = _outcome(reason)
            raise
        finally:
            self._posts.labels(how, outcome).inc()
        return told


def _outcome(reason: Exception) -> str:
    if isinstance(reason, TryLater):
        return "maybe" if reason.tvil else "later"
    kinds = {Unreachable: "unreachable", NotAccepted: "refused", Gone: "gone"}
    return next((word for kind, word in kinds.items() if isinstance(reason, kind)), "fault")

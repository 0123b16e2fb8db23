"""Teams as the tests play it: activities as Teams writes them, posted to a bot that really listens."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import ClientSession

from bot.domain.maalform import Maalform
from bot.teams.room import TeamsRoom
from bot.turn import Incoming, Message, Outcome, Reply
from bot.web import create_app
from tests.connector import Connector, served
from tests.fakes import FakeStore

BOT = {"id": "28:helsebot", "name": "Helsebot"}
TENANT = "11111111-aaaa-4bbb-8ccc-222222222222"
ONSDAG = datetime(2024, 4, 10, 7, 0, tzinfo=UTC)
KORT = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "ASU"}]}

_numbers = count(1)


def melding(tekst: str, fra: str = "Anne", **more: Any) -> dict[str, Any]:
    """A message in a personal chat, as Teams writes it. `more` replaces top-level fields."""
    return {
        "type": "message",
        "id": f"17128{next(_numbers):08}",
        "timestamp": "2024-04-10T07:00:00.1234567Z",
        "localTimestamp": "2024-04-10T09:00:00.1234567+02:00",
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:1/",
        "from": {"id": f"29:{fra}", "name": fra, "aadObjectId": f"aad-{fra}"},
        "conversation": {"id": f"a:1{fra}", "conversationType": "personal", "tenantId": TENANT},
        "recipient": BOT,
        "text": tekst,
        "textFormat": "plain",
        "entities": [{"type": "clientInfo", "locale": "nb-NO", "country": "NO", "platform": "iOS"}],
        "channelData": {"tenant": {"id": TENANT}},
        **more,
    }


def i_kanal(
    tekst: str, nevner: bool = True, navn: str | None = "ASU Fjorden", **more: Any
) -> dict[str, Any]:
    """A message in a thread of a channel; the bot's mention stands where {bot} is.

    Without `navn` it is as Teams often writes it: with the ids of channel and team alone.
    """
    mention = {"type": "mention", "mentioned": BOT, "text": "<at>Helsebot</at>"}
    return melding(
        tekst.replace("{bot}", "<at>Helsebot</at>"),
        conversation={
            "id": "19:kanal@thread.tacv2;messageid=1712800000000",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
            "name": None,
        },
        entities=[mention] if nevner else [],
        channelData={
            "tenant": {"id": TENANT},
            "team": {"id": "19:team@thread.tacv2", **({"name": "Samarbeid"} if navn else {})},
            "channel": {"id": "19:kanal@thread.tacv2", **({"name": navn} if navn else {})},
        },
        **more,
    )


def om_kanal(hva: str, team: str | None = None, **channel: Any) -> dict[str, Any]:
    """What Teams tells of a channel: in the conversation of its team."""
    own = {"id": "19:team@thread.tacv2", "conversationType": "channel", "isGroup": True, "tenantId": TENANT}
    data = {
        "eventType": hva,
        "tenant": {"id": TENANT},
        "team": {"id": "19:team@thread.tacv2", **({"name": team} if team else {})},
        **({"channel": {"id": "19:kanal@thread.tacv2", **channel}} if channel else {}),
    }
    activity = melding("", type="conversationUpdate", conversation=own, channelData=data)
    del activity["text"]
    return activity


def trykk(verb: Any, data: Any, **more: Any) -> dict[str, Any]:
    """Action.Execute."""
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": data}, "trigger": "manual"}
    invoke = melding("", type="invoke", name="adaptiveCard/action", value=value, replyToId="1712800000007")
    del invoke["text"]
    return {**invoke, **more}


class Ekko:
    """A hand-written Listener: remembers what it was given and answers with what it is told to."""

    def __init__(self) -> None:
        self.seen: list[Incoming] = []
        self.marked: list[Outcome] = []
        self.stored_under: str | None = None
        self.maalform = Maalform.NB
        self.answer: Callable[[Incoming], list[Reply]] = lambda i: [si(f"Du skrev: {i.text}")]
        self.fault: Exception | None = None

    async def handle(self, incoming: Incoming) -> Outcome:
        await asyncio.sleep(0)
        self.seen.append(incoming)
        if self.fault is not None:
            raise self.fault
        replies = tuple(self.answer(incoming))
        return Outcome(replies, incoming.conversation.id, self.stored_under, self.maalform)

    async def sent(self, outcome: Outcome) -> None:
        await asyncio.sleep(0)
        self.marked.append(outcome)


def si(tekst: str, kort: dict[str, Any] | None = None, paa_plass: bool = False) -> Reply:
    return Reply(Message(tekst, kort), in_place=paa_plass)


@dataclass(frozen=True)
class Svar:
    """What the endpoint answered over HTTP."""

    status: int
    body: Any


@dataclass
class Chat:
    """One bot, one connector, and the wire between them."""

    url: str
    connector: Connector
    ekko: Ekko
    http: ClientSession
    store: FakeStore
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, activity: dict[str, Any], **headers: str) -> Svar:
        """Posts the activity, with the connector's address where the test gave none of its own."""
        activity = deepcopy(activity)
        if activity.get("serviceUrl") == "http://127.0.0.1:1/":
            activity["serviceUrl"] = self.connector.url
        return await self.post(json=activity, headers={**self.headers, **headers})

    async def post(self, **request: Any) -> Svar:
        async with self.http.post(f"{self.url}/api/messages", **request) as response:
            body = await response.text()
            is_json = response.content_type == "application/json"
            return Svar(response.status, await response.json() if is_json else body)

    async def get(self, path: str) -> Svar:
        async with self.http.get(f"{self.url}{path}") as response:
            return Svar(response.status, await response.text())

    @property
    def sist(self) -> Incoming:
        """What the listener heard last."""
        return self.ekko.seen[-1]


@asynccontextmanager
async def chat_over(room: TeamsRoom, connector: Connector) -> AsyncIterator[Chat]:
    ekko, store = Ekko(), FakeStore()
    app = create_app(messages=room.handler(ekko), store=store, closing=[room.close])
    async with served(app) as url, ClientSession() as http:
        yield Chat(url, connector, ekko, http, store)


def uten(activity: dict[str, Any], *path: str) -> dict[str, Any]:
    """The activity without the field at that path."""
    *way, last = path
    changed = deepcopy(activity)
    holder = changed
    for step in way:
        holder = holder[step]
    del holder[last]
    return changed


def med(activity: dict[str, Any], value: Any, *path: str) -> dict[str, Any]:
    """The activity with another value at that path."""
    *way, last = path
    changed = deepcopy(activity)
    holder = changed
    for step in way:
        holder = holder[step]
    holder[last] = value
    return changed


def som(incoming: Incoming, **changes: Any) -> Incoming:
    return replace(incoming, **changes)

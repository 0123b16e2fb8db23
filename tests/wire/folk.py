"""Several people who talk to one bot over Teams' protocol, each in a chat of their own.

`folk.si("Anne Lunde", "neste ASU")` gives what the bot answered her; `folk.faar("Kari Nes")` what it
said to Kari without being asked.
"""

import asyncio
import uuid
from collections import defaultdict

from aiohttp import ClientSession

from tests.connector import Caught, Connector
from tests.teams.chat import TENANT, melding, trykk

SECONDS = 20
QUIET = 2.5
"""How long nothing must come before it is said that nothing came: the outbox looks each second."""


def aad(navn: str) -> str:
    """The aad object id of somebody: always the same for the name."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, navn))


class Folk:
    """`program` is the bot's address; `at` the time their activities carry (UTC, ISO)."""

    def __init__(self, program: str, connector: Connector, http: ClientSession, at: str) -> None:
        self._program = program
        self._connector = connector
        self._http = http
        self.at = at
        self._boxes: defaultdict[str, asyncio.Queue[Caught]] = defaultdict(asyncio.Queue)
        self._sorting = asyncio.create_task(self._sort())

    async def close(self) -> None:
        self._sorting.cancel()

    async def si(self, navn: str, linje: str) -> Caught:
        """Says it in the 1:1 chat; the bot's next message there."""
        return await self.post(self.linje(navn, linje))

    def linje(self, navn: str, linje: str) -> dict:
        return melding(linje, **self._hvem(navn))

    async def post(self, activity: dict) -> Caught:
        await self.lever(activity)
        return await self.faar_i(activity["conversation"]["id"])

    async def trykk(self, navn: str, knapp: dict, **inputs: str) -> dict:
        """Presses an Action.Execute; the body that takes the card's place."""
        return await self.lever(self.trykket(navn, knapp, **inputs))

    def trykket(self, navn: str, knapp: dict, **inputs: str) -> dict:
        return trykk(knapp["verb"], {**knapp.get("data", {}), **inputs}, **self._hvem(navn))

    async def lever(self, activity: dict) -> dict:
        """Delivers an activity, as it is: also one that was delivered before."""
        activity["serviceUrl"] = self._connector.url
        async with self._http.post(f"{self._program}/api/messages", json=activity) as answer:
            assert answer.status in (200, 202), await answer.text()
            return await answer.json() if activity["type"] == "invoke" else {}

    async def faar(self, navn: str) -> Caught:
        """The next message to them that has not been looked at."""
        return await self.faar_i(f"a:1{navn}")

    async def faar_i(self, conversation: str) -> Caught:
        return await asyncio.wait_for(self._boxes[conversation].get(), SECONDS)

    async def faar_ikke(self, navn: str) -> None:
        """Nothing more comes to them."""
        await asyncio.sleep(QUIET)
        box = self._boxes[f"a:1{navn}"]
        assert box.empty(), box.get_nowait().activity

    def _hvem(self, navn: str) -> dict:
        return {
            "from": {"id": f"29:{navn}", "name": navn, "aadObjectId": aad(navn)},
            "conversation": {"id": f"a:1{navn}", "conversationType": "personal", "tenantId": TENANT},
            "timestamp": self.at,
        }

    async def _sort(self) -> None:
        while True:
            caught = await self._connector.next(3600)
            if caught.activity.get("type") == "message":
                self._boxes[caught.conversation or ""].put_nowait(caught)


def knapp(kort: dict | None, tittel: str) -> dict:
    """The action of that title, wherever it stands in the card."""
    return next(a for a in _handlinger(kort) if a.get("title", "").startswith(tittel))


def knapper(kort: dict | None) -> list[str]:
    return [a.get("title", "") for a in _handlinger(kort)]


def _handlinger(value: object) -> list[dict]:
    if isinstance(value, list):
        return [a for inner in value for a in _handlinger(inner)]
    if not isinstance(value, dict):
        return []
    own = [value] if str(value.get("type", "")).startswith("Action.") else []
    return own + [a for inner in value.values() for a in _handlinger(inner)]

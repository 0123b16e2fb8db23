"""A loopback Bot Connector: catches what a bot sends, and answers badly when it is told to.

Used by the tests, and by bench/ as a process of its own: `python -m tests.connector PORT [SECONDS]`, where
each call is answered after so long.
"""

import asyncio
import itertools
import sys
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True)
class Caught:
    """One call. `how` is send, reply, update, delete or create; `target` the activity in the address."""

    how: str
    conversation: str | None
    target: str | None
    activity: dict[str, Any]
    token: str | None

    @property
    def text(self) -> str | None:
        return self.activity.get("text")

    @property
    def card(self) -> dict[str, Any] | None:
        attachments = self.activity.get("attachments") or [{}]
        return attachments[0].get("content")


@dataclass(frozen=True)
class Order:
    """How the next call is answered: a status, headers, only after so many seconds, and (where it is not
    None) with that body. `where`: the next call to that conversation.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0
    body: Any = None
    where: str | None = None


class Connector:
    """`url` is the serviceUrl. Everything caught is kept in `caught`, also what was answered badly.
    `members` is the roster, by channel id: who is not in it is 404.
    """

    def __init__(self) -> None:
        self.url = ""
        self.caught: list[Caught] = []
        self.members: dict[str, dict[str, Any]] = {}
        self._orders: deque[Order] = deque()
        self._arrived: asyncio.Queue[Caught] = asyncio.Queue()
        self._ids = itertools.count(1)

    def then(
        self,
        status: int = 200,
        *,
        seconds: float = 0,
        times: int = 1,
        body: Any = None,
        where: str | None = None,
        **headers: str,
    ) -> None:
        """The next `times` calls (to the conversation `where`) are answered so; `Retry_After="1"` is a
        header.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._orders.extend([Order(status, named, seconds, body, where)] * times)

    async def next(self, seconds: float = 5) -> Caught:
        """The next call that has not been looked at. Raises TimeoutError."""
        return await asyncio.wait_for(self._arrived.get(), seconds)

    def app(self) -> web.Application:
        app = web.Application()
        at = "/v3/conversations"
        app.router.add_post(at, self._handler("create"))
        app.router.add_post(f"{at}/{{conversation}}/activities", self._handler("send"))
        app.router.add_post(f"{at}/{{conversation}}/activities/{{target}}", self._handler("reply"))
        app.router.add_put(f"{at}/{{conversation}}/activities/{{target}}", self._handler("update"))
        app.router.add_delete(f"{at}/{{conversation}}/activities/{{target}}", self._handler("delete"))
        app.router.add_get(f"{at}/{{conversation}}/members/{{member}}", self._member)
        return app

    async def _member(self, request: web.Request) -> web.Response:
        found = self.members.get(request.match_info["member"])
        return web.json_response(found, status=404 if found is None else 200)

    def _handler(self, how: str):
        async def handle(request: web.Request) -> web.Response:
            await self._catch(how, request)
            order = self._order(request.match_info.get("conversation"))
            await asyncio.sleep(order.seconds)
            return web.json_response(self._body(how, order), status=order.status, headers=order.headers)

        return handle

    def _order(self, conversation: str | None) -> Order:
        for order in self._orders:
            if order.where in (None, conversation):
                self._orders.remove(order)
                return order
        return Order()

    async def _catch(self, how: str, request: web.Request) -> None:
        where = request.match_info
        activity = await request.json() if request.can_read_body else {}
        token = request.headers.get("Authorization")
        caught = Caught(how, where.get("conversation"), where.get("target"), activity, token)
        self.caught.append(caught)
        self._arrived.put_nowait(caught)

    def _body(self, how: str, order: Order) -> Any:
        if order.body is not None:
            return order.body
        if order.status >= 400:
            return {"error": {"code": "Ordered", "message": "as the test wanted"}}
        number = next(self._ids)
        return {"id": f"c{number}", "activityId": f"s{number}"} if how == "create" else {"id": f"s{number}"}


@asynccontextmanager
async def served(app: web.Application, port: int = 0) -> AsyncIterator[str]:
    """The application on a port of 127.0.0.1; gives its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connector() -> AsyncIterator[Connector]:
    catcher = Connector()
    async with served(catcher.app()) as url:
        catcher.url = f"{url}/"
        yield catcher


class Sink(Connector):
    """Counts, keeps the last, and forgets the rest: for benchmarks. `GET /seen` tells. Each call takes
    `seconds`.
    """

    def __init__(self, seconds: float = 0) -> None:
        super().__init__()
        self._seconds = seconds
        self.count = 0
        self.last = b""

    def app(self) -> web.Application:
        app = super().app()
        app.router.add_get("/seen", self._seen)
        return app

    async def _catch(self, how: str, request: web.Request) -> None:
        self.last = await request.read()
        self.count += 1
        if self._seconds:
            await asyncio.sleep(self._seconds)

    async def _seen(self, request: web.Request) -> web.Response:
        return web.json_response({"count": self.count, "last": self.last.decode()})


async def _run(port: int, seconds: float) -> None:
    async with served(Sink(seconds).app(), port) as url:
        print(url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_run(int(sys.argv[1]), float(sys.argv[2]) if sys.argv[2:] else 0))

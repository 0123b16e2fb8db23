"""The service's addresses: messages from Teams, health, readiness, metrics, calendar files and pages.

    app = create_app(messages=room.handler(samtale), store=store, closing=[room.close, store.close])

Run it without an access log: the key of a calendar file stands in its address.
"""

import asyncio
import hmac
import ipaddress
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from aiohttp import web

from bot.cards.kalender import kalendernavn
from bot.documents.ics import calendar_of
from bot.domain.ports import NotReady, Store
from bot.pages import pages as html_pages

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

BODY_BYTES = 256 * 1024
READY_SECONDS = 5
METRICS = "text/plain; version=0.0.4; charset=utf-8"
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
PAGE_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
KEY = re.compile(r"[A-Za-z0-9_-]{20,100}")

log = structlog.get_logger("helsebot.web")


def create_app(
    *,
    messages: Handler,
    store: Store,
    files: Handler | None = None,
    metrics: "Metricspage | None" = None,
    closing: Sequence[Callable[[], Awaitable[None]]] = (),
) -> web.Application:
    """The aiohttp application. `files` gives files on one's own machine.

    `closing` is awaited in order, once no request is under way.
    """
    pages = Pages(store)
    app = web.Application(client_max_size=BODY_BYTES)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/health", pages.health)
    app.router.add_get("/ready", pages.ready)
    app.router.add_get("/ics/{name}", pages.calendar)
    if metrics is not None:
        app.router.add_get("/metrics", metrics.show)
    if files is not None:
        app.router.add_get("/fil/{token}", files)
    for address, html in html_pages().items():
        app.router.add_get(address, _page(html))

    async def close(_: web.Application) -> None:
        for step in closing:
            await step()

    app.on_cleanup.append(close)
    return app


@dataclass(frozen=True)
class Metricspage:
    """GET /metrics, for whoever shows `token`; where there is none (""), for this machine alone: what a
    proxy passes on is not from this machine.
    """

    page: Callable[[], Awaitable[bytes]]
    token: str = ""

    async def show(self, request: web.Request) -> web.Response:
        if not self._admits(request):
            headers = {"WWW-Authenticate": "Bearer"} if self.token else {}
            return web.Response(status=401 if self.token else 403, headers=headers)
        body = await self.page()
        headers = {"Content-Type": METRICS, "Cache-Control": "no-store"}
        return web.Response(body=body, headers=headers)

    def _admits(self, request: web.Request) -> bool:
        if self.token:
            # aiohttp keeps bytes that are no UTF-8 as surrogates.
            shown = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
            return hmac.compare_digest(shown, f"Bearer {self.token}".encode())
        return not any(name in request.headers for name in FORWARDED) and _is_here(request.remote)


def _is_here(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Pages:
    """What is answered without a token."""

    store: Store

    async def health(self, request: web.Request) -> web.Response:
        """The process is alive."""
        return web.json_response({"status": "ok"})

    async def ready(self, request: web.Request) -> web.Response:
        """200 where the database answers within 5 seconds with this program's schema, else 503."""
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self.store.ready()
        except NotReady as reason:
            return _not_ready(str(reason))
        except Exception as fault:
            log.error("ready.fault", error=type(fault).__name__)
            return _not_ready("Databasen svarer ikke.")
        return web.json_response({"status": "ok"})

    async def calendar(self, request: web.Request) -> web.Response:
        """The møte of an unguessable key (192 bits) as text/calendar, or 404."""
        key, dot, ending = request.match_info["name"].partition(".")
        if not dot or ending != "ics" or not KEY.fullmatch(key):
            raise web.HTTPNotFound
        async with self.store.read() as archive:
            moete = await archive.moete_ved_ics(key)
            if moete is None:
                raise web.HTTPNotFound
            navn = kalendernavn(moete, await archive.register())
        return web.Response(
            body=calendar_of(moete, navn),
            content_type="text/calendar",
            charset="utf-8",
            headers={
                "Cache-Control": "private, max-age=300",
                "Content-Disposition": f'inline; filename="moete-{moete.dato.isoformat()}.ics"',
                "X-Content-Type-Options": "nosniff",
            },
        )


def _page(html: str) -> Handler:
    async def show(_: web.Request) -> web.Response:
        return web.Response(text=html, content_type="text/html", headers=PAGE_HEADERS)

    return show


def _not_ready(reason: str) -> web.Response:
    return web.json_response({"status": "ikke klar", "grunn": reason}, status=503)

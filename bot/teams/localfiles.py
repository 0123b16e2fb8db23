"""Files on one's own machine, where no client has file consent: an address that gives the file once.

Only without an app id. The address says nothing: what it stands for is kept here, and rights and facts are
looked at again when it is opened.
"""

import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from aiohttp import web

from bot.domain.conversation import Button
from bot.domain.errors import Unreadable
from bot.edges import DocumentWriter, Listener
from bot.language.tekster import tekst
from bot.teams.fields import Rejected
from bot.teams.guard import Guard
from bot.turn import Fil, Filsvar, Filtilbud, Incoming, Kind

SECONDS = 15 * 60
MOST = 200
"""Offers that are kept; the oldest goes first."""
HENT = "fil.hent"


@dataclass
class LocalFiles:
    writer: DocumentWriter
    guard: Guard
    now: Callable[[], float] = time.monotonic
    _kept: dict[str, tuple[float, Incoming]] = field(default_factory=dict)

    def offer(self, incoming: Incoming, offered: Filtilbud) -> str:
        """The path that gives the file, to whoever opens it first."""
        token = secrets.token_urlsafe(24)
        while len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)))
        yes = replace(
            incoming,
            activity_id=uuid4().hex,
            kind=Kind.PRESS,
            text="",
            button=Button("", HENT, offered.data),
            wants_body=False,
            filsvar=Filsvar("local"),
        )
        self._kept[token] = (self.now() + SECONDS, yes)
        return f"/fil/{token}"

    def handler(self, listener: Listener) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def give(request: web.Request) -> web.Response:
            try:
                self.guard.admit_peer(request)
            except Rejected as refused:
                return web.Response(status=refused.status)
            return await self._give(listener, request.match_info["token"])

        return give

    async def _give(self, listener: Listener, token: str) -> web.Response:
        ends, yes = self._kept.pop(token, (0.0, None))
        if yes is None or ends < self.now():
            return web.Response(status=404, text=tekst("filer.utloept"))
        outcome = await listener.handle(yes)
        fil = next((r.message.fil for r in outcome.replies if isinstance(r.message.fil, Fil)), None)
        if fil is None:
            return web.Response(status=403, text="\n".join(r.message.text for r in outcome.replies))
        try:
            data = await self.writer.write_file(fil)
        except Unreadable:
            return web.Response(status=500, text=tekst("filer.mal_feilet", navn=fil.navn))
        headers = {
            "Content-Disposition": f'attachment; filename="{fil.navn}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=data, content_type="application/octet-stream", headers=headers)

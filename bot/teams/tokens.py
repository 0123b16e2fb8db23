"""The token the bot shows the connector: one MSAL application, off the event loop, asked once at a time."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import structlog
from msal import ConfidentialClientApplication

Fetch = Callable[[], dict[str, Any]]

AHEAD_SECONDS = 240
TIMEOUT_SECONDS = 8

log = structlog.get_logger("helsebot.teams")


class TokenUnavailable(Exception):
    """Microsoft gave no token. The text is MSAL's error code, never a secret."""


class MsalSource:
    """Asks Microsoft for a token; slow and blocking, so it is called in a thread."""

    def __init__(self, app_id: str, secret: str, authority: str, scope: str) -> None:
        self._credentials = {"client_id": app_id, "client_credential": secret, "authority": authority}
        self._scope = scope
        self._application: ConfidentialClientApplication | None = None

    def __call__(self) -> dict[str, Any]:
        if self._application is None:
            self._application = ConfidentialClientApplication(**self._credentials, timeout=TIMEOUT_SECONDS)
        return self._application.acquire_token_for_client(scopes=[self._scope]) or {}


class Tokens:
    """Keeps one token, and fetches the next four minutes before it runs out, while the old one serves.

    `fetch` blocks and answers `{"access_token", "expires_in" (seconds)}` or `{"error"}`.
    """

    def __init__(self, fetch: Fetch, now: Callable[[], float] = time.monotonic) -> None:
        self._fetch = fetch
        self._now = now
        self._token = ""
        self._ends = 0.0
        self._under_way: asyncio.Task[None] | None = None

    async def get(self) -> str:
        """Raises TokenUnavailable where there is no token that still holds."""
        left = self._ends - self._now()
        if left > AHEAD_SECONDS:
            return self._token
        renewal = self._renew()
        if left <= 0:
            await asyncio.shield(renewal)
        return self._token

    def _renew(self) -> asyncio.Task[None]:
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._ask())
            self._under_way.add_done_callback(_note)
        return self._under_way

    async def _ask(self) -> None:
        try:
            answer = await asyncio.to_thread(self._fetch)
        except Exception as reason:
            raise TokenUnavailable(type(reason).__name__) from reason
        if "access_token" not in answer:
            raise TokenUnavailable(str(answer.get("error", "unknown")))
        self._token = answer["access_token"]
        self._ends = self._now() + float(answer.get("expires_in", 0))


def _note(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("token.unavailable", error=str(error))

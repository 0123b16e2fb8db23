"""Microsoft's signing keys, fetched without blocking, and anew as soon as an unknown key is shown.

Stands in for the SDK's own cache, which blocks the event loop and does not see a rotated key for
up to a day.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import PyJWTError

MAX_AGE_SECONDS = 24 * 3600
QUIET_SECONDS = 30

log = structlog.get_logger("helsebot.teams")


class KeysUnavailable(Exception):
    """The key server does not answer, and no keys are known from before."""


@dataclass(frozen=True)
class Key:
    """What the SDK's token extractor asks of a key."""

    public_key: Any
    endorsements: list[str]


class OpenIdKeys:
    """`get_json` fetches an address and raises on any trouble; `now` is seconds on any clock.

    Those who come while keys are fetched share that fetch. One in vain (the server is down, or the
    key made up) is followed by 30 quiet seconds, in which the known keys hold, however old.
    """

    def __init__(
        self,
        url: str,
        get_json: Callable[[str], Awaitable[Any]],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._get_json = get_json
        self._now = now
        self._keys: dict[str, Key] = {}
        self._fetched: float | None = None
        self._in_vain: float | None = None
        self._fetches = 0
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key:
        """Raises PermissionError for a key that is not Microsoft's, or KeysUnavailable."""
        if self._due(key_id):
            await self._once_for_all(key_id)
        if self._fetched is None:
            raise KeysUnavailable
        key = self._keys.get(key_id or "")
        if key is None:
            raise PermissionError("unknown key")
        return key

    async def _once_for_all(self, key_id: str | None) -> None:
        """Fetches, unless somebody did while this one waited."""
        before = self._fetches
        async with self._lock:
            if self._fetches == before:
                await self._refresh()
                self._fetches += 1
                self._in_vain = self._now() if self._wanting(key_id) else None

    def _due(self, key_id: str | None) -> bool:
        quiet = self._in_vain is not None and self._now() - self._in_vain < QUIET_SECONDS
        return self._wanting(key_id) and not (quiet and self._keys)

    def _wanting(self, key_id: str | None) -> bool:
        stale = self._fetched is None or self._now() - self._fetched > MAX_AGE_SECONDS
        return stale or key_id not in self._keys

    async def _refresh(self) -> None:
        try:
            metadata = await self._get_json(self._url)
            self._keys = _keys(await self._get_json(metadata["jwks_uri"]))
            self._fetched = self._now()
        except Exception as reason:
            log.error("keys.unavailable", error=type(reason).__name__)


def _keys(jwks: dict[str, Any]) -> dict[str, Key]:
    found = ((jwk.get("kid"), _key(jwk)) for jwk in jwks["keys"] if jwk.get("kty") == "RSA")
    return {kid: key for kid, key in found if isinstance(kid, str) and key is not None}


def _key(jwk: dict[str, Any]) -> Key | None:
    try:
        return Key(RSAAlgorithm.from_jwk(json.dumps(jwk)), list(jwk.get("endorsements") or []))
    except (PyJWTError, ValueError):
        return None

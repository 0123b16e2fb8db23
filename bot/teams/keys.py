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

    A made-up key id costs at most one fetch every 30 seconds.
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
        self._missed: float | None = None
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key:
        """Raises PermissionError for a key that is not Microsoft's, or KeysUnavailable."""
        if self._stale() or key_id not in self._keys:
            async with self._lock:
                await self._look_again(key_id)
        key = self._keys.get(key_id or "")
        if key is None:
            raise PermissionError("unknown key")
        return key

    async def _look_again(self, key_id: str | None) -> None:
        unknown = key_id not in self._keys
        if self._stale() or (unknown and not self._quiet()):
            await self._refresh()
            if key_id not in self._keys:
                self._missed = self._now()

    def _stale(self) -> bool:
        return self._fetched is None or self._now() - self._fetched > MAX_AGE_SECONDS

    def _quiet(self) -> bool:
        return self._missed is not None and self._now() - self._missed < QUIET_SECONDS

    async def _refresh(self) -> None:
        try:
            metadata = await self._get_json(self._url)
            keys = _keys(await self._get_json(metadata["jwks_uri"]))
        except Exception as reason:
            log.error("keys.unavailable", error=type(reason).__name__)
            if not self._keys:
                raise KeysUnavailable from reason
            return
        self._keys = keys
        self._fetched = self._now()


def _keys(jwks: dict[str, Any]) -> dict[str, Key]:
    found = ((jwk.get("kid"), _key(jwk)) for jwk in jwks["keys"] if jwk.get("kty") == "RSA")
    return {kid: key for kid, key in found if isinstance(kid, str) and key is not None}


def _key(jwk: dict[str, Any]) -> Key | None:
    try:
        return Key(RSAAlgorithm.from_jwk(json.dumps(jwk)), list(jwk.get("endorsements") or []))
    except (PyJWTError, ValueError):
        return None

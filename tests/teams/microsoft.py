"""Microsoft's side of the trust, on loopback: an OpenID document, signing keys, and tokens by them."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.connector import served

APP_ID = "99999999-1111-4222-8333-444444444444"


@dataclass
class Microsoft:
    """`rotate` puts a new key beside the old one; `fetches` counts how often the keys were asked for."""

    keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=dict)
    fetches: int = 0
    down: bool = False
    url: str = ""

    def rotate(self, kid: str) -> None:
        self.keys[kid] = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def token(self, service_url: str, kid: str = "k1", signed_by: str | None = None, **claims: Any) -> str:
        """As the channel signs it; a claim given as None is left out."""
        now = int(time.time())
        payload = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "serviceurl": service_url,
            "nbf": now - 60,
            "exp": now + 3600,
            **claims,
        }
        payload = {name: value for name, value in payload.items() if value is not None}
        return jwt.encode(payload, self.keys[signed_by or kid], algorithm="RS256", headers={"kid": kid})

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/openid", self._openid)
        app.router.add_get("/keys", self._keys)
        return app

    async def _openid(self, request: web.Request) -> web.Response:
        if self.down:
            raise web.HTTPServiceUnavailable
        return web.json_response({"jwks_uri": f"{self.url}/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        self.fetches += 1
        return web.json_response({"keys": [_jwk(kid, key) for kid, key in self.keys.items()]})


def _jwk(kid: str, key: rsa.RSAPrivateKey) -> dict[str, Any]:
    public = json.loads(RSAAlgorithm.to_jwk(key.public_key()))
    return {**public, "kid": kid, "use": "sig", "endorsements": ["msteams"]}


@asynccontextmanager
async def microsoft() -> AsyncIterator[Microsoft]:
    cloud = Microsoft()
    cloud.rotate("k1")
    async with served(cloud.app()) as url:
        cloud.url = url
        yield cloud

"""Microsoft's keys over time. What happens on the wire is in test_auth.py."""

import asyncio
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bot.teams.keys import MAX_AGE_SECONDS, QUIET_SECONDS, KeysUnavailable, OpenIdKeys

JWK = json.loads(
    RSAAlgorithm.to_jwk(rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key())
)


class Server:
    """Two documents, a clock, and how often the keys were asked for."""

    def __init__(self, *kids):
        self.kids = list(kids)
        self.asked = 0
        self.now = 0.0
        self.down = False
        self.silences = 0

    async def get_json(self, url):
        await asyncio.sleep(0)
        if self.down:
            self.silences += 1
            raise TimeoutError
        if url == "openid":
            return {"jwks_uri": "keys"}
        self.asked += 1
        broken = {"kty": "RSA", "kid": "gal", "n": "?", "e": ""}
        return {"keys": [broken, {"kty": "EC", "kid": "ec"}, *({**JWK, "kid": k} for k in self.kids)]}

    def keys(self):
        return OpenIdKeys("openid", self.get_json, lambda: self.now)


async def test_many_at_once_ask_once():
    server = Server("k1")
    keys = server.keys()
    await asyncio.gather(*(keys.get("k1") for _ in range(20)))
    assert server.asked == 1


async def test_a_new_key_is_seen_at_once_though_made_up_ones_are_not_looked_for():
    server = Server("k1")
    keys = server.keys()
    await keys.get("k1")
    for _ in range(5):
        with pytest.raises(PermissionError):
            await keys.get("tull")
    assert server.asked == 2
    server.kids.append("k2")
    server.now += QUIET_SECONDS
    await keys.get("k2")
    assert server.asked == 3


async def test_after_a_day_they_are_fetched_anew_and_a_withdrawn_key_is_out():
    server = Server("k1", "k2")
    keys = server.keys()
    await keys.get("k1")
    server.kids = ["k2"]
    server.now += MAX_AGE_SECONDS + 1
    await keys.get("k2")
    with pytest.raises(PermissionError):
        await keys.get("k1")


async def test_keys_from_before_hold_while_the_server_is_down():
    server = Server("k1")
    keys = server.keys()
    await keys.get("k1")
    server.down = True
    server.now += MAX_AGE_SECONDS + 1
    await keys.get("k1")


async def test_a_server_that_is_down_is_asked_once_however_many_wait():
    server = Server("k1")
    keys = server.keys()
    await keys.get("k1")
    server.down = True
    server.now += MAX_AGE_SECONDS + 1
    await asyncio.gather(*(keys.get("k1") for _ in range(20)))
    await keys.get("k1")
    assert server.silences == 1
    server.down = False
    server.now += QUIET_SECONDS
    await keys.get("k1")
    assert server.asked == 2


async def test_with_no_keys_at_all_it_says_so_to_everybody_at_once():
    server = Server("k1")
    server.down = True
    keys = server.keys()
    said = await asyncio.gather(*(keys.get("k1") for _ in range(20)), return_exceptions=True)
    assert {type(answer) for answer in said} == {KeysUnavailable}
    assert server.silences == 1
    server.down = False
    assert await keys.get("k1")


@pytest.mark.parametrize("kid", [None, "", "gal", "ec"])
async def test_a_key_that_cannot_be_used_is_unknown(kid):
    with pytest.raises(PermissionError):
        await Server("k1").keys().get(kid)

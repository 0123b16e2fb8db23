"""From the bytes of a request to a JSON object that is safe to look into."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from aiohttp import ClientPayloadError, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.teams.fields import Json, Rejected

BYTES = 256 * 1024
DEPTH = 40
SECONDS = 10
# A lone surrogate cannot be written as UTF-8, and PostgreSQL takes no NUL in a text.
UNWRITABLE = re.compile(rb"\\u(?:d[89a-f]|0000)", re.IGNORECASE)


async def read_json(request: web.Request) -> Json:
    """The JSON object that was posted.

    Raises Rejected: 415 (content type), 413 (more than 256 KB), 408 (too slow) or 400.
    """
    if request.content_type != "application/json":
        raise Rejected(415, "the content type must be application/json")
    return parse(await _read(request))


def parse(body: bytes) -> Json:
    """Raises Rejected (400) for what is not JSON, not an object, too deep, or cannot be written again."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse)
    except RecursionError:
        raise Rejected(400, "the JSON is too deep") from None
    except ValueError:
        raise Rejected(400, "the body is not JSON") from None
    if not isinstance(value, dict):
        raise Rejected(400, "the body is not a JSON object")
    check(value, look_at_text=UNWRITABLE.search(body) is not None)
    return value


def check(value: Json, *, look_at_text: bool) -> None:
    """Raises Rejected (400) where something stands deeper than 40 levels, or a text cannot be written."""
    level: list[Any] = [value]
    for _ in range(DEPTH):
        if look_at_text and not all(_writable(v) for v in level if isinstance(v, str)):
            raise Rejected(400, "a text cannot be written as UTF-8")
        level = [inner for outer in level for inner in _inside(outer, keys=look_at_text)]
        if not level:
            return
    raise Rejected(400, "the JSON is too deep")


def _inside(value: Any, *, keys: bool) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
        if keys:
            yield from value
    elif isinstance(value, list):
        yield from value


def _writable(value: str) -> bool:
    return "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


async def _read(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(SECONDS):
            body = await request.read()
    except TimeoutError:
        raise Rejected(408, "the body took too long") from None
    except web.HTTPRequestEntityTooLarge:
        raise Rejected(413, "the body is too large") from None
    except (ClientPayloadError, HttpProcessingError, web.RequestPayloadError):
        raise Rejected(400, "the body cannot be read") from None
    if len(body) > BYTES:
        raise Rejected(413, "the body is too large")
    return body

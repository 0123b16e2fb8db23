"""Reading fields of JSON that anybody may have written: right type, bounded size, or refused."""

from typing import Any

Json = dict[str, Any]

ID_CHARS = 1000
NAME_CHARS = 500
TEXT_CHARS = 30_000  # Teams itself stops at about 28 KB


class Rejected(Exception):
    """The request is answered with this HTTP status. `reason` is ours, never words from the body."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def text(holder: Json, key: str, chars: int = NAME_CHARS) -> str | None:
    """The text under `key`, None where it is absent or null. Raises Rejected (400)."""
    value = holder.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > chars:
        raise Rejected(400, f"{key} is not a text of at most {chars} characters")
    return value


def identifier(holder: Json, key: str) -> str | None:
    """An id that may stand in an address, a log line and a database column. Raises Rejected (400)."""
    value = text(holder, key, ID_CHARS)
    if value is not None and (not value.isprintable() or not value.strip(". ")):
        raise Rejected(400, f"{key} is not an id")
    return value


def needed(holder: Json, key: str) -> str:
    """The id under `key`. Raises Rejected (400) also where it is absent."""
    value = identifier(holder, key)
    if value is None:
        raise Rejected(400, f"{key} is missing")
    return value


def mapping(holder: Json, key: str) -> Json:
    """The object under `key`, empty where it is absent or null. Raises Rejected (400)."""
    value = holder.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Rejected(400, f"{key} is not an object")
    return value


def mappings(holder: Json, key: str) -> list[Json]:
    """The objects of the list under `key`; anything else in it is ignored. Raises Rejected (400)."""
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Rejected(400, f"{key} is not a list")
    return [item for item in value if isinstance(item, dict)]

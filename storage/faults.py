"""What a database's complaint means to the rest of the program.

A database quotes the row it complains about, and a row may hold what people wrote: so its own
words go no further than here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from bot.domain.errors import Conflict

_POSTGRES = {
    "23505": "unique",
    "40001": "serialization",
    "40P01": "deadlock",
    "55P03": "lock timeout",
}
_SQLITE = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: "unique",
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
    sqlite3.SQLITE_BUSY: "lock timeout",
    sqlite3.SQLITE_BUSY_SNAPSHOT: "serialization",
}


class DatabaseFault(Exception):
    """The database failed, or was asked for something wrong. Says its kind and code only."""


@contextmanager
def translated() -> Iterator[None]:
    """Raises Conflict where somebody else wrote first, DatabaseFault for any other complaint."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error) from None


def _meaning(error: DBAPIError) -> Exception:
    code = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "sqlite_errorcode", None)
    other = _POSTGRES.get(str(code)) or _SQLITE.get(code if isinstance(code, int) else -1)
    return Conflict(other) if other else DatabaseFault(f"{type(error).__name__} {code}")

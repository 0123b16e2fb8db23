"""Rows of every table there is, made by chance: what moves a whole database must move all of it."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Connection, Table

from storage import migrate
from storage.columns import Utc, metadata
from storage.copy import EVERY

assert EVERY
TEXTS = ("", "Åse Ørbekk", "«hva nå?» – 50 %", "linje\nto\ttab", "😀 𝔸", "\\ ' \" ; --", "x" * 3000)
ROWS = 4


async def fyll(url: str, seed: int) -> None:
    lykke = random.Random(seed)
    await migrate.run(url, lambda config: _fill(config.attributes["connection"], lykke))


async def dump(url: str) -> dict[str, list[str]]:
    """Every row of every table, in an order both databases agree on."""

    def read(conn: Connection) -> dict[str, list[str]]:
        return {
            table.name: sorted(repr(tuple(row)) for row in conn.execute(sa.select(table)))
            for table in metadata.sorted_tables
        }

    return await migrate.run(url, lambda config: read(config.attributes["connection"]))


def _fill(conn: Connection, lykke: random.Random) -> None:
    made: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        if table.name == "register_version":
            conn.execute(sa.update(table).values(versjon=lykke.randrange(2, 1000)))
            continue
        conn.execute(sa.delete(table))
        made[table.name] = [_row(table, n, made, lykke) for n in range(1, ROWS + 1)]
        conn.execute(sa.insert(table), made[table.name])


def _row(
    table: Table, n: int, made: dict[str, list[dict[str, Any]]], lykke: random.Random
) -> dict[str, Any]:
    return {c.name: _value(table, c, n, made, lykke) for c in table.columns}


def _value(
    table: Table, column: Column, n: int, made: dict[str, list[dict[str, Any]]], lykke: random.Random
) -> Any:
    """What must be unique goes by `n`: so does every foreign key, and a row's parent is its like."""
    if column.foreign_keys:
        [key] = column.foreign_keys
        parents = made[key.column.table.name]
        return parents[n - 1][key.column.name]
    if column.primary_key or column.name in _unique(table):
        return _numbered(column, n)
    if column.nullable and lykke.random() < 0.3:
        return None
    return next(_of(column.type, lykke))


def _unique(table: Table) -> set[str]:
    found = {c.name for c in table.columns if c.unique}
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            found |= {c.name for c in constraint.columns}
    return found


def _numbered(column: Column, n: int) -> Any:
    if isinstance(column.type, sa.Integer):
        return n * 7
    if isinstance(column.type, Utc):
        return datetime(2024, 4, n, tzinfo=UTC)
    if isinstance(column.type, sa.Enum):
        return column.type.enums[n % len(column.type.enums)]
    if isinstance(column.type, sa.Date):
        return date(2024, 4, n)
    return f"nøkkel {n}"


def _of(kind: sa.types.TypeEngine, lykke: random.Random) -> Iterator[Any]:
    moment = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=lykke.randrange(10**8), microseconds=7)
    if isinstance(kind, Utc):
        yield moment
    elif isinstance(kind, sa.Boolean):
        yield lykke.random() < 0.5
    elif isinstance(kind, sa.Enum):
        yield lykke.choice(kind.enums)
    elif isinstance(kind, sa.Integer):
        yield lykke.choice([0, -1, 2**31 - 1, lykke.randrange(1000)])
    elif isinstance(kind, sa.Date):
        yield moment.date()
    elif isinstance(kind, sa.Time):
        yield time(lykke.randrange(24), 30)
    elif isinstance(kind, sa.JSON):
        yield lykke.choice([[], {}, ["a", None, 1.5, True], {"å": [{"b": "\n"}], "a": 2}])
    elif isinstance(kind, sa.LargeBinary):
        yield lykke.randbytes(200)
    else:
        yield lykke.choice(TEXTS)[: kind.length] if getattr(kind, "length", None) else lykke.choice(TEXTS)

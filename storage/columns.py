"""The kinds of column the tables are made of."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Dialect
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """A moment. Takes any datetime with an offset, gives it back in UTC; ValueError without one."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a stored moment needs an offset")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def ordvalg(name: str, enum: type[StrEnum], *, required: bool = True) -> Column[Any]:
    """One of a closed list of words, stored as the word: a new one needs no migration."""
    words = sa.Enum(enum, native_enum=False, length=20, values_callable=lambda e: [str(word) for word in e])
    return Column(name, words, nullable=not required)


def tekst(name: str, *, required: bool = False) -> Column[Any]:
    return Column(name, sa.Text, nullable=not required)


def tekster(name: str) -> Column[Any]:
    """A list of plain strings."""
    return Column(name, sa.JSON, nullable=False)


def tall(name: str, *, required: bool = False) -> Column[Any]:
    return Column(name, sa.Integer, nullable=not required)


def flagg(name: str) -> Column[Any]:
    return Column(name, sa.Boolean, nullable=False)


def dag(name: str, *, required: bool = False) -> Column[Any]:
    return Column(name, sa.Date, nullable=not required)


def start_slutt() -> tuple[Column[Any], Column[Any]]:
    """Clock times, local (Oslo)."""
    return Column("start", sa.Time), Column("slutt", sa.Time)


def noekkel(*names: str) -> list[Column[Any]]:
    """Whole numbers that together are the row's key, given by the program."""
    return [Column(name, sa.Integer, primary_key=True, autoincrement=False) for name in names]

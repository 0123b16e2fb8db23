"""Fresh databases for tests, each a copy of one that was migrated once."""

import asyncio
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import sqlalchemy as sa

from storage import migrate

_number = itertools.count(1)


class SqliteDatabases:
    """Files in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        asyncio.run(migrate.upgrade(self.url(self._template)))

    @staticmethod
    def url(path: Path) -> str:
        return f"sqlite+aiosqlite:///{path}"

    def fresh(self) -> str:
        return self._copy(self._template)

    def copy(self, url: str) -> str:
        """Another with what is in that one, which nobody may be connected to."""
        return self._copy(Path(sa.make_url(url).database or ""))

    def _copy(self, template: Path) -> str:
        path = self._folder / f"{next(_number)}.db"
        shutil.copy(template, path)
        return self.url(path)

    def empty(self) -> str:
        return self.url(self._folder / f"{next(_number)}.db")


class PostgresDatabases:
    """Databases on the server at `address`, dropped again by `close`."""

    def __init__(self, address: str) -> None:
        self._address = sa.make_url(address)
        self._prefix = f"helsebot_test_{os.getpid()}_"
        self._made: list[str] = []
        self._template = ""

    def fresh(self) -> str:
        if not self._template:
            url = self.empty()
            asyncio.run(migrate.upgrade(url))
            self._template = self._made[-1]
        return self._create(f" TEMPLATE {self._template}")

    def empty(self) -> str:
        return self._create("")

    def copy(self, url: str) -> str:
        """Another with what is in that one, which nobody may be connected to."""
        return self._create(f" TEMPLATE {sa.make_url(url).database}")

    def close(self) -> None:
        drop = [f"DROP DATABASE {name} WITH (FORCE)" for name in self._made]
        asyncio.run(self._execute(*drop))

    def _create(self, template: str) -> str:
        name = f"{self._prefix}{next(_number)}"
        asyncio.run(self._execute(f"CREATE DATABASE {name}{template}"))
        self._made.append(name)
        return self._address.set(database=name).render_as_string(hide_password=False)

    async def _execute(self, *statements: str) -> None:
        plain = self._address.set(drivername="postgresql").render_as_string(hide_password=False)
        conn = await asyncpg.connect(plain)
        try:
            for statement in statements:
                await conn.execute(statement)
        finally:
            await conn.close()


@contextmanager
def postgres_databases(address: str) -> Iterator[PostgresDatabases]:
    databases = PostgresDatabases(address)
    try:
        yield databases
    finally:
        databases.close()

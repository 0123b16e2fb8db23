"""The databases a benchmark runs on: a file, and a PostgreSQL server of the tests where there is one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol


class Databases(Protocol):
    def fresh(self) -> str:
        """The address of a new one with the schema in it."""
        ...


@contextmanager
def databases() -> Iterator[dict[str, Databases]]:
    """By their names; SQLite alone where this machine has no PostgreSQL."""
    # The servers and databases of the tests, which mypy does not look into.
    servers, made = import_module("tests.postgres_server"), import_module("tests.databases")
    with TemporaryDirectory() as folder, ExitStack() as stack:
        found: dict[str, Databases] = {"SQLite": made.SqliteDatabases(Path(folder))}
        try:
            address = stack.enter_context(servers.postgres_server())
        except LookupError:
            print("no PostgreSQL on this machine")
        else:
            found["PostgreSQL"] = stack.enter_context(made.postgres_databases(address))
        yield found

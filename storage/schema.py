"""Which schema this program wants, and how one sees which a database has. Light to import."""

from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.ports import NotReady

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0010"
"""The newest migration: migrations are numbered, so a higher number is a newer schema."""
SEARCH = "0007"
"""The first with search."""

MIGRATIONS = Path(__file__).parent / "migrations"
SILENT = "Databasen svarer ikke. Sjekk HELSEBOT_DATABASE_URL, og at databasen er i gang."
OLD = "Databasen har et eldre skjema enn programmet. Kjør «helsebot db upgrade»."
NEW = "Databasen har et nyere skjema enn programmet. Installer en nyere utgave av Helsebot."

_SQLITE = "sqlite+aiosqlite:///"


def sqlite_path(database_url: str) -> str | None:
    """The file of an SQLite address; None for another kind. ValueError where no file is named."""
    if not database_url.startswith("sqlite"):
        return None
    path = database_url.removeprefix(_SQLITE).partition("?")[0]
    if path in ("", ":memory:", database_url):
        raise ValueError(f"an SQLite database is {_SQLITE}<file>")
    return path


def revision(conn: "Connection") -> str | None:
    """The migration the database stands at; None for an empty one."""
    if not conn.dialect.has_table(conn, "alembic_version"):
        return None
    found: str | None = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


def check(found: str | None) -> None:
    """Raises NotReady where that is not this program's schema."""
    if found is None or found < HEAD:
        raise NotReady(OLD)
    if found > HEAD:
        raise NotReady(NEW)

"""Whether somebody else has a database open: what moves a whole one must be alone with it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from bot.domain.ports import NotReady

RUNNING = "Databasen er i bruk. Stopp Helsebot (alle kopiene av den) først, og prøv igjen."

_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = 'helsebot' AND pid <> pg_backend_pid()"
)


def nobody_has(path: str) -> None:
    """Raises NotReady where any process (this one too) has that SQLite file open, if only to read."""
    if not Path(path).exists():
        return
    conn = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        # In WAL mode everybody holds a shared lock as long as they have the file open.
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        conn.execute("ROLLBACK")
    except sqlite3.DatabaseError as trouble:
        # One that is damaged nobody can have in use; whoever reads it next says so.
        if trouble.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise NotReady(RUNNING) from None
    finally:
        conn.close()


def nobody_else_is_in(conn: Connection) -> None:
    """The same of a PostgreSQL database: raises NotReady where a Helsebot is connected to it."""
    if conn.exec_driver_sql(_OTHERS).scalar():
        raise NotReady(RUNNING)

"""The insert that can give way to a row that is there already, of whichever database is asked."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(conn: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """With `on_conflict_do_update`, which both have."""
    return postgresql.insert(table) if conn.dialect.name == "postgresql" else sqlite.insert(table)

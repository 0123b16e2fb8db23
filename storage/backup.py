"""Copies of an SQLite database on the same machine: made while the program runs, put back while not.

A copy is one file that needs no other beside it. One that is put back is checked first and takes the
database's place in one step; the database it replaced is kept beside it.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from bot.domain.ports import NotReady
from storage import schema
from storage.inuse import nobody_has

ONLY_SQLITE = "Dette gjelder SQLite. En PostgreSQL-database sikkerhetskopieres med pg_dump."
MISSING = "Filen {path} finnes ikke."
THERE = "Filen {path} finnes fra før. Velg et annet navn."
NO_FOLDER = "Mappen {path} finnes ikke, eller det kan ikke skrives i den."
NO_ROOM = "Filen {path} lot seg ikke skrive: {reason}. Ingenting er endret."
DAMAGED = "Filen {path} er skadet eller ingen database. Ingenting er endret."
NOT_OURS = "Filen {path} er ingen sikkerhetskopi av Helsebot. Ingenting er endret."

_BESIDE = ("-wal", "-shm")
_NO_ROOM = {"SQLITE_FULL": "disken er full", "SQLITE_READONLY": "den kan bare leses"}


def backup(database_url: str, to: Path) -> int:
    """Writes the database as it is in this moment to a new file that only the owner may read; its size in
    bytes. Others may write meanwhile: it is read in one step, which is one transaction.

    Raises NotReady where the file is there already, the database is not, or there is no room.
    """
    path = _path(database_url)
    if not path.exists():
        raise NotReady(MISSING.format(path=path))
    if to.exists():
        raise NotReady(THERE.format(path=to))
    with _beside(to) as new:
        _copy(path, new)
        _check(new, to)
        os.link(new, to)
        _flush(to.parent)
    return to.stat().st_size


def restore(database_url: str, origin: Path, now: datetime) -> Path | None:
    """Puts the copy in the database's place; where the database that was there is now (None: there was
    none). `now` names it.

    Raises NotReady where the program runs, or the file is no whole database of this program or an
    older one: then nothing is changed.
    """
    path = _path(database_url)
    if not origin.exists():
        raise NotReady(MISSING.format(path=origin))
    with _beside(path) as new:
        _copy(origin, new)
        _check(new, origin)
        nobody_has(str(path))
        kept = _keep(path, now) if path.exists() else None
        new.replace(path)
        _flush(path.parent)
    return kept


def _path(database_url: str) -> Path:
    path = schema.sqlite_path(database_url)
    if path is None:
        raise NotReady(ONLY_SQLITE)
    return Path(path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A name in the same folder for what is not whole yet; nothing is left under it."""
    new = path.with_name(f".{path.name}.{os.getpid()}.ny")
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:
        raise NotReady(NO_FOLDER.format(path=path.parent)) from None
    try:
        yield new
    except OSError as trouble:
        raise NotReady(NO_ROOM.format(path=path, reason=trouble.strerror)) from None
    finally:
        for name in (new, *_with(new, _BESIDE)):
            name.unlink(missing_ok=True)


def _copy(origin: Path, new: Path) -> None:
    """In one step: one of several steps begins anew with each write of others, and may never end."""
    try:
        with _reading(origin) as source, closing(sqlite3.connect(new)) as made:
            source.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as trouble:
        if isinstance(trouble, sqlite3.OperationalError) and trouble.sqlite_errorname in _NO_ROOM:
            raise NotReady(
                NO_ROOM.format(path=new.parent, reason=_NO_ROOM[trouble.sqlite_errorname])
            ) from None
        raise NotReady(DAMAGED.format(path=origin)) from None
    with new.open("rb") as written:
        os.fsync(written.fileno())


def _reading(path: Path) -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True))


def _check(new: Path, named: Path) -> None:
    """That it is whole, and a database of this program or of one before it."""
    try:
        with _reading(new) as conn:
            whole = conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            broken = conn.execute("PRAGMA foreign_key_check").fetchone()
            ours = conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = conn.execute("SELECT version_num FROM alembic_version").fetchone() if ours else None
    except sqlite3.DatabaseError:
        raise NotReady(DAMAGED.format(path=named)) from None
    if not whole or broken:
        raise NotReady(DAMAGED.format(path=named))
    if row is None or not str(row[0]).isdecimal():
        raise NotReady(NOT_OURS.format(path=named))
    if str(row[0]) > schema.HEAD:
        raise NotReady(schema.NEW)


def _keep(path: Path, now: datetime) -> Path:
    """Another name for the database that is there. What it has not taken in from its log goes along with
    it: left behind, that would be read into the one that comes.
    """
    kept = path.with_name(f"{path.name}.foer-{now:%Y%m%dT%H%M%S}")
    os.link(path, kept)
    for left, other in zip(_with(path, _BESIDE), _with(kept, _BESIDE), strict=True):
        if left.exists():
            left.replace(other)
    return kept


def _with(path: Path, endings: Sequence[str]) -> list[Path]:
    return [path.with_name(f"{path.name}{ending}") for ending in endings]


def _flush(folder: Path) -> None:
    """That the file has its name is written to the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

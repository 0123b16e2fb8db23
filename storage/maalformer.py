"""Målformer of persons and channels. Two who write at once both succeed, and the last one counts."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from bot.domain.conversation import channel_of
from bot.domain.maalform import Maalform, Maalformer
from storage.tables import maalform
from storage.upsert import insert

PERSON, CHANNEL = "person", "kanal"

of_person = maalform.alias("of_person")
of_channel = maalform.alias("of_channel")


def choose_for_person(conn: Connection, person_key: str, chosen: Maalform) -> None:
    _put(conn, {"eier": PERSON, "id": person_key}, {"valgt": chosen})


def choose_for_channel(conn: Connection, conversation_id: str, chosen: Maalform) -> None:
    _put(conn, {"eier": CHANNEL, "id": channel_of(conversation_id)}, {"valgt": chosen})


def note_written(conn: Connection, person_key: str, written: Maalform) -> None:
    _put(conn, {"eier": PERSON, "id": person_key}, {"sist": written})


def forget_person(conn: Connection, person_key: str) -> None:
    conn.execute(sa.delete(maalform).where(maalform.c.eier == PERSON, maalform.c.id == person_key))


def chosen_for_channel(conn: Connection, conversation_id: str) -> Maalform | None:
    c = maalform.c
    query = sa.select(c.valgt).where(c.eier == CHANNEL, c.id == channel_of(conversation_id))
    return conn.execute(query).scalar()


def of(row: Row[Any]) -> Maalformer:
    """From a row with what the two aliases hold, under these labels."""
    return Maalformer(row.channel_valgt, row.person_valgt, row.person_sist)


def _put(conn: Connection, key: dict[str, str], changed: dict[str, Maalform]) -> None:
    row = insert(conn, maalform).values(key | changed)
    conn.execute(row.on_conflict_do_update(index_elements=list(key), set_=changed))

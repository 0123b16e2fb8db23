"""All a turn starts from, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, and_, bindparam

from bot.domain.conversation import Button, ConversationKind, Question, channel_of
from bot.domain.ports import HandledTurn, TurnStart
from bot.domain.teamsbruker import Teamsbruker
from storage import brukere, conversations, maalformer, moeteboeker
from storage.bok_tables import moetebok
from storage.conversations import Values
from storage.maalformer import CHANNEL, PERSON, of_channel, of_person
from storage.post_tables import bane
from storage.tables import conversation, handled_turn, open_question, register_version
from storage.teams_tables import kanal_organ, teamsbruker

_noted = handled_turn.alias("noted")
_channel = conversation.alias("channel")

_BRUKER = {column.name: f"bruker_{column.name}" for column in teamsbruker.c}
# The ids as «3,7»: a list in one column, so that the row stays one.
_KANAL_ORGAN = (
    sa.select(sa.func.aggregate_strings(sa.cast(kanal_organ.c.organ_id, sa.Text), ","))
    .where(kanal_organ.c.conversation_id == bindparam("channel_id"))
    .scalar_subquery()
)

_SAMTALE_BOK = moeteboeker.I_SAMTALE.with_only_columns(moetebok.c.id).scalar_subquery()
_FOERER_BOK = moeteboeker.FOERER.scalar_subquery()

# A lane of the conversation, or of its channel, that takes nothing.
_CLOSED = (
    sa.select(sa.func.count())
    .where(
        bane.c.conversation_id.in_([bindparam("conversation_id"), bindparam("channel_id")]),
        bane.c.stengt.is_not(None),
    )
    .scalar_subquery()
)

# register_version always has its row, the rest may lack.
_START = sa.select(
    register_version.c.versjon.label("register_version"),
    conversation,
    _channel.c.name.label("channel_name"),
    open_question.c.buttons,
    open_question.c.asked,
    handled_turn.c.turn_key,
    handled_turn.c.replies,
    handled_turn.c.sent,
    handled_turn.c.at.label("noted_at"),
    of_channel.c.valgt.label("channel_valgt"),
    of_person.c.valgt.label("person_valgt"),
    of_person.c.sist.label("person_sist"),
    *(teamsbruker.c[name].label(label) for name, label in _BRUKER.items()),
    _KANAL_ORGAN.label("kanal_organ_ids"),
    _SAMTALE_BOK.label("samtale_bok_id"),
    _FOERER_BOK.label("foerer_bok_id"),
    _CLOSED.label("closed"),
).select_from(
    register_version.outerjoin(conversation, conversation.c.id == bindparam("conversation_id"))
    .outerjoin(_channel, _channel.c.id == bindparam("channel_id"))
    .outerjoin(
        open_question,
        and_(
            open_question.c.conversation_id == bindparam("conversation_id"),
            open_question.c.person_id == bindparam("person_id"),
        ),
    )
    .outerjoin(of_channel, and_(of_channel.c.eier == CHANNEL, of_channel.c.id == bindparam("channel_id")))
    .outerjoin(of_person, and_(of_person.c.eier == PERSON, of_person.c.id == bindparam("person_key")))
    .outerjoin(teamsbruker, teamsbruker.c.key == bindparam("person_key"))
    .outerjoin(
        _noted,
        and_(
            _noted.c.conversation_id == bindparam("conversation_id"),
            _noted.c.key.in_(bindparam("keys", expanding=True)),
        ),
    )
    .outerjoin(
        handled_turn,
        and_(
            handled_turn.c.conversation_id == _noted.c.conversation_id,
            handled_turn.c.key == _noted.c.turn_key,
        ),
    )
)

_LOCK = (
    sa.select(conversation.c.id).where(conversation.c.id == bindparam("conversation_id")).with_for_update()
)


@dataclass(frozen=True)
class Begun:
    """What `begin` read, the stored conversation's row for comparison, the register's version, and whether
    nothing that is posted is taken there.
    """

    start: TurnStart
    stored: Values | None
    register_version: int
    closed: bool


def begin(
    conn: Connection,
    conversation_id: str,
    person_id: str,
    keys: Sequence[str],
    person_key: str,
    now: datetime,
) -> Begun:
    """Reads what the turn starts from, under the conversation's lock. `now` (UTC) is the store's clock.

    SQLite's transaction is a lock already (BEGIN IMMEDIATE). PostgreSQL locks the row in a
    statement of its own: one that waits for a lock reads all other rows as of before the wait.
    """
    parameters: Values = {"conversation_id": conversation_id}
    if conn.dialect.name == "postgresql":
        conn.execute(_LOCK, parameters)
    parameters |= {"channel_id": channel_of(conversation_id), "keys": list(keys)}
    parameters |= {"person_id": person_id, "person_key": person_key}
    row = conn.execute(_START, parameters).first()
    if row is None:
        raise LookupError("register_version has no row")
    # An SQLite database is one process's.
    start = _start(row, now if conn.dialect.name == "postgresql" else None)
    stored = conversations.values(start.conversation) if start.conversation else None
    return Begun(start, stored, row.register_version, row.closed > 0)


def _handled(row: Row[Any], now: datetime | None) -> HandledTurn | None:
    if row.turn_key is None:
        return None
    return HandledTurn(row.replies, row.sent, now - row.noted_at if now else None)


def _start(row: Row[Any], now: datetime | None) -> TurnStart:
    return TurnStart(
        conversation=conversations.of(row) if row.id is not None else None,
        handled=_handled(row, now),
        question=_question(row),
        channel_name=row.channel_name,
        maalformer=maalformer.of(row),
        bruker=_bruker(row),
        kanal_organ_ids=tuple(sorted(int(i) for i in (row.kanal_organ_ids or "").split(",") if i)),
        bok_id=_bok_id(row),
    )


def _bok_id(row: Row[Any]) -> int | None:
    """What somebody keeps from a 1:1 conversation is not kept where others read along."""
    foerer: int | None = row.foerer_bok_id if row.kind is ConversationKind.PERSONAL else None
    return foerer if row.samtale_bok_id is None else row.samtale_bok_id


def _question(row: Row[Any]) -> Question | None:
    return Question([Button(**b) for b in row.buttons], row.asked) if row.asked is not None else None


def _bruker(row: Row[Any]) -> Teamsbruker | None:
    if row.bruker_key is None:
        return None
    read = row._mapping
    felt = {name: read[label] for name, label in _BRUKER.items()}
    return brukere.of(felt, row.person_valgt, row.person_sist)

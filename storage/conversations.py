"""Conversations, noted turns, open questions and import drafts, as rows and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, and_, bindparam

from bot.domain.conversation import (
    Button,
    Context,
    Conversation,
    ImportDraft,
    Question,
    channel_of,
)
from bot.domain.ports import HandledTurn, TurnStart
from storage import maalformer
from storage.maalformer import CHANNEL, PERSON, of_channel, of_person
from storage.tables import conversation, handled_turn, import_draft, open_question, register_version

Values = dict[str, Any]

_noted = handled_turn.alias("noted")
_channel = conversation.alias("channel")

# One statement for all a turn starts from; register_version always has its row, the rest may lack.
_START = sa.select(
    register_version.c.versjon.label("register_version"),
    conversation,
    _channel.c.name.label("channel_name"),
    open_question.c.buttons,
    open_question.c.asked,
    handled_turn.c.turn_key,
    handled_turn.c.replies,
    handled_turn.c.sent,
    of_channel.c.valgt.label("channel_valgt"),
    of_person.c.valgt.label("person_valgt"),
    of_person.c.sist.label("person_sist"),
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

_INSERT_CONVERSATION = sa.insert(conversation)
_INSERT_TURN = sa.insert(handled_turn)
_UPDATE_CONVERSATION = (
    sa.update(conversation)
    .where(conversation.c.id == bindparam("conversation_id"))
    .values({c.name: bindparam(f"new_{c.name}") for c in conversation.c if c.name != "id"})
)


@dataclass(frozen=True)
class Begun:
    """What `begin` read, the stored conversation's row for comparison, and the register's version."""

    start: TurnStart
    stored: Values | None
    register_version: int


def begin(
    conn: Connection, conversation_id: str, person_id: str, keys: Sequence[str], person_key: str
) -> Begun:
    """Reads what the turn starts from, under the conversation's lock.

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
    found = _conversation(row) if row.id is not None else None
    start = TurnStart(found, _handled(row), _question(row), row.channel_name, maalformer.of(row))
    return Begun(start, _values(found) if found else None, row.register_version)


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=row.id,
        kind=row.kind,
        service_url=row.service_url,
        tenant_id=row.tenant_id,
        bot_id=row.bot_id,
        team_id=row.team_id,
        name=row.name,
        installed=row.installed,
        greeted=row.greeted,
        context=Context(row.context_organ_id, row.context_moete_id, row.context_saksnr, row.context_shown),
    )


def _values(c: Conversation) -> Values:
    plain = {name: value for name, value in vars(c).items() if name != "context"}
    return plain | {f"context_{name}": value for name, value in vars(c.context).items()}


def _handled(row: Row[Any]) -> HandledTurn | None:
    return HandledTurn(row.replies, row.sent) if row.turn_key is not None else None


def _question(row: Row[Any]) -> Question | None:
    return Question([Button(**b) for b in row.buttons], row.asked) if row.asked is not None else None


@dataclass(frozen=True)
class Note:
    """A turn that is done, as the rows it becomes. `stored` is what `begin` found."""

    values: Values
    stored: Values | None
    turns: list[Values]

    def store(self, conn: Connection) -> None:
        if self.stored is None:
            conn.execute(_INSERT_CONVERSATION, self.values)
        elif self.stored != self.values:
            changed = {f"new_{name}": value for name, value in self.values.items() if name != "id"}
            conn.execute(_UPDATE_CONVERSATION, {"conversation_id": self.values["id"], **changed})
        if self.turns:
            conn.execute(_INSERT_TURN, self.turns)


def note(
    conversation: Conversation,
    stored: Values | None,
    keys: Sequence[str],
    replies: list[Values] | None,
    at: datetime,
) -> Note:
    """The first key's row holds the replies; the others point at it. Without keys nothing but the
    conversation is stored.
    """
    turns = [
        {
            "conversation_id": conversation.id,
            "key": key,
            "turn_key": keys[0],
            "replies": replies if key == keys[0] else None,
            "sent": False,
            "at": at,
        }
        for key in dict.fromkeys(keys)
    ]
    return Note(_values(conversation), stored, turns)


def mark_sent(conn: Connection, conversation_id: str, key: str) -> None:
    here = handled_turn.c.conversation_id == conversation_id
    turn_key = sa.select(_noted.c.turn_key).where(
        _noted.c.conversation_id == conversation_id, _noted.c.key == key
    )
    conn.execute(
        sa.update(handled_turn)
        .where(here, handled_turn.c.key == turn_key.scalar_subquery())
        .values(sent=True)
    )


def set_question(conn: Connection, conversation_id: str, person_id: str, question: Values | None) -> None:
    """`question` has the row's `buttons`, `asked` and `stored`."""
    c = open_question.c
    conn.execute(
        sa.delete(open_question).where(c.conversation_id == conversation_id, c.person_id == person_id)
    )
    if question is not None:
        key = {"conversation_id": conversation_id, "person_id": person_id}
        conn.execute(sa.insert(open_question), key | question)


def question_row(question: Question, stored: datetime) -> Values:
    buttons = [vars(button) for button in question.buttons]
    return {"buttons": buttons, "asked": question.asked, "stored": stored}


def save_draft(conn: Connection, draft: ImportDraft, stored: datetime) -> None:
    conn.execute(sa.insert(import_draft), vars(draft) | {"stored": stored})


def load_draft(conn: Connection, draft_id: str) -> ImportDraft | None:
    c = import_draft.c
    row = conn.execute(
        sa.select(*(column for column in c if column is not c.stored)).where(c.id == draft_id)
    ).first()
    return ImportDraft(**row._mapping) if row is not None else None


def delete_draft(conn: Connection, draft_id: str) -> None:
    conn.execute(sa.delete(import_draft).where(import_draft.c.id == draft_id))


def purge(conn: Connection, before: datetime) -> int:
    ages = (handled_turn.c.at, open_question.c.stored, import_draft.c.stored)
    return sum(conn.execute(sa.delete(age.table).where(age < before)).rowcount for age in ages)

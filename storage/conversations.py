"""Conversations, noted turns, open questions and import drafts, as rows and back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, bindparam

from bot.domain.conversation import Context, Conversation, ImportDraft, Question
from storage.tables import conversation, handled_turn, import_draft, open_question

Values = dict[str, Any]

_noted = handled_turn.alias("noted")

_INSERT_CONVERSATION = sa.insert(conversation)
_INSERT_TURN = sa.insert(handled_turn)
_UPDATE_CONVERSATION = (
    sa.update(conversation)
    .where(conversation.c.id == bindparam("conversation_id"))
    .values({c.name: bindparam(f"new_{c.name}") for c in conversation.c if c.name != "id"})
)


def of(row: Row[Any]) -> Conversation:
    """From a row with the table's columns under their own names."""
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


def find(conn: Connection, conversation_id: str) -> Conversation | None:
    """As it is stored; a channel of which only threads are known, as one of them tells of it (Teams
    tells the bot of few channels, but every thread somebody spoke to it in is stored).
    """
    c = conversation.c
    row = conn.execute(sa.select(conversation).where(c.id == conversation_id)).first()
    if row is None:
        start = f"{conversation_id};"
        threads = sa.select(conversation).where(sa.func.substr(c.id, 1, len(start)) == start)
        row = conn.execute(threads.order_by(c.id.desc()).limit(1)).first()
    return replace(of(row), id=conversation_id) if row is not None else None


def find_all(conn: Connection, ids: Collection[str]) -> dict[str, Conversation]:
    """As `find` of each: a thousand channels in one question, and one more for each that is not there."""
    c, wanted = conversation.c, list(ids)
    stored = {row.id: of(row) for row in conn.execute(sa.select(conversation).where(c.id.in_(wanted)))}
    others = {i: found for i in wanted if i not in stored and (found := find(conn, i))}
    return stored | others


def values(c: Conversation) -> Values:
    """The row it becomes."""
    plain = {name: value for name, value in vars(c).items() if name != "context"}
    return plain | {f"context_{name}": value for name, value in vars(c.context).items()}


@dataclass(frozen=True)
class Note:
    """A turn that is done, as the rows it becomes. `stored` is what the turn began with."""

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
    return Note(values(conversation), stored, turns)


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

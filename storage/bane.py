"""The lanes: one for a conversation that something is sent to, and that of no id for all together."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, or_

from bot.domain.budsjett import TIMEN, Grenser, Nylig, naar_ledig, noter, opptar
from bot.domain.conversation import channel_of
from storage.post_tables import bane as table
from storage.tables import handled_turn
from storage.upsert import insert

I_ALT = ""
_NO_LEASE_IS_LONGER = timedelta(minutes=10)
"""What is held longer than that was written before the clock was set back."""
_NO_WAIT_IS_LONGER = timedelta(seconds=TIMEN)


@dataclass(frozen=True)
class Lane:
    """A lane that is free, and locked by this transaction."""

    conversation_id: str
    nylig: Nylig


def moment(conn: Connection, now: Callable[[], datetime]) -> Any:
    """This moment in a statement, by the database's own clock where it has one for all replicas."""
    return sa.func.clock_timestamp() if conn.dialect.name == "postgresql" else now()


def klokka(conn: Connection, now: Callable[[], datetime]) -> datetime:
    """This moment by that clock."""
    if conn.dialect.name != "postgresql":
        return now()
    at: datetime = conn.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    return at.astimezone(UTC)


def lag(conn: Connection, conversation_ids: Collection[str]) -> None:
    """That they are there. Always in the same order: two that make the same ones do not wait crosswise."""
    rows = [{"conversation_id": i, "nylig": {}} for i in sorted(conversation_ids)]
    conn.execute(insert(conn, table).on_conflict_do_nothing(), rows)


def is_free(at: Any, *, closed: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """What a lane must be to be taken at that moment; `closed`: when one that is closed may be, too."""
    c = table.c
    return (
        c.conversation_id != I_ALT,
        or_(c.leie.is_(None), c.leie <= at, c.leie > at + _NO_LEASE_IS_LONGER),
        or_(c.neste.is_(None), c.neste <= at, c.neste > at + _NO_WAIT_IS_LONGER),
        or_(c.stengt.is_(None), closed),
    )


def within_limits(
    conn: Connection, rows: Sequence[sa.Row[Any]], at: datetime, grenser: Grenser | None
) -> list[Lane]:
    """Those of the lanes that may be sent to at `at`; the others are not looked at before they may."""
    replies = _replies(conn, [row.conversation_id for row in rows], at) if grenser else {}
    free: list[Lane] = []
    for row in rows:
        done = [row.leie.timestamp()] if row.leie else []
        nylig = noter(_read(row.nylig), at.timestamp(), *done)
        answered = replies.get(row.conversation_id, ())
        when = naar_ledig(nylig, at.timestamp(), grenser.samtale if grenser else (), answered)
        if when <= at.timestamp():
            free.append(Lane(row.conversation_id, nylig))
        else:
            wait = {"neste": datetime.fromtimestamp(when, UTC), "nylig": _written(nylig), "leie": None}
            conn.execute(
                sa.update(table).where(table.c.conversation_id == row.conversation_id).values(wait)
            )
    return free


def take(conn: Connection, lane: Lane, holder: str, until: datetime) -> None:
    held = {"leie": until, "holder": holder, "neste": None, "nylig": _written(lane.nylig)}
    conn.execute(sa.update(table).where(table.c.conversation_id == lane.conversation_id).values(held))


def let_go(conn: Connection, conversation_id: Any, holder: str | None, at: Any, **more: Any) -> None:
    """By whoever has it as `holder` (None: whoever does): the sending was over at `at`."""
    c = table.c
    by = c.holder == holder if holder else sa.true()
    mine = sa.update(table).where(c.conversation_id == conversation_id, c.holder.is_not(None), by)
    conn.execute(mine.values(leie=at, holder=None, **more))


def take_of_all(
    conn: Connection, wanted: int, leie: timedelta, i_alt: int, now: Callable[[], datetime]
) -> int:
    """How many of the wanted may be begun, with what all replicas send. They ask one at a time; `leie` is
    for how long each takes a lane.
    """
    c = table.c
    own = sa.select(c.conversation_id).where(c.conversation_id == I_ALT).with_for_update()
    if conn.execute(own).first() is None:
        lag(conn, [I_ALT])
    at = klokka(conn, now)
    lately = at - timedelta(seconds=1)
    rows = conn.execute(sa.select(c.nylig, c.leie, c.holder).where(or_(c.leie > lately, c.neste > lately)))
    return min(wanted, max(0, i_alt - sum(_takes(row, at, leie) for row in rows)))


def _takes(row: Any, at: datetime, leie: timedelta) -> int:
    nylig, naa = _read(row.nylig), at.timestamp()
    if row.leie is None:
        return opptar(nylig, naa)
    if row.holder is None or row.leie <= at:
        return opptar(nylig, naa, slutt=row.leie.timestamp())
    return opptar(nylig, naa, tatt=(row.leie - leie).timestamp())


def note(conn: Connection, conversation_id: str, at: datetime) -> None:
    """Something else is sent there now."""
    lag(conn, [conversation_id])
    row = table.c.conversation_id == conversation_id
    nylig = conn.execute(sa.select(table.c.nylig).where(row).with_for_update()).scalar_one()
    after = noter(_read(nylig), at.timestamp(), at.timestamp())
    conn.execute(sa.update(table).where(row).values(nylig=_written(after)))


def open_again(conn: Connection, conversation_id: str) -> None:
    """The lane, and those of its threads."""
    c, start = table.c, f"{conversation_id};"
    there = or_(
        c.conversation_id == conversation_id, sa.func.substr(c.conversation_id, 1, len(start)) == start
    )
    conn.execute(sa.update(table).where(there, c.stengt.is_not(None)).values(stengt=None))


def _replies(conn: Connection, conversation_ids: Iterable[str], at: datetime) -> Mapping[str, list[float]]:
    """When the bot answered there in the last hour, in a channel also in its threads: the noted turns, each
    as often as it said something.
    """
    c = handled_turn.c
    ids = list(conversation_ids)
    threads = [
        sa.func.substr(c.conversation_id, 1, len(i) + 1) == f"{i};" for i in ids if i == channel_of(i)
    ]
    said = sa.func.coalesce(sa.func.json_array_length(c.replies), 1).label("said")
    query = sa.select(c.conversation_id, c.at, said).where(
        c.at > at - _NO_WAIT_IS_LONGER, c.key == c.turn_key, or_(c.conversation_id.in_(ids), *threads)
    )
    found: defaultdict[str, list[float]] = defaultdict(list)
    for row in conn.execute(query):
        place = row.conversation_id if row.conversation_id in ids else channel_of(row.conversation_id)
        found[place] += [row.at.timestamp()] * max(row.said, 1)
    return found


def _read(stored: Mapping[str, Any]) -> Nylig:
    return Nylig(tuple(stored.get("t", ())), tuple((m, n) for m, n in stored.get("m", ())))


def _written(nylig: Nylig) -> dict[str, Any]:
    return {"t": [round(tid, 4) for tid in nylig.tider], "m": [list(par) for par in nylig.minutter]}

"""Messages to be sent."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, and_, or_

from bot.domain.budsjett import Grenser
from bot.domain.utboks import Operasjon, Utboksmaal, Utpost, Utposttilstand, Varselslag
from storage import bane, utboks_claim, utboks_tilsyn
from storage.session import Session
from storage.teams_tables import utboks as table
from storage.upsert import insert
from storage.utboks_claim import FIELDS, holder_of

_KEPT = timedelta(days=180)
"""How long it is known that something was said: longer than from an innkalling to its møte."""
_TEXT_KEPT = timedelta(days=30)
"""That of what may be tried again."""

_VENTER, _SENDER = Utposttilstand.VENTER, Utposttilstand.SENDER
_SENDT, _DOED, _UVISS = Utposttilstand.SENDT, Utposttilstand.DOED, Utposttilstand.UVISS
_UNTOUCHED = and_(table.c.tilstand == _VENTER, table.c.i_tvil == 0)
"""Not sent, for all anybody knows."""


class SqlUtboks:
    """Implements `bot.domain.utboksport.Utboks`. `now` (UTC) is when something was sent, and where the
    database has no clock of its own, the clock of leases and limits.
    """

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._lanes: set[str] = set()

    async def legg(self, post: Utpost) -> bool:
        lane, known = post.conversation_id, post.conversation_id in self._lanes
        self._lanes.add(lane)
        return await self._session.run(partial(_legg, post=post, with_lane=not known))

    async def finnes(self, noekler: Collection[str]) -> set[str]:
        query = sa.select(table.c.noekkel).where(table.c.noekkel.in_(list(noekler)))
        return await self._session.run(lambda conn: set(conn.execute(query).scalars()))

    async def doede(self, noekler: Collection[str]) -> set[str]:
        c = table.c
        query = sa.select(c.noekkel).where(c.noekkel.in_(list(noekler)), c.tilstand == _DOED)
        return await self._session.run(lambda conn: set(conn.execute(query).scalars()))

    async def trekk(self, noekkel: str) -> bool:
        return await self._count(sa.delete(table).where(table.c.noekkel == noekkel, _UNTOUCHED)) == 1

    async def stopp(self, noekkel: str) -> bool:
        return await self._session.run(lambda conn: utboks_tilsyn.stop(conn, noekkel, self._now()))

    async def trekk_om(self, moete_id: int, slag: Sequence[Varselslag]) -> int:
        return await self._session.run(lambda conn: _take_back(conn, moete_id, slag))

    async def erstatt(self, noekkel: str, melding: dict[str, Any]) -> bool:
        change = sa.update(table).where(table.c.noekkel == noekkel, _UNTOUCHED).values(melding=melding)
        return await self._count(change) == 1

    async def ret_doed(self, noekkel: str, melding: dict[str, Any] | None) -> bool:
        c = table.c
        change = sa.update(table).where(c.noekkel == noekkel, c.tilstand == _DOED, c.melding.is_not(None))
        return await self._count(change.values(melding=melding)) == 1

    async def antall(self, person_key: str, moete_id: int, slag: Sequence[Varselslag]) -> int:
        c = table.c
        query = sa.select(sa.func.count()).where(
            c.person_key == person_key, c.moete_id == moete_id, c.slag.in_(slag), c.tilstand != _DOED
        )
        return await self._session.run(lambda conn: conn.execute(query).scalar_one())

    async def ved_aktivitet(self, conversation_id: str, aktivitet: str) -> Utpost | None:
        return await self._session.run(
            lambda conn: utboks_tilsyn.with_activity(conn, conversation_id, aktivitet)
        )

    async def under(self, prefix: str) -> list[Utpost]:
        return await self._session.run(lambda conn: utboks_tilsyn.under(conn, prefix))

    async def siste(self, conversation_ids: Collection[str], antall: int) -> list[Utpost]:
        return await self._session.run(
            lambda conn: utboks_tilsyn.latest(conn, list(conversation_ids), antall)
        )

    async def hent(self, post_id: int) -> Utpost | None:
        return await self._session.run(lambda conn: utboks_tilsyn.one(conn, post_id))

    async def ta(
        self, naa: datetime, leie: timedelta, antall: int, grenser: Grenser | None = None
    ) -> list[Utpost]:
        return await self._session.run(
            lambda conn: utboks_claim.take(conn, naa, leie, antall, grenser, self._now)
        )

    async def sendt(
        self, post_id: int, aktivitet: str | None = None, *, forsoek: int | None = None
    ) -> None:
        told = {"aktivitet": aktivitet} if aktivitet else {}
        values = {"tilstand": _SENDT, "leie": None, "ferdig": self._now(), **told}

        def write(conn: Connection) -> None:
            self._result(conn, post_id, forsoek, sa.true(), values)

        self._session.later(write)

    async def igjen(
        self,
        post_id: int,
        ikke_foer: datetime,
        *,
        forsoek: int | None = None,
        grunn: str | None = None,
        tvil: bool = False,
    ) -> None:
        due = {"leie": None, "ikke_foer": ikke_foer}
        values = {"tilstand": _VENTER, "grunn": grunn, **due, **_doubt(tvil=tvil)}
        self._later(post_id, forsoek, values)

    async def utsett(self, post_id: int, til: datetime, *, forsoek: int | None = None) -> None:
        values = {"tilstand": _VENTER, "leie": None, "ikke_foer": til, "foerst": til}

        def write(conn: Connection) -> None:
            if self._result(conn, post_id, forsoek, _mine(forsoek), values):
                utboks_tilsyn.changes_with_it(conn, post_id, til)

        self._session.later(write)

    async def doed(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> bool:
        return await self._over(post_id, _DOED, grunn, forsoek)

    async def uviss(
        self, post_id: int, grunn: str, *, forsoek: int | None = None, tvil: bool = False
    ) -> bool:
        return await self._over(post_id, _UVISS, grunn, forsoek, tvil=tvil)

    async def steng(self, post_id: int, grunn: str, *, forsoek: int | None = None) -> None:
        values = {"tilstand": _VENTER, "leie": None, "grunn": grunn}
        self._later(post_id, forsoek, values, stengt=self._now())

    async def noter(self, conversation_id: str) -> None:
        self._session.later(lambda conn: bane.note(conn, conversation_id, bane.klokka(conn, self._now)))

    async def maal(self, naa: datetime) -> Utboksmaal:
        return await self._session.run(lambda conn: utboks_tilsyn.measures(conn, naa))

    async def liste(self, tilstander: Collection[Utposttilstand], antall: int) -> list[Utpost]:
        return await self._session.run(lambda conn: utboks_tilsyn.listed(conn, tilstander, antall))

    async def proev_igjen(self, post_id: int, naa: datetime) -> bool:
        return await self._session.run(lambda conn: utboks_tilsyn.try_again(conn, post_id, naa))

    async def _count(self, change: sa.Delete | sa.Update) -> int:
        return await self._session.run(lambda conn: conn.execute(change).rowcount)

    async def _over(
        self, post_id: int, what: Utposttilstand, grunn: str, forsoek: int | None, *, tvil: bool = False
    ) -> bool:
        over = {"tilstand": what, "leie": None, "grunn": grunn, "ferdig": self._now()}
        values = {**over, **_doubt(tvil=tvil)}
        return await self._session.run(
            lambda conn: self._result(conn, post_id, forsoek, _mine(forsoek), values)
        )

    def _later(self, post_id: int, forsoek: int | None, values: dict[str, Any], **lane: Any) -> None:
        def write(conn: Connection) -> None:
            self._result(conn, post_id, forsoek, _mine(forsoek), values, **lane)

        self._session.later(write)

    def _result(
        self,
        conn: Connection,
        post_id: int,
        forsoek: int | None,
        where: sa.ColumnElement[bool],
        values: dict[str, Any],
        **lane: Any,
    ) -> bool:
        """Writes it, and lets the lane go; the lane says more (`lane`) only where the result counts."""
        c = table.c
        change = sa.update(table).where(c.id == post_id, where).values(values)
        took = conn.execute(change).rowcount == 1
        place = sa.select(c.conversation_id).where(c.id == post_id).scalar_subquery()
        holder = None if forsoek is None else holder_of(post_id, forsoek)
        bane.let_go(conn, place, holder, bane.moment(conn, self._now), **(lane if took else {}))
        return took


def _mine(forsoek: int | None) -> sa.ColumnElement[bool]:
    under_way = table.c.tilstand == _SENDER
    return under_way if forsoek is None else and_(under_way, table.c.forsoek == forsoek)


def _doubt(*, tvil: bool) -> dict[str, Any]:
    return {"i_tvil": table.c.i_tvil + 1} if tvil else {}


def _legg(conn: Connection, post: Utpost, *, with_lane: bool) -> bool:
    values = {name: getattr(post, name) for name in FIELDS if name != "id"}
    foerst = utboks_tilsyn.after_original(conn, post, post.foerst or post.ikke_foer)
    values |= {"foerst": foerst, "ikke_foer": max(post.ikke_foer, foerst), "siden": post.siden or foerst}
    if with_lane:
        bane.lag(conn, [post.conversation_id])
    row = insert(conn, table).values(values).on_conflict_do_nothing(index_elements=["noekkel"])
    return conn.execute(row.returning(table.c.id)).first() is not None


def _take_back(conn: Connection, moete_id: int, slag: Sequence[Varselslag]) -> int:
    c = table.c
    of_it = (c.moete_id == moete_id, c.slag.in_(slag), c.operasjon == Operasjon.NY)
    gone = sa.delete(table).where(*of_it, _UNTOUCHED).returning(c.noekkel)
    keys = list(conn.execute(gone).scalars())
    if keys:
        conn.execute(sa.delete(table).where(c.gjelder.in_(keys), _UNTOUCHED))
    return len(keys)


def forget(conn: Connection, person_key: str) -> None:
    """What waits to be sent to that person, or may be tried again, also what somebody is about to send."""
    waiting = table.c.tilstand.in_([_VENTER, _SENDER, _UVISS])
    conn.execute(sa.delete(table).where(table.c.person_key == person_key, waiting))


def purge(conn: Connection, now: datetime, kept: timedelta) -> int:
    """Empties what was sent longer ago than `kept`, and deletes what nobody needs to know was said; how
    many.
    """
    c = table.c
    old = or_(c.ferdig < now - _KEPT, and_(c.tilstand == _DOED, c.ferdig < now - _TEXT_KEPT))
    gone = conn.execute(sa.delete(table).where(old)).rowcount
    sent = or_(
        and_(c.tilstand == _SENDT, c.ferdig < now - kept),
        and_(c.tilstand == _UVISS, c.ferdig < now - _TEXT_KEPT),
    )
    emptied = sa.update(table).where(sent, c.melding.is_not(None)).values(melding=sa.null())
    return gone + conn.execute(emptied).rowcount

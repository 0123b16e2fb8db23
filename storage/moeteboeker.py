"""Møtebøker: their heads and their logs. Rows of the log are added and never changed."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, bindparam

from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Boktilstand, Foering, Moetebok
from storage import hvem
from storage.bok_tables import foerer, foering, moetebok
from storage.boklager import Boklager
from storage.session import Session
from storage.upsert import insert

# Made once: building an expression costs more than running it.
_HODER = sa.select(moetebok)
_BY_ID = _HODER.where(moetebok.c.id == bindparam("bok_id"))
_FOR_MOETE = _HODER.where(moetebok.c.moete_id == bindparam("moete_id"))
_I_TILSTAND = _HODER.where(moetebok.c.tilstand.in_(bindparam("tilstander", expanding=True))).order_by(
    moetebok.c.aapnet, moetebok.c.id
)
# Of a meeting's chat that has been used for several, the one that was opened last.
I_SAMTALE = (
    _HODER.where(
        moetebok.c.conversation_id == bindparam("conversation_id"), moetebok.c.tilstand == Boktilstand.AAPEN
    )
    .order_by(moetebok.c.id.desc())
    .limit(1)
)
# The weaker lock: rows that refer to the møtebok are stored meanwhile (PostgreSQL).
_LOCK = _BY_ID.with_for_update(key_share=True)
_FIELDS = ("slag", "at", "av_navn", "av_id", "akt", "nr", "sak", "tekst", "verdier", "gjelder", "id")
_LINJER = (
    sa.select(*(foering.c[name] for name in _FIELDS))
    .where(foering.c.bok_id == bindparam("bok_id"), foering.c.id > bindparam("etter"))
    .order_by(foering.c.id)
)
_NOTER = sa.insert(foering).returning(foering.c.id, sort_by_parameter_order=True)
FOERER = (
    sa.select(moetebok.c.id)
    .join(foerer)
    .where(foerer.c.person_key == bindparam("person_key"), moetebok.c.tilstand == Boktilstand.AAPEN)
)
_PLAIN = ("slag", "at", "akt", "nr", "sak", "tekst", "gjelder")


class SqlMoeteboeker:
    """Implements `bot.domain.bokports.Moeteboeker`."""

    def __init__(self, session: Session, lager: Boklager) -> None:
        self._session = session
        self._lager = lager
        self._locked: set[int] = set()
        self._written: set[int] = set()

    async def hent(self, bok_id: int) -> Moetebok | None:
        return await self._one(_BY_ID, bok_id=bok_id)

    async def for_moete(self, moete_id: int) -> Moetebok | None:
        return await self._one(_FOR_MOETE, moete_id=moete_id)

    async def i_samtale(self, conversation_id: str) -> Moetebok | None:
        return await self._one(I_SAMTALE, conversation_id=conversation_id)

    async def i_tilstand(self, tilstander: Collection[Boktilstand]) -> list[Moetebok]:
        return await self._find(_I_TILSTAND, tilstander=list(tilstander))

    async def opprett(self, bok: Moetebok) -> Moetebok:
        stored = await self._session.run(partial(_opprett, bok=bok))
        assert stored.id is not None
        self._locked.add(stored.id)
        return stored

    async def laas(self, bok_id: int) -> tuple[Moetebok, list[Foering]]:
        kjente = self._lager.linjer(bok_id)
        bok, nye = await self._session.run(partial(_laas, bok_id=bok_id, etter=_siste(kjente)))
        self._locked.add(bok_id)
        return bok, self._with_known(bok_id, kjente, nye)

    async def les(self, bok_id: int) -> list[Foering]:
        # Also without the lock no line is missed: it lines up those who write to one møtebok, from
        # before they are given ids until they have committed, so that ids become visible in order.
        kjente = self._lager.linjer(bok_id)
        nye = await self._session.run(partial(_les, bok_id=bok_id, etter=_siste(kjente)))
        return self._with_known(bok_id, kjente, nye)

    async def noter(self, bok_id: int, linjer: Sequence[Foering]) -> list[Foering]:
        if bok_id not in self._locked:
            await self._session.run(partial(_lock, bok_id=bok_id))
            self._locked.add(bok_id)
        if not linjer:
            return []
        self._written.add(bok_id)
        return await self._session.run(partial(_noter, bok_id=bok_id, linjer=linjer))

    async def lagre(self, bok: Moetebok) -> None:
        if bok.id not in self._locked:
            raise RuntimeError("laas comes first")
        names = ("tilstand", "conversation_id", "merknadsfrist", "godkjent")
        await self._change(bok.id, **{name: getattr(bok, name) for name in names})

    async def vist(self, bok_id: int, kort_id: str, til_og_med: int) -> None:
        await self._change(bok_id, kort_id=kort_id, kort_vist=til_og_med)

    async def foerer(self, person_key: str) -> int | None:
        return await self._session.run(
            lambda conn: conn.execute(FOERER, {"person_key": person_key}).scalar()
        )

    async def sett_foerer(self, person_key: str, bok_id: int | None) -> None:
        await self._session.run(lambda conn: _sett_foerer(conn, person_key, bok_id))

    async def _find(self, query: sa.Select[Any], **where: Any) -> list[Moetebok]:
        return await self._session.run(lambda conn: [_bok(row) for row in conn.execute(query, where)])

    async def _one(self, query: sa.Select[Any], **where: Any) -> Moetebok | None:
        return next(iter(await self._find(query, **where)), None)

    async def _change(self, bok_id: int, **values: Any) -> None:
        change = sa.update(moetebok).where(moetebok.c.id == bok_id).values(values)
        await self._session.run(lambda conn: conn.execute(change))

    def _with_known(self, bok_id: int, kjente: Sequence[Foering], nye: Sequence[Foering]) -> list[Foering]:
        alle = [*kjente, *nye]
        if bok_id not in self._written:
            self._lager.behold(bok_id, alle)
        return alle


def _siste(linjer: Sequence[Foering]) -> int:
    return (linjer[-1].id or 0) if linjer else 0


def _bok(row: Row[Any]) -> Moetebok:
    return Moetebok(**row._mapping)


def _opprett(conn: Connection, bok: Moetebok) -> Moetebok:
    values = {c.name: getattr(bok, c.name) for c in moetebok.c if c.name != "id"}
    return replace(bok, id=conn.execute(sa.insert(moetebok).returning(moetebok.c.id), values).scalar_one())


def _lock(conn: Connection, bok_id: int) -> Moetebok:
    """The head's row is the lock, in a statement of its own: one that waits for a lock reads all other
    rows as of before the wait (the locked row itself it reads anew).
    """
    row = conn.execute(_LOCK, {"bok_id": bok_id}).first()
    if row is None:
        raise LookupError("there is no such møtebok")
    return _bok(row)


def _laas(conn: Connection, bok_id: int, etter: int) -> tuple[Moetebok, list[Foering]]:
    bok = _lock(conn, bok_id)
    return bok, _les(conn, bok_id, etter) if bok.siste > etter else []


def _les(conn: Connection, bok_id: int, etter: int) -> list[Foering]:
    return [_linje(row) for row in conn.execute(_LINJER, {"bok_id": bok_id, "etter": etter})]


def _linje(row: Sequence[Any]) -> Foering:
    # By place, and not by name as elsewhere: of five hundred lines 8 ms and not 14.
    slag, at, navn, person_id, *rest = row
    return Foering(slag, at, None if navn is None else Hvem(navn, person_id), *rest)


def _noter(conn: Connection, bok_id: int, linjer: Sequence[Foering]) -> list[Foering]:
    ids = conn.execute(_NOTER, [_values(bok_id, linje) for linje in linjer]).scalars().all()
    conn.execute(sa.update(moetebok).where(moetebok.c.id == bok_id).values(siste=ids[-1]))
    return [replace(linje, id=linje_id) for linje, linje_id in zip(linjer, ids, strict=True)]


def _values(bok_id: int, linje: Foering) -> dict[str, Any]:
    plain: dict[str, Any] = {name: getattr(linje, name) for name in _PLAIN}
    return plain | hvem.values("av", linje.av) | {"bok_id": bok_id, "verdier": dict(linje.verdier)}


def _sett_foerer(conn: Connection, person_key: str, bok_id: int | None) -> None:
    if bok_id is None:
        forget_foerer(conn, person_key)
        return
    row = insert(conn, foerer).values(person_key=person_key, bok_id=bok_id)
    conn.execute(row.on_conflict_do_update(index_elements=["person_key"], set_={"bok_id": bok_id}))


def forget_foerer(conn: Connection, person_key: str) -> None:
    conn.execute(sa.delete(foerer).where(foerer.c.person_key == person_key))

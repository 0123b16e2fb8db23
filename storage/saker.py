"""Saker that were raised, with their log."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, bindparam

from bot.domain.errors import Conflict
from bot.domain.meldtsak import MeldtSak, Sakslinje
from storage import hvem, organs
from storage.log_tables import meldtsak, sakslinje
from storage.session import Session

# Made once: building an expression costs more than running it.
_ALL = sa.select(meldtsak).order_by(meldtsak.c.id)
_FOR_MOETER = _ALL.where(
    meldtsak.c.organ_id.in_(bindparam("organ_ids", expanding=True)),
    sa.or_(meldtsak.c.moete_id.in_(bindparam("moete_ids", expanding=True)), meldtsak.c.moete_id.is_(None)),
)
_FOR_ORGAN = _ALL.where(meldtsak.c.organ_id == bindparam("organ_id"))
_BY_ID = _ALL.where(meldtsak.c.id == bindparam("sak_id"))
_LOGS = (
    sa.select(sakslinje)
    .where(sakslinje.c.sak_id.in_(bindparam("sak_ids", expanding=True)))
    .order_by(sakslinje.c.sak_id, sakslinje.c.plass)
)
_PLAIN = [c.name for c in meldtsak.c if c.name not in ("id", "av_navn", "av_id", "vedlegg")]


class SqlMeldteSaker:
    """Implements `bot.domain.subports.MeldteSaker`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def for_moeter(self, organ_ids: Collection[int], moete_ids: Collection[int]) -> list[MeldtSak]:
        where = {"organ_ids": list(organ_ids), "moete_ids": list(moete_ids)}
        return await self._session.run(partial(_find, query=_FOR_MOETER, where=where))

    async def for_organ(self, organ_id: int) -> list[MeldtSak]:
        return await self._session.run(partial(_find, query=_FOR_ORGAN, where={"organ_id": organ_id}))

    async def laas(self, organ_id: int) -> None:
        await self._session.run(partial(organs.lock, organ_id=organ_id))

    async def hent(self, sak_id: int) -> MeldtSak | None:
        found = await self._session.run(partial(_find, query=_BY_ID, where={"sak_id": sak_id}))
        return found[0] if found else None

    async def lagre(self, sak: MeldtSak) -> MeldtSak:
        return await self._session.run(lambda conn: _lagre(conn, sak))


def _find(conn: Connection, query: sa.Select[Any], where: dict[str, Any]) -> list[MeldtSak]:
    rows = conn.execute(query, where).all()
    logger = _logger(conn, [row.id for row in rows])
    return [_sak(row, logger.get(row.id, [])) for row in rows]


def _logger(conn: Connection, sak_ids: list[int]) -> dict[int, list[Sakslinje]]:
    found: dict[int, list[Sakslinje]] = {}
    if sak_ids:
        for row in conn.execute(_LOGS, {"sak_ids": sak_ids}):
            av = hvem.of(row, "av")
            assert av is not None
            found.setdefault(row.sak_id, []).append(Sakslinje(row.hva, row.at, av, row.foer))
    return found


def _sak(row: Row[Any], logg: Iterable[Sakslinje]) -> MeldtSak:
    plain = {name: row._mapping[name] for name in ("id", *_PLAIN)}
    av = hvem.of(row, "av")
    assert av is not None
    return MeldtSak(**plain, av=av, vedlegg=tuple(row.vedlegg), logg=tuple(logg))


def _lagre(conn: Connection, sak: MeldtSak) -> MeldtSak:
    stored = _insert(conn, sak) if sak.id is None else _update(conn, sak, sak.id)
    assert stored.id is not None
    _add_to_log(conn, stored.id, stored.logg)
    return stored


def _values(sak: MeldtSak) -> dict[str, Any]:
    plain = {name: getattr(sak, name) for name in _PLAIN}
    changed = {"vedlegg": list(sak.vedlegg), "versjon": sak.versjon + 1}
    return plain | hvem.values("av", sak.av) | changed


def _insert(conn: Connection, new: MeldtSak) -> MeldtSak:
    sak_id = conn.execute(sa.insert(meldtsak).returning(meldtsak.c.id), _values(new)).scalar_one()
    return replace(new, id=sak_id, versjon=new.versjon + 1)


def _update(conn: Connection, changed: MeldtSak, sak_id: int) -> MeldtSak:
    holds = (meldtsak.c.id == sak_id, meldtsak.c.versjon == changed.versjon)
    if conn.execute(sa.update(meldtsak).where(*holds).values(_values(changed))).rowcount != 1:
        raise Conflict
    return replace(changed, versjon=changed.versjon + 1)


def _add_to_log(conn: Connection, sak_id: int, logg: tuple[Sakslinje, ...]) -> None:
    """What is in the log already stays as it is."""
    count = sa.select(sa.func.count()).where(sakslinje.c.sak_id == sak_id)
    there: int = conn.execute(count).scalar_one()
    rows = [
        {"sak_id": sak_id, "plass": plass, "hva": linje.hva, "at": linje.at, "foer": linje.foer}
        | hvem.values("av", linje.av)
        for plass, linje in enumerate(logg)
    ][there:]
    if rows:
        conn.execute(sa.insert(sakslinje), rows)

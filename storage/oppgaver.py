"""Oppgaver, with those who have taken them on and their log."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table, bindparam

from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave, Oppgavelinje, Oppgavetilstand
from storage import hvem, organs
from storage.bok_tables import oppgave, oppgaveansvarlig, oppgavelinje
from storage.session import Session

# Made once: building an expression costs more than running it.
_ALL = sa.select(oppgave).order_by(oppgave.c.organ_id, oppgave.c.nr)
_OPEN = _ALL.where(oppgave.c.tilstand == Oppgavetilstand.AAPEN)
_BY_ID = _ALL.where(oppgave.c.id == bindparam("oppgave_id"))
_FOR_ORGAN = _ALL.where(oppgave.c.organ_id == bindparam("organ_id"))
_AAPNE = _OPEN.where(oppgave.c.organ_id.in_(bindparam("organ_ids", expanding=True)))
_FOR_PERSON = _OPEN.where(
    oppgave.c.id.in_(
        sa.select(oppgaveansvarlig.c.oppgave_id).where(
            oppgaveansvarlig.c.person_id == bindparam("person_id")
        )
    )
)
_MED_FRIST = _OPEN.where(oppgave.c.frist.between(bindparam("fra"), bindparam("til")))
_FOR_BOK = _ALL.where(oppgave.c.bok_id == bindparam("bok_id"))
_NEXT = sa.select(sa.func.coalesce(sa.func.max(oppgave.c.nr), 0) + 1)


def _of_these(table: Table) -> sa.Select[Any]:
    these = table.c.oppgave_id.in_(bindparam("ids", expanding=True))
    return sa.select(table).where(these).order_by(table.c.oppgave_id, table.c.plass)


_ANSVARLIGE, _LOGS = _of_these(oppgaveansvarlig), _of_these(oppgavelinje)
_OWN = ("id", "organ_id", "nr", "frister", "versjon")
_PLAIN = [c.name for c in oppgave.c if c.name not in _OWN]


class SqlOppgaver:
    """Implements `bot.domain.bokports.Oppgaver`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def hent(self, oppgave_id: int) -> Oppgave | None:
        return next(iter(await self._find(_BY_ID, oppgave_id=oppgave_id)), None)

    async def laas(self, organ_id: int) -> None:
        await self._session.run(partial(organs.lock, organ_id=organ_id))

    async def for_organ(self, organ_id: int) -> list[Oppgave]:
        return await self._find(_FOR_ORGAN, organ_id=organ_id)

    async def aapne(self, organ_ids: Collection[int]) -> list[Oppgave]:
        return await self._find(_AAPNE, organ_ids=list(organ_ids))

    async def for_person(self, person_id: int) -> list[Oppgave]:
        return await self._find(_FOR_PERSON, person_id=person_id)

    async def med_frist(self, fra: date, til: date) -> list[Oppgave]:
        return await self._find(_MED_FRIST, fra=fra, til=til)

    async def for_bok(self, bok_id: int) -> list[Oppgave]:
        return await self._find(_FOR_BOK, bok_id=bok_id)

    async def lagre(self, oppgave: Oppgave) -> Oppgave:
        return await self._session.run(partial(_lagre, ny=oppgave))

    async def _find(self, query: sa.Select[Any], **where: Any) -> list[Oppgave]:
        return await self._session.run(partial(_find, query=query, where=where))


def _find(conn: Connection, query: sa.Select[Any], where: dict[str, Any]) -> list[Oppgave]:
    rows = conn.execute(query, where).all()
    ids = [row.id for row in rows]
    ansvarlige, logger = _parts(conn, _ANSVARLIGE, ids), _parts(conn, _LOGS, ids)
    return [_oppgave(row, ansvarlige.get(row.id, []), logger.get(row.id, [])) for row in rows]


def _parts(conn: Connection, query: sa.Select[Any], ids: list[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in conn.execute(query, {"ids": ids}) if ids else ():
        found.setdefault(row.oppgave_id, []).append(row)
    return found


def _oppgave(row: Row[Any], ansvarlige: Sequence[Row[Any]], logg: Sequence[Row[Any]]) -> Oppgave:
    felt = row._asdict()
    felt["frister"] = tuple(date.fromisoformat(frist) for frist in row.frister)
    return Oppgave(
        **felt,
        ansvarlige=tuple(Hvem(en.person_navn, en.person_id) for en in ansvarlige),
        logg=tuple(Oppgavelinje(en.hva, en.at, hvem.of(en, "av"), en.foer, en.etter) for en in logg),
    )


def _lagre(conn: Connection, ny: Oppgave) -> Oppgave:
    stored = _insert(conn, ny) if ny.id is None else _update(conn, ny, ny.id)
    assert stored.id is not None
    _replace_ansvarlige(conn, stored.id, stored.ansvarlige)
    _add_to_log(conn, stored.id, stored.logg)
    return stored


def _values(ny: Oppgave) -> dict[str, Any]:
    plain: dict[str, Any] = {name: getattr(ny, name) for name in _PLAIN}
    return plain | {"frister": [f.isoformat() for f in ny.frister], "versjon": ny.versjon + 1}


def _insert(conn: Connection, ny: Oppgave) -> Oppgave:
    """Under the body's lock, in a statement of its own: the number is read after the wait for it."""
    organs.lock(conn, ny.organ_id)
    nr: int = conn.execute(_NEXT.where(oppgave.c.organ_id == ny.organ_id)).scalar_one()
    values = _values(ny) | {"organ_id": ny.organ_id, "nr": nr}
    oppgave_id = conn.execute(sa.insert(oppgave).returning(oppgave.c.id), values).scalar_one()
    return replace(ny, id=oppgave_id, nr=nr, versjon=ny.versjon + 1)


def _update(conn: Connection, ny: Oppgave, oppgave_id: int) -> Oppgave:
    holds = (oppgave.c.id == oppgave_id, oppgave.c.versjon == ny.versjon)
    if conn.execute(sa.update(oppgave).where(*holds).values(_values(ny))).rowcount != 1:
        raise Conflict
    return replace(ny, versjon=ny.versjon + 1)


def _replace_ansvarlige(conn: Connection, oppgave_id: int, ansvarlige: Sequence[Hvem]) -> None:
    conn.execute(sa.delete(oppgaveansvarlig).where(oppgaveansvarlig.c.oppgave_id == oppgave_id))
    rows = [
        {"oppgave_id": oppgave_id, "plass": plass} | hvem.values("person", en)
        for plass, en in enumerate(ansvarlige)
    ]
    if rows:
        conn.execute(sa.insert(oppgaveansvarlig), rows)


def _add_to_log(conn: Connection, oppgave_id: int, logg: Sequence[Oppgavelinje]) -> None:
    """What is in the log already stays as it is."""
    count = sa.select(sa.func.count()).where(oppgavelinje.c.oppgave_id == oppgave_id)
    there: int = conn.execute(count).scalar_one()
    rows = [
        {"oppgave_id": oppgave_id, "plass": plass, "hva": en.hva, "at": en.at, "foer": en.foer}
        | {"etter": en.etter}
        | hvem.values("av", en.av)
        for plass, en in enumerate(logg)
    ][there:]
    if rows:
        conn.execute(sa.insert(oppgavelinje), rows)

"""Those who talk to the bot in Teams."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, and_

from bot.domain.maalform import Maalform
from bot.domain.teamsbruker import Teamsbruker
from storage import utboks
from storage.maalformer import PERSON, of_person
from storage.session import Session
from storage.teams_tables import teamsbruker
from storage.upsert import insert

_QUERY = sa.select(teamsbruker, of_person.c.valgt, of_person.c.sist).select_from(
    teamsbruker.outerjoin(of_person, and_(of_person.c.eier == PERSON, of_person.c.id == teamsbruker.c.key))
)


class SqlBrukere:
    """Implements `bot.domain.ports.Brukere`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def hent(self, key: str) -> Teamsbruker | None:
        found = await self._session.run(partial(_find, query=_QUERY.where(teamsbruker.c.key == key)))
        return found[0] if found else None

    async def alle(self) -> list[Teamsbruker]:
        found = await self._session.run(partial(_find, query=_QUERY))
        return sorted(found, key=lambda bruker: (bruker.navn.casefold(), bruker.key))

    async def lagre(self, bruker: Teamsbruker) -> None:
        self._session.later(partial(_put, bruker=bruker))

    async def glem(self, key: str) -> None:
        self._session.later(partial(_forget, key=key))


def of(felt: dict[str, Any], valgt: Maalform | None, sist: Maalform | None) -> Teamsbruker:
    """From the columns of its row, and what is stored of the person's målform."""
    return Teamsbruker(**felt | {"ikke": tuple(felt["ikke"])}, maalform=valgt or sist or Maalform.NB)


def _find(conn: Connection, query: sa.Select[Any]) -> list[Teamsbruker]:
    found = []
    for row in conn.execute(query):
        felt = row._asdict()
        valgt, sist = felt.pop("valgt"), felt.pop("sist")
        found.append(of(felt, valgt, sist))
    return found


def _put(conn: Connection, bruker: Teamsbruker) -> None:
    values = {c.name: getattr(bruker, c.name) for c in teamsbruker.c} | {"ikke": list(bruker.ikke)}
    changed = {name: value for name, value in values.items() if name != "key"}
    row = insert(conn, teamsbruker).values(values)
    conn.execute(row.on_conflict_do_update(index_elements=["key"], set_=changed))


def _forget(conn: Connection, key: str) -> None:
    conn.execute(sa.delete(teamsbruker).where(teamsbruker.c.key == key))
    utboks.forget(conn, key)

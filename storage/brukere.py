"""Those who talk to the bot in Teams."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, and_

from bot.domain.maalform import Maalform
from bot.domain.teamsbruker import Teamsbruker
from storage import maalformer, moeteboeker, utboks
from storage.maalformer import PERSON, of_person
from storage.session import Session
from storage.teams_tables import teamsbruker
from storage.upsert import insert

_QUERY = sa.select(teamsbruker, of_person.c.valgt, of_person.c.sist).select_from(
    teamsbruker.outerjoin(of_person, and_(of_person.c.eier == PERSON, of_person.c.id == teamsbruker.c.key))
)


class SqlBrukere:
    """Implements `bot.domain.subports.Brukere`. Remembers what it read, so that a change writes no more
    than it changes: the outbox, the person's own turn and the sekretariat's all write of the same one.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[str, Teamsbruker] = {}

    def seen(self, bruker: Teamsbruker | None) -> None:
        """It was read by somebody else in this transaction."""
        if bruker is not None:
            self._read[bruker.key] = bruker

    async def hent(self, key: str) -> Teamsbruker | None:
        found = await self._find(_QUERY.where(teamsbruker.c.key == key))
        return found[0] if found else None

    async def alle(self) -> list[Teamsbruker]:
        return sorted(await self._find(_QUERY), key=lambda bruker: (bruker.navn.casefold(), bruker.key))

    async def lagre(self, bruker: Teamsbruker) -> None:
        before = self._read.get(bruker.key)
        self._session.later(partial(_put, values=_values(bruker), before=_values(before) if before else {}))
        self.seen(bruker)

    async def _find(self, query: sa.Select[Any]) -> list[Teamsbruker]:
        found = await self._session.run(partial(_find, query=query))
        for bruker in found:
            self.seen(bruker)
        return found

    async def glem(self, key: str) -> None:
        self._session.later(partial(_forget, key=key))


def of(felt: dict[str, Any], valgt: Maalform | None, sist: Maalform | None) -> Teamsbruker:
    """From the columns of its row, and what is stored of the person's målform."""
    stemmer = tuple((person, organ) for person, organ in felt["stemmer"])
    lister = {"ikke": tuple(felt["ikke"]), "stemmer": stemmer}
    return Teamsbruker(**felt | lister, maalform=valgt or sist or Maalform.NB)


def _find(conn: Connection, query: sa.Select[Any]) -> list[Teamsbruker]:
    found = []
    for row in conn.execute(query):
        felt = row._asdict()
        valgt, sist = felt.pop("valgt"), felt.pop("sist")
        found.append(of(felt, valgt, sist))
    return found


def _values(bruker: Teamsbruker) -> dict[str, Any]:
    lister = {"ikke": list(bruker.ikke), "stemmer": [list(par) for par in bruker.stemmer]}
    return {c.name: getattr(bruker, c.name) for c in teamsbruker.c} | lister


def _put(conn: Connection, values: dict[str, Any], before: dict[str, Any]) -> None:
    """Inserts, or changes what is not as it was `before`."""
    changed = {name: value for name, value in values.items() if before.get(name, ...) != value}
    row = insert(conn, teamsbruker).values(values)
    there = ["key"]
    conn.execute(
        row.on_conflict_do_update(index_elements=there, set_=changed)
        if changed
        else row.on_conflict_do_nothing(index_elements=there)
    )


def _forget(conn: Connection, key: str) -> None:
    conn.execute(sa.delete(teamsbruker).where(teamsbruker.c.key == key))
    maalformer.forget_person(conn, key)
    moeteboeker.forget_foerer(conn, key)
    utboks.forget(conn, key)

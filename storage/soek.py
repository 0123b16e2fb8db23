"""What can be searched: FTS5 on SQLite, a tsvector on PostgreSQL, over the same words.

The words are made in Python and neither database takes them apart or stems them, so that both find the
same rows; the ids tell the order.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Row

from bot.domain import saksnummer
from bot.domain.soekbart import Soek, Soekbart, foerste, rekkefoelge, siste
from bot.language.soekeord import ORDLENGDE, indeksord
from storage.session import Session
from storage.soek_tables import FTS, VEKTOR, soekbart

_FTS = sa.table(FTS, sa.column("rowid"))
_PLAIN = ("kilde", "slag", "moete_id", "dato", "tittel", "tekst", "saksnr", "del_tittel", "aapen", "utkast")
_SHOWN = [soekbart.c[name] for name in ("id", "organer", *_PLAIN)]
_PLANNED_EACH_TIME = sa.text(
    "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)"
)
"""Whether a word is rare or everywhere decides how PostgreSQL should look; a plan made for any word took
0.3 s for a common one (measured, 100 000 rows), against some 5 ms."""
_BY_WORDS = (
    "SELECT set_config('enable_indexscan', :walks, true), set_config('enable_seqscan', :walks, true)"
)
_NEWEST = 3000
"""Two words that are everywhere and never together: PostgreSQL takes it that they meet often, and walks
through all rows for them (0.36 s of 100 000, measured). It may walk through the newest alone; where too
few of them hold, there are not many in all, and those are found by the index of words."""
_AT_ONCE = 500
"""Ids of one statement."""
_SOUGHT = 16
"""Words of one question; what is behind them does not narrow any more."""


class SqlSoek:
    """Implements `bot.domain.bokports.Soekeregister`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def legg(self, kilde: str, rader: Sequence[Soekbart]) -> None:
        await self._session.run(lambda conn: legg(conn, kilde, rader))

    async def finn(self, soek: Soek) -> list[Soekbart]:
        return await self._session.run(lambda conn: finn(conn, soek))

    async def toem(self) -> None:
        self._session.later(lambda conn: _toem(conn))


def legg(conn: Connection, kilde: str, rader: Sequence[Soekbart]) -> None:
    """Writes what differs alone: a referat that is worked on is put here whole with each edit."""
    before = {row.id: row for row in conn.execute(sa.select(soekbart).where(soekbart.c.kilde == kilde))}
    new = [
        (plass, rad)
        for plass, rad in enumerate(rader)
        if _differs(before.get(rekkefoelge(rad, plass)), rad)
    ]
    stand = {rekkefoelge(rad, plass) for plass, rad in enumerate(rader)}
    _remove(conn, kilde, before, before.keys() - stand | {rekkefoelge(rad, plass) for plass, rad in new})
    if new:
        conn.execute(sa.insert(soekbart), _values(new, _words(new, before.values())))


def _differs(row: Row[Any] | None, rad: Soekbart) -> bool:
    return (
        row is None
        or row.organer != _organs(rad)
        or any(getattr(row, n) != getattr(rad, n) for n in _PLAIN)
    )


def _remove(conn: Connection, kilde: str, before: Collection[int], ids: Collection[int]) -> None:
    doomed = [row_id for row_id in before if row_id in ids]
    if len(doomed) == len(before) > 0:
        conn.execute(sa.delete(soekbart).where(soekbart.c.kilde == kilde))
        return
    for start in range(0, len(doomed), _AT_ONCE):
        conn.execute(sa.delete(soekbart).where(soekbart.c.id.in_(doomed[start : start + _AT_ONCE])))


def _words(new: Sequence[tuple[int, Soekbart]], before: Iterable[Row[Any]]) -> list[str]:
    """Of those rows; a text that only moved has its words already."""
    known = {(row.tittel, row.tekst): _without_marks(row.ord) for row in before}
    unknown = [rad for _, rad in new if (rad.tittel, rad.tekst) not in known]
    made = zip(unknown, indeksord([f"{rad.tittel}\n{rad.tekst}" for rad in unknown]), strict=True)
    known |= {(rad.tittel, rad.tekst): ord_ for rad, ord_ in made}
    return [known[rad.tittel, rad.tekst] for _, rad in new]


def finn(conn: Connection, soek: Soek) -> list[Soekbart]:
    if soek.antall < 1:
        return []
    narrowed = [*_days(soek), *_seen(soek)]
    if soek.slag:
        narrowed.append(soekbart.c.slag.in_(soek.slag))
    sought = _sought(soek)
    query = sa.select(*_SHOWN).where(*narrowed).limit(soek.antall)
    if not sought:
        rows: Iterable[Row[Any]] = conn.execute(query.order_by(soekbart.c.id))
    elif conn.dialect.name == "sqlite":
        rows = conn.execute(_on_sqlite(query, sought))
    else:
        rows = _from_postgres(conn, _on_postgres(query, sought), soek, len(sought))
    return [_soekbart(row) for row in rows]


def _toem(conn: Connection) -> None:
    conn.execute(sa.delete(soekbart))


def values(rader: Sequence[Soekbart], ordene: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """As they are stored; `ordene` are the words of each, where they are made already."""
    if ordene is None:
        ordene = indeksord([f"{rad.tittel}\n{rad.tekst}" for rad in rader])
    return _values(list(enumerate(rader)), ordene)


def _values(rader: Sequence[tuple[int, Soekbart]], ordene: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(rad, name) for name in _PLAIN},
            "id": rekkefoelge(rad, plass),
            "organer": _organs(rad),
            "ord": " ".join([*_marks(rad), *ord_.split()]),
        }
        for (plass, rad), ord_ in zip(rader, ordene, strict=True)
    ]


def _organs(rad: Soekbart) -> str:
    return f",{','.join(map(str, rad.organ_ids))},"


def _marks(rad: Soekbart) -> list[str]:
    lest = saksnummer.parse(rad.saksnr, rad.dato.year) if rad.saksnr else None
    sak = [_sak_mark(lest.nummer, lest.aar or rad.dato.year)] if lest else []
    return [*map(_organ_mark, rad.organ_ids), *sak]


def _organ_mark(organ_id: int) -> str:
    return f"_o{organ_id}"


def _sak_mark(nummer: int, aar: int) -> str:
    return f"_s{nummer}_{aar}"


def _sought(soek: Soek) -> list[list[str]]:
    """Of each list one must be there."""
    words = [ways.split("|") for ways in soek.ord[:_SOUGHT]]
    organs = [[_organ_mark(organ_id) for organ_id in soek.organ_ids]] if soek.organ_ids else []
    sak = [[_sak_mark(*soek.saksnr)]] if soek.saksnr else []
    return [*words, *organs, *sak]


def _on_sqlite(query: sa.Select[Any], sought: Sequence[Sequence[str]]) -> sa.Select[Any]:
    # The rows of FTS5 come by rowid, so that the newest are found without looking at the others.
    match = _all_of(sought, " AND ", " OR ", '"')
    found = query.select_from(_FTS).join(soekbart, soekbart.c.id == _FTS.c.rowid)
    return found.where(sa.text(f"{FTS} MATCH :sought").bindparams(sought=match)).order_by(_FTS.c.rowid)


def _on_postgres(query: sa.Select[Any], sought: Sequence[Sequence[str]]) -> sa.Select[Any]:
    match = _all_of(sought, " & ", " | ", "'")
    holds = sa.text(f"{VEKTOR} @@ CAST(:sought AS tsquery)").bindparams(sought=match)
    return query.where(holds).order_by(soekbart.c.id)


def _from_postgres(conn: Connection, query: sa.Select[Any], soek: Soek, words: int) -> Sequence[Row[Any]]:
    conn.execute(_PLANNED_EACH_TIME)
    if words == 1:
        return conn.execute(query).all()
    by_id = soekbart.c.id
    newest = sa.select(by_id).where(*_days(soek)).order_by(by_id).offset(_NEWEST).limit(1)
    rows = conn.execute(query.where(by_id <= newest.scalar_subquery())).all()
    if len(rows) == soek.antall:
        return rows
    conn.execute(sa.text(_BY_WORDS), {"walks": "off"})
    rows = conn.execute(query).all()
    # What the turn reads next is not a search.
    conn.execute(sa.text(_BY_WORDS), {"walks": "on"})
    return rows


def _all_of(sought: Sequence[Sequence[str]], both: str, either: str, quote: str) -> str:
    each = (either.join(f"{quote}{_plain(way)}{quote}" for way in ways) for ways in sought)
    return both.join(f"({ways})" for ways in each)


def _plain(word: str) -> str:
    """Without anything that means something to a database; a word that is nothing else finds nothing."""
    return "".join(letter for letter in word[:ORDLENGDE] if letter.isalnum() or letter == "_") or "_"


def _days(soek: Soek) -> list[ColumnElement[bool]]:
    newest = [soekbart.c.id >= foerste(soek.til)] if soek.til else []
    oldest = [soekbart.c.id < siste(soek.fra)] if soek.fra else []
    return [*newest, *oldest]


def _seen(soek: Soek) -> list[ColumnElement[bool]]:
    if soek.alt:
        return []
    c = soekbart.c
    own = sa.and_(~c.utkast, _filed_under(soek.ser))
    return [sa.or_(sa.and_(c.aapen, ~c.utkast), own, sa.and_(c.utkast, _filed_under(soek.ser_utkast)))]


def _filed_under(organ_ids: Iterable[int]) -> ColumnElement[bool]:
    return sa.or_(sa.false(), *(soekbart.c.organer.contains(f",{i},") for i in sorted(organ_ids)))


def _soekbart(row: Row[Any]) -> Soekbart:
    return Soekbart(
        **{name: getattr(row, name) for name in _PLAIN},
        organ_ids=tuple(int(organ) for organ in row.organer.split(",") if organ),
        id=row.id,
    )


def _without_marks(words: str) -> str:
    return " ".join(word for word in words.split(" ") if not word.startswith("_"))

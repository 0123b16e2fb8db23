"""The register as one picture, and the version that tells when it has moved."""

from datetime import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from bot.domain.errors import Conflict
from bot.domain.innkalling import Hendelse
from bot.domain.register import Moetehode, Register, Registrert
from storage import organs
from storage.paper_tables import hendelse, innkalling, referat
from storage.tables import moete, moete_organ, register_version

_HODE = sa.select(
    moete.c.id,
    moete.c.helsefellesskap_id,
    moete.c.dato,
    moete.c.start,
    moete.c.slutt,
    moete.c.sted,
    moete.c.versjon,
    moete.c.avlyst,
    moete.c.flyttet_fra,
    moete.c.sendt,
    innkalling.c.moete_id.is_not(None).label("har_innkalling"),
    referat.c.moete_id.is_not(None).label("har_referat"),
).select_from(moete.outerjoin(innkalling).outerjoin(referat, referat.c.moete_id == moete.c.id))

_HENDELSE = [column for column in hendelse.c if column.name not in ("moete_id", "kilde", "plass")]


def version(conn: Connection) -> int:
    found: int = conn.execute(sa.select(register_version.c.versjon)).scalar_one()
    return found


def bump(conn: Connection, seen: int | None = None) -> int:
    """Moves the version; the transactions that do so pass one at a time.

    Raises Conflict where it is no longer the one `seen`.
    """
    change = sa.update(register_version).values(versjon=register_version.c.versjon + 1)
    if seen is not None:
        change = change.where(register_version.c.versjon == seen)
    moved: int | None = conn.execute(change.returning(register_version.c.versjon)).scalar()
    if moved is None:
        raise Conflict
    return moved


def load(conn: Connection) -> Register:
    """The register as one moment had it: read again where it moved in between."""
    while True:
        versjon = version(conn)
        picture = _load(conn, versjon)
        if version(conn) == versjon:
            return picture


def _load(conn: Connection, versjon: int) -> Register:
    moeter = sorted(_moeter(conn), key=lambda m: (m.dato, m.start or time.min, m.id))
    fellesskap, organer = organs.all_helsefellesskap(conn), organs.all_organer(conn)
    return Register(versjon, fellesskap, organer, tuple(moeter), _hendelser(conn, moeter))


def _moeter(conn: Connection) -> list[Moetehode]:
    organ_ids: dict[int, list[int]] = {}
    c = moete_organ.c
    for moete_id, organ_id in conn.execute(sa.select(c.moete_id, c.organ_id).order_by(c.moete_id, c.plass)):
        organ_ids.setdefault(moete_id, []).append(organ_id)
    return [
        Moetehode(organ_ids=tuple(organ_ids.get(row.id, ())), **row._mapping) for row in conn.execute(_HODE)
    ]


def _hendelser(conn: Connection, moeter: list[Moetehode]) -> tuple[Registrert, ...]:
    """In the order of the møter, the innkalling's before the referat's."""
    order = sa.select(hendelse.c.moete_id, *_HENDELSE).order_by(
        hendelse.c.moete_id, hendelse.c.kilde, hendelse.c.plass
    )
    by_moete: dict[int, list[Registrert]] = {}
    for row in conn.execute(order):
        by_moete.setdefault(row.moete_id, []).append(_registrert(row))
    return tuple(r for m in moeter for r in by_moete.get(m.id, ()))


def _registrert(row: Row[Any]) -> Registrert:
    fields = row._asdict()
    return Registrert(fields.pop("moete_id"), Hendelse(**fields))

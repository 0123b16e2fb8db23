"""Somebody in a log, as two columns: the name as it was said, and whose id it is if anybody's.

No foreign key: what was written of somebody stands, whatever becomes of the register.
"""

from typing import Any

from sqlalchemy import Column, Row

from bot.domain.frammoete import Hvem
from storage.columns import tall, tekst


def columns(prefix: str, *, required: bool = False) -> tuple[Column[Any], Column[Any]]:
    return tekst(f"{prefix}_navn", required=required), tall(f"{prefix}_id")


def values(prefix: str, hvem: Hvem | None) -> dict[str, Any]:
    navn, person_id = (hvem.navn, hvem.person_id) if hvem else (None, None)
    return {f"{prefix}_navn": navn, f"{prefix}_id": person_id}


def of(row: Row[Any], prefix: str) -> Hvem | None:
    navn = row._mapping[f"{prefix}_navn"]
    return Hvem(navn, row._mapping[f"{prefix}_id"]) if navn is not None else None

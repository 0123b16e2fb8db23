"""An answer to «Hvem?»: names, and the frist where one is said («Ansvar: Siri. Frist: 1. juni»)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.register import Register
from bot.language import frammoetelinje, oppfoelging
from bot.language.barenavn import bare_navn

_FRIST = re.compile(r"[\s,.;(–-]+(?:med\s+)?(?:frist|innen|innan|senest|seinast)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hvemsvar:
    """`navn` in full where one member is meant, else as written."""

    navn: tuple[str, ...]
    frist: date | None = None


def les(tekst: str, register: Register, dag: date, organ_ids: Sequence[int] = ()) -> Hvemsvar | None:
    """None where the line says anything else as well."""
    merket = oppfoelging.les(tekst, register, dag, organ_ids)
    if merket.hvem and not merket.hva.strip(" ."):
        return Hvemsvar(merket.hvem, merket.frist)
    bare = _FRIST.split(tekst, maxsplit=1)[0]
    if not bare_navn(bare, register, dag):
        return None
    funnet = frammoetelinje.les(bare, register, dag, organ_ids)
    frist = oppfoelging.frist_av(tekst, dag) if bare != tekst else None
    return Hvemsvar(tuple(f.navn for f in funnet) or (bare,), frist)

"""A møte: one sitting of one organ, or of several together (a felles møte)."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain.innkalling import Innkalling
from bot.domain.referat import Referat


def ny_ics_noekkel() -> str:
    """An address nobody can guess: the calendar link is the only thing served without a token."""
    return secrets.token_urlsafe(24)


@dataclass
class Moete:
    """A møte is (organer, dato). Times are local (Oslo); None where nobody has said.

    What the papers say is kept as it was read in `innkalling` and `referat`; the møte's own
    fields are what holds now. `ics_sekvens` rises whenever time, place or title change, and when
    it is called off (`avlyst`). `sendt` is when the sekretariat last sent the innkalling (UTC).
    `flyttet_fra` is the first day it was set to, where it has another now: other papers may still name it.
    """

    helsefellesskap_id: int
    organ_ids: list[int]
    dato: date
    start: time | None = None
    slutt: time | None = None
    sted: str | None = None
    arkivsak: str | None = None
    innkalling: Innkalling | None = None
    referat: Referat | None = None
    ics_noekkel: str = field(default_factory=ny_ics_noekkel)
    ics_sekvens: int = 0
    avlyst: bool = False
    sendt: datetime | None = None
    flyttet_fra: date | None = None
    versjon: int = 0
    id: int | None = None

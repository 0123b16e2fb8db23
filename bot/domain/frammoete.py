"""Who comes to a møte: a log of what was said, by whom and when, and how it stands.

Nothing is ever changed or taken out of the log; the reason of a forfall is in none of its fields.
"""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Slag(StrEnum):
    """What a line of the log says of `person`.

    FORFALL: does not come. KOMMER: comes (a member, or somebody who takes a forfall back). SENT,
    TIDLIG, TEAMS: comes late, leaves early, takes part by Teams. FLYTTET: the møte has a new date,
    so every forfall before this is asked to be confirmed. ANGRET: the line `gjelder` counts no more.

    Of a vara call (`kall_id`; `person` is the vara, `for_person` whose place it is): KALT: asked,
    with an answer wanted by `frist`. VARA_JA, VARA_NEI: the answer. UTLOEPT: no answer came.
    KALL_TRUKKET: no longer needed. STEDFORTREDER: a named stand-in who is no oppnevnt vara.
    PAA_TVERS: a vara of another seat was named, and waits for the sekretariat.
    """

    FORFALL = "forfall"
    KOMMER = "kommer"
    SENT = "sent"
    TIDLIG = "tidlig"
    TEAMS = "teams"
    FLYTTET = "flyttet"
    ANGRET = "angret"
    KALT = "kalt"
    VARA_JA = "vara_ja"
    VARA_NEI = "vara_nei"
    UTLOEPT = "utloept"
    KALL_TRUKKET = "kall_trukket"
    STEDFORTREDER = "stedfortreder"
    PAA_TVERS = "paa_tvers"


@dataclass(frozen=True)
class Hvem:
    """Somebody in the log. `person_id` is None for one whom no register knows."""

    navn: str
    person_id: int | None = None


@dataclass(frozen=True)
class Frammoetelinje:
    """One line of the log. `at` and `frist` are UTC, `klokke` Oslo; `av` is who wrote it (None: the
    bot itself). `organ_id` is the body whose seat a vara call is about. `sen`: said after the frist or
    on the day. `id` is None until it is stored; it rises with the order in which they were written.
    """

    slag: Slag
    at: datetime
    person: Hvem
    av: Hvem | None = None
    organ_id: int | None = None
    for_person: Hvem | None = None
    kall_id: str | None = None
    frist: datetime | None = None
    klokke: time | None = None
    sen: bool = False
    gjelder: int | None = None
    id: int | None = None

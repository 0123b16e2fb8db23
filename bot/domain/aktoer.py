"""Who speaks, how surely that is known, and what they are in each body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.frammoete import Hvem
from bot.domain.organ import Rolle


class Sikkerhet(StrEnum):
    """UKJENT: no member fits. NAVN: only the name fits, and a guest chooses that. SIKKER: the aad
    object id or the e-mail of Teams' roster fits, or the sekretariat has pressed «Stemmer».
    """

    UKJENT = "ukjent"
    NAVN = "navn"
    SIKKER = "sikker"


@dataclass(frozen=True)
class Aktoer:
    """`key` is `bot.turn.Person.key`. `roller` are those that hold on the day, by organ id, `senere` those
    that begin later (for what is reported to a møte); of an
    `admin` (settings, or nobody needs to be anything: there is no app id) none are needed.
    `delt`: the member whose name the speaker has, where the users of Teams `navnebroedre` (keys) have it
    too: so nobody knows which of them it is, and the speaker is UKJENT.
    """

    hvem: Hvem
    key: str
    sikkerhet: Sikkerhet = Sikkerhet.UKJENT
    admin: bool = False
    roller: Mapping[int, frozenset[Rolle]] = field(default_factory=dict)
    senere: Mapping[int, frozenset[Rolle]] = field(default_factory=dict)
    delt: int | None = None
    navnebroedre: tuple[str, ...] = ()

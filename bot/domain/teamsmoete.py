"""A meeting in Teams, and which møte it is.

A møte of the register is what an innkalling says; a Teams meeting is a chat where Teams tells that
something began. The two are tied by the bodies the chat is linked to, else those the title names, and
the time.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.organvalg import organer_i_navnet
from bot.domain.register import Moetehode, Register

OSLO = ZoneInfo("Europe/Oslo")
NAER = timedelta(hours=3)
"""How far from the clock of the innkalling a meeting may begin and still be that møte."""
_ET_ANNET = re.compile(
    r"\b(?:(?:for|før|etter)møte\w*|(?:forbered|førebu|evaluer|planlegg|oppsummer|arbeidsgrupp|lunsj|lunch)\w*"
    r"|før|etter)\b",
    re.IGNORECASE,
)
"""A title with one of these names a body, and is of another meeting than the body's own."""
VARER = timedelta(hours=12)
"""For how long after it began a meeting goes on, where Teams has not told that it ended."""


@dataclass(frozen=True)
class Teamsmoete:
    """The last meeting of a chat (a series has one chat). `start` and `slutt` are when it was, UTC."""

    conversation_id: str
    meeting_id: str
    tittel: str
    start: datetime
    slutt: datetime | None = None
    moete_id: int | None = None

    def paagaar(self, at: datetime) -> bool:
        """Whether it has begun and is not over at `at`."""
        return self.start <= at and self.slutt is None and at - self.start < VARER


@dataclass(frozen=True)
class Teamsdeltaker:
    """Somebody came into the meeting, or left it, at `at` (UTC). `aad_id` is None for a guest."""

    conversation_id: str
    navn: str
    at: datetime
    inne: bool
    aad_id: str | None = None


def moetet(
    register: Register, tittel: str, at: datetime, organ_ids: Collection[int] = ()
) -> Moetehode | None:
    """The møte that a meeting of that title, begun at `at`, is. `organ_ids`: those its chat is linked to.

    None where no body is told, no møte of theirs is near in time, or several are, or the title is of
    something about the møte («Formøte ASU»): then it is asked.
    """
    if _ET_ANNET.search(tittel):
        return None
    organer = set(organ_ids) or set(_nevnte(register, tittel))
    naere = [m for m in register.moeter if not m.avlyst and organer & set(m.organ_ids) and _naer(m, at)]
    return naere[0] if len(naere) == 1 else None


def _nevnte(register: Register, tittel: str) -> tuple[int, ...]:
    return organer_i_navnet(register, Conversation("", ConversationKind.GROUP, "", name=tittel))


def _naer(moete: Moetehode, at: datetime) -> bool:
    """Of a møte without a clock the day decides."""
    lokal = at.astimezone(OSLO)
    if moete.start is None:
        return moete.dato == lokal.date()
    return abs(datetime.combine(moete.dato, moete.start, OSLO) - lokal) <= NAER

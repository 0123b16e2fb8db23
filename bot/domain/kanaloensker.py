"""What a channel wants to have posted, body by body: set by the sekretariat on a card."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.domain.conversation import Conversation


class Kanalslag(StrEnum):
    """What a channel may want. OPPDRAG comes always: somebody has pressed «Send»."""

    INNKALLING = "innkalling"
    EVENTUELT = "eventuelt"
    PAAMINNELSE = "paaminnelse"
    SAMMENDRAG = "sammendrag"
    GODKJENT = "godkjent"
    OPPGAVER = "oppgaver"
    DIGEST = "digest"
    OPPDRAG = "oppdrag"


@dataclass(frozen=True)
class Digesttid:
    """`ukedag` 0 is Monday; `klokke` is Europe/Oslo."""

    ukedag: int = 0
    klokke: time = time(8)


@dataclass(frozen=True)
class Kanaloensker:
    """`paaminnelse`: so many days before a møte (None: none). `digest`: when in the week (None: none, until
    the channel asks for it). `hoerer_fra`: the bodies beside its own whose week the digest tells of.
    """

    innkalling: bool = True
    eventuelt: bool = False
    paaminnelse: int | None = None
    sammendrag: bool = True
    godkjent: bool = True
    oppgaver: bool = False
    digest: Digesttid | None = None
    hoerer_fra: tuple[int, ...] = ()

    def vil_ha(self, slag: Kanalslag) -> bool:
        """Whether that is to be posted there."""
        if slag is Kanalslag.OPPDRAG:
            return True
        valgt = getattr(self, slag.value)
        return valgt is not None and valgt is not False


@dataclass(frozen=True)
class Kanalkobling:
    """A channel (no thread) that is one body's, and what it wants of it."""

    kanal: Conversation
    organ_id: int
    oensker: Kanaloensker = Kanaloensker()

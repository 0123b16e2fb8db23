"""What of a referat has changed since somebody last saw it: since it was sent, or since a question."""

from collections.abc import Sequence

from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag

F = Foeringsslag
INNHOLD = frozenset(
    {
        F.SAK_LAGT, F.DEL_LAGT, F.MOETELEDER, F.REFERENT, F.MOETE, F.SAK_ENDRET, F.HEVET,
        F.PUNKT, F.ENDRET, F.FLYTTET, F.STROEKET, F.HENTET, F.UNNTATT,
        F.TIL_STEDE, F.FORFALL, F.KOM, F.GIKK, F.TEAMS, F.IKKE_MED, F.ANGRET,
    }
)  # fmt: skip
"""The lines that the written referat is made of; merknader and their answers are not."""


def siste_innhold(linjer: Sequence[Foering]) -> int:
    """The id of the last line that changed what it says."""
    return max((x.id or 0 for x in linjer if x.slag in INNHOLD), default=0)


def endret_etter_sending(linjer: Sequence[Foering]) -> bool:
    """It was sent, and the members have not seen what it says now."""
    sendt = max((x.id or 0 for x in linjer if x.slag is F.SENDT), default=0)
    return bool(sendt) and siste_innhold(linjer) > sendt


def endrer_sendt(stand: Bokstand, nye: Sequence[Foering]) -> bool:
    """The members have it to approve, and these lines change what it says."""
    return stand.tilstand is Boktilstand.TIL_GODKJENNING and any(x.slag in INNHOLD for x in nye)

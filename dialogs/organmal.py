"""The sekretariat drops a Word file with the words «mal for ASU»: the body's own template from now on. It
has been tried before the turn (`dialogs.filer`).
"""

import re
from datetime import UTC

from bot.domain.malports import Organmal
from bot.domain.organ import Organ
from bot.domain.organoppslag import Organoppslag
from bot.domain.rettigheter import Rett
from bot.turn import Message, ReadFile, Turn
from dialogs.rett import krev
from dialogs.tjenester import Tjenester

_MAL = re.compile(r"\b(?:word-?|referat)?mal(?:en)?\s+(?:for|til|åt)\s+(?P<organ>.+)", re.IGNORECASE)


def malens_organ(tekst: str) -> str | None:
    """Whose template it is said to be, as written; None where the words say nothing of a template."""
    funn = _MAL.search(tekst)
    return funn["organ"].strip(" .!»«\"'") if funn else None


async def legg_inn(turn: Turn, tjenester: Tjenester, fil: ReadFile, mal: bytes) -> Message:
    """Raises IkkeLov where the body is not the speaker's."""
    navn = malens_organ(turn.incoming.text) or ""
    organ = Organoppslag(turn.register, tjenester.helsefellesskap).finn(navn, "")
    if not isinstance(organ, Organ) or organ.id is None:
        return Message(turn.norsk.tekst("filer.ukjent_organ", organ=navn))
    krev(turn, Rett.IMPORTERE, [organ.id])
    at = turn.incoming.at
    await turn.uow.maler.lagre(Organmal(organ.id, fil.filename, mal, at.astimezone(UTC)))
    turn.writes = True
    fullt = organ.navn(at.date())
    return Message(turn.norsk.tekst("malfil.lagret", fil=fil.filename, organ=fullt))

"""Changing what stands in a referat, where none is open and the last is approved: it is locked."""

from datetime import timedelta

from bot.domain.bokfeil import Laast
from bot.domain.moetebok import Boktilstand
from bot.domain.moeter import avholdte
from bot.domain.organvalg import fersk
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.rett import kan

ENDRER = frozenset({"referat.rett", "referat.angre", "referat.frammoete", "referat.unntatt"})
"""What is about something that stands there already."""
NYLIG = timedelta(days=60)


async def krev_ulaast(turn: Turn, hensikt: str) -> None:
    """Raises Laast where the one that was just shown, or the last one the speaker keeps, is approved."""
    if hensikt not in ENDRER:
        return
    vist = fersk(turn.conversation.context, turn.incoming.at).moete_id
    egne = [h for h in turn.register.moeter if h.har_referat and kan(turn, Rett.FOERE_REFERAT, h.organ_ids)]
    siden = turn.incoming.at.date() - NYLIG
    mulige = [h for h in avholdte(egne, turn.incoming.at) if h.dato >= siden]
    mulige.sort(key=lambda h: h.id != vist)
    bok = await turn.uow.boeker.for_moete(mulige[0].id) if mulige else None
    if bok is not None and bok.tilstand is Boktilstand.GODKJENT:
        turn.bok_id = bok.id
        raise Laast(bok.godkjent)

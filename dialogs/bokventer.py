"""Points that were dictated while no sak was open, and wait for the sak they belong to. Opening one
answers that; when a sak is chosen for one of them, the next is asked about again.
"""

from dataclasses import replace

from bot.domain.bokfeil import Bokfeil
from bot.domain.fritekst import UgyldigTekst
from bot.turn import Meaning, Reply, Turn
from dialogs.bokfoer import Foert, hold
from dialogs.bokpunkt import PUNKT, dikter
from dialogs.bokspoer import spoer_sak
from dialogs.bokventeliste import ventende
from dialogs.slots import UgyldigKnapp, tall
from dialogs.tjenester import Tjenester

GAAR_TIL = frozenset({"neste", "eventuelt"})


async def foer_ventende(turn: Turn, hva: str, foert: Foert, tjenester: Tjenester) -> list[Reply]:
    """Notes them in the sak that was opened, where that is an answer: it was named, or none was open."""
    key = foert.etter.aapen
    svarer = hva == "gaa" or (hva in GAAR_TIL and foert.foer.aapen is None)
    if key is None or not svarer:
        return []
    svar: list[Reply] = []
    for kladd, mening in await ventende(turn, tjenester):
        extra = {**mening.slots.extra, "key": key}
        try:
            svar += await dikter(turn, replace(mening, slots=replace(mening.slots, extra=extra)), tjenester)
        except (Bokfeil, UgyldigTekst, UgyldigKnapp):
            continue
        await turn.uow.delete_import_draft(kladd)
    return svar


async def spoer_om_neste(turn: Turn, valgt: Meaning, tjenester: Tjenester) -> list[Reply]:
    """After a sak was chosen for one of them. Whatever was asked for that one comes first."""
    if turn.asks or valgt.intent != PUNKT or tall(valgt.slots, "key") is None or turn.bok_id is None:
        return []
    rest = await ventende(turn, tjenester)
    if not rest:
        return []
    kladd, mening = rest[0]
    svar = await spoer_sak(turn, mening, await hold(turn), tjenester)
    await turn.uow.delete_import_draft(kladd)
    return [Reply(ett.message) for ett in svar]

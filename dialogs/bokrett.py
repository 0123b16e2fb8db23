"""Who may dictate, before the møtebok is opened to be written to."""

from bot.domain.bokrett import kan_foere
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.rett import kan


async def kan_foere_boken(turn: Turn, bok_id: int) -> bool:
    """Whether the speaker may dictate to it, as far as is known now. The log is read only for one who may
    not by their role: they may be set as referent or møteleder of this møte.
    """
    bok = await turn.uow.boeker.hent(bok_id)
    hode = turn.register.hode(bok.moete_id) if bok else None
    if hode is None:
        return False
    if kan(turn, Rett.FOERE_REFERAT, hode.organ_ids):
        return True
    stand = turn.bokminne.les(bok_id, await turn.uow.boeker.les(bok_id), husk=False)
    return kan_foere(turn.aktoer, stand, hode.organ_ids)

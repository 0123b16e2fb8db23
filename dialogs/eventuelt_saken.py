"""The sak Eventuelt of a saksliste, with what has been raised to it."""

from datetime import UTC

from bot.cards.eventueltmoete import er_eventuelt
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.saksoek import med_saksnr, saker
from bot.turn import Reply, Turn
from dialogs.eventuelt_lager import til_eventuelt
from dialogs.eventuelt_liste import eventueltliste
from dialogs.moetestatus import vises_her
from dialogs.moetet import papirene
from dialogs.rett import kan
from dialogs.tjenester import Tjenester


async def meldt_under(turn: Turn, tjenester: Tjenester) -> list[Reply]:
    """The list, where this turn has just shown Eventuelt to somebody who may see it, here."""
    vist = turn.conversation.context
    hode = turn.register.hode(vist.moete_id or 0)
    if hode is None or vist.saksnr is None or vist.shown != turn.incoming.at.astimezone(UTC):
        return []
    if not kan(turn, Rett.SE_EVENTUELT, hode.organ_ids) or not vises_her(turn, hode):
        return []
    if not await _er_eventuelt(turn, hode, vist.saksnr) or not await til_eventuelt(turn, hode):
        return []
    return [Reply(await eventueltliste(turn, hode, tjenester))]


async def _er_eventuelt(turn: Turn, hode: Moetehode, saksnr: str) -> bool:
    sak = med_saksnr(saker(await papirene(turn, hode)), saksnr, None, None)
    return sak is not None and er_eventuelt(sak.tittel)

"""What stands on a møte's card beside its papers: who has forfall, and the saker that were raised.

Only for those who may see it, and not where others read along.
"""

from bot.cards.eventueltmoete import Moetestatus
from bot.cards.frammoete import forfallslinje
from bot.domain.eventuelt import til_eventuelt, til_sakslisten
from bot.domain.meldtsak import MeldtSak
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeHer, Rett
from bot.turn import Turn
from bot.varsling.frammoete import les
from dialogs.eventuelt_lager import saker_i
from dialogs.rett import kan, krev_her


async def moetestatus(turn: Turn, hode: Moetehode) -> Moetestatus:
    """Nothing of a møte that is avlyst; the forfall of one that is over stand in its referat."""
    if hode.avlyst or not vises_her(turn, hode):
        return Moetestatus()
    eventuelt = saker = tuple[str, ...]()
    if kan(turn, Rett.SE_EVENTUELT, hode.organ_ids):
        alle = await saker_i(turn, hode)
        eventuelt = _titler(til_eventuelt(turn.register, alle, hode))
        saker = _titler(til_sakslisten(turn.register, alle, hode))
    return Moetestatus(await _forfall(turn, hode), eventuelt, saker)


async def paa_sakslisten(turn: Turn, hode: Moetehode) -> list[MeldtSak]:
    """The meldte saker that were put on its saksliste, as far as they may be shown here."""
    if hode.avlyst or not vises_her(turn, hode) or not kan(turn, Rett.SE_EVENTUELT, hode.organ_ids):
        return []
    return til_sakslisten(turn.register, await saker_i(turn, hode), hode)


async def _forfall(turn: Turn, hode: Moetehode) -> str:
    kommer = tilstand(hode, turn.incoming.at) is not Tilstand.OVER
    if not kommer or not kan(turn, Rett.SE_FRAMMOETE, hode.organ_ids):
        return ""
    return forfallslinje(turn.norsk, await les(turn.uow, hode.id, turn.incoming.at))


def _titler(saker: list[MeldtSak]) -> tuple[str, ...]:
    return tuple(f"{s.tittel} ({s.av.navn})" for s in saker)


def vises_her(turn: Turn, hode: Moetehode) -> bool:
    """Whether what belongs to its bodies may be shown in this conversation."""
    try:
        krev_her(turn, hode.organ_ids)
    except IkkeHer:
        return False
    return True

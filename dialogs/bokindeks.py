"""What can be searched of a møtebok follows what is written in it, in the same transaction."""

from bot.domain.bokstand import Bokstand
from bot.domain.indeks import indekser_bok
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.turn import Turn
from dialogs.moetet import papirene

UTEN_RADER = frozenset({Boktilstand.AAPEN, Boktilstand.GODKJENT})
"""While it is dictated it has no rows; those of one that is godkjent are kept by who approves it."""


async def indekser(turn: Turn, bok: Moetebok, hode: Moetehode, foer: Bokstand, etter: Bokstand) -> None:
    """`bok` and `etter` are as they will be. Nothing is read while the møte is on."""
    if foer.tilstand in UTEN_RADER and etter.tilstand in UTEN_RADER:
        return
    if etter.tilstand is not Boktilstand.GODKJENT:
        await indekser_bok(turn.uow, bok, etter, await papirene(turn, hode))

"""May this person report this, for that person, to these møter, here?"""

from collections.abc import Sequence

from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Turn
from dialogs.forfallshvem import Gjelder
from dialogs.rett import krev, krev_her


def krev_rett(turn: Turn, gjelder: Gjelder, moeter: Sequence[Moetehode]) -> None:
    """For each of the møter. Raises IkkeLov, IkkeHer."""
    rett = Rett.MELDE_FORFALL if gjelder.selv else Rett.MELDE_FORFALL_ANDRE
    for hode in moeter:
        krev(turn, rett, hode.organ_ids)
        krev_her(turn, hode.organ_ids)

"""What becomes unntatt offentlighet goes out of the channels at once."""

from collections.abc import Sequence

from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Foering, Moetebok
from bot.domain.register import Moetehode
from bot.domain.sammendragsinnhold import nylig_unntatt
from bot.turn import Turn
from bot.varsling.sammendragskilde import av_bok
from bot.varsling.sammendragsposter import rett_straks
from dialogs.moetet import papirene


async def skjul_unntatte(
    turn: Turn, hode: Moetehode, bok: Moetebok, linjer: Sequence[Foering], foer: Bokstand, etter: Bokstand
) -> None:
    """In the transaction of the act that took the stand from `foer` to `etter`."""
    if nylig_unntatt(foer, etter) and await turn.uow.sammendrag.for_moete(hode.id):
        kilde = av_bok(turn.register, hode, await papirene(turn, hode), bok, linjer, etter)
        await rett_straks(turn.uow, kilde, turn.incoming.at)

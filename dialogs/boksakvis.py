"""The sak that is open, as the referent is shown it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import oppgavelinjer
from bot.cards.bok import Sakvisning, sakkort
from bot.domain.bokstand import Bokstand
from bot.domain.boktid import etter_planen, minutter_over
from bot.domain.bokvedtak import forslag_til, side_om_side
from bot.domain.innkalling import Forslag
from bot.turn import Reply, Turn
from dialogs.bok import kvitter_kort, stille
from dialogs.bokfoer import Foert
from dialogs.bokforslag import med_svar
from dialogs.bokoppgaver import fra_forrige
from dialogs.moetet import papirene

NEVNES = 3
"""So many minutes behind is worth a word."""


async def vis_sak(turn: Turn, foert: Foert, key: int, foerst: str = "") -> list[Reply]:
    """`foerst` is said before it. Nothing is read where nothing is said."""
    if stille(turn):
        return []
    norsk, sak = turn.norsk, foert.etter.sak(key)
    aapne = await fra_forrige(turn.uow, foert.hode, sak)
    vist = Sakvisning(
        sak=sak,
        etter=etter(turn, foert.etter),
        forslag=tuple(_forslag(turn, foert.etter, key, forslag_til(await papirene(turn, foert.hode), sak))),
        aapne=tuple(oppgavelinjer.fra_forrige(norsk, aapne, turn.incoming.at.date())),
        antall=len(foert.etter.i_sak(key)),
    )
    kort = sakkort(norsk, vist)
    return kvitter_kort(turn, replace(kort, text=f"{foerst}\n{kort.text}") if foerst else kort)


def etter(turn: Turn, stand: Bokstand) -> str:
    """«8 min over»; how the møte is against its plan where the open sak has time left."""
    over = minutter_over(stand, turn.incoming.at)
    if over is not None and over > 0:
        return turn.norsk.tekst("foering.min_over", antall=over)
    bak = etter_planen(stand, turn.incoming.at)
    return turn.norsk.tekst("foering.min_etter", antall=bak) if bak is not None and bak >= NEVNES else ""


def _forslag(turn: Turn, stand: Bokstand, key: int, alle: Sequence[Forslag]) -> list[str]:
    """Side by side with what became of them."""
    return [med_svar(turn, svar, alene=len(alle) == 1) for svar in side_om_side(stand, key, alle)]

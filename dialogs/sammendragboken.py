"""When a møte is closed, its sammendrag is shown to who decides about it."""

from bot.turn import Turn
from bot.varsling import Varsler, sammendragsforslag
from bot.varsling.sammendragskilde import av_bok
from dialogs.bokfoer import Bok, Foert
from dialogs.moetet import papirene
from dialogs.tjenester import Tjenester


async def ved_heving(turn: Turn, bok: Bok, foert: Foert, tjenester: Tjenester) -> None:
    """Also whoever closed it gets it beside the answer."""
    moete, linjer = await papirene(turn, foert.hode), [*bok.linjer, *foert.linjer]
    kilde = av_bok(turn.register, foert.hode, moete, foert.bok, linjer, foert.etter)
    varsler = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    await sammendragsforslag.ved_heving(turn.uow, varsler, kilde, turn.incoming.person.key)

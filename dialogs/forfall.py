"""«Hvem hadde forfall?» From a referat; for a coming møte it is not kept yet, and that is said."""

from bot.cards.referat import Referatvisning, frammoete
from bot.cards.tekstflyt import Utsnitt
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.language.tekster import tekst
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.moetet import finn_moete, papirene
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester


class Forfall:
    intents = frozenset({"forfall.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hode = await finn_moete(turn, meaning, rekkefoelge=Rekkefoelge.NAERMESTE)
        if isinstance(hode, Moetehode) and hode.har_referat:
            moete = await papirene(turn, hode)
            if moete.referat:
                husk(turn, hode)
                return si(turn, frammoete(Referatvisning(moete, moete.referat, turn.register), Utsnitt()))
        return (
            hode
            if turn.asks and not isinstance(hode, Moetehode)
            else si_setning(turn, tekst("senere.forfall_liste"))
        )


def lag(tjenester: Tjenester) -> Dialog:
    return Forfall()

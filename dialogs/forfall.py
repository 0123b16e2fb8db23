"""«Hvem hadde forfall?» From a referat; for a coming møte it is not kept yet, and that is said."""

from bot.cards.referat import Referatvisning, frammoete
from bot.cards.tekstflyt import Utsnitt
from bot.domain.register import Moetehode
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester


class Forfall:
    intents = frozenset({"forfall.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hode = await finn_moete(turn, meaning)
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        moete = await papirene(turn, hode)
        if moete.referat is None:
            ennaa_ikke = turn.norsk.tekst("senere.forfall_liste", moete=moetenavn(turn, hode))
            return si_setning(turn, ennaa_ikke)
        return si(
            turn, frammoete(Referatvisning(turn.norsk, moete, moete.referat, turn.register), Utsnitt())
        )


def lag(tjenester: Tjenester) -> Dialog:
    return Forfall()

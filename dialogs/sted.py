"""«Hvor er møtet?»."""

from bot.cards.element import overskrift
from bot.cards.melding import knapp, kort
from bot.cards.moete import avlyst_foerst, kalenderlenke
from bot.domain.register import Moetehode
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.svar import husk, si
from dialogs.tjenester import Tjenester


class Sted:
    intents = frozenset({"moete.sted"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hode = await finn_moete(turn, meaning)
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        navn = moetenavn(turn, hode)
        linje = (
            turn.norsk.tekst("sted.er", moete=navn, sted=hode.sted)
            if hode.sted
            else turn.norsk.tekst("sted.ukjent", moete=navn)
        )
        linje = avlyst_foerst(turn.norsk, hode, linje)
        lenker = kalenderlenke(await papirene(turn, hode), self._tjenester.ramme(turn))
        knapper = (
            [knapp(turn.norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=hode.id)]
            if hode.har_innkalling
            else []
        )
        return si(turn, kort(linje, [overskrift(linje)], knapper, lenker))


def lag(tjenester: Tjenester) -> Dialog:
    return Sted(tjenester)

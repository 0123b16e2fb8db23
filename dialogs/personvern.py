"""What is stored about the one who asks, as it is here, and what can be deleted."""

from bot.cards.melding import knapp
from bot.domain.gjennomsyn import KEPT
from bot.turn import Dialog, Meaning, Norsk, Reply, Turn
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

SLETT = "personvern.slett"


class Personvern:
    intents = frozenset({"personvern.vis", SLETT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._keep_phrases = tjenester.keep_phrases

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        norsk = turn.norsk
        deler = [norsk.tekst("personvern.lagrer"), self._linjene(norsk), norsk.tekst("personvern.et_doegn")]
        if self._keep_phrases and meaning.intent == SLETT:
            deler.append(norsk.tekst("personvern.linjer_uten_navn"))
        deler.append(norsk.tekst("personvern.slettes"))
        return si_setning(turn, " ".join(deler), [knapp(norsk.tekst("knapp.hjelp"), "hjelp")])

    def _linjene(self, norsk: Norsk) -> str:
        if not self._keep_phrases:
            return norsk.tekst("personvern.ingen_linjer")
        return norsk.tekst("personvern.linjer", dager=KEPT.days)


def lag(tjenester: Tjenester) -> Dialog:
    return Personvern(tjenester)

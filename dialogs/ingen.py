"""Not understood: three suggestions to press and help, never a guess. And small talk."""

from bot.cards.hjelp import EKSEMPLER
from bot.cards.melding import knapp, si_knapp
from bot.language.maalform import in_maalform
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.gjennomsyn import ta_vare_paa
from dialogs.hjelp import eksempelorgan
from dialogs.slots import ord_
from dialogs.svar import si_setning, spoer
from dialogs.tjenester import Tjenester

FORSLAG = 3
TAKK = "takk"


class Ingen:
    intents = frozenset({"ingen", "smaaprat"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._keep_phrases = tjenester.keep_phrases

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hjelp = knapp(turn.norsk.tekst("knapp.hjelp"), "hjelp")
        if meaning.intent == "smaaprat":
            if ord_(meaning.slots, "hva") == TAKK:
                return si_setning(turn, turn.norsk.tekst("smaaprat.takk"))
            return si_setning(turn, turn.norsk.tekst("smaaprat"), [hjelp])
        forslag = [in_maalform(turn.norsk.maalform, f.text) for f in meaning.suggestions[:FORSLAG]]
        knapper = [si_knapp(linje) for linje in forslag or _vanlige(turn)]
        if self._keep_phrases:
            knapper = await ta_vare_paa(turn, meaning, knapper)
        return spoer(turn, turn.norsk.tekst("ikke_forstaatt"), [*knapper, hjelp])


def _vanlige(turn: Turn) -> list[str]:
    organ = eksempelorgan(turn) or "ASU"
    return [turn.norsk.tekst(f"eksempel.{noekkel}", organ=organ) for noekkel in EKSEMPLER]


def lag(tjenester: Tjenester) -> Dialog:
    return Ingen(tjenester)

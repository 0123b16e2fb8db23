"""What was not understood is never guessed at: three suggestions, help, or which of two it was."""

from dataclasses import replace

from bot.cards.hjelp import EKSEMPLER, ikke_forstaatt
from bot.cards.melding import knapp, si_knapp
from bot.cards.valg import om_teksten
from bot.domain.conversation import Button, ConversationKind
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.forslag import forslagsknapp, lovlige
from dialogs.gjennomsyn import ta_vare_paa
from dialogs.hjelp import eksempelorgan
from dialogs.meninger import IGJEN, UTENFOR
from dialogs.slots import ord_, videre
from dialogs.svar import linjen, si, si_setning, spoer
from dialogs.tjenester import Tjenester

FORSLAG = 3
SMAAPRAT = {
    None: "smaaprat",
    "hvem": "smaaprat.hvem",
    "takk": "smaaprat.takk",
    "unnskyld": "smaaprat.unnskyld",
}
HOEFLIG = frozenset({"takk", "unnskyld"})
EGEN_SAK, TIL_EVENTUELT = "sak.meld", "eventuelt.meld"


class Ingen:
    intents = frozenset({"ingen", "smaaprat"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._keep_phrases = tjenester.keep_phrases

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hjelp = knapp(turn.norsk.tekst("knapp.hjelp"), "hjelp")
        if meaning.intent == "smaaprat":
            return _smaaprat(turn, ord_(meaning.slots, "hva"), hjelp)
        if _er_en_sak(meaning):
            return _egen_sak_eller_eventuelt(turn, meaning)
        knapper = _forslag(turn, meaning)
        if self._keep_phrases:
            knapper = await ta_vare_paa(turn, meaning, knapper)
        if _angaar_ikke(turn, meaning):
            return si_setning(turn, turn.norsk.tekst("ikke_forstaatt_kort"), [hjelp])
        if IGJEN in meaning.slots.extra:
            turn.asks = tuple(knapper)
            return si(turn, ikke_forstaatt(turn.norsk, eksempelorgan(turn), knapper))
        return spoer(turn, turn.norsk.tekst("ikke_forstaatt"), [*knapper, hjelp])


def _smaaprat(turn: Turn, hva: str | None, hjelp: Button) -> list[Reply]:
    return si_setning(turn, turn.norsk.tekst(SMAAPRAT[hva]), [] if hva in HOEFLIG else [hjelp])


def _forslag(turn: Turn, meaning: Meaning) -> list[Button]:
    forslag = lovlige(turn, meaning, meaning.suggestions[:FORSLAG])
    if forslag:
        return [forslagsknapp(turn, f) for f in forslag]
    organ = eksempelorgan(turn) or "ASU"
    return [si_knapp(turn.norsk.tekst(f"eksempel.{noekkel}", organ=organ)) for noekkel in EKSEMPLER]


def _er_en_sak(meaning: Meaning) -> bool:
    """Likeliest a sak to the møte, and it may be of either kind."""
    hensikter = [forslag.intent for forslag in meaning.suggestions[:FORSLAG]]
    return hensikter[:1] in ([EGEN_SAK], [TIL_EVENTUELT]) and {EGEN_SAK, TIL_EVENTUELT} <= set(hensikter)


def _angaar_ikke(turn: Turn, meaning: Meaning) -> bool:
    """Where others read along, what is no business of the bot's is not answered at length."""
    return UTENFOR in meaning.slots.extra and turn.conversation.kind is not ConversationKind.PERSONAL


def _egen_sak_eller_eventuelt(turn: Turn, meaning: Meaning) -> list[Reply]:
    """The buttons carry the words of the line as they were written; they are no yes to anything."""
    tekst = linjen(turn).strip()
    slots = replace(meaning.slots, extra={"tekst": tekst})
    knapper = [
        _valg(turn, "knapp.egen_sak", replace(meaning, intent=EGEN_SAK, slots=slots)),
        _valg(turn, "knapp.til_eventuelt", replace(meaning, intent=TIL_EVENTUELT, slots=slots)),
    ]
    turn.asks = tuple(knapper)
    return si(turn, om_teksten(turn.norsk.tekst("spoer.sak_eller_eventuelt"), tekst, knapper))


def _valg(turn: Turn, key: str, meaning: Meaning) -> Button:
    return videre(turn.norsk.tekst(key), meaning, meaning.slots)


def lag(tjenester: Tjenester) -> Dialog:
    return Ingen(tjenester)

"""A suggested line as a button: it says the line, and means what it was suggested for."""

from bot.cards.melding import si_knapp
from bot.domain.conversation import Button
from bot.language.maalform import in_maalform
from bot.turn import Meaning, Slots, Suggestion, Turn


def forslagsknapp(turn: Turn, forslag: Suggestion) -> Button:
    return si_knapp(in_maalform(turn.norsk.maalform, forslag.text), hensikt=forslag.intent)


def som_foreslaatt(meaning: Meaning, hensikt: str) -> Meaning:
    """`meaning` is what the line alone says. Where that is something else, what it was suggested for
    holds, with no more than the body it names; no yes has been said to it.
    """
    if meaning.intent == hensikt:
        return meaning
    nevnt = Slots(organ_ids=meaning.slots.organ_ids, organ_tekst=meaning.slots.organ_tekst)
    return Meaning(hensikt, sure=True, slots=nevnt)

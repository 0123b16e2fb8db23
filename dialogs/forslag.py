"""A suggested line as a button: it says the line, and means what it was suggested for."""

from collections.abc import Iterable

from bot.cards.melding import si_knapp
from bot.domain.conversation import Button
from bot.domain.rettigheter import HENSIKTER
from bot.language.maalform import in_maalform
from bot.turn import Meaning, Slots, Suggestion, Turn
from dialogs.rett import kan, kan_et_sted


def forslagsknapp(turn: Turn, forslag: Suggestion) -> Button:
    return si_knapp(in_maalform(turn.norsk.maalform, forslag.text), hensikt=forslag.intent)


def lovlige(turn: Turn, meaning: Meaning, forslag: Iterable[Suggestion]) -> list[Suggestion]:
    """Those the speaker has the right to, in a body that the line names, or in any where it names none."""
    return [f for f in forslag if _lov(turn, f.intent, meaning.slots)]


def _lov(turn: Turn, hensikt: str, slots: Slots) -> bool:
    rett = HENSIKTER.get(hensikt)
    if rett is None:
        return True
    return kan(turn, rett, slots.organ_ids) if slots.organ_ids else kan_et_sted(turn, rett)


def som_foreslaatt(meaning: Meaning, hensikt: str) -> Meaning:
    """`meaning` is what the line alone says. Where that is something else, what it was suggested for
    holds, with no more than the body it names; no yes has been said to it.
    """
    if meaning.intent == hensikt:
        return meaning
    nevnt = Slots(organ_ids=meaning.slots.organ_ids, organ_tekst=meaning.slots.organ_tekst)
    return Meaning(hensikt, sure=True, slots=nevnt)

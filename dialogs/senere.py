"""What the bot understands but cannot do yet, said honestly, with what one can do meanwhile."""

from bot.cards.melding import knapp
from bot.domain.conversation import Button
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.slots import til_data
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

GRUPPER = {
    "sammendrag.post": "sammendrag",
}
"""Intent to the sentence `senere.<group>`."""

REFERAT = ("knapp.referat", "referat.vis")
KNAPPER = {
    "sammendrag": (REFERAT,),
}
"""What helps meanwhile, by group: label and intent. Groups without get «Hjelp»."""


class Senere:
    intents = frozenset(GRUPPER)

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        gruppe = GRUPPER[meaning.intent]
        linje = " ".join([turn.norsk.tekst(f"senere.{gruppe}"), *lest_tid(turn, meaning.slots)])
        return si_setning(turn, linje, _knapper(turn, gruppe, meaning.slots))


def _knapper(turn: Turn, gruppe: str, slots: Slots) -> list[Button]:
    organet = til_data(Slots(organ_ids=slots.organ_ids))
    egne = KNAPPER.get(gruppe, (("knapp.hjelp", "hjelp"),))
    return [knapp(turn.norsk.tekst(label), intent, **organet) for label, intent in egne]


def lest_tid(turn: Turn, slots: Slots) -> list[str]:
    """How the time of the line was read, for an answer that does not show it otherwise."""
    if slots.period is None:
        return []
    periode = turn.norsk.periode(slots.period.fra, slots.period.til)
    return [turn.norsk.tekst("senere.tiden", periode=periode)]


def lag(tjenester: Tjenester) -> Dialog:
    return Senere()

"""«Hva vedtok vi om …?»: what the referater that have been read say, and no more."""

from dataclasses import replace

from bot.cards.sak import KONKLUSJON
from bot.domain.saksoek import Sak
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.referat import ReferatDialog
from dialogs.sak import SakDialog, ett_eller_spoer
from dialogs.sakfinner import lett_i, om_emnet
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester


class Vedtak:
    intents = frozenset({"vedtak.soek"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        sak = meaning.slots.sak
        if sak and sak.emne is None:
            slots = replace(meaning.slots, extra={"hva": KONKLUSJON})
            return await SakDialog().answer(turn, replace(meaning, intent="sak.vis", slots=slots))
        emne = sak.emne if sak else meaning.slots.emne
        if not emne:
            return await ReferatDialog().answer(turn, replace(meaning, intent="referat.vis"))
        return await _om(turn, replace(meaning, intent="sak.vis"), emne)


async def _om(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    """A sak that has been treated comes before one that is only put up."""
    meaning = replace(meaning, slots=replace(meaning.slots, extra={"hva": KONKLUSJON}))
    treff = await om_emnet(turn, meaning, emne)
    behandlet = [en for en in treff if _behandlet(en.sak)]
    if treff:
        return await ett_eller_spoer(turn, meaning, behandlet or treff)
    return si_setning(turn, " ".join([turn.norsk.tekst("vedtak.ingen", emne=emne), *lett_i(turn, meaning)]))


def _behandlet(sak: Sak) -> bool:
    return sak.referatsak is not None


def lag(tjenester: Tjenester) -> Dialog:
    return Vedtak()

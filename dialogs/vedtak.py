"""«Hva vedtok vi om …?»: what the referater that have been read say, and no more."""

from dataclasses import replace

from bot.domain.saksoek import Sak
from bot.language.tekster import tekst
from bot.turn import Aspect, Dialog, Meaning, Reply, Turn
from dialogs.emne import saker_om
from dialogs.sak import SakDialog, ett_eller_spoer
from dialogs.sakfinner import med_soek
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester


class Vedtak:
    intents = frozenset({"vedtak.soek"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        sak = meaning.slots.sak
        if sak and sak.emne is None:
            slots = replace(meaning.slots, aspect=Aspect.FORSLAG)
            return await SakDialog().answer(turn, replace(meaning, intent="sak.vis", slots=slots))
        emne = sak.emne if sak else meaning.slots.emne
        if not emne:
            return si_setning(turn, tekst("vedtak.hva"))
        return await _om(turn, replace(meaning, intent="sak.vis"), emne)


async def _om(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    treff = await med_soek(turn, meaning, lambda liste, hode: saker_om(emne, liste))
    behandlet = [en for en in treff if _behandlet(en.sak)]
    svar = await ett_eller_spoer(turn, meaning, behandlet)
    if svar:
        return svar
    if treff:
        forslag = replace(meaning, slots=replace(meaning.slots, aspect=Aspect.FORSLAG))
        return await ett_eller_spoer(turn, forslag, treff)
    return si_setning(turn, tekst("vedtak.ingen", emne=emne))


def _behandlet(sak: Sak) -> bool:
    return sak.referatsak is not None


def lag(tjenester: Tjenester) -> Dialog:
    return Vedtak()

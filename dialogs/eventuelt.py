"""«Hva kommer under eventuelt?»: the sak on the saksliste. What members raise is not kept yet."""

from dataclasses import replace

from bot.turn import Dialog, Meaning, Reply, SakRef, Turn
from dialogs.sak import ett_eller_spoer
from dialogs.sakfinner import om_emnet
from dialogs.senere import lest_tid
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

EMNE = "eventuelt"


class Eventuelt:
    intents = frozenset({"eventuelt.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        om_saken = replace(meaning, slots=replace(meaning.slots, sak=SakRef(emne=EMNE)))
        treff = await om_emnet(turn, om_saken, EMNE)
        ingen = " ".join([turn.norsk.tekst("senere.eventuelt_liste"), *lest_tid(turn, meaning.slots)])
        return await ett_eller_spoer(turn, om_saken, treff) or si_setning(turn, ingen)


def lag(tjenester: Tjenester) -> Dialog:
    return Eventuelt()

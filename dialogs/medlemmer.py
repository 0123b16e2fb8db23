"""«Hvem sitter i ASU?», «hvem leder møtet?», and «vis organkortet for ASU»."""

import re
from dataclasses import replace

from bot.cards.medlemmer import Medlemsvisning, medlemskort
from bot.cards.melding import knapp
from bot.cards.referat import Referatvisning
from bot.domain.conversation import ConversationKind
from bot.domain.organ import Organ
from bot.domain.organvalg import fersk, velg_organ
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs import ingen_moeter
from dialogs.her import organer_her
from dialogs.moetet import finn_moete, moetenavn, papirene, spoer_organ
from dialogs.organkort import ORGANKORT, Organkort
from dialogs.referat import MOETELEDER, moeteleder
from dialogs.rett import kan
from dialogs.slots import ord_
from dialogs.svar import husk, linjen, si, si_setning
from dialogs.tjenester import Tjenester

_ORGANKORT = re.compile(r"organkort|\binnstillinga?e?(?:r|ne)\b", re.IGNORECASE)


class Medlemmer:
    intents = frozenset({"medlem.liste"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._organkort = Organkort(tjenester)

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if ord_(slots, "hva") == MOETELEDER:
            return await _moeteleder(turn, meaning)
        if _ORGANKORT.search(linjen(turn)):
            return await self._organkort.answer(turn, replace(meaning, intent=ORGANKORT))
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
        organer = _organer(turn, slots.organ_ids)
        if len(organer) != 1:
            return (
                spoer_organ(turn, meaning, organer)
                if organer
                else si_setning(turn, turn.norsk.tekst("ingen.papirer"))
            )
        return _listen(turn, turn.register.organ(organer[0]))


def _listen(turn: Turn, organ: Organ) -> list[Reply]:
    """Only the sekretariat, alone with the bot, sees e-mails and what can be changed."""
    dag = turn.incoming.at.date()
    alene = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    sekretariat = alene and kan(turn, Rett.GI_ROLLE, [organ.id or 0])
    innstillinger = knapp(turn.norsk.tekst("knapp.innstillinger"), ORGANKORT, organ=organ.id)
    knapper = [innstillinger] if sekretariat else []
    if not any(m.gjelder(dag) for m in organ.medlemmer):
        return si_setning(turn, turn.norsk.tekst("medlem.ingen", organ=organ.kort(dag)), knapper)
    visning = Medlemsvisning(turn.norsk, turn.register, organ, dag, med_kontakt=sekretariat)
    return si(turn, medlemskort(visning, knapper))


async def _moeteleder(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Only a referat says who leads and who takes the referat."""
    hode = await finn_moete(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    husk(turn, hode)
    moete = await papirene(turn, hode)
    if moete.referat is None:
        return si_setning(turn, turn.norsk.tekst("moeteleder.ukjent", moete=moetenavn(turn, hode)))
    return moeteleder(turn, Referatvisning(turn.norsk, moete, moete.referat, turn.register))


def _organer(turn: Turn, nevnte: tuple[int, ...]) -> tuple[int, ...]:
    """The body that is named, whose the channel is, or that was just shown; else all there are."""
    vist = fersk(turn.conversation.context, turn.incoming.at).organ_id
    valgt = velg_organ(turn.register, nevnte, organer_her(turn), vist)
    alle = tuple(o.id for o in turn.register.organer if o.id is not None)
    return valgt or ((vist,) if vist in alle else ()) or alle


def lag(tjenester: Tjenester) -> Dialog:
    return Medlemmer(tjenester)

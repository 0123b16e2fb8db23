"""«Hvem sitter i ASU?», «hvem leder møtet?»"""

from bot.cards.medlemmer import medlemskort
from bot.cards.referat import Referatvisning
from bot.domain.organvalg import fersk, velg_organ
from bot.domain.register import Moetehode
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs import ingen_moeter
from dialogs.her import organer_her
from dialogs.moetet import finn_moete, moetenavn, papirene, spoer_organ
from dialogs.referat import MOETELEDER, moeteleder
from dialogs.slots import ord_
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester


class Medlemmer:
    intents = frozenset({"medlem.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if ord_(slots, "hva") == MOETELEDER:
            return await _moeteleder(turn, meaning)
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
        organer = _organer(turn, slots.organ_ids)
        if len(organer) != 1:
            return (
                spoer_organ(turn, meaning, organer)
                if organer
                else si_setning(turn, turn.norsk.tekst("ingen.papirer"))
            )
        organ = turn.register.organ(organer[0])
        if not organ.medlemmer:
            navn = organ.kort(turn.incoming.at.date())
            return si_setning(turn, turn.norsk.tekst("medlem.ingen", organ=navn))
        return si(turn, medlemskort(turn.norsk, turn.register, organ, turn.incoming.at.date()))


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
    return Medlemmer()

"""«Referatet fra forrige møte», «hvem var til stede?», «konklusjonen i sak 2/25», oppfølginger."""

from bot.cards.ord import Tall, stor
from bot.cards.referat import Referatvisning, frammoete, oppfoelgingskort, referatkort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.organvalg import Rekkefoelge
from bot.domain.referat import Oppfoelging
from bot.domain.register import Moetehode
from bot.language.tekster import tekst
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.sak import SakDialog
from dialogs.slots import tall
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester


class ReferatDialog:
    intents = frozenset({"referat.vis", "oppgave.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.slots.sak:
            return await SakDialog().answer(turn, meaning)
        hode = await finn_moete(turn, meaning, lambda h: h.har_referat, Rekkefoelge.SISTE)
        if not isinstance(hode, Moetehode):
            return (
                hode if turn.asks or not _ingen_referat(turn) else si_setning(turn, tekst("referat.ingen"))
            )
        husk(turn, hode)
        moete = await papirene(turn, hode)
        if moete.referat is None:
            return si_setning(turn, tekst("referat.mangler", moete=moetenavn(turn, hode)))
        return _vis(turn, meaning, Referatvisning(moete, moete.referat, turn.register))


def _ingen_referat(turn: Turn) -> bool:
    return not any(m.har_referat for m in turn.register.moeter)


def _vis(turn: Turn, meaning: Meaning, visning: Referatvisning) -> list[Reply]:
    slots = meaning.slots
    utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra") or 0))
    if meaning.intent == "oppgave.liste":
        return _oppgaver(turn, visning, slots.person, utsnitt)
    if slots.extra.get("hva") == "frammoete":
        return si(turn, frammoete(visning, utsnitt))
    return si(turn, referatkort(visning, utsnitt))


def _oppgaver(turn: Turn, visning: Referatvisning, person: str | None, utsnitt: Utsnitt) -> list[Reply]:
    oppgaver = [o for o in visning.referat.oppfoelging if person is None or _har(o, person)]
    if not oppgaver:
        return si_setning(turn, tekst("oppgave.ingen", moete=visning.hvor))
    foerst = stor(tekst("oppgave.liste", antall=Tall(len(oppgaver)), moete=visning.hvor))
    return si(turn, oppfoelgingskort(foerst, visning, oppgaver, utsnitt))


def _har(oppgave: Oppfoelging, person: str) -> bool:
    return person.casefold() in (oppgave.ansvarlig or "").casefold()


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatDialog()

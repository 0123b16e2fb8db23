"""«Hvem kommer?», «hvem har meldt forfall?», «er vi vedtaksføre?»: of a møte to come from what was
reported; of one that has been held, from its referat.
"""

import re
from dataclasses import replace

from bot.cards.frammoete import Visning, frammoeteliste
from bot.cards.melding import knapp
from bot.cards.moetetid import TID, moetetid
from bot.cards.ord import organnavn
from bot.cards.referat import Referatvisning, frammoete
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import Button
from bot.domain.frammoetetall import frammoetetall
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.register import Moetehode
from bot.domain.rettigheter import LEDELSE, Rett
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Svar
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.frammoete import les
from dialogs.forfallmine import MINE, mine_forfall
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.rett import krev, krev_her, vises_her
from dialogs.slots import ord_, tall
from dialogs.svar import husk, linjen, si, si_setning
from dialogs.tjenester import Tjenester

QUORUM = re.compile(r"beslut|vedtaks?f[øo]r|fulltallig|quorum|flertall|nok\s*folk", re.IGNORECASE)
"""A body without a quorum is told of only to those who ask for it."""
FORFALL = re.compile(r"forfall|\b(?:ikke|ikkje|itj)\b(?!\s+svar)|borte|frav[æe]r|mangl[ea]r", re.IGNORECASE)
"""Those who do not come are asked for: they come first."""


class Forfallsliste:
    intents = frozenset({"forfall.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if ord_(meaning.slots, "hva") == MINE:
            return await mine_forfall(turn)
        hode = await finn_moete(turn, meaning)
        if not isinstance(hode, Moetehode):
            return hode
        if hode.har_referat:
            return await _fra_referatet(turn, hode, meaning.slots)
        krev(turn, Rett.SE_FRAMMOETE, hode.organ_ids)
        krev_her(turn, hode.organ_ids)
        husk(turn, hode)
        if hode.avlyst:
            return si_setning(turn, turn.norsk.tekst("forfall.avlyst", moete=moetenavn(turn, hode)))
        return await self._fra_loggen(turn, hode, meaning.slots)

    async def _fra_loggen(self, turn: Turn, hode: Moetehode, slots: Slots) -> list[Reply]:
        """Of a felles møte, in the channel of one of its bodies, that body's part alone."""
        situasjon = await les(turn.uow, hode.id, turn.incoming.at)
        quorum = slots.extra.get("quorum") is True or bool(QUORUM.search(linjen(turn)))
        borte = slots.extra.get("borte") is True or bool(FORFALL.search(linjen(turn)))
        vises = [o for o in hode.organ_ids if vises_her(turn, (o,))]
        visning = Visning(
            turn.norsk,
            turn.register,
            situasjon,
            moetenavn(turn, replace(hode, organ_ids=tuple(vises))),
            ledelse=_er_ledelse(turn, hode),
            quorum=quorum,
            forfall=borte and not quorum,
        )
        alle = [frammoetetall(situasjon, organ_id) for organ_id in vises]
        if not any(t.rader for t in alle):
            return si_setning(turn, _ingen_medlemmer(turn, hode))
        utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra") or 0))
        return si(turn, frammoeteliste(visning, alle, _knapper(turn, situasjon), utsnitt))


def _knapper(turn: Turn, situasjon: Situasjon) -> list[Button]:
    """For a member who has not answered. Without an operation id: whoever changes their mind is heard."""
    hvem, hode = turn.aktoer.hvem, situasjon.hode
    over = tilstand(hode, turn.incoming.at) is Tilstand.OVER
    if over or hvem.person_id is None or not situasjon.plasser_til(hvem):
        return []
    if situasjon.stilling.person(hvem).svar is not Svar.UBESVART:
        return []
    norsk = turn.norsk
    kommer = norsk.tekst("hvemkommer.knapp_kommer")
    forfall = norsk.tekst("hvemkommer.knapp_forfall")
    om = {"moete": hode.id, TID: moetetid(hode)}
    return [
        knapp(kommer, "frammoete.meld", hva="kommer", **om),
        knapp(forfall, "forfall.meld", **om),
    ]


async def _fra_referatet(turn: Turn, hode: Moetehode, slots: Slots) -> list[Reply]:
    husk(turn, hode)
    moete = await papirene(turn, hode)
    if moete.referat is None:
        return si_setning(turn, turn.norsk.tekst("referat.mangler", moete=moetenavn(turn, hode)))
    utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra") or 0))
    return si(turn, frammoete(Referatvisning(turn.norsk, moete, moete.referat, turn.register), utsnitt))


def _ingen_medlemmer(turn: Turn, hode: Moetehode) -> str:
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    return turn.norsk.tekst("hvemkommer.ingen_medlemmer", moete=moetenavn(turn, hode), organ=organ)


def _er_ledelse(turn: Turn, hode: Moetehode) -> bool:
    egne = [turn.aktoer.roller.get(o, frozenset()) for o in hode.organ_ids]
    return turn.aktoer.admin or any(roller & LEDELSE for roller in egne)


def lag(tjenester: Tjenester) -> Dialog:
    return Forfallsliste()

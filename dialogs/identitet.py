"""Whom the bot takes the speaker for: «hvem er jeg», and «Det er ikke meg» of who is known by name."""

from dataclasses import replace

from bot.cards.identitet import rettighetskort, tatt_for
from bot.cards.melding import knapp, setning, skriveknapp
from bot.domain.aktoer import Sikkerhet
from bot.domain.conversation import Button, ConversationKind
from bot.domain.identitet import avkreftet, personnavn
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.ikkemeg import fortell_sekretariatet
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan_et_sted
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_paa_kortet, si_setning
from dialogs.tilknytning import VENTER
from dialogs.tjenester import Tjenester

IKKE_MEG = "identitet.ikke_meg"


def hva_jeg_kan(turn: Turn, tjenester: Tjenester) -> list[Reply]:
    """Whom the speaker is taken for, and their rights in each body. Raises SlaaOpp."""
    slaa_opp_foerst(turn)
    knapper = _ikke_meg(turn, tjenester)
    privat = turn.conversation.kind is ConversationKind.PERSONAL
    if privat and kan_et_sted(turn, Rett.GI_ROLLE):
        knapper.append(knapp(turn.norsk.tekst("knapp.hvem_venter"), VENTER))
    dag = turn.incoming.at.date()
    return si(turn, rettighetskort(turn.norsk, turn.register, turn.aktoer, dag, knapper))


async def si_hvem(turn: Turn, tjenester: Tjenester) -> list[Reply]:
    """Said once, where a name alone has been used for writing; nothing else."""
    person_id, bruker = turn.aktoer.hvem.person_id, turn.bruker
    if not (turn.writes and turn.ved_navn) or bruker is None or bruker.tatt_for == person_id:
        return []
    await turn.uow.brukere.lagre(replace(bruker, tatt_for=person_id))
    linje = tatt_for(turn.norsk, turn.register, turn.aktoer, turn.incoming.at.date())
    return [Reply(setning(linje, _ikke_meg(turn, tjenester)))]


def _ikke_meg(turn: Turn, tjenester: Tjenester) -> list[Button]:
    if turn.aktoer.sikkerhet is not Sikkerhet.NAVN:
        return []
    data = {"hvem": turn.incoming.person.id, "medlem": turn.aktoer.hvem.person_id}
    return [skriveknapp(turn.norsk.tekst("knapp.ikke_meg"), IKKE_MEG, tjenester.ny_id(), **data)]


class Identitet:
    intents = frozenset({IKKE_MEG})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        medlem = tall(meaning.slots, "medlem")
        if medlem is None or turn.bruker is None:
            raise UgyldigKnapp
        if ord_(meaning.slots, "hvem") != turn.incoming.person.id:
            return [Reply(setning(turn.norsk.tekst("bekreft.ikke_spurt")))]
        if medlem not in (turn.aktoer.hvem.person_id, turn.aktoer.delt):
            return si_paa_kortet(turn, turn.norsk.tekst("rett.kjenner_ikke"))
        if turn.aktoer.sikkerhet is Sikkerhet.SIKKER:
            return si_setning(turn, turn.norsk.tekst("rett.er_sikker"))
        await turn.uow.brukere.lagre(avkreftet(turn.bruker, medlem))
        turn.writes = True
        navn = personnavn(turn.register, medlem, turn.incoming.at.date()) or turn.aktoer.hvem.navn
        fortalt = await fortell_sekretariatet(turn, self._tjenester, medlem)
        noekkel = "rett.ikke_deg_fortalt" if fortalt else "rett.ikke_deg"
        return si_paa_kortet(turn, turn.norsk.tekst(noekkel, navn=navn))


def lag(tjenester: Tjenester) -> Dialog:
    return Identitet(tjenester)

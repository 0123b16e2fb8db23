"""«Hva gikk jeg glipp av?»: what was decided in the last møte one had forfall to."""

from bot.cards.godkjenning import gikk_glipp
from bot.cards.melding import knapp
from bot.domain.boklesing import les
from bot.domain.bokmottakere import hadde_forfall, som_mottaker
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.moeter import avholdte
from bot.domain.navn import norm
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.godkjenning import Sak, utsendt
from dialogs.bok import bokens_navn
from dialogs.moetet import papirene
from dialogs.rett import krev, krev_her
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester

SER_TILBAKE = 12
"""As many møter are looked through, the latest first."""
SENDT = (Boktilstand.TIL_GODKJENNING, Boktilstand.GODKJENT)


class ReferatGlipp:
    intents = frozenset({"referat.glipp"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """In 1:1 and in the body's own channel."""
        moeter = _moeter(turn, meaning)[:SER_TILBAKE]
        usendt = None
        for hode in moeter:
            bok = await turn.uow.boeker.for_moete(hode.id)
            stand = les(await turn.uow.boeker.les(bok.id or 0)) if bok else None
            if not await _var_borte(turn, hode, stand):
                continue
            if bok is None or stand is None:
                return await _papiret(turn, hode)
            if bok.tilstand in SENDT:
                return await _vis(turn, hode, bok, stand)
            usendt = usendt or hode
        if usendt:
            navn = bokens_navn(turn, usendt)
            return si_setning(turn, turn.norsk.tekst("godkjenning.glipp_usendt", moete=navn))
        return si_setning(turn, turn.norsk.tekst("godkjenning.glipp_ingen"))


def _moeter(turn: Turn, meaning: Meaning) -> list[Moetehode]:
    """Those that are over, of the bodies that are named, else of the speaker's."""
    slots = meaning.slots
    organer = set(slots.organ_ids or turn.aktoer.roller)
    fra, til = (slots.period.fra, slots.period.til) if slots.period else (None, None)
    return [
        h
        for h in avholdte(turn.register.moeter, turn.incoming.at)
        if organer & set(h.organ_ids) and (fra is None or fra <= h.dato) and (til is None or h.dato < til)
    ]


async def _var_borte(turn: Turn, hode: Moetehode, stand: Bokstand | None) -> bool:
    if stand is not None:
        return hadde_forfall(stand, turn.aktoer.hvem)
    moete = await papirene(turn, hode) if hode.har_referat else None
    if moete is None or moete.referat is None:
        return False
    return any(norm(d.navn) == norm(turn.aktoer.hvem.navn) for d in moete.referat.forfall)


async def _vis(turn: Turn, hode: Moetehode, bok: Moetebok, stand: Bokstand) -> list[Reply]:
    """Raises IkkeLov and IkkeHer while it is not approved."""
    if bok.tilstand is not Boktilstand.GODKJENT:
        krev(turn, Rett.SE_REFERAT, hode.organ_ids)
        krev_her(turn, hode.organ_ids)
    til = som_mottaker(stand, turn.register, hode, turn.aktoer.hvem)
    oppgaver = await turn.uow.oppgaver.for_bok(bok.id or 0)
    sak = Sak(turn.register, hode, bok, stand)
    husk(turn, hode)
    moete = await papirene(turn, hode)
    offentlig = bok.tilstand is Boktilstand.GODKJENT
    return si(turn, gikk_glipp(turn.norsk, utsendt(sak, moete, oppgaver, til, offentlig=offentlig)))


async def _papiret(turn: Turn, hode: Moetehode) -> list[Reply]:
    """One that was imported is shown as a referat: its oppgaver are in it."""
    husk(turn, hode)
    linje = turn.norsk.tekst("godkjenning.glipp_papir", moete=bokens_navn(turn, hode))
    return si_setning(turn, linje, [knapp(turn.norsk.tekst("knapp.referat"), "referat.vis", moete=hode.id)])


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatGlipp()

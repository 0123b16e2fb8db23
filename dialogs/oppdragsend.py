"""«Send til fagråd 3?»: what the referat asks another body for is sent when the sekretariat says so.
«Send oppdrag til fagråd 3: …» is shown first, since it goes to others.
"""

from dataclasses import replace

from bot.cards import oppdrag as kort
from bot.cards.melding import knapp
from bot.cards.oppdrag import HVA, IKKE, LEGG_UT, OPPDRAG, SEND, TREKK, TREKK_JA
from bot.domain import fritekst
from bot.domain import oppdragsregler as regler
from bot.domain.conversation import Button
from bot.domain.fritekst import UgyldigTekst
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgaver import Handling, handling
from bot.domain.rettigheter import Rett, krev_privat
from bot.language.oppfoelging import frist_av
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import oppdrag as varsling
from bot.varsling.oppdrag import Levert
from bot.varsling.oppdragkanal import legg_ut
from dialogs import ingen_moeter
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.bokfoer import akten
from dialogs.bokvern import spoer_om_pasient
from dialogs.fritekstsvar import ordlegg
from dialogs.oppdragorgan import FRA, TIL, fra_organ, til_organ
from dialogs.oppdragsavslag import AVSLAG, Skulle, avslag, ordlagt
from dialogs.oppdragsyn import forslag_som_venter, med_id, mine_organer, vis_forslag, visning
from dialogs.oppdragtrekk import etter_linja, spoer_foerst
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

TEKST, JA = "tekst", "ja"


class OppdragSend:
    intents = frozenset({SEND})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        try:
            if tall(meaning.slots, OPPDRAG) is not None:
                return await self._trykket(turn, meaning)
            if ord_(meaning.slots, HVA) == TREKK:
                return await etter_linja(turn, meaning, self._tjenester)
            return await self._skrevet(turn, meaning)
        except AVSLAG as nei:
            trekkes = ord_(meaning.slots, HVA) in (TREKK, TREKK_JA)
            return avslag(turn, nei, Skulle.TREKKES if trekkes else Skulle.SENDES)
        except UgyldigTekst as nei:
            return si_setning(turn, ordlegg(turn, nei))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """It is always shown first, by the dialog itself."""
        return None

    async def _trykket(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """What the button says is looked at again. Of two who press at once the second is told how it
        stands.
        """
        o = await med_id(turn, tall(meaning.slots, OPPDRAG) or 0)
        krev(turn, Rett.SENDE_OPPDRAG, [o.fra_organ_id])
        if o.sendt is None:
            krev_privat(turn.incoming.conversation.kind)
        h = handling(turn.aktoer.hvem, turn.incoming.at)
        hva = ord_(meaning.slots, HVA)
        if hva == TREKK:
            return spoer_foerst(turn, o, self._tjenester)
        if hva == TREKK_JA:
            return await self._trekk(turn, o, h)
        if hva == LEGG_UT:
            return await self._legg_ut(turn, o)
        if hva not in (None, IKKE):
            raise UgyldigKnapp
        try:
            lagret = await _lagre(turn, regler.avslaatt(o, h) if hva == IKKE else regler.sendt(o, h))
        except regler.AlleredeAvgjort as nei:
            return await self._alt_avgjort(turn, nei)
        foerst = await self._gjort(turn, lagret)
        return await _resten(turn, lagret, foerst)

    async def _alt_avgjort(self, turn: Turn, nei: regler.AlleredeAvgjort) -> list[Reply]:
        """Said above what is left: the card shows how it stands."""
        return await _resten(turn, nei.oppdrag, ordlagt(turn, nei))

    async def _gjort(self, turn: Turn, o: Oppdrag) -> str:
        til = visning(turn).organ(o.til_organ_id)
        if o.tilstand is Oppdragstilstand.AVSLAATT:
            return turn.norsk.tekst("oppdrag.er_avslaatt", til=til)
        levert = await varsling.send_ut(varsler(turn, self._tjenester), turn.register, o, turn.incoming.at)
        return " ".join([turn.norsk.tekst("oppdrag.er_sendt", til=til), *_hvem_fikk(turn, til, levert)])

    async def _trekk(self, turn: Turn, o: Oppdrag, h: Handling) -> list[Reply]:
        lagret = await _lagre(turn, regler.trukket(o, h))
        post = varsler(turn, self._tjenester)
        await varsling.trukket(post, turn.uow, turn.register, lagret, turn.incoming.at)
        v = visning(turn)
        linje = turn.norsk.tekst("oppdrag.trukket_naa", til=v.organ(o.til_organ_id))
        return si(turn, kort.kvittering(v, linje, lagret))

    async def _legg_ut(self, turn: Turn, o: Oppdrag) -> list[Reply]:
        """In the channels that never had it. Raises AlleredeAvgjort of what is not with the body."""
        if o.tilstand not in regler.SENDTE:
            raise regler.AlleredeAvgjort(o)
        antall = await legg_ut(varsler(turn, self._tjenester), turn.register, o, turn.incoming.at)
        turn.writes = antall > 0
        til = visning(turn).organ(o.til_organ_id)
        key = "oppdrag.legges_ut" if antall else "oppdrag.ingen_kanal_mangler"
        return si(turn, kort.kvittering(visning(turn), turn.norsk.tekst(key, til=til), o))

    async def _skrevet(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
        skrevet = ord_(slots, TEKST) or ""
        venter = [] if skrevet.strip() else await forslag_som_venter(turn, slots.organ_ids)
        if venter:
            return vis_forslag(turn, venter)
        if not mine_organer(turn, Rett.SENDE_OPPDRAG):
            krev(turn, Rett.SENDE_OPPDRAG, [o.id for o in turn.register.organer if o.id is not None])
        tekst = fritekst.oppdrag(skrevet) if skrevet.strip() else ""
        fra = fra_organ(turn, meaning)
        if not isinstance(fra, int):
            return fra
        til = til_organ(turn, meaning, fra)
        if not isinstance(til, int):
            return til
        if not tekst:
            til_navn = visning(turn).organ(til)
            return si_setning(turn, turn.norsk.tekst("oppdrag.uten_tekst", til=til_navn))
        spurt = spoer_om_pasient(turn, meaning, tekst, self._tjenester)
        if spurt:
            return spurt
        if slots.extra.get(JA) is not True:
            return self._vis(turn, meaning, fra, til, tekst)
        return await self._send(turn, fra, til, tekst)

    def _vis(self, turn: Turn, meaning: Meaning, fra: int, til: int, tekst: str) -> list[Reply]:
        v = visning(turn)
        extra = {**meaning.slots.extra, FRA: fra, TIL: til, TEKST: tekst, JA: True}
        vist = Forhaandsvisning(
            turn.norsk.tekst("oppdrag.skal_sende", fra=v.organ(fra), til=v.organ(til), tekst=tekst),
            turn.norsk.tekst("oppdrag.ja_send"),
            replace(meaning, slots=replace(meaning.slots, organ_ids=(), period=None, extra=extra)),
        )
        return be_om_ja(turn, vist, self._tjenester.ny_id)

    async def _send(self, turn: Turn, fra: int, til: int, tekst: str) -> list[Reply]:
        h = handling(turn.aktoer.hvem, turn.incoming.at)
        innhold = regler.Innhold(tekst, frist=frist_av(tekst, turn.incoming.at.date()))
        nytt = regler.nytt(fra, til, None, f"linje:{akten(turn).id}", innhold, h)
        lagret = await _lagre(turn, regler.sendt(nytt, h))
        v, foerst = visning(turn), await self._gjort(turn, lagret)
        return si(turn, kort.kvittering(v, foerst, lagret, [kort.trekknapp(v, lagret)]))


async def _lagre(turn: Turn, o: Oppdrag) -> Oppdrag:
    lagret = await turn.uow.oppdrag.lagre(o)
    turn.writes = True
    return lagret


async def _resten(turn: Turn, o: Oppdrag, foerst: str) -> list[Reply]:
    """What was done, and what else the same referat asks for and waits."""
    v = visning(turn)
    alle = await forslag_som_venter(turn)
    venter = [a for a in alle if a.fra_organ_id == o.fra_organ_id and a.moete_id == o.moete_id]
    if venter:
        return vis_forslag(turn, venter, foerst)
    angre = {
        Oppdragstilstand.SENDT: [kort.trekknapp(v, o)],
        Oppdragstilstand.AVSLAATT: [_likevel(turn, o)],
    }
    return si(turn, kort.kvittering(v, foerst, o, angre.get(o.tilstand, [])))


def _likevel(turn: Turn, o: Oppdrag) -> Button:
    til = visning(turn).organ(o.til_organ_id)
    return knapp(turn.norsk.tekst("oppdrag.knapp_send", til=til), SEND, oppdrag=o.id)


def _hvem_fikk(turn: Turn, til: str, levert: Levert) -> list[str]:
    if levert.kanaler:
        return []
    return [turn.norsk.tekst("oppdrag.uten_kanal" if levert.personer else "oppdrag.naar_ingen", til=til)]


def lag(tjenester: Tjenester) -> Dialog:
    return OppdragSend(tjenester)

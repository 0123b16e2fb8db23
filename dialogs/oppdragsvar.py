"""«Svar på oppdrag 3: …», «oppdrag 3 er utført», and the «Svar» of the post: the body answers what it was
asked for, and may take the answer back.
"""

from dataclasses import replace

from bot.cards import oppdrag as kort
from bot.cards.melding import knapp, skriveknapp
from bot.cards.oppdrag import GJENAAPNE, HVA, OPPDRAG, SEND_SVAR, SVAR, SVARFELT
from bot.cards.oppdragslinjer import navn
from bot.cards.ord import forkortet
from bot.domain import fritekst
from bot.domain import oppdragsregler as regler
from bot.domain.conversation import Button
from bot.domain.fritekst import UgyldigTekst
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgaver import handling
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import oppdrag as varsling
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokavslag import tekstfeil
from dialogs.bokvern import kan_vaere_pasient, spoer_om_pasient
from dialogs.oppdragsavslag import AVSLAG, avslag
from dialogs.oppdragsyn import finn, visning
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

TEKST, UTFOERT = "tekst", "utfoert"
TEGN = 200


class OppdragSvar:
    intents = frozenset({SVAR})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        try:
            return await self._svar(turn, meaning)
        except AVSLAG as nei:
            return self._nei(turn, nei)
        except UgyldigTekst as nei:
            return si_setning(turn, tekstfeil(turn, nei))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """Where it is clear which and what, and they may; else the dialog asks or refuses."""
        try:
            o = await finn(turn, meaning, Rett.SVARE_OPPDRAG, self._tjenester.ny_id)
            tekst = _teksten(turn, meaning)
        except (*AVSLAG, UgyldigTekst, UgyldigKnapp):
            return None
        if not isinstance(o, Oppdrag) or not tekst or o.tilstand is not Oppdragstilstand.SENDT:
            return None
        if not kan(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id]) or kan_vaere_pasient(turn, tekst):
            return None
        extra = {OPPDRAG: o.id, TEKST: tekst}
        return Forhaandsvisning(
            turn.norsk.tekst("oppdrag.skal_svare", oppdrag=_navn(turn, o), tekst=forkortet(tekst, TEGN)),
            turn.norsk.tekst("oppdrag.ja_svar"),
            replace(meaning, slots=replace(meaning.slots, organ_ids=(), extra=extra)),
        )

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        o = await finn(turn, meaning, Rett.SVARE_OPPDRAG, self._tjenester.ny_id)
        if not isinstance(o, Oppdrag):
            return o
        krev(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id])
        hva = ord_(meaning.slots, HVA)
        if hva == GJENAAPNE:
            return await self._gjenaapne(turn, o)
        if o.tilstand is not Oppdragstilstand.SENDT:
            regler.besvart(o, "", handling(None, turn.incoming.at))
        if hva == SEND_SVAR:
            return await self._fra_skjemaet(turn, meaning, o)
        tekst = _teksten(turn, meaning)
        if not tekst:
            return self._skjema(turn, o)
        return spoer_om_pasient(turn, meaning, tekst, self._tjenester) or await self._besvar(turn, o, tekst)

    def _skjema(self, turn: Turn, o: Oppdrag, svar: str = "", feil: str = "") -> list[Reply]:
        """In a message of its own: the post it was pressed in stays."""
        label = turn.norsk.tekst("oppdrag.knapp_send_svar")
        send = skriveknapp(label, SVAR, self._tjenester.ny_id(), oppdrag=o.id, hva=SEND_SVAR)
        return [Reply(kort.skjema(visning(turn), o, send, svar, feil))]

    async def _fra_skjemaet(self, turn: Turn, meaning: Meaning, o: Oppdrag) -> list[Reply]:
        skrevet = ord_(meaning.slots, SVARFELT) or ord_(meaning.slots, TEKST) or ""
        try:
            tekst = fritekst.punkt(skrevet)
        except UgyldigTekst as nei:
            igjen = "" if fritekst.elleve_siffer(skrevet) else skrevet
            return self._skjema(turn, o, igjen, tekstfeil(turn, nei))
        spurt = spoer_om_pasient(turn, meaning, tekst, self._tjenester)
        return spurt or await self._besvar(turn, o, tekst)

    async def _besvar(self, turn: Turn, o: Oppdrag, tekst: str) -> list[Reply]:
        h = handling(turn.aktoer.hvem, turn.incoming.at)
        lagret = await self._lagre(turn, regler.besvart(o, tekst, h))
        fra = visning(turn).organ(o.fra_organ_id)
        linje = turn.norsk.tekst("oppdrag.er_besvart", fra=fra)
        return si(turn, kort.kvittering(visning(turn), linje, lagret, [_angre(turn, lagret)]))

    async def _gjenaapne(self, turn: Turn, o: Oppdrag) -> list[Reply]:
        h = handling(turn.aktoer.hvem, turn.incoming.at)
        lagret = await self._lagre(turn, regler.gjenaapnet(o, h))
        linje = turn.norsk.tekst("oppdrag.er_gjenaapnet")
        return si(turn, kort.kvittering(visning(turn), linje, lagret, [_svarknapp(turn, lagret)]))

    async def _lagre(self, turn: Turn, o: Oppdrag) -> Oppdrag:
        """Those who sent it are told, in the same transaction."""
        lagret = await turn.uow.oppdrag.lagre(o)
        turn.writes = True
        post = varsler(turn, self._tjenester)
        await varsling.besvart(post, turn.uow, turn.register, lagret, turn.incoming.at)
        return lagret

    def _nei(self, turn: Turn, nei: Exception) -> list[Reply]:
        """One that is answered can be opened again by who may answer it."""
        if isinstance(nei, regler.AlleredeBesvart):
            svar = avslag(turn, nei, svarer=True)
            return si_setning(turn, svar[0].message.text, [_angre(turn, nei.oppdrag)])
        assert isinstance(nei, AVSLAG)
        return avslag(turn, nei, svarer=True)


def _teksten(turn: Turn, meaning: Meaning) -> str:
    """What was written behind the words, or that it is done. Raises UgyldigTekst and UgyldigKnapp."""
    skrevet = ord_(meaning.slots, TEKST)
    if skrevet:
        return fritekst.punkt(skrevet)
    return turn.norsk.tekst("oppdrag.utfoert") if ord_(meaning.slots, HVA) == UTFOERT else ""


def _angre(turn: Turn, o: Oppdrag) -> Button:
    """No operation id: answered, taken back, answered again must be heard."""
    return knapp(turn.norsk.tekst("oppdrag.knapp_gjenaapne"), SVAR, oppdrag=o.id, hva=GJENAAPNE)


def _svarknapp(turn: Turn, o: Oppdrag) -> Button:
    return knapp(turn.norsk.tekst("oppdrag.knapp_svar"), SVAR, oppdrag=o.id)


def _navn(turn: Turn, o: Oppdrag) -> str:
    return navn(visning(turn), o)


def lag(tjenester: Tjenester) -> Dialog:
    return OppdragSvar(tjenester)

"""«Svar på oppdrag 3: …», «oppdrag 3 er utført», and the «Svar» of the post: the body answers what it was
asked for, and may take the answer back.
"""

from dataclasses import replace

from bot.cards import oppdrag as kort
from bot.cards.melding import knapp
from bot.cards.oppdrag import GJENAAPNE, HVA, OPPDRAG, SEND_SVAR, SVAR, SVARFELT
from bot.cards.oppdragslinjer import navn_i_setning
from bot.cards.ord import forkortet
from bot.domain import fritekst
from bot.domain import oppdragsregler as regler
from bot.domain.conversation import Button
from bot.domain.fritekst import Feil, UgyldigTekst
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragstilstand
from bot.domain.oppgaver import handling
from bot.domain.rettigheter import Rett
from bot.language.oppdragsvarord import er_i_tvil
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import oppdrag as varsling
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokvern import kan_vaere_pasient, spoer_om_pasient
from dialogs.fritekstsvar import ordlegg
from dialogs.oppdragsavslag import AVSLAG, Skulle, avslag, ordlagt
from dialogs.oppdragsyn import finn, visning
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen, si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

TEKST, UTFOERT = "tekst", "utfoert"
TEGN = 200


class OppdragSvar:
    intents = frozenset({SVAR})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        meaning = _uten_tvil(turn, meaning)
        try:
            return await self._svar(turn, meaning)
        except AVSLAG as nei:
            return self._nei(turn, meaning, nei)
        except UgyldigTekst as nei:
            return si_setning(turn, _tekstfeil(turn, nei))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """Where it is clear which and what, and they may; else the dialog asks or refuses."""
        meaning = _uten_tvil(turn, meaning)
        try:
            o = await self._finn(turn, meaning)
            tekst = _teksten(turn, meaning)
        except (*AVSLAG, UgyldigTekst, UgyldigKnapp):
            return None
        if not isinstance(o, Oppdrag) or not tekst or o.tilstand is not Oppdragstilstand.SENDT:
            return None
        if not kan(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id]) or kan_vaere_pasient(turn, tekst):
            return None
        extra = {OPPDRAG: o.id, TEKST: tekst}
        return Forhaandsvisning(
            turn.norsk.tekst(
                "oppdrag.skal_svare", oppdrag=navn_i_setning(visning(turn), o), tekst=forkortet(tekst, TEGN)
            ),
            turn.norsk.tekst("oppdrag.ja_svar"),
            replace(meaning, slots=replace(meaning.slots, organ_ids=(), extra=extra)),
        )

    async def _finn(self, turn: Turn, meaning: Meaning) -> Oppdrag | list[Reply]:
        tilbake = ord_(meaning.slots, HVA) == GJENAAPNE
        i = Oppdragstilstand.BESVART if tilbake else Oppdragstilstand.SENDT
        return await finn(turn, meaning, Rett.SVARE_OPPDRAG, self._tjenester.ny_id, i)

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        o = await self._finn(turn, meaning)
        if not isinstance(o, Oppdrag):
            return o
        krev(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id])
        hva = ord_(meaning.slots, HVA)
        if hva == GJENAAPNE:
            return await self._gjenaapne(turn, o)
        if _sendt_foer(turn, meaning, o):
            return self._kvitter(turn, o)
        if o.tilstand is not Oppdragstilstand.SENDT:
            regler.besvart(o, "", handling(None, turn.incoming.at))
        if hva == SEND_SVAR:
            return await self._fra_skjemaet(turn, meaning, o)
        tekst = _teksten(turn, meaning)
        if not tekst:
            return self._skjema(turn, o)
        return spoer_om_pasient(turn, meaning, tekst, self._tjenester) or await self._besvar(turn, o, tekst)

    def _skjema(self, turn: Turn, o: Oppdrag, svar: str = "", feil: str = "") -> list[Reply]:
        """In a message of its own: the post it was pressed in stays. No operation id: another text in the
        same form is another answer, and is heard.
        """
        send = knapp(turn.norsk.tekst("oppdrag.knapp_send_svar"), SVAR, oppdrag=o.id, hva=SEND_SVAR)
        return [Reply(kort.skjema(visning(turn), o, send, svar, feil))]

    async def _fra_skjemaet(self, turn: Turn, meaning: Meaning, o: Oppdrag) -> list[Reply]:
        skrevet = _skrevet(meaning)
        try:
            tekst = fritekst.svar(skrevet)
        except UgyldigTekst as nei:
            igjen = "" if fritekst.elleve_siffer(skrevet) else skrevet
            return self._skjema(turn, o, igjen, _tekstfeil(turn, nei))
        spurt = spoer_om_pasient(turn, meaning, tekst, self._tjenester)
        return spurt or await self._besvar(turn, o, tekst)

    async def _besvar(self, turn: Turn, o: Oppdrag, tekst: str) -> list[Reply]:
        h = handling(turn.aktoer.hvem, turn.incoming.at)
        return self._kvitter(turn, await self._lagre(turn, regler.besvart(o, tekst, h)))

    def _kvitter(self, turn: Turn, o: Oppdrag) -> list[Reply]:
        v = visning(turn)
        linje = turn.norsk.tekst("oppdrag.er_besvart", fra=v.organ(o.fra_organ_id))
        return si(turn, kort.kvittering(v, linje, o, [kort.gjenaapneknapp(v, o)]))

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

    def _nei(self, turn: Turn, meaning: Meaning, nei: Exception) -> list[Reply]:
        """One that is answered can be opened again by who may answer it; what was written is not lost."""
        assert isinstance(nei, AVSLAG)
        if isinstance(nei, regler.AlleredeBesvart):
            deler = [ordlagt(turn, nei, Skulle.BESVARES), _ikke_sendt(turn, meaning)]
            knapper = [kort.gjenaapneknapp(visning(turn), nei.oppdrag)]
            return si_setning(turn, "\n".join(d for d in deler if d), knapper)
        if isinstance(nei, regler.IkkeBesvart) and nei.oppdrag.tilstand is Oppdragstilstand.SENDT:
            return si_setning(turn, ordlagt(turn, nei), [_svarknapp(turn, nei.oppdrag)])
        return avslag(turn, nei, Skulle.BESVARES)


def _uten_tvil(turn: Turn, meaning: Meaning) -> Meaning:
    """What only may be done, or is not, is no answer yet: the form is shown."""
    sagt = ord_(meaning.slots, HVA) == UTFOERT and not turn.incoming.button
    if not sagt or not er_i_tvil(linjen(turn)):
        return meaning
    extra = {k: x for k, x in meaning.slots.extra.items() if k != HVA}
    return replace(meaning, slots=replace(meaning.slots, extra=extra))


def _skrevet(meaning: Meaning) -> str:
    return ord_(meaning.slots, SVARFELT) or ord_(meaning.slots, TEKST) or ""


def _sendt_foer(turn: Turn, meaning: Meaning, o: Oppdrag) -> bool:
    """The same press, or the same words again from the same person."""
    linje = regler.sist(o, Oppdragshendelse.BESVART)
    meg = turn.aktoer.hvem
    samme = o.svar is not None and fritekst.renset(_skrevet(meaning)) == o.svar
    return samme and linje is not None and meg is not None and linje.av == meg


def _ikke_sendt(turn: Turn, meaning: Meaning) -> str:
    """What was written, to be copied; not what must not be repeated."""
    skrevet = fritekst.renset(_skrevet(meaning))
    if not skrevet or fritekst.elleve_siffer(skrevet) or kan_vaere_pasient(turn, skrevet):
        return ""
    return turn.norsk.tekst("oppdrag.svar_ikke_sendt", tekst=skrevet)


def _tekstfeil(turn: Turn, nei: UgyldigTekst) -> str:
    if nei.feil is Feil.TOM:
        return turn.norsk.tekst("oppdrag.tomt_svar")
    return ordlegg(turn, nei)


def _teksten(turn: Turn, meaning: Meaning) -> str:
    """What was written behind the words, or that it is done. Raises UgyldigTekst and UgyldigKnapp."""
    skrevet = ord_(meaning.slots, TEKST)
    if skrevet:
        return fritekst.svar(skrevet)
    return turn.norsk.tekst("oppdrag.utfoert") if ord_(meaning.slots, HVA) == UTFOERT else ""


def _svarknapp(turn: Turn, o: Oppdrag) -> Button:
    return knapp(turn.norsk.tekst("oppdrag.knapp_svar"), SVAR, oppdrag=o.id)


def lag(tjenester: Tjenester) -> Dialog:
    return OppdragSvar(tjenester)

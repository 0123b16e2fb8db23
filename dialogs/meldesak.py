"""«Meld en sak til ASU: …»: an ordinary sak, to the sekretariat's list of meldte saker."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cards.eventuelt import kvittering
from bot.cards.eventueltskjema import MOETE
from bot.cards.eventueltvarsler import meldt as varsel_om
from bot.cards.melding import knapp, skriveknapp
from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.eventuelt import aapent, i_tiden
from bot.domain.fritekst import UgyldigTekst
from bot.domain.meldtsak import MeldtSak
from bot.domain.organ import Rolle
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.saksinnhold import Gyldig, del_opp, gyldig
from bot.domain.utboks import Varselslag
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling import Varsel
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokvern import kan_vaere_pasient, spoer_om_pasient
from dialogs.eventuelt_hvor import ingen, mine_utvalg, ukjent_utvalg
from dialogs.eventuelt_lager import noter_ordinaer
from dialogs.eventuelt_send import moete_i
from dialogs.eventuelt_skjema import SEND_SAK, fylt_ut, til_retting, uten_tittel, vis_saksskjema
from dialogs.fritekstsvar import krev_egne_ord, med_ren_tekst, mine_ord, ordlegg
from dialogs.moetet import moetenavn
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, ord_, til_data
from dialogs.svar import si, si_setning, spoer
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

MELD, SKJEMA = "sak.meld", "sak.skjema"
Sted = tuple[int, Moetehode | None]
"""The body, and the møte where one was named."""


class MeldSak:
    intents = frozenset({MELD, SKJEMA, SEND_SAK})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == SEND_SAK:
            return await self._sendt(turn, meaning)
        krev_egne_ord(turn, meaning)
        meaning = med_ren_tekst(meaning)
        skrevet = ord_(meaning.slots, "tekst")
        if skrevet is None or meaning.intent == SKJEMA:
            uten = turn.norsk.tekst("fritekst.tom") if uten_tittel(turn, meaning) else ""
            return vis_saksskjema(turn, meaning, self._tjenester, feil=uten)
        try:
            innhold = gyldig(del_opp(skrevet))
        except UgyldigTekst as avslag:
            return si_setning(turn, ordlegg(turn, avslag))
        spurt = spoer_om_pasient(turn, meaning, skrevet, self._tjenester, **mine_ord(turn))
        if spurt:
            return spurt
        sted = _stedet(turn, meaning, self._tjenester.ny_id)
        if isinstance(sted, list):
            return sted
        return await self._meld(turn, sted, innhold)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        krev_egne_ord(turn, meaning)
        meaning = med_ren_tekst(meaning)
        skrevet = ord_(meaning.slots, "tekst")
        if skrevet is None or meaning.intent != MELD:
            return None
        try:
            innhold = gyldig(del_opp(skrevet))
        except UgyldigTekst:
            return None
        if kan_vaere_pasient(turn, skrevet):
            return None
        sted = _stedet(turn, meaning, self._tjenester.ny_id)
        if isinstance(sted, list):
            return None
        organ_id, hode = sted
        slots = Slots(organ_ids=(organ_id,), moete_id=hode.id if hode else None, extra={"tekst": skrevet})
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst("sak.skal_melde", organ=_organ(turn, organ_id)),
            ja=turn.norsk.tekst("sak.skal_melde_ja"),
            meaning=replace(meaning, slots=slots),
            linjer=(f"«{innhold.tittel}»", *_oensket(turn, hode)),
        )

    async def _sendt(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        fylt = fylt_ut(meaning.slots)
        try:
            innhold = gyldig(fylt)
        except UgyldigTekst as avslag:
            feil, valgt = ordlegg(turn, avslag), ord_(meaning.slots, MOETE) or ""
            uten = Meaning(SKJEMA, sure=True, strict=True)
            return vis_saksskjema(turn, uten, self._tjenester, til_retting(fylt), feil=feil, valgt=valgt)
        skrevet = " ".join([innhold.tittel, innhold.begrunnelse or ""])
        spurt = spoer_om_pasient(turn, meaning, skrevet, self._tjenester)
        if spurt:
            return [replace(reply, in_place=False) for reply in spurt]
        organ_id = moete_i(meaning.slots)
        if not any(o.id == organ_id for o in turn.register.organer):
            raise UgyldigKnapp
        krev(turn, Rett.MELDE_SAK, (organ_id,))
        return await self._meld(turn, (organ_id, None), innhold)

    async def _meld(self, turn: Turn, sted: Sted, innhold: Gyldig) -> list[Reply]:
        organ_id, hode = sted
        notert = await noter_ordinaer(turn, organ_id, hode, innhold, turn.aktoer.hvem)
        sak, organ = notert.sak, _organ(turn, organ_id)
        if notert.foer:
            linje = turn.norsk.tekst("sak.staar_der", tittel=sak.tittel, organ=organ)
            return si(turn, kvittering([linje], _knapper(turn, sak, self._tjenester)))
        linjer = [turn.norsk.tekst("sak.meldt", tittel=sak.tittel, organ=organ)]
        linjer += [*_oensket(turn, hode), *_svaret(turn)]
        linjer += await self._si_til_sekretariatet(turn, sak)
        return si(turn, kvittering(linjer, _knapper(turn, sak, self._tjenester)))

    async def _si_til_sekretariatet(self, turn: Turn, sak: MeldtSak) -> list[str]:
        """Nothing where they are told; else that the one who raised it should tell them."""
        ordene = varsel_om(turn.register, sak, self._tjenester.ny_id())
        varsel = Varsel(f"sak:{sak.id}:meldt", Varselslag.SAK, ordene, sak.moete_id)
        naadd = await varsler(turn, self._tjenester).til_roller(
            (sak.organ_id,), {Rolle.SEKRETARIAT}, varsel
        )
        return [] if any(n.vet for n in naadd) else [turn.norsk.tekst("sak.sekretariatet_naas_ikke")]


def _stedet(turn: Turn, meaning: Meaning, ny_id: Callable[[], str]) -> Sted | list[Reply]:
    """Raises IkkeLov."""
    slots = meaning.slots
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ukjent_utvalg(turn, slots.organ_tekst))
    organer = mine_utvalg(turn, slots, Rett.MELDE_SAK)
    if len(organer) > 1:
        return _spoer(turn, meaning, organer, ny_id())
    return _moetet(turn, meaning, organer[0], ny_id)


def _moetet(turn: Turn, meaning: Meaning, organ_id: int, ny_id: Callable[[], str]) -> Sted | list[Reply]:
    """The one of the time that was named, or that was pressed."""
    period, valgt = meaning.slots.period, meaning.slots.moete_id
    if period is None and valgt is None:
        return organ_id, None
    fra, til = (period.fra, period.til) if period else (None, None)
    moeter = [m for m in i_tiden(turn.register, (organ_id,), fra, til) if aapent(m, turn.incoming.at)]
    moeter = [m for m in moeter if valgt in (None, m.id)]
    if not moeter:
        borte = turn.norsk.tekst("eventuelt.ikke_det_moetet")
        return si_setning(turn, ingen(turn, (organ_id,), period) if period else borte)
    if len(moeter) == 1:
        return organ_id, moeter[0]
    return _spoer_moete(turn, meaning, moeter, ny_id())


def _spoer_moete(turn: Turn, meaning: Meaning, moeter: Sequence[Moetehode], op: str) -> list[Reply]:
    data = {**til_data(replace(meaning.slots, period=None)), **mine_ord(turn)}
    knapper = [Button(moetenavn(turn, m), MELD, {**data, "moete": m.id, "op": op}) for m in moeter]
    return spoer(turn, turn.norsk.tekst("eventuelt.hvilket_moete"), knapper)


def _oensket(turn: Turn, hode: Moetehode | None) -> list[str]:
    return [turn.norsk.tekst("sak.oensket_moete", moete=naar(turn.norsk, hode))] if hode else []


def _spoer(turn: Turn, meaning: Meaning, organer: tuple[int, ...], op: str) -> list[Reply]:
    data = {**til_data(replace(meaning.slots, organ_ids=(), organ_tekst=None)), **mine_ord(turn)}
    knapper = [Button(_organ(turn, o), MELD, {**data, "organ": o, "op": op}) for o in organer]
    return spoer(turn, turn.norsk.tekst("spoer.organ"), knapper)


def _organ(turn: Turn, organ_id: int) -> str:
    return organnavn(turn.register, (organ_id,), turn.incoming.at.date())


def _svaret(turn: Turn) -> list[str]:
    """Where the answer will come."""
    naas = turn.bruker is not None and turn.bruker.conversation_id is not None
    return [turn.norsk.tekst("sak.svaret_kommer" if naas else "sak.svaret_kommer_ikke")]


def _knapper(turn: Turn, sak: MeldtSak, tjenester: Tjenester) -> list[Button]:
    tekst, op = turn.norsk.tekst, tjenester.ny_id()
    return [
        knapp(tekst("knapp.mine_saker"), "sak.liste", hva="mine"),
        knapp(tekst("knapp.endre_ordlyden"), "eventuelt.endre", meldt=sak.id),
        skriveknapp(tekst("knapp.trekk_saken"), "eventuelt.trekk", op, meldt=sak.id),
    ]


def lag(tjenester: Tjenester) -> Dialog:
    return MeldSak(tjenester)

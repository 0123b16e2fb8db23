"""«Send innkallingen til ASU»: shown first, then the card to each member and the post to the channels.

The committee has issued a paper that is imported, so anybody may ask about it already; this brings it
to those who sit in the body. A vara gets it only when called in.
"""

from dataclasses import dataclass
from datetime import UTC

from bot.cards import moetevarsler as kort
from bot.cards.ord import organnavn
from bot.clock import OSLO
from bot.domain import moeteendring
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moeteendring import KanIkke
from bot.domain.organvalg import Krav
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.utboks import Varselslag
from bot.language import skriv
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling import frammoete, moetevarsler
from bot.varsling.utsending import Utsending, ikke_naadd, mottakere
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.flytteoenske import VERSJON
from dialogs.moetehinder import si_hvorfor
from dialogs.moetekrav import kan_endres, som_kan
from dialogs.moetemelding import om_natten, rammen, svar
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.rett import krev
from dialogs.slots import tall
from dialogs.svar import husk
from dialogs.temasaker import ogsaa_oppe, som_linjer
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

SEND = "innkalling.send"
MEDLEMMER = "moetet.medlemmer"


@dataclass(frozen=True)
class Plan:
    """`versjon`: it was said yes to, as the møte was then."""

    hode: Moetehode
    foer: Moete
    folk: list[Hvem]
    versjon: int | None


class Innkalling:
    intents = frozenset({SEND})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        plan = await _planlegg(turn, meaning)
        if not isinstance(plan, Plan):
            return plan
        ut = await self._hvem(turn, plan)
        if not ut.noen:
            return svar(turn, "\n".join([_ingen(turn, plan.hode), *ikke_naadd(turn.norsk, ut)]))
        if plan.versjon != plan.foer.versjon:
            return be_om_ja(turn, await _vis(turn, plan, ut), self._tjenester.ny_id)
        return await self._send(turn, plan)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        plan = await _planlegg(turn, meaning)
        ut = await self._hvem(turn, plan) if isinstance(plan, Plan) else None
        return await _vis(turn, plan, ut) if isinstance(plan, Plan) and ut and ut.noen else None

    async def _hvem(self, turn: Turn, plan: Plan) -> Utsending:
        kunngjoering = self._kunngjoering(turn, plan)
        return await moetevarsler.forhaandsvis(
            turn.uow, varsler(turn, self._tjenester), kunngjoering, plan.folk
        )

    async def _send(self, turn: Turn, plan: Plan) -> list[Reply]:
        """Somebody who was first makes it run again, and ask again: it is sent once a yes."""
        kunngjoering = self._kunngjoering(turn, plan)
        await turn.uow.save_moete(moeteendring.sendt(plan.foer, turn.incoming.at))
        turn.writes = True
        ut = await moetevarsler.send(varsler(turn, self._tjenester), kunngjoering, plan.folk)
        husk(turn, plan.hode)
        hvem, moete = mottakere(turn.norsk, ut, MEDLEMMER), moetenavn(turn, plan.hode)
        linjer = [turn.norsk.tekst("moetet.send_gjort", moete=moete, mottakere=hvem)]
        natt = om_natten(turn, plan.hode, haster=False)
        return svar(turn, "\n".join([*linjer, *ikke_naadd(turn.norsk, ut), *natt]))

    def _kunngjoering(self, turn: Turn, plan: Plan) -> moetevarsler.Kunngjoering:
        ramme, moete = rammen(turn, self._tjenester), plan.foer
        return moetevarsler.Kunngjoering(
            slag=Varselslag.INNKALLING,
            moete=moete,
            noekkel=f"innkalling:{moete.id}:{moete.versjon}",
            ordlegg=lambda norsk, personlig: kort.innkalling(moete, ramme(norsk), personlig=personlig),
        )


async def _planlegg(turn: Turn, meaning: Meaning) -> Plan | list[Reply]:
    """Else the reply that asks, or says why not. Raises IkkeLov and UgyldigKnapp."""
    hode = await finn_moete(turn, meaning, _krav(turn, meaning))
    if not isinstance(hode, Moetehode):
        return hode
    krev(turn, Rett.SENDE_INNKALLING, hode.organ_ids)
    try:
        moeteendring.krev_aapent(hode, turn.incoming.at)
    except KanIkke as feil:
        return si_hvorfor(turn, hode, feil)
    if not hode.har_innkalling:
        return svar(turn, turn.norsk.tekst("moetet.send_uten", moete=moetenavn(turn, hode)))
    foer = await turn.uow.load_moete(hode.id) or await papirene(turn, hode)
    sit = await frammoete.les(turn.uow, hode.id, turn.incoming.at)
    return Plan(hode, foer, moetevarsler.innkalte(sit), tall(meaning.slots, VERSJON))


def _krav(turn: Turn, meaning: Meaning) -> Krav:
    """One to come with an innkalling, else one to come."""
    kommer = kan_endres(turn)
    return som_kan(turn, meaning.slots, lambda hode: kommer(hode) and hode.har_innkalling, kommer)


async def _vis(turn: Turn, plan: Plan, ut: Utsending) -> Forhaandsvisning:
    norsk, foer = turn.norsk, plan.foer
    ja = Slots(moete_id=plan.hode.id, extra={VERSJON: foer.versjon})
    hvem = mottakere(norsk, ut, MEDLEMMER)
    tema = som_linjer(turn, await ogsaa_oppe(turn, foer))
    endret = [norsk.tekst("moetet.endret")] if plan.versjon is not None else []
    return Forhaandsvisning(
        spoersmaal=norsk.tekst("moetet.send_skal", moete=moetenavn(turn, plan.hode), mottakere=hvem),
        ja=norsk.tekst("moetet.send_ja"),
        meaning=Meaning(SEND, sure=True, slots=ja),
        linjer=(*endret, *_sendt_foer(turn, foer), *ikke_naadd(norsk, ut), *tema),
    )


def _sendt_foer(turn: Turn, moete: Moete) -> list[str]:
    if moete.sendt is None:
        return []
    at = moete.sendt.replace(tzinfo=moete.sendt.tzinfo or UTC).astimezone(OSLO)
    naar = f"{turn.norsk.dato(at.date())} kl. {skriv.klokke(at.time())}"
    return [turn.norsk.tekst("moetet.send_foer", naar=naar)]


def _ingen(turn: Turn, hode: Moetehode) -> str:
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    return turn.norsk.tekst("moetet.send_ingen", moete=moetenavn(turn, hode), organ=organ)


def lag(tjenester: Tjenester) -> Dialog:
    return Innkalling(tjenester)

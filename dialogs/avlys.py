"""«Avlys ASU 17. april», and «møtet går likevel»: shown first, and told to everybody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.cards import moetevarsler as kort
from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort as melding
from bot.cards.melding import skriveknapp
from bot.cards.moete import Ramme, avlyst_foerst
from bot.cards.ord import naar, organnavn
from bot.domain import eventuelt, moeteendring
from bot.domain.conversation import Button
from bot.domain.flytting import avlys
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moeteendring import KanIkke
from bot.domain.moeter import begynt
from bot.domain.organvalg import Krav
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.situasjon import Situasjon
from bot.domain.utboks import Varselslag
from bot.domain.utfall import Utfall
from bot.turn import Dialog, Meaning, Message, Reply, Slots, Turn
from bot.varsling import frammoete, kanaleventuelt, moetevarsler
from bot.varsling.utsending import sier_fra
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.flytteoenske import VERSJON
from dialogs.moetehinder import si_hvorfor
from dialogs.moetekrav import det_som_skal_endres, kan_endres, som_kan
from dialogs.moetemelding import om_natten, rammen
from dialogs.moetet import moetenavn, papirene
from dialogs.rett import krev
from dialogs.slots import ord_, tall
from dialogs.svar import husk, si
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

AVLYS, LIKEVEL = "moete.avlys", "likevel"
"""The intent, and `hva` of a line or button that takes it back."""


@dataclass(frozen=True)
class Handling:
    """One of the two: what becomes of the møte and of those who come, and how it is asked and told."""

    hva: str | None
    skal: str
    ja: str
    bli: Callable[[Moete], Moete]
    krev: Callable[[Moetehode, Turn], None]
    regel: Callable[[Situasjon, Hvem], Utfall]
    ordlegg: Callable[[Moete, Ramme, bool], Message]


_AVLYS = Handling(
    None,
    "moetet.avlys_skal",
    "moetet.avlys_ja",
    moeteendring.avlyst,
    lambda hode, turn: moeteendring.krev_aapent(hode, turn.incoming.at),
    avlys,
    lambda moete, ramme, personlig: kort.avlyst(moete, ramme),
)
_LIKEVEL = Handling(
    LIKEVEL,
    "moetet.likevel_skal",
    "moetet.likevel_ja",
    moeteendring.gjenopptatt,
    lambda hode, turn: moeteendring.krev_avlyst(hode, turn.incoming.at),
    moeteendring.kall_igjen,
    lambda moete, ramme, personlig: kort.gaar_likevel(moete, ramme, personlig=personlig),
)


@dataclass(frozen=True)
class Plan:
    """`versjon`: it was said yes to, as the møte was then."""

    handling: Handling
    hode: Moetehode
    foer: Moete
    folk: Sequence[Hvem]
    versjon: int | None


class Avlys:
    intents = frozenset({AVLYS})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        plan = await _planlegg(turn, meaning)
        if not isinstance(plan, Plan):
            return plan
        if plan.versjon != plan.foer.versjon:
            return be_om_ja(turn, await self._vis(turn, plan), self._tjenester.ny_id)
        return await self._gjoer(turn, plan)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        plan = await _planlegg(turn, meaning)
        return await self._vis(turn, plan) if isinstance(plan, Plan) else None

    async def _vis(self, turn: Turn, plan: Plan) -> Forhaandsvisning:
        kunngjoering = self._kunngjoering(turn, plan, plan.handling.bli(plan.foer))
        ut = await moetevarsler.forhaandsvis(
            turn.uow, varsler(turn, self._tjenester), kunngjoering, plan.folk
        )
        endret = [turn.norsk.tekst("moetet.endret")] if plan.versjon is not None else []
        extra = {VERSJON: plan.foer.versjon, **({"hva": plan.handling.hva} if plan.handling.hva else {})}
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(plan.handling.skal, moete=moetenavn(turn, plan.hode)),
            ja=turn.norsk.tekst(plan.handling.ja),
            meaning=Meaning(AVLYS, sure=True, slots=Slots(moete_id=plan.hode.id, extra=extra)),
            linjer=(*endret, *await _saker(turn, plan), *sier_fra(turn.norsk, ut, sagt=False)),
        )

    async def _gjoer(self, turn: Turn, plan: Plan) -> list[Reply]:
        saker = await _saker(turn, plan)
        ny = await turn.uow.save_moete(plan.handling.bli(plan.foer))
        turn.register = await turn.uow.register()
        turn.writes = True
        andre, av, at = varsler(turn, self._tjenester), turn.aktoer.hvem, turn.incoming.at
        await frammoete.utfoer(
            turn.uow, andre, plan.hode.id, at, lambda sit: plan.handling.regel(sit, av), av
        )
        await kanaleventuelt.moetet_endret(
            turn.uow, turn.register, plan.hode.id, f"tid{ny.ics_sekvens}", at
        )
        trukket = await andre.trekk_innkalling(plan.hode.id)
        ut = await moetevarsler.send(andre, self._kunngjoering(turn, plan, ny), plan.folk)
        ut = replace(ut, trukket=trukket)
        husk(turn, turn.register.hode(plan.hode.id) or plan.hode)
        natt = om_natten(turn, ny, haster=True)
        linjer = [*saker, *sier_fra(turn.norsk, ut, sagt=True), *natt]
        return si(turn, self._kvittering(turn, ny, linjer))

    def _kvittering(self, turn: Turn, ny: Moete, linjer: Sequence[str]) -> Message:
        norsk, organ = turn.norsk, organnavn(turn.register, ny.organ_ids, ny.dato)
        if not ny.avlyst:
            linje = norsk.tekst("moetet.gaar_likevel", organ=organ, naar=naar(norsk, ny))
            return _kort(linje, linjer, [])
        linje = avlyst_foerst(norsk, ny, kort.skulle_vaert(norsk, organ, ny))
        data = {"moete": ny.id, "hva": LIKEVEL, VERSJON: ny.versjon}
        angre = skriveknapp(norsk.tekst("moetet.knapp_angre"), AVLYS, self._tjenester.ny_id(), **data)
        turn.asks = (angre,)  # «Angre» may also be written.
        return _kort(linje, linjer, [angre])

    def _kunngjoering(self, turn: Turn, plan: Plan, ny: Moete) -> moetevarsler.Kunngjoering:
        ramme = rammen(turn, self._tjenester)
        return moetevarsler.Kunngjoering(
            slag=Varselslag.AVLYST,
            moete=ny,
            noekkel=f"avlyst:{plan.hode.id}:{ny.ics_sekvens}",
            ordlegg=lambda norsk, personlig: plan.handling.ordlegg(ny, ramme(norsk), personlig),
        )


def _kort(linje: str, linjer: Sequence[str], knapper: Sequence[Button]) -> Message:
    return melding("\n".join([linje, *linjer]), [overskrift(linje), *map(tekstblokk, linjer)], knapper)


async def _planlegg(turn: Turn, meaning: Meaning) -> Plan | list[Reply]:
    """Else the reply that asks, or says why not. Raises IkkeLov and UgyldigKnapp."""
    handling = _LIKEVEL if ord_(meaning.slots, "hva") == LIKEVEL else _AVLYS
    hode = await det_som_skal_endres(turn, meaning, _krav(turn, meaning, handling))
    if not isinstance(hode, Moetehode):
        return hode
    krev(turn, Rett.FLYTTE_MOETE, hode.organ_ids)
    try:
        handling.krev(hode, turn)
    except KanIkke as feil:
        return si_hvorfor(turn, hode, feil)
    foer = await turn.uow.load_moete(hode.id) or await papirene(turn, hode)
    sit = await frammoete.les(turn.uow, hode.id, turn.incoming.at)
    return Plan(handling, hode, foer, moetevarsler.beroerte(sit), tall(meaning.slots, VERSJON))


def _krav(turn: Turn, meaning: Meaning, handling: Handling) -> Krav:
    def kan_tilbake(hode: Moetehode) -> bool:
        return hode.avlyst and not begynt(hode, turn.incoming.at)

    return som_kan(turn, meaning.slots, kan_tilbake if handling.hva == LIKEVEL else kan_endres(turn))


async def _saker(turn: Turn, plan: Plan) -> list[str]:
    """What becomes of the saker til eventuelt: they stand on the body's next møte."""
    if plan.handling.hva == LIKEVEL:
        return []
    alle = [sak for o in plan.hode.organ_ids for sak in await turn.uow.saker.for_organ(o)]
    paa = eventuelt.til_eventuelt(turn.register, alle, plan.hode)
    organ = organnavn(turn.register, plan.hode.organ_ids, plan.hode.dato)
    return [turn.norsk.tekst("moetet.avlys_saker", antall=len(paa), organ=organ)] if paa else []


def lag(tjenester: Tjenester) -> Dialog:
    return Avlys(tjenester)

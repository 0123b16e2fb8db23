"""«Flytt ASU til 24. april kl. 10»: shown first, then moved, and told to everybody."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import moetevarsler as kort
from bot.cards.melding import knapp, setning, skriveknapp
from bot.cards.moete import klokkeslett
from bot.cards.ord import naar, organnavn, stor
from bot.domain.conversation import Button
from bot.domain.helligdager import is_feast
from bot.domain.moete import Moete
from bot.domain.moeteendring import (
    Forbehold,
    KanIkke,
    flyttet,
    forbehold,
    kan_tilbake,
    krev_aapent,
    krev_flytting,
    tilbake,
)
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.situasjon import Situasjon
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling import frammoete
from bot.varsling.flyttet import Flyttet, forhaandsvis
from bot.varsling.utsending import sier_fra
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.flytteoenske import SOM_FOER, Flytteoenske, les_oenske, til_data
from dialogs.moeteflyttet import flyttingen, runden, si_fra
from dialogs.moetehinder import si_hvorfor
from dialogs.moetekrav import det_som_skal_endres, kan_endres, som_kan
from dialogs.moetemelding import om_natten, svar
from dialogs.moetet import moetenavn, papirene
from dialogs.rett import krev
from dialogs.slots import VIS_FOERST
from dialogs.svar import husk, si, spoer
from dialogs.tjenester import Tjenester

FLYTT = "moete.flytt"
EKSEMPEL = timedelta(weeks=1)
"""How much later than now the day of the example is."""


@dataclass(frozen=True)
class Plan:
    """A møte, and what it is to become. `versjon`: it was said yes to, as the møte was then."""

    hode: Moetehode
    foer: Moete
    ny: Moete
    sit: Situasjon
    versjon: int | None


class Flytt:
    intents = frozenset({FLYTT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        plan = await _planlegg(turn, meaning)
        if not isinstance(plan, Plan):
            return plan
        if plan.versjon != plan.foer.versjon:
            return be_om_ja(turn, await self._vis(turn, plan), self._tjenester.ny_id)
        return await self._flytt(turn, plan)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        plan = await _planlegg(turn, meaning)
        return await self._vis(turn, plan) if isinstance(plan, Plan) else None

    async def _vis(self, turn: Turn, plan: Plan) -> Forhaandsvisning:
        flytting = flyttingen(turn, plan.foer, plan.ny)
        ut = await forhaandsvis(runden(turn, self._tjenester), flytting, plan.sit)
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst("moetet.flytt_skal", moete=moetenavn(turn, plan.hode)),
            ja=turn.norsk.tekst("moetet.flytt_ja"),
            meaning=Meaning(FLYTT, sure=True, slots=_ja(plan)),
            linjer=(*_linjer(turn, plan, flytting), *sier_fra(turn.norsk, ut, sagt=False)),
        )

    async def _flytt(self, turn: Turn, plan: Plan) -> list[Reply]:
        """Everything in one transaction; somebody who was first makes it run again, and ask again."""
        ny = await turn.uow.save_moete(plan.ny)
        turn.writes = True
        ut = await si_fra(turn, self._tjenester, plan.foer, ny)
        husk(turn, turn.register.hode(plan.hode.id) or plan.hode)
        ramme = self._tjenester.ramme(turn)
        linjer = [kort.flyttelinje(plan.foer, ny, ramme), *sier_fra(turn.norsk, ut, sagt=True)]
        linjer += om_natten(turn, ny, haster=True, foer=plan.foer)
        angre = self._angre(turn, plan.foer, ny)
        return si(turn, setning("\n".join(linjer), angre)) if angre else svar(turn, "\n".join(linjer))

    def _angre(self, turn: Turn, foer: Moete, ny: Moete) -> list[Button]:
        """Back to what it was, and told like any other move; «Angre» may also be written."""
        if not kan_tilbake(foer, ny, turn.incoming.at):
            return []
        data = til_data(Flytteoenske(tilbake(foer, ny), versjon=ny.versjon))
        angre = skriveknapp(
            turn.norsk.tekst("moetet.knapp_angre"), FLYTT, self._tjenester.ny_id(), moete=ny.id, **data
        )
        turn.asks = (angre,)
        return [angre]


async def _planlegg(turn: Turn, meaning: Meaning) -> Plan | list[Reply]:
    """Else the reply that asks, or says why not. Raises IkkeLov and UgyldigKnapp."""
    oenske, meaning = les_oenske(turn, meaning)
    hode = await det_som_skal_endres(turn, meaning, som_kan(turn, meaning.slots, kan_endres(turn)))
    if not isinstance(hode, Moetehode):
        return hode
    krev(turn, Rett.FLYTTE_MOETE, hode.organ_ids)
    foer = await turn.uow.load_moete(hode.id) or await papirene(turn, hode)
    ny = None
    try:
        krev_aapent(hode, turn.incoming.at)
        dager = oenske.dager(foer, turn.incoming.at.date())
        if len(dager) > 1:
            return _hvilken_av(turn, hode, oenske, dager)
        oenske = oenske.paa(dager[0]) if dager else oenske
        til = oenske.for_moetet(foer)
        if til == SOM_FOER:
            return svar(turn, _hvor(turn, hode, oenske))
        ny = flyttet(foer, til)
        krev_flytting(hode, ny, turn.register, turn.incoming.at)
    except KanIkke as feil:
        return si_hvorfor(turn, hode, feil, ny)
    sit = await frammoete.les(turn.uow, hode.id, turn.incoming.at)
    return Plan(hode, foer, ny, sit, oenske.versjon)


def _ja(plan: Plan) -> Slots:
    """What a yes stands for: the new time and place as they were shown, whatever becomes of the møte."""
    til = tilbake(plan.ny, plan.foer)
    return Slots(moete_id=plan.hode.id, extra=til_data(Flytteoenske(til, versjon=plan.foer.versjon)))


def _linjer(turn: Turn, plan: Plan, flytting: Flyttet) -> list[str]:
    norsk, foer, ny = turn.norsk, plan.foer, plan.ny
    linjer = [norsk.tekst("moetet.endret")] if plan.versjon is not None else []
    if naar(norsk, foer) != naar(norsk, ny):
        linjer.append(norsk.tekst("moetet.flytt_tid", fra=naar(norsk, foer), til=naar(norsk, ny)))
    if foer.sted != ny.sted:
        fra = foer.sted or norsk.tekst("moetet.ikke_oppgitt")
        linjer.append(norsk.tekst("moetet.flytt_sted", fra=fra, til=ny.sted or ""))
    linjer += _dagen(turn, plan)
    linjer += klokkeslett(norsk, ny) if foer.start != ny.start else []
    borte = sum(p.borte for p in plan.sit.stilling.personer)
    return [
        *linjer,
        *([norsk.tekst("moetet.flytt_forfall", antall=borte)] if borte and flytting.ny_tid else []),
    ]


def _dagen(turn: Turn, plan: Plan) -> list[str]:
    dato = turn.norsk.dato(plan.ny.dato)
    match forbehold(plan.foer, plan.ny, is_feast):
        case Forbehold.HELLIGDAG:
            return [turn.norsk.tekst("moetet.flytt_helligdag", dag=dato)]
        case Forbehold.HELG:
            return [turn.norsk.tekst("moetet.flytt_helg", ukedag=dato.partition(" ")[0])]
    return []


def _hvor(turn: Turn, hode: Moetehode, oenske: Flytteoenske) -> str:
    norsk, moete = turn.norsk, moetenavn(turn, hode)
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    dag = _uten_ukedag_og_aar(norsk.dato(_eksempeldag(turn, hode)))
    eksempel = norsk.tekst("moetet.flytt_eksempel", organ=organ, dag=dag)
    if oenske.omtrent is None:
        return norsk.tekst("moetet.flytt_hvor", moete=moete, eksempel=eksempel)
    periode = stor(norsk.periode(oenske.omtrent.fra, oenske.omtrent.til))
    return norsk.tekst("moetet.flytt_hvilken_dag", moete=moete, periode=periode, eksempel=eksempel)


def _hvilken_av(turn: Turn, hode: Moetehode, oenske: Flytteoenske, dager: list[date]) -> list[Reply]:
    """«Til fredag» is the one that comes or that of the week of the møte, «en uke fram» is either way."""
    knapper = [
        knapp(
            turn.norsk.dato(dag),
            FLYTT,
            **til_data(oenske.paa(dag)),
            **{VIS_FOERST: True},
            moete=hode.id,
            fra_dag=dag.isoformat(),
        )
        for dag in dager
    ]
    tekst = turn.norsk.tekst("moetet.flytt_hvilken_av", moete=moetenavn(turn, hode))
    return spoer(turn, tekst, knapper)


def _eksempeldag(turn: Turn, hode: Moetehode) -> date:
    return max(hode.dato, turn.incoming.at.date()) + EKSEMPEL


def _uten_ukedag_og_aar(dato: str) -> str:
    return dato.partition(" ")[2].rpartition(" ")[0]


def lag(tjenester: Tjenester) -> Dialog:
    return Flytt(tjenester)

"""«Ukesoversikt hver mandag kl. 8», «slå av ukesoversikten»: whether and when a channel gets its digest.

Said in the channel, or in 1:1 of one of the channels that are linked to a body one keeps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bot.cards.melding import knapp
from bot.clock import OSLO
from bot.domain.conversation import Button
from bot.domain.digesttid import i_oslo
from bot.domain.kanaloensker import Digesttid, Kanalkobling
from bot.domain.rettigheter import Rett
from bot.language import skriv
from bot.language.klokkeslett import clock_of
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.digest import VIS
from bot.varsling.digestplan import foerste, legges_ut, satt
from bot.varsling.tider import natt
from dialogs.bekreft import Forhaandsvisning
from dialogs.digeststed import KANAL, Avslag, kanalnavn, koblingene, organene
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

PLAN = "digest.plan"
DAGER, TAKT = 7, "takt"


@dataclass(frozen=True)
class Oenske:
    """What a line or a button asks for; None where it does not say."""

    paa: bool
    ukedag: int | None = None
    klokke: time | None = None

    def tid(self, naa: Digesttid | None) -> Digesttid | None:
        """With what it does not say as it is, or as it is usual."""
        vanlig = naa or Digesttid()
        ukedag = vanlig.ukedag if self.ukedag is None else self.ukedag
        return Digesttid(ukedag, self.klokke or vanlig.klokke) if self.paa else None


@dataclass(frozen=True)
class Valg:
    """The links of one channel, and the time they are to have."""

    koblinger: Sequence[Kanalkobling]
    tid: Digesttid | None

    @property
    def endres(self) -> list[Kanalkobling]:
        return [k for k in self.koblinger if k.oensker.digest != self.tid]


class DigestPlan:
    intents = frozenset({PLAN})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        valg = await _valg(turn, meaning)
        if isinstance(valg, Avslag):
            return valg.svar
        for k in valg.endres:
            turn.writes = True
            await turn.uow.kanaler.oensk(k.kanal.id, k.organ_id, replace(k.oensker, digest=valg.tid))
            await satt(turn.uow, k.kanal.id, k.organ_id, valg.tid, turn.incoming.at)
        return si_setning(turn, await _gjort(turn, valg), _knapper(turn, valg) if valg.tid else [])

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        valg = await _valg(turn, meaning)
        if isinstance(valg, Avslag) or not valg.endres:
            return None
        kode = "paa" if valg.tid else "av"
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(f"digest.{kode}_skal", **_om(turn, valg)),
            ja=turn.norsk.tekst(f"digest.{kode}_ja"),
            meaning=replace(meaning, slots=_slots(valg)),
        )


async def _valg(turn: Turn, meaning: Meaning) -> Valg | Avslag:
    """Raises IkkeLov and UgyldigKnapp."""
    feil = _finnes_ikke(turn, meaning.slots)
    if feil:
        return Avslag(si_setning(turn, feil))
    oenske = _oenske(turn.incoming.at.date(), meaning.slots)
    funnet = await koblingene(turn, meaning, lambda o: kan(turn, Rett.KOBLE_KANAL, [o]))
    if isinstance(funnet, Avslag):
        _krev_noe(turn)
        return funnet
    for k in funnet:
        krev(turn, Rett.KOBLE_KANAL, [k.organ_id])
    funnet = await _laast(turn, funnet)
    tid = oenske.tid(next((k.oensker.digest for k in funnet if k.oensker.digest), None))
    if tid and natt(i_oslo(turn.incoming.at.date(), tid.klokke)):
        dag = turn.norsk.tekst(f"digest.dag.{tid.ukedag}")
        return Avslag(si_setning(turn, turn.norsk.tekst("digest.natt", dag=dag)))
    return Valg(funnet, tid)


async def _laast(turn: Turn, funnet: Sequence[Kanalkobling]) -> list[Kanalkobling]:
    """As they are now, and nobody else changes what that channel wants before this is stored."""
    organer = {k.organ_id for k in funnet}
    return [k for k in await turn.uow.kanaler.laas(funnet[0].kanal.id) if k.organ_id in organer]


def _finnes_ikke(turn: Turn, slots: Slots) -> str | None:
    """Why it cannot be had as it is asked for: more or less often, or at a time there is not."""
    if ord_(slots, TAKT) is not None and slots.extra.get("paa", True) is True:
        return turn.norsk.tekst("digest.ukentlig")
    skrevet = ord_(slots, "klokke")
    if skrevet and clock_of(skrevet, turn.incoming.at.date()) is None:
        return turn.norsk.tekst("digest.ukjent_klokke", klokke=skrevet)
    return None


def _krev_noe(turn: Turn) -> None:
    """Who may link no channel at all is told so, and not to link one."""
    krev(turn, Rett.KOBLE_KANAL, [o.id for o in turn.register.organer if o.id is not None])


async def _gjort(turn: Turn, valg: Valg) -> str:
    if valg.tid is None:
        if not valg.endres:
            return turn.norsk.tekst("digest.av_foer")
        return turn.norsk.tekst("digest.av_gjort", **_om(turn, Valg(valg.endres, None)))
    organ_ids = [k.organ_id for k in valg.koblinger]
    kanal_id = valg.koblinger[0].kanal.id
    neste = await foerste(turn.uow, kanal_id, organ_ids, valg.tid, turn.incoming.at)
    naar = legges_ut(neste).astimezone(OSLO)
    foerst = turn.norsk.dato(naar.date())
    return turn.norsk.tekst("digest.paa_gjort", foerst=foerst, **_om(turn, valg))


def _om(turn: Turn, valg: Valg) -> dict[str, str]:
    om = {"organ": organene(turn, valg.koblinger), "kanal": kanalnavn(turn, valg.koblinger[0].kanal)}
    if valg.tid is None:
        return om
    dag = turn.norsk.tekst(f"digest.dag.{valg.tid.ukedag}")
    return {**om, "dag": dag, "klokke": skriv.klokke(valg.tid.klokke)}


def _slots(valg: Valg) -> Slots:
    """What the yes carries, whole: nothing is left to what holds then."""
    kanal = {KANAL: valg.koblinger[0].kanal.id}
    tid = {"dag": valg.tid.ukedag, "klokke": f"kl. {skriv.klokke(valg.tid.klokke)}"} if valg.tid else {}
    organ_ids = tuple(k.organ_id for k in valg.koblinger)
    return Slots(organ_ids=organ_ids, extra={"paa": valg.tid is not None, **tid, **kanal})


def _knapper(turn: Turn, valg: Valg) -> list[Button]:
    """Without operation ids: turned off, on and off again must be heard."""
    hvor = {"organer": [k.organ_id for k in valg.koblinger], KANAL: valg.koblinger[0].kanal.id}
    return [
        knapp(turn.norsk.tekst("knapp.digest_vis"), VIS, **hvor),
        knapp(turn.norsk.tekst("knapp.digest_av"), PLAN, **hvor, paa=False),
    ]


def _oenske(dag: date, slots: Slots) -> Oenske:
    paa, ukedag, skrevet = slots.extra.get("paa", True), tall(slots, "dag"), ord_(slots, "klokke")
    if not isinstance(paa, bool) or not 0 <= (ukedag or 0) < DAGER:
        raise UgyldigKnapp
    return Oenske(paa, ukedag, clock_of(skrevet, dag) if skrevet else None)


def lag(tjenester: Tjenester) -> Dialog:
    return DigestPlan()

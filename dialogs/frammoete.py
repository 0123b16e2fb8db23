"""«Jeg kommer», «kommer ti minutter for sent», «må gå kl. 14», «deltar på Teams»: noted as that."""

from dataclasses import dataclass, replace
from datetime import time

from bot.cards.forfall import svarkort, trukketlinjer
from bot.cards.melding import skriveknapp
from bot.domain.conversation import Button
from bot.domain.forfall import kommer, noter_merke
from bot.domain.frammoete import Hvem, Slag
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon, klokke_for
from bot.domain.utfall import Beskjedslag, Utfall
from bot.language import skriv
from bot.language.klokkeslett import clock_of
from bot.language.minutter import minutes_of
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.frammoete import Notert, les
from dialogs.angreord import kan_skrives
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.forfallshvem import BEKREFTET, PERSON, Gjelder, den_det_gjelder, rene
from dialogs.forfallsmoeter import er_kalt, finn
from dialogs.forfallsrett import krev_om, krev_rett
from dialogs.forfallssvar import ANGRE, ANGRES, Post, Regel, noter
from dialogs.forfallstid import flyttet_siden
from dialogs.forfallsvalg import velg_moete
from dialogs.moetet import moetenavn
from dialogs.slots import ord_, tall
from dialogs.svar import linjen, si, si_setning, spoer
from dialogs.tjenester import Tjenester

MELD = "frammoete.meld"
KOMMER = "kommer"
SLAG = {"sent": Slag.SENT, "tidlig": Slag.TIDLIG, "teams": Slag.TEAMS}
KLOKKE, MINUTTER = "klokke", "minutter"
_FOER = ("før ", "innen ")


@dataclass(frozen=True)
class Plan:
    """`slag` is None for one who comes, and no more is said."""

    gjelder: Gjelder
    hode: Moetehode
    slag: Slag | None
    klokke: time | None = None


class Frammoete:
    intents = frozenset({MELD})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        plan = await _planlegg(turn, meaning)
        return _vis(turn, plan) if isinstance(plan, Plan) else None

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        plan = await _planlegg(turn, meaning)
        if not isinstance(plan, Plan):
            return plan
        if not plan.gjelder.selv and meaning.slots.extra.get(BEKREFTET) is not True:
            return be_om_ja(turn, _vis(turn, plan), self._tjenester.ny_id)
        post = await noter(turn, self._tjenester, plan.hode, _regel(plan, turn.aktoer.hvem))
        return _svar(turn, self._tjenester, plan, post)


def foer_klokka(meaning: Meaning) -> bool:
    """«Kommer ikke før 12.30» is to come late, and no forfall."""
    klokke = meaning.slots.extra.get(KLOKKE)
    return isinstance(klokke, str) and klokke.lower().startswith(_FOER)


async def kommer_senere(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    slots = replace(meaning.slots, extra={**meaning.slots.extra, "hva": "sent"})
    return await Frammoete(tjenester).answer(turn, replace(meaning, intent=MELD, slots=slots))


async def _planlegg(turn: Turn, meaning: Meaning) -> Plan | list[Reply]:
    """Raises UgyldigKnapp, IkkeLov, IkkeHer."""
    meaning = _med_tid(turn, rene(turn, meaning))
    gjelder = den_det_gjelder(turn, meaning)
    if not isinstance(gjelder, Gjelder):
        return gjelder
    krev_om(turn, gjelder)
    if nytt := flyttet_siden(turn, meaning, gjelder):
        return nytt
    funnet = await finn(turn, meaning.slots, gjelder)
    if funnet.feil:
        return si_setning(turn, funnet.feil)
    moeter = await _spurt_om(turn, gjelder, meaning, funnet.moeter)
    krev_rett(turn, gjelder, moeter)
    if len(moeter) > 1:
        return spoer(turn, turn.norsk.tekst("forfall.hvilket"), velg_moete(turn, meaning, moeter))
    slag = _slag(meaning.slots)
    klokke = await _naar(turn, meaning.slots, moeter[0], slag)
    if slag is Slag.SENT and klokke and moeter[0].start and klokke <= moeter[0].start:
        return Plan(gjelder, moeter[0], None)
    return Plan(gjelder, moeter[0], slag, klokke)


async def _spurt_om(
    turn: Turn, gjelder: Gjelder, meaning: Meaning, moeter: tuple[Moetehode, ...]
) -> tuple[Moetehode, ...]:
    """«Jeg kan møte» of one who is asked to come as vara, is about that."""
    if len(moeter) < 2 or _slag(meaning.slots):
        return moeter
    return tuple([m for m in moeter if await er_kalt(turn, gjelder, m)]) or moeter


def _slag(slots: Slots) -> Slag | None:
    return SLAG.get(ord_(slots, "hva") or KOMMER)


def _med_tid(turn: Turn, meaning: Meaning) -> Meaning:
    """Minutes are no slot of the line: read here once, so that a button can carry them."""
    extra = dict(meaning.slots.extra)
    if MINUTTER not in extra and (minutter := minutes_of(linjen(turn))):
        extra[MINUTTER] = minutter
    return replace(meaning, slots=replace(meaning.slots, extra=extra))


async def _naar(turn: Turn, slots: Slots, hode: Moetehode, slag: Slag | None) -> time | None:
    """When they come, or go, as far as the line and the møte tell."""
    klokke, minutter = ord_(slots, KLOKKE), tall(slots, MINUTTER)
    if slag is None or slag is Slag.TEAMS:
        return None
    if klokke:
        return clock_of(klokke, hode.dato)
    if minutter is None:
        return None
    return klokke_for(await les(turn.uow, hode.id, turn.incoming.at), slag, minutter)


def _regel(plan: Plan, av: Hvem) -> Regel:
    def regel(situasjon: Situasjon) -> Utfall:
        person, slag = plan.gjelder.hvem, plan.slag
        if slag is None:
            return kommer(situasjon, person, av)
        return noter_merke(situasjon, person, av, slag, plan.klokke)

    return regel


def _svar(turn: Turn, tjenester: Tjenester, plan: Plan, post: Post) -> list[Reply]:
    if post.notert is None:
        return si_setning(turn, post.feil)
    foerst = turn.norsk.tekst("kommer.notert", hva=_hva(turn, plan))
    linjer = _leder(turn, post.notert)
    if plan.slag and any(x.slag is Slag.KOMMER for x in post.notert.linjer):
        linjer.insert(0, _trukket(turn, plan))
    linjer += trukketlinjer(turn.norsk, post.notert.utfall, post.notert.ikke_trukket)
    knapper = _knapper(turn, tjenester, post)
    kan_skrives(turn, next(iter(knapper), None))
    return si(turn, svarkort([foerst], linjer, knapper))


def _trukket(turn: Turn, plan: Plan) -> str:
    """Who comes late, comes: the forfall they had does not stand any more."""
    if plan.gjelder.selv:
        return turn.norsk.tekst("kommer.forfall_trukket")
    return turn.norsk.tekst("kommer.forfall_trukket_for", navn=plan.gjelder.hvem.navn)


def _leder(turn: Turn, notert: Notert) -> list[str]:
    """Who is told that somebody comes late, or that the bot cannot tell them."""
    sagt = [b for b in notert.utfall.beskjeder if b.slag is Beskjedslag.FRAMMOETE]
    if not sagt:
        return []
    leder = any(b.til is not None for b in sagt)
    if Beskjedslag.FRAMMOETE in notert.uhoert:
        hvem = "leder" if leder else "sekretariatet"
        return [turn.norsk.tekst(f"forfallvarsel.naar_ikke_{hvem}")]
    return [turn.norsk.tekst("kommer.leder_vet" if leder else "forfallvarsel.sekretariatet_vet")]


def _knapper(turn: Turn, tjenester: Tjenester, post: Post) -> list[Button]:
    if post.notert is None or post.notert.utfall.allerede or not post.notert.linjer:
        return []
    angres = [[post.hode.id, post.notert.linjer[0].id]]
    label = turn.norsk.tekst("forfall.knapp_angre")
    return [skriveknapp(label, ANGRE, tjenester.ny_id(), **{ANGRES: angres})]


def _hva(turn: Turn, plan: Plan) -> str:
    """«Du kommer kl. 12.30 til ASU …»."""
    hvem = turn.norsk.tekst("kommer.du") if plan.gjelder.selv else plan.gjelder.hvem.navn
    moete = moetenavn(turn, plan.hode)
    if plan.klokke is not None and plan.slag is not None:
        noekkel = "kommer.sent_kl" if plan.slag is Slag.SENT else "kommer.tidlig_kl"
        return turn.norsk.tekst(noekkel, hvem=hvem, moete=moete, klokke=skriv.klokke(plan.klokke))
    return turn.norsk.tekst(f"kommer.{_ord(plan.slag)}", hvem=hvem, moete=moete)


def _ord(slag: Slag | None) -> str:
    return next((navn for navn, s in SLAG.items() if s is slag), KOMMER)


def _vis(turn: Turn, plan: Plan) -> Forhaandsvisning:
    norsk = turn.norsk
    extra: dict[str, object] = {
        PERSON: plan.gjelder.hvem.person_id,
        "hva": _ord(plan.slag),
        BEKREFTET: True,
    }
    if plan.klokke:
        extra[KLOKKE] = f"kl. {skriv.klokke(plan.klokke)}"
    meaning = Meaning(MELD, sure=True, slots=Slots(moete_id=plan.hode.id, extra=extra))
    return Forhaandsvisning(
        norsk.tekst("kommer.skal_jeg"),
        norsk.tekst("kommer.ja"),
        meaning,
        (_hva(turn, plan),),
    )


def lag(tjenester: Tjenester) -> Dialog:
    return Frammoete(tjenester)

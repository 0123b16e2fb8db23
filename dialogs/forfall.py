"""«Må melde forfall til torsdag, Liv stiller som vara», «Ann Sissel kan ikke møte på ASU».

What is one's own and fits one møte is done at once, with «Angre»; the rest is shown first. Why somebody
is absent is in no slot, and so in no button, question, reply or row.
"""

from dataclasses import dataclass

from bot.cards.ord import Tall
from bot.domain.forfall import meld_forfall
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.domain.utfall import Utfall
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.forfallshvem import BEKREFTET, PERSON, Gjelder, den_det_gjelder, rene
from dialogs.forfallsmoeter import Funnet, finn
from dialogs.forfallsrett import krev_om, krev_rett
from dialogs.forfallsskjema import vis_skjema
from dialogs.forfallssvar import noter, svar_paa
from dialogs.forfallstid import flyttet_siden
from dialogs.forfallsvalg import velg_moete
from dialogs.forfallsvara import VARA_ID, Varavalg, den_navngitte, velg_vara
from dialogs.frammoete import foer_klokka, kommer_senere
from dialogs.moetet import moetenavn
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen, si_setning, spoer
from dialogs.tjenester import Tjenester

MOETER, VARA_UKJENT = "moeter", "vara_ukjent"
SKJEMA = "skjema"
BEGGE = 2
FLEST = 20
"""More møter than this at once is no absence any more."""


@dataclass(frozen=True)
class Plan:
    """What is to be noted, as far as it has been found out."""

    gjelder: Gjelder
    moeter: tuple[Moetehode, ...]
    vara: Varavalg


class Forfall:
    intents = frozenset({"forfall.meld"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        if _vil_ha_skjema(turn, meaning) or foer_klokka(meaning):
            return None
        plan = await planlegg(turn, meaning, self._tjenester)
        return vis(turn, plan) if isinstance(plan, Plan) else None

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if foer_klokka(meaning):
            return await kommer_senere(turn, meaning, self._tjenester)
        if _vil_ha_skjema(turn, meaning):
            return await vis_skjema(turn, self._tjenester)
        plan = await planlegg(turn, meaning, self._tjenester)
        if not isinstance(plan, Plan):
            return plan
        if _maa_vises(plan, meaning):
            return be_om_ja(turn, vis(turn, plan), self._tjenester.ny_id)
        return await self._noter(turn, plan)

    async def _noter(self, turn: Turn, plan: Plan) -> list[Reply]:
        person, av, vara = plan.gjelder.hvem, turn.aktoer.hvem, plan.vara.vara

        def regel(situasjon: Situasjon) -> Utfall:
            return meld_forfall(situasjon, person, av, vara)

        notert = [await noter(turn, self._tjenester, hode, regel) for hode in plan.moeter]
        mer = [turn.norsk.tekst("forfall.vara_ukjent")] if plan.vara.ukjent else []
        return svar_paa(turn, self._tjenester, plan.gjelder, notert, mer)


def _vil_ha_skjema(turn: Turn, meaning: Meaning) -> bool:
    """A line that is only like the sentences has what the nearest of them has: it must say the word."""
    if ord_(meaning.slots, "hva") != SKJEMA:
        return False
    return meaning.strict or SKJEMA in linjen(turn).casefold()


async def planlegg(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> Plan | list[Reply]:
    """Else the reply that asks, or says why not. Raises UgyldigKnapp, IkkeLov, IkkeHer."""
    meaning = rene(turn, meaning)
    gjelder = den_det_gjelder(turn, meaning)
    if not isinstance(gjelder, Gjelder):
        return gjelder
    krev_om(turn, gjelder)
    if nytt := flyttet_siden(turn, meaning, gjelder):
        return nytt
    funnet = await _moetene(turn, meaning.slots, gjelder)
    if funnet.feil:
        return si_setning(turn, funnet.feil)
    krev_rett(turn, gjelder, funnet.moeter)
    if len(funnet.moeter) > 1 and not funnet.alle and not _begge(turn, funnet):
        return await _hvilket(turn, meaning, gjelder, funnet.moeter, tjenester)
    vara = den_navngitte(turn, meaning, funnet.moeter)
    if vara.mulige:
        return spoer(turn, turn.norsk.tekst("forfall.hvilken_vara"), velg_vara(meaning, vara.mulige))
    return Plan(gjelder, funnet.moeter[:FLEST], vara)


def _begge(turn: Turn, funnet: Funnet) -> bool:
    """«Forfall til begge møtene», where there are two it can be."""
    return len(funnet.moeter) == BEGGE and "begge" in linjen(turn).casefold()


async def _moetene(turn: Turn, slots: Slots, gjelder: Gjelder) -> Funnet:
    """Those that a confirmed answer holds, each looked at again; else those the line means."""
    valgte = slots.extra.get(MOETER)
    if valgte is None:
        return await finn(turn, slots, gjelder)
    if not isinstance(valgte, list) or not valgte or not all(type(m) is int for m in valgte):
        raise UgyldigKnapp
    funnet = [await finn(turn, Slots(moete_id=m), gjelder) for m in dict.fromkeys(valgte)]
    moeter = tuple(hode for f in funnet for hode in f.moeter)
    return Funnet(moeter, "" if moeter else funnet[0].feil, alle=True)


async def _hvilket(
    turn: Turn,
    meaning: Meaning,
    gjelder: Gjelder,
    moeter: tuple[Moetehode, ...],
    tjenester: Tjenester,
) -> list[Reply]:
    """«Meld forfall» and no more opens the form; else there is a button for each møte."""
    slots = meaning.slots
    if gjelder.selv and slots.period is None and not slots.organ_ids and not slots.extra.keys() - {"hva"}:
        return await vis_skjema(turn, tjenester)
    return spoer(turn, turn.norsk.tekst("forfall.hvilket"), velg_moete(turn, meaning, moeter))


def _maa_vises(plan: Plan, meaning: Meaning) -> bool:
    if meaning.slots.extra.get(BEKREFTET) is True:
        return False
    return not plan.gjelder.selv or len(plan.moeter) > 1


def vis(turn: Turn, plan: Plan) -> Forhaandsvisning:
    """Shows the møter and the vara; nothing of the line is kept but who, which møter, and the vara."""
    norsk, linjer = turn.norsk, [moetenavn(turn, hode) for hode in plan.moeter]
    if plan.vara.vara:
        linjer.append(norsk.tekst("forfall.vara_er", navn=plan.vara.vara.navn))
    linjer.append(norsk.tekst("forfall.ikke_grunn"))
    extra = {PERSON: plan.gjelder.hvem.person_id, MOETER: [m.id for m in plan.moeter], BEKREFTET: True}
    slots = Slots(extra={**extra, **_vara_data(plan.vara)})
    meaning = Meaning("forfall.meld", sure=True, slots=slots)
    return Forhaandsvisning(_spoersmaal(turn, plan), norsk.tekst("forfall.ja"), meaning, tuple(linjer))


def _vara_data(vara: Varavalg) -> dict[str, object]:
    if vara.vara is None:
        return {VARA_UKJENT: True} if vara.ukjent else {}
    return {VARA_ID: vara.vara.person_id} if vara.vara.person_id is not None else {"vara": vara.vara.navn}


def _spoersmaal(turn: Turn, plan: Plan) -> str:
    antall = Tall(len(plan.moeter))
    if plan.gjelder.selv:
        return turn.norsk.tekst("forfall.skal_jeg", antall=antall)
    return turn.norsk.tekst("forfall.skal_jeg_for", antall=antall, navn=plan.gjelder.hvem.navn)


def lag(tjenester: Tjenester) -> Dialog:
    return Forfall(tjenester)

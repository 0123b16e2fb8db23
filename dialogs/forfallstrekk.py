"""«Kommer likevel», «trekk forfallet mitt», and what undoes or confirms a forfall by a button."""

from dataclasses import dataclass

from bot.cards.forfall import svarkort, trukketlinjer
from bot.cards.melding import knapp
from bot.cards.moetetid import TID, moetetid
from bot.domain.angre import angre
from bot.domain.forfall import bekreft_forfall, kommer
from bot.domain.logglesing import linje_med
from bot.domain.moeter import i_perioden, kommende
from bot.domain.plasser import samme_person
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.stilling import Kalltilstand
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.frammoete import les
from dialogs import ingen_moeter
from dialogs.angreord import kan_skrives
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.forfallshvem import BEKREFTET, PERSON, Gjelder, den_det_gjelder, rene
from dialogs.forfallsrett import krev_om, lovlige
from dialogs.forfallssvar import ANGRE, ANGRES, Post, noter, svar_paa
from dialogs.forfallstid import flyttet_siden
from dialogs.forfallsvalg import velg_moete
from dialogs.moetet import moetenavn
from dialogs.rett import krev, krev_her
from dialogs.slots import UgyldigKnapp
from dialogs.svar import si, si_paa_kortet, si_setning, spoer
from dialogs.tjenester import Tjenester

TREKK, GJELDER, KOMMER = "forfall.trekk", "forfall.gjelder", "forfall.kommer"
VENTER = (Kalltilstand.NEI, Kalltilstand.UTLOEPT)
"""A vara who has said no, or let it run out, may come after all."""


@dataclass(frozen=True)
class Plan:
    gjelder: Gjelder
    hode: Moetehode


class Trekk:
    intents = frozenset({TREKK, KOMMER, GJELDER, ANGRE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        if meaning.intent != TREKK:
            return None
        plan = await _planlegg(turn, meaning)
        return _vis(turn, plan) if isinstance(plan, Plan) else None

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == ANGRE:
            return await self._angre(turn, meaning.slots)
        plan = await _planlegg(turn, meaning)
        if not isinstance(plan, Plan):
            return plan
        if meaning.intent == GJELDER:
            return await self._gjelder(turn, plan)
        if not plan.gjelder.selv and meaning.slots.extra.get(BEKREFTET) is not True:
            return be_om_ja(turn, _vis(turn, plan), self._tjenester.ny_id)
        return await self._trekk(turn, plan)

    async def _trekk(self, turn: Turn, plan: Plan) -> list[Reply]:
        person, av = plan.gjelder.hvem, turn.aktoer.hvem
        post = await noter(turn, self._tjenester, plan.hode, lambda s: kommer(s, person, av))
        if post.notert is None:
            return si_setning(turn, post.feil)
        norsk, moete = turn.norsk, moetenavn(turn, plan.hode)
        noekkel = "forfall.trukket" if plan.gjelder.selv else "forfall.trukket_for"
        verdier = {} if plan.gjelder.selv else {"navn": person.navn}
        foerst = norsk.tekst(noekkel, moete=moete, **verdier)
        varslet = trukketlinjer(norsk, post.notert.utfall, post.notert.ikke_trukket)
        gjelder = {} if plan.gjelder.selv else {PERSON: person.person_id}
        label = norsk.tekst("forfall.knapp_meld_igjen")
        igjen = knapp(label, "forfall.meld", moete=plan.hode.id, **{TID: moetetid(plan.hode)}, **gjelder)
        kan_skrives(turn, igjen)
        return si(turn, svarkort([foerst], varslet, [igjen]))

    async def _gjelder(self, turn: Turn, plan: Plan) -> list[Reply]:
        """The forfall holds for the new date too: the varaer are called anew."""
        person, av = plan.gjelder.hvem, turn.aktoer.hvem
        post = await noter(turn, self._tjenester, plan.hode, lambda s: bekreft_forfall(s, person, av))
        return svar_paa(turn, self._tjenester, plan.gjelder, [post], ())

    async def _angre(self, turn: Turn, slots: Slots) -> list[Reply]:
        """Takes back what the card said was noted, as long as nothing else has been said since."""
        poster = [await self._angre_en(turn, *par) for par in _par(slots)]
        gjort = [moetenavn(turn, p.hode) for p in poster if p.notert]
        linjer = [turn.norsk.tekst("forfall.angret", moete=moete) for moete in gjort]
        return si_paa_kortet(turn, " ".join([*linjer, *dict.fromkeys(p.feil for p in poster if p.feil)]))

    async def _angre_en(self, turn: Turn, moete_id: int, linje_id: int) -> Post:
        hode = turn.register.hode(moete_id)
        if hode is None:
            raise UgyldigKnapp
        await _krev_angre(turn, hode, linje_id)
        return await noter(turn, self._tjenester, hode, lambda s: angre(s, linje_id, turn.aktoer.hvem))


async def _krev_angre(turn: Turn, hode: Moetehode, linje_id: int) -> None:
    """The right that it took to report it, for oneself or for another. Raises IkkeLov, IkkeHer."""
    krev(turn, Rett.MELDE_FORFALL, hode.organ_ids)
    krev_her(turn, hode.organ_ids)
    linje = linje_med((await les(turn.uow, hode.id, turn.incoming.at)).logg, linje_id)
    if linje is not None and not samme_person(linje.for_person or linje.person, turn.aktoer.hvem):
        krev(turn, Rett.MELDE_FORFALL_ANDRE, hode.organ_ids)


async def _planlegg(turn: Turn, meaning: Meaning) -> Plan | list[Reply]:
    """Raises UgyldigKnapp, IkkeLov, IkkeHer."""
    meaning = rene(turn, meaning)
    gjelder = den_det_gjelder(turn, meaning)
    if not isinstance(gjelder, Gjelder):
        return gjelder
    krev_om(turn, gjelder)
    if nytt := flyttet_siden(turn, meaning, gjelder):
        return nytt
    mulige = _mulige(turn, meaning.slots, gjelder)
    if isinstance(mulige, str):
        return si_setning(turn, mulige)
    mulige = lovlige(turn, gjelder, mulige)
    med = [hode for hode in mulige if await _borte(turn, gjelder, hode)]
    if not med:
        return si_setning(turn, _ingenting(turn, gjelder, mulige))
    if len(med) > 1:
        return spoer(turn, turn.norsk.tekst("forfall.hvilket"), velg_moete(turn, meaning, tuple(med)))
    return Plan(gjelder, med[0])


def _mulige(turn: Turn, slots: Slots, gjelder: Gjelder) -> list[Moetehode] | str:
    """The møter to come that the line may mean; else why there is none."""
    if slots.moete_id is not None:
        hode = turn.register.hode(slots.moete_id)
        if hode is None:
            return turn.norsk.tekst("moete.borte")
        if not kommende([hode], turn.incoming.at):
            noekkel = "forfall.avlyst" if hode.avlyst else "forfall.over"
            return turn.norsk.tekst(noekkel, moete=moetenavn(turn, hode))
        return [hode]
    if slots.organ_tekst and not slots.organ_ids:
        return ingen_moeter.ukjent_organ(turn, slots.organ_tekst)
    alle = [m for m in turn.register.moeter if gjelder.alle_ids & set(m.organ_ids)]
    if slots.organ_ids:
        alle = [m for m in alle if set(slots.organ_ids) & set(m.organ_ids)]
    if slots.period:
        alle = i_perioden(alle, slots.period.fra, slots.period.til)
    return kommende(alle, turn.incoming.at)


async def _borte(turn: Turn, gjelder: Gjelder, hode: Moetehode) -> bool:
    """Whether there is something to take back there."""
    stilling = (await les(turn.uow, hode.id, turn.incoming.at)).stilling
    if stilling.person(gjelder.hvem).borte:
        return True
    return any(k.tilstand in VENTER for k in stilling.kall_til(gjelder.hvem))


def _ingenting(turn: Turn, gjelder: Gjelder, moeter: list[Moetehode]) -> str:
    hvor = moetenavn(turn, moeter[0]) if len(moeter) == 1 else ""
    if gjelder.selv:
        return (
            turn.norsk.tekst("forfall.ikke_meldt_til", moete=hvor)
            if hvor
            else turn.norsk.tekst("forfall.ikke_meldt")
        )
    return turn.norsk.tekst("forfall.ikke_meldt_for", navn=gjelder.hvem.navn)


def _vis(turn: Turn, plan: Plan) -> Forhaandsvisning:
    norsk = turn.norsk
    spoersmaal = (
        norsk.tekst("forfall.skal_jeg_trekke")
        if plan.gjelder.selv
        else norsk.tekst("forfall.skal_jeg_trekke_for", navn=plan.gjelder.hvem.navn)
    )
    extra = {PERSON: plan.gjelder.hvem.person_id, BEKREFTET: True}
    meaning = Meaning(TREKK, sure=True, slots=Slots(moete_id=plan.hode.id, extra=extra))
    linjer = (moetenavn(turn, plan.hode),)
    return Forhaandsvisning(spoersmaal, norsk.tekst("forfall.ja_trekk"), meaning, linjer)


def _par(slots: Slots) -> list[tuple[int, int]]:
    """Raises UgyldigKnapp."""
    par = slots.extra.get(ANGRES)
    if not isinstance(par, list) or not par:
        raise UgyldigKnapp
    funnet = []
    for ett in par:
        if not isinstance(ett, list) or len(ett) != 2 or not all(type(tall) is int for tall in ett):
            raise UgyldigKnapp
        funnet.append((ett[0], ett[1]))
    return funnet


def lag(tjenester: Tjenester) -> Dialog:
    return Trekk(tjenester)

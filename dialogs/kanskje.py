"""What a line means where the papers, or what was just shown, bear it out; never a guess."""

from dataclasses import replace

from bot.cards.sak import KONKLUSJON
from bot.domain.conversation import Question
from bot.domain.register import Moetehode
from bot.domain.saksoek import med_nummer, saker
from bot.language.peker import only_points, points_at_sak
from bot.turn import Aspect, Meaning, Turn
from dialogs.boksynlig import papirene_med_boken
from dialogs.eventuelt_tittel import som_tittel
from dialogs.kallsvar import svar_paa_kall
from dialogs.liste import DIALOGMOETE, dialogmoeter_om
from dialogs.sakfinner import Treff, kontekst, tydelige
from dialogs.svar import linjen
from dialogs.varaetterpaa import vara_etterpaa

SAK, LISTE, VEDTAK = "sak.vis", "moete.liste", "vedtak.soek"
SAKENS_SIDE = {
    ("moete.neste", None): Aspect.TID,
    ("moete.saksliste", "varighet"): Aspect.VARIGHET,
    ("moete.saksliste", "innledere"): Aspect.ANSVARLIG,
}
"""Which side of a sak answers a question that could be about the møte as well."""


async def det_som_menes(turn: Turn, meaning: Meaning, question: Question | None = None) -> Meaning:
    """The meaning itself; a vara's answer to being asked, or their name after a
    forfall; the sak that was just shown, where it points
    («hvor lenge varer det?»); the first of what it perhaps means that is borne out; the title of the sak
    whose form was just shown.
    """
    meaning = await svar_paa_kall(turn, _uten_peker(meaning), question)
    meaning = await vara_etterpaa(turn, meaning, question)
    side = SAKENS_SIDE.get((meaning.intent, meaning.slots.extra.get("hva")))
    peker = meaning.points or points_at_sak(linjen(turn))
    if peker and side and kontekst(turn).saksnr:
        return Meaning(SAK, sure=True, slots=replace(meaning.slots, aspect=side, extra={}))
    for mening in meaning.perhaps:
        baeres = await _baeres(turn, mening)
        if baeres:
            return baeres
    return som_tittel(turn, meaning, question)


def _uten_peker(meaning: Meaning) -> Meaning:
    """«Når kommer saken opp?» names no topic: the sak that was just shown is meant, or asked for."""
    slots = meaning.slots
    emne = (slots.sak.emne if slots.sak else None) or slots.emne
    if not emne or not only_points(emne):
        return meaning
    hva = {"hva": KONKLUSJON} if meaning.intent == VEDTAK else {}
    slots = replace(slots, sak=None, emne=None, extra={**slots.extra, **hva})
    return replace(meaning, intent=SAK if meaning.intent == VEDTAK else meaning.intent, slots=slots)


async def _baeres(turn: Turn, meaning: Meaning) -> Meaning | None:
    slots, vist = meaning.slots, kontekst(turn)
    if slots.organ_tekst and not slots.organ_ids:
        return None
    if meaning.intent == LISTE and slots.extra.get("hva") == DIALOGMOETE:
        return meaning if slots.emne and dialogmoeter_om(turn.register, slots.emne) else None
    if meaning.intent == SAK and slots.sak:
        return await _saken(turn, meaning)
    if meaning.intent == SAK:
        return meaning if vist.saksnr else None
    return replace(meaning, slots=replace(slots, moete_id=vist.moete_id)) if vist.moete_id else None


async def _saken(turn: Turn, meaning: Meaning) -> Meaning | None:
    """The sak with all words of the topic, or with that number in the møte that was just shown."""
    sak = meaning.slots.sak
    if sak and sak.emne:
        treff = await tydelige(turn, meaning, sak.emne)
        return _pekt_paa(meaning, treff[0]) if len(treff) == 1 else (meaning if treff else None)
    hode = turn.register.hode(kontekst(turn).moete_id or 0)
    if sak is None or sak.nummer is None or hode is None:
        return None
    return meaning if await _har_nummer(turn, hode, sak.nummer) else None


async def _har_nummer(turn: Turn, hode: Moetehode, nummer: int) -> bool:
    moete, _ = await papirene_med_boken(turn, hode)
    return bool(med_nummer(saker(moete), nummer, None, hode.dato.year))


def _pekt_paa(meaning: Meaning, treff: Treff) -> Meaning:
    sak = treff.sak
    extra = {**meaning.slots.extra, "saksnr": sak.saksnr, "tittel": sak.tittel, "del": sak.del_tittel}
    return replace(meaning, slots=replace(meaning.slots, moete_id=treff.hode.id, extra=extra))

"""Lines of somebody who dictates: pasted notes, long ones, names that answer «Hvem?», and those that
would be dictation if there were an open referat here.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.conversation import ConversationKind, Question
from bot.domain.register import Register
from bot.language import hvemsvar, notatlinjer
from bot.language.folkeord import er_aapent
from bot.language.ord import ordbok
from bot.turn import Meaning, Slots, Turn
from dialogs.bokvalg import foerer_et_sted
from dialogs.slots import til_data
from dialogs.spoersmaal import AAPENT

REFERAT = "referat."
LIMT, UAAPNET, UKLART, HVEM = "referat.limt", "referat.uaapnet", "referat.uklart", "referat.hvem"
FOERES = frozenset(
    {
        *("referat.stopp", "referat.sak", "referat.punkt", "referat.angre", "referat.rett"),
        *("referat.frammoete", "referat.unntatt", "referat.utkast"),
    }
)
"""What is said while a referat is kept."""
PUNKT, NOTAT = "referat.punkt", "notat"
LIMES = frozenset({PUNKT, "referat.frammoete"})
HENSIKT = "hensikt"
LEST = 900
"""As many characters of a line are read for what it means: the Tolk reads no line of more than 1000."""
_MERKE = re.compile(
    r"\s*(?:[kvion]|konklusjon|vedtak|innspill|innspel|oppfølging|oppgave|orientering|notat)\s*:", re.I
)
FAA_ORD = 2


def merket(linje: str) -> bool:
    """Whether it begins with what says what kind of point it is: «k: …»."""
    return _MERKE.match(linje) is not None


def kan_ha_ment(turn: Turn) -> bool:
    """Whether somebody who is not tied to a referat may have dictated: others have little to say so."""
    return not turn.foerer and (turn.bok_id is not None or foerer_et_sted(turn))


def del_lang(linje: str) -> tuple[str, str]:
    """How it begins, cut at a blank where one is near, and the rest."""
    if len(linje) <= LEST:
        return linje, ""
    kutt = linje.rfind(" ", 0, LEST)
    kutt = kutt if kutt > LEST // 2 else LEST
    return linje[:kutt], linje[kutt:]


def med_resten(mening: Meaning, resten: str) -> Meaning:
    """With the rest of the line behind its text; it means nothing else than how it begins."""
    tekst = mening.slots.extra.get("tekst")
    if not isinstance(tekst, str):
        return mening
    return replace(mening, slots=_med(mening.slots, tekst=tekst + resten))


def limt_inn(turn: Turn, linje: str, les: Callable[[str], Meaning]) -> Meaning | None:
    """A note of several lines, each with what it means; None for any other line, and for one whose first
    is a command.
    """
    linjer = notatlinjer.linjer(linje) if turn.foerer else ()
    if not linjer:
        return None
    lest = [en for n in linjer for en in _lest_linje(n, les)]
    if not lest:
        return None
    return Meaning(LIMT, sure=True, strict=True, slots=Slots(extra={"linjer": lest, "tekst": linje}))


def _lest_linje(linje: notatlinjer.Notatlinje, les: Callable[[str], Meaning]) -> list[dict[str, Any]]:
    """What stands behind the number of a heading is read too: only the saksliste tells whether it is the
    title.
    """
    if not linje.overskrift:
        return [_lest(les(linje.tekst), linje)]
    if not linje.resten:
        return []
    resten = replace(linje, tekst=linje.resten)
    return [{**_lest(les(linje.resten), resten), "tittel": linje.resten}]


def _lest(mening: Meaning, linje: notatlinjer.Notatlinje) -> dict[str, Any]:
    """What is neither a point nor about who is there becomes a notat of that sak."""
    forstaatt = mening.strict and mening.intent in LIMES and mening.slots.extra.get("tekst") != ""
    if forstaatt:
        slots = replace(mening.slots, sak=mening.slots.sak or linje.sak)
    else:
        slots = Slots(sak=linje.sak, extra={"hva": NOTAT, "tekst": linje.tekst, "uforstaatt": True})
    under = {"eventuelt": True} if linje.eventuelt and slots.sak is None else {}
    intent = mening.intent if forstaatt else PUNKT
    return {"hensikt": intent, "linje": linje.tekst, "slots": til_data(_med(slots, **under))}


def uaapnet(ville: Meaning) -> Meaning:
    """`ville` is what it would mean."""
    return replace(ville, intent=UAAPNET, slots=_med(ville.slots, hensikt=ville.intent))


def uklart(turn: Turn, linje: str) -> Meaning | None:
    """In 1:1 the bot asks whether it is a point, so that it is not lost; a question is none."""
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    if not privat or len(linje.split()) <= FAA_ORD or _spoer(linje):
        return None
    return Meaning(UKLART, sure=True, strict=True, slots=Slots(extra={"tekst": linje}))


def _spoer(linje: str) -> bool:
    return linje.rstrip().endswith("?") or ordbok().asks(linje.lower().split())


def som_hvem(
    question: Question | None, linje: str, mening: Meaning, at: datetime, register: Register
) -> Meaning:
    """A written name answers «Hvem?», and so does «vet ikke». All else is the next line of dictation, and
    what was asked about stays open.
    """
    if question is None or not timedelta(0) <= at - question.asked <= AAPENT:
        return mening
    knapp = next((b for b in question.buttons if b.verb == HVEM), None)
    merket_svar = linje.lstrip().lower().startswith("ansvar")
    opptatt = mening.strict and mening.sure and mening.intent not in (UKLART, LIMT) and not merket_svar
    if knapp is None or opptatt or not (er_aapent(linje) or hvemsvar.les(linje, register, at.date())):
        return mening
    felles = {navn: verdi for navn, verdi in knapp.data.items() if navn in ("bok", "punkt")}
    return Meaning(HVEM, sure=True, strict=True, slots=Slots(extra={**felles, "navn": linje}))


def _med(slots: Slots, **extra: object) -> Slots:
    return replace(slots, extra={**slots.extra, **extra})

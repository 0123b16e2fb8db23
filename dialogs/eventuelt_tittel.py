"""The line after the form has been shown: on a telephone one writes only what the sak is about."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.conversation import Button, ConversationKind, Question
from bot.domain.fritekst import renset
from bot.turn import Kind, Meaning, Slots, Turn
from dialogs.slots import fra_data, til_data
from dialogs.spoersmaal import AAPENT

INGEN = "ingen"
SKJEMA, SAKSSKJEMA = "eventuelt.skjema", "sak.skjema"
TITTEL_TIL = {SKJEMA: "eventuelt.meld", SAKSSKJEMA: "sak.meld"}
"""Which form was shown, and what a title for it means."""


def vent_paa_tittel(turn: Turn, skjema: str, meaning: Meaning) -> None:
    """The form stands open without a title. What is kept has no label: no line is its name, and nobody
    sees it.
    """
    slots = replace(meaning.slots, sak=None, emne=None, extra={})
    turn.asks = (*(turn.asks or ()), Button("", skjema, til_data(slots)))


def som_tittel(turn: Turn, meaning: Meaning, question: Question | None) -> Meaning:
    """The meaning itself; of a line in a 1:1 chat that is not understood, right after the form, that it is
    the title, which is asked about.
    """
    til = _ventes(turn, question) if meaning.intent == INGEN else None
    linje = renset(turn.incoming.text)
    if til is None or not any(tegn.isalpha() for tegn in linje) or linje.endswith("?"):
        return meaning
    slots = fra_data(til.data)
    return Meaning(TITTEL_TIL[til.verb], sure=True, slots=_med_tekst(slots, linje))


def _med_tekst(slots: Slots, linje: str) -> Slots:
    return replace(slots, extra={"tekst": linje})


def _ventes(turn: Turn, question: Question | None) -> Button | None:
    """The form that was the last thing shown."""
    incoming = turn.incoming
    privat = incoming.conversation.kind is ConversationKind.PERSONAL
    if question is None or incoming.kind is not Kind.MESSAGE or not privat:
        return None
    if not timedelta(0) <= incoming.at - question.asked <= AAPENT:
        return None
    return next((b for b in question.buttons if b.verb in TITTEL_TIL and not b.label), None)

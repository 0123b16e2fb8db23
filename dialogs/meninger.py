"""What an activity means: a pressed button, the answer to an open question, or a line."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.conversation import Button, Question
from bot.domain.register import Register
from bot.language import diktatlinjer, moettlinjer
from bot.turn import SAY, Kind, Meaning, Slots, Turn
from dialogs.bekreft import VERB, besvart
from dialogs.bokfristsvar import som_frist
from dialogs.boklinje import (
    FOERES,
    REFERAT,
    del_lang,
    kan_ha_ment,
    limt_inn,
    med_resten,
    merket,
    som_hvem,
    uaapnet,
    uklart,
)
from dialogs.forslag import som_foreslaatt
from dialogs.her import organer_her
from dialogs.kanallinje import som_sagt_her
from dialogs.knappelinjer import som_knapp
from dialogs.merknadslinje import som_merknad
from dialogs.slots import UgyldigKnapp, betydning
from dialogs.spoersmaal import AAPENT, valgt

INSTALLERT, FJERNET, NAVNGITT = "bot.installert", "bot.fjernet", "bot.navngitt"
TEAMS_STARTET, TEAMS_SLUTTET = "teams.startet", "teams.sluttet"
TEAMS_KOM, TEAMS_GIKK = "teams.kom", "teams.gikk"
FIL, INGEN, HJELP = "import.fil", "ingen", "hjelp"
IGJEN, UTENFOR = "igjen", "utenfor"
"""What is said of a line that was not understood: the one before it was not either; it is most like
lines that are no business of the bot's.
"""
HENDELSER = {
    Kind.INSTALLED: INSTALLERT,
    Kind.REMOVED: FJERNET,
    Kind.NAMED: NAVNGITT,
    Kind.FILE: FIL,
    Kind.MEETING_STARTED: TEAMS_STARTET,
    Kind.MEETING_ENDED: TEAMS_SLUTTET,
    Kind.JOINED: TEAMS_KOM,
    Kind.LEFT: TEAMS_GIKK,
}
"""What is no line and no button, and which dialog takes it. Nobody can press these."""


class Tolk(Protocol):
    """bot.language.tolk.Tolk."""

    def understand(
        self,
        text: str,
        *,
        register: Register,
        at: datetime,
        organ_hint: tuple[int, ...] = (),
        referat: bool = False,
    ) -> Meaning: ...


def trykket(turn: Turn, question: Question | None) -> Button | None:
    """The button that was pressed, or that a written line answers the open question with."""
    incoming = turn.incoming
    return incoming.button or valgt(question, incoming.text, incoming.at)


class Meninger:
    """`kjente` are the intents that have a dialog."""

    def __init__(self, tolk: Tolk, kjente: frozenset[str]) -> None:
        self._tolk = tolk
        self._kjente = kjente

    def av(self, turn: Turn, question: Question | None) -> Meaning:
        """Raises UgyldigKnapp for a button nobody here has made."""
        incoming = turn.incoming
        if incoming.kind in HENDELSER:
            return Meaning(HENDELSER[incoming.kind], sure=True)
        if incoming.kind is Kind.PRESS:
            return self._knappen(turn, incoming.button)
        svar = trykket(turn, question)
        if svar:
            return self._knappen(turn, svar)
        mening = som_knapp(incoming.text) or self._linjen(turn, incoming.text)
        mening = som_hvem(question, incoming.text, mening, incoming.at, turn.register)
        mening = som_frist(question, incoming.text, mening, incoming.at)
        mening = som_merknad(question, incoming.text, mening, incoming.at)
        return replace(mening, slots=_med(mening.slots, IGJEN)) if _bom(mening, question, turn) else mening

    def _knappen(self, turn: Turn, button: Button | None) -> Meaning:
        if button is None:
            raise UgyldigKnapp
        if button.verb == SAY and isinstance(button.data.get("tekst"), str):
            return self._sagt(turn, button.data["tekst"], button.data.get("hensikt"))
        mening = besvart(turn, button) if button.verb in VERB else betydning(button)
        if mening.intent not in self._kjente or mening.intent in HENDELSER.values():
            raise UgyldigKnapp
        if not all(
            any(o.id == organ_id for o in turn.register.organer) for organ_id in mening.slots.organ_ids
        ):
            raise UgyldigKnapp
        return mening

    def _sagt(self, turn: Turn, linje: str, hensikt: object) -> Meaning:
        """A button's line; one that suggests something means that."""
        mening = self._linjen(turn, linje)
        foreslaatt = isinstance(hensikt, str) and hensikt in self._kjente.difference(HENDELSER.values())
        return som_foreslaatt(mening, str(hensikt)) if foreslaatt else mening

    def _linjen(self, turn: Turn, linje: str) -> Meaning:
        if not linje.strip():
            return Meaning(HJELP, sure=True)
        mening = limt_inn(turn, linje, lambda en: self._lest(turn, en, referat=True)) or self._lest(
            turn, linje, referat=turn.foerer
        )
        if mening.sure and mening.intent in self._kjente and (turn.foerer or not merket(linje)):
            return mening
        if merket(linje) or (mening.intent.startswith(REFERAT) and kan_ha_ment(turn)):
            ville = self._lest(turn, linje, referat=True)
            if ville.strict and ville.intent in FOERES:
                return uaapnet(ville)
        return self._usikker(turn, linje, mening)

    def _usikker(self, turn: Turn, linje: str, mening: Meaning) -> Meaning:
        """Whoever dictates more often says something to be noted than asks what the bot does not know."""
        if turn.foerer and (mening.intent == INGEN or not mening.sure):
            return uklart(turn, linje) or self._ingen(mening)
        return self._ingen(mening)

    def _lest(self, turn: Turn, linje: str, *, referat: bool) -> Meaning:
        """A line longer than what is read is read by how it begins."""
        lest = self._diktert(turn, linje) if referat else None
        if lest is not None:
            return lest
        start, resten = del_lang(linje) if referat else (linje, "")
        mening = self._tolk.understand(
            start,
            register=turn.register,
            at=turn.incoming.at,
            organ_hint=organer_her(turn),
            referat=referat,
        )
        mening = som_sagt_her(mening, turn, start)
        return med_resten(mening, resten) if resten else mening

    def _diktert(self, turn: Turn, linje: str) -> Meaning | None:
        """What is read as it stands."""
        dag = turn.incoming.at.date()
        return diktatlinjer.les(linje) or moettlinjer.les(linje, turn.register, dag)

    def _ingen(self, mening: Meaning) -> Meaning:
        slots = _med(mening.slots, UTENFOR) if mening.intent == INGEN else mening.slots
        kanskje = tuple(m for m in mening.perhaps if m.intent in self._kjente)
        return replace(mening, intent=INGEN, slots=slots, perhaps=kanskje)


def _med(slots: Slots, navn: str) -> Slots:
    return replace(slots, extra={**slots.extra, navn: True})


def _bom(mening: Meaning, question: Question | None, turn: Turn) -> bool:
    """Whether the line before it was not understood either: «Mente du …?» stands open."""
    if mening.intent != INGEN or question is None:
        return False
    frisk = timedelta(0) <= turn.incoming.at - question.asked <= AAPENT
    return frisk and any(button.verb == HJELP for button in question.buttons)

"""What an activity means: a pressed button, the answer to an open question, or a line."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.domain.conversation import Button, Question
from bot.domain.organvalg import organer_i_navnet
from bot.domain.register import Register
from bot.turn import SAY, Kind, Meaning, Turn
from dialogs.slots import UgyldigKnapp, betydning
from dialogs.spoersmaal import valgt

INSTALLERT, FJERNET, NAVNGITT = "bot.installert", "bot.fjernet", "bot.navngitt"
FIL, INGEN, HJELP = "import.fil", "ingen", "hjelp"
HENDELSER = {
    Kind.INSTALLED: INSTALLERT,
    Kind.REMOVED: FJERNET,
    Kind.NAMED: NAVNGITT,
    Kind.FILE: FIL,
}
"""What is no line and no button, and which dialog takes it. Nobody can press these."""


class Tolk(Protocol):
    """bot.language.tolk.Tolk."""

    def understand(
        self, text: str, *, register: Register, at: datetime, organ_hint: tuple[int, ...] = ()
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
        return self._knappen(turn, svar) if svar else self._linjen(turn, incoming.text)

    def _knappen(self, turn: Turn, button: Button | None) -> Meaning:
        if button is None or button.verb in HENDELSER.values():
            raise UgyldigKnapp
        if button.verb == SAY and isinstance(button.data.get("tekst"), str):
            return self._linjen(turn, button.data["tekst"])
        if button.verb not in self._kjente:
            raise UgyldigKnapp
        mening = betydning(button)
        if not all(
            any(o.id == organ_id for o in turn.register.organer) for organ_id in mening.slots.organ_ids
        ):
            raise UgyldigKnapp
        return mening

    def _linjen(self, turn: Turn, linje: str) -> Meaning:
        if not linje.strip():
            return Meaning(HJELP, sure=True)
        i_navnet = organer_i_navnet(turn.register, turn.conversation)
        mening = self._tolk.understand(
            linje, register=turn.register, at=turn.incoming.at, organ_hint=i_navnet
        )
        kjent = mening.sure and mening.intent in self._kjente
        kanskje = tuple(m for m in mening.perhaps if m.intent in self._kjente)
        return mening if kjent else replace(mening, intent=INGEN, perhaps=kanskje)

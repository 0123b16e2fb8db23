"""What is written right after «Hva er merknaden din?» is the merknad."""

from datetime import datetime, timedelta

from bot.domain.conversation import Button, Question
from bot.language.ja_nei import ja_eller_nei
from bot.turn import Meaning, Slots
from dialogs.spoersmaal import AAPENT

MERKNAD, VENTER = "referat.merknad", "venter"
_BOK, _TALK = "bok", "smaaprat"


def venteknapp(label: str, bok_id: int) -> Button:
    """Keeps the question open for the next line."""
    return Button(label, MERKNAD, {_BOK: bok_id, VENTER: True})


def som_merknad(question: Question | None, linje: str, mening: Meaning, at: datetime) -> Meaning:
    """What is a whole known sentence, a question, a yes or a no is that, and no merknad."""
    if question is None or not timedelta(0) <= at - question.asked <= AAPENT:
        return mening
    knapp = next((b for b in question.buttons if b.verb == MERKNAD and VENTER in b.data), None)
    if knapp is None or not linje.strip() or _noe_annet(linje, mening):
        return mening
    extra = {_BOK: knapp.data[_BOK], "tekst": linje.strip()}
    return Meaning(MERKNAD, sure=True, strict=True, slots=Slots(extra=extra))


def _noe_annet(linje: str, mening: Meaning) -> bool:
    kjent = mening.sure and (mening.strict or mening.intent == _TALK)
    return kjent or linje.rstrip().endswith("?") or ja_eller_nei(linje) is not None

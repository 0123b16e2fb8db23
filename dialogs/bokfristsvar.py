"""A written day answers «Hvilken frist skal det være?»."""

from datetime import datetime, timedelta

from bot.domain.conversation import Button, Question
from bot.language.oppfoelging import frist_i
from bot.turn import Meaning
from dialogs.bokkladd import KLADD
from dialogs.slots import betydning
from dialogs.spoersmaal import AAPENT

FRIST = "frist"
ORD = 6
"""A day is said in so few words."""


def som_frist(question: Question | None, linje: str, mening: Meaning, at: datetime) -> Meaning:
    """What is a whole known sentence is that, and no day."""
    if question is None or not timedelta(0) <= at - question.asked <= AAPENT:
        return mening
    knapp = next((b for b in question.buttons if b.verb == KLADD and FRIST in b.data), None)
    if knapp is None or (mening.strict and mening.sure) or not 0 < len(linje.split()) <= ORD:
        return mening
    dag = frist_i(linje, at.date())
    if dag is None:
        return mening
    return betydning(Button(knapp.label, KLADD, {**knapp.data, FRIST: dag.isoformat()}))

"""What is stored about somebody."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.turn import Message, Norsk


def lagret(norsk: Norsk, om: Sequence[str], ellers: Sequence[str], knapper: Sequence[Button]) -> Message:
    """`om` is stored about the person, one thing a line; `ellers` is so for everybody."""
    foerst = norsk.tekst("personvern.foerst")
    punkter = [f"• {linje}" for linje in om]
    kropp = [overskrift(foerst), *map(tekstblokk, [*punkter, *ellers])]
    return kort("\n".join([foerst, *punkter, *ellers]), kropp, knapper, uttale=foerst)

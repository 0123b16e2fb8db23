"""Names of a referat that could be new members, each as it would be stored."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk, tett
from bot.cards.medlemslinje import medlemslinje
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.domain.organ import Medlem
from bot.turn import Message, Norsk


def nye_medlemmer(norsk: Norsk, foerst: str, nye: Sequence[Medlem], knapper: Sequence[Button]) -> Message:
    """`foerst` says what they are, or what was just stored."""
    linjer = [f"• {medlemslinje(norsk, m)}" for m in nye]
    kropp = [overskrift(foerst), *(tett(tekstblokk(linje)) for linje in linjer)]
    return kort("\n".join([foerst, *linjer]), kropp, knapper, uttale=foerst)

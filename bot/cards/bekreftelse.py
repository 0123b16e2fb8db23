"""What will be written, shown before it is: yes or no."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.turn import Message


def bekreftelse(spoersmaal: str, linjer: Sequence[str], ja: Button, nei: Button) -> Message:
    """`linjer` are what will be written, as far as the question does not say it."""
    kropp = [overskrift(spoersmaal), *map(tekstblokk, linjer)]
    return kort("\n".join([spoersmaal, *linjer]), kropp, [ja, nei], uttale=spoersmaal)

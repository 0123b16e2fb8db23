"""Cards that are asked for again and again, remembered as long as what they show has not changed."""

from collections.abc import Callable, Hashable

from bot.turn import Message

PLASS = 256


class Minne:
    """The last used messages by key. A key must hold every version that the message depends on."""

    def __init__(self) -> None:
        self._husket: dict[Hashable, Message] = {}

    def husk(self, noekkel: Hashable, lag: Callable[[], Message]) -> Message:
        message = self._husket.pop(noekkel, None) or lag()
        self._husket[noekkel] = message
        if len(self._husket) > PLASS:
            del self._husket[next(iter(self._husket))]
        return message

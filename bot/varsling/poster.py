"""The port messages leave by, and the three ways it can fail."""

from typing import Protocol

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.turn import Message


class Unreachable(Exception):
    """The conversation is closed to the bot: uninstalled, blocked, gone. The text is a status."""


class NotAccepted(Exception):
    """This message can never be sent; the conversation is well. The text is a status."""


class TryLater(Exception):
    """It did not leave, or nobody knows whether it did. `after`: seconds it was asked to wait."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Gone(Exception):
    """The message that was to be changed is not there any more."""


class Poster(Protocol):
    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> None:
        """A new message in the conversation, tried once, within `SECONDS`. `maalform` is that of what
        is added on the way. Raises Unreachable, NotAccepted, TryLater.
        """
        ...


class CardPoster(Protocol):
    """For the one message of a conversation that is changed in place. Each is tried once, within
    `SECONDS`, and raises Unreachable, NotAccepted, TryLater.
    """

    async def put_up(self, conversation: Conversation, message: Message, maalform: Maalform) -> str:
        """A new message; the id it is changed by."""
        ...

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        """That message is this from now on. Raises Gone also."""
        ...


SECONDS = 10.0

"""The port messages leave by, and the ways it can fail."""

from typing import Protocol

from bot.domain.conversation import Conversation
from bot.domain.maalform import Maalform
from bot.domain.utboks import Utpost
from bot.turn import Message


class Unreachable(Exception):
    """The conversation is closed to the bot: uninstalled, blocked, gone. The text is a status."""


class NotAccepted(Exception):
    """This message can never be sent; the conversation is well. The text is a status."""


class TryLater(Exception):
    """It did not arrive, or (`tvil`) nobody knows whether it did. `after`: seconds it was asked to wait."""

    def __init__(self, reason: str, after: float | None = None, *, tvil: bool = False) -> None:
        super().__init__(reason)
        self.after = after
        self.tvil = tvil


class Gone(Exception):
    """The message that was to be changed is not there any more."""


class Poster(Protocol):
    """Each is tried once, within `SECONDS`, and raises Unreachable, NotAccepted, TryLater. `maalform` is
    that of what is added on the way.
    """

    async def post(self, conversation: Conversation, message: Message, maalform: Maalform) -> str | None:
        """A new message in the conversation; its id, where it was told."""
        ...

    async def change(
        self, conversation: Conversation, activity_id: str, message: Message, maalform: Maalform
    ) -> None:
        """That message is this from now on. Raises Gone also."""
        ...

    async def remove(self, conversation: Conversation, activity_id: str) -> None:
        """That message is not there any more. Raises Gone also."""
        ...


class Oppslag(Protocol):
    """Looks before sending again. Teams' connector has no call that reads messages, so there is none by
    default: whoever may read the conversation (Microsoft Graph) can give one.
    """

    async def ligger_der(self, conversation: Conversation, post: Utpost) -> str | None:
        """The id of the message if it stands there; None where it does not. Raises TryLater where it cannot
        be told now.
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

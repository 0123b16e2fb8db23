"""One turn's answers on their way out. What cannot be sent is logged and is never an HTTP error."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import structlog

from bot.domain.maalform import Maalform
from bot.language.maalform import guess
from bot.language.tekster import tekster
from bot.teams.fields import Json, identifier, mapping, text
from bot.teams.filereplies import Files
from bot.teams.outbound import Place, body_of_card, body_of_words, card_in_place, message_of, typing_of
from bot.teams.sender import Connector, SendFailed
from bot.turn import Fil, Incoming, Kind, Message, Outcome, Reply

TYPING_SECONDS = 1  # how long the answer waits for the sign that it is coming

log = structlog.get_logger("helsebot.teams")


def place_of(activity: Json, incoming: Incoming) -> Place:
    """Answers to anything but a message are plain posts: an invoke's id is no message's.

    Raises Rejected (400).
    """
    recipient = mapping(activity, "recipient")
    return Place(
        conversation_id=incoming.conversation.id,
        bot={"id": incoming.conversation.bot_id or "", "name": text(recipient, "name") or ""},
        person={"id": incoming.person.id, "name": incoming.person.name},
        answers=incoming.activity_id if activity.get("type") == "message" else None,
        offer=identifier(activity, "replyToId") if incoming.filsvar else None,
    )


@dataclass(frozen=True)
class Exchange:
    """What came in, where the answers go, and the connector that takes them there."""

    incoming: Incoming
    place: Place
    connector: Connector
    files: Files

    @asynccontextmanager
    async def typing(self) -> AsyncIterator[None]:
        """Shows that the bot writes while a file is read: that takes seconds."""
        if self.incoming.kind is not Kind.FILE:
            yield
            return
        shown = asyncio.create_task(self._left(self._post(typing_of(self.place))))
        try:
            yield
        finally:
            await asyncio.wait([shown], timeout=TYPING_SECONDS)
            shown.cancel()

    async def answer(self, outcome: Outcome) -> tuple[Json, bool]:
        """Sends the replies. The body that answers a pressed card, and whether everything left."""
        place = replace(self.place, maalform=outcome.maalform)
        return await replace(self, place=place)._answer(outcome.replies)

    async def _answer(self, replies: Sequence[Reply]) -> tuple[Json, bool]:
        replies = [await self.files.ready(self.incoming, reply, self.place.maalform) for reply in replies]
        card = card_in_place(replies) if self.incoming.wants_body else None
        sent = await self._all(replies if card is None else replies[1:])
        if card is not None:
            return body_of_card(card), sent
        return body_of_words(_words(self.place.maalform, answered=bool(replies), sent=sent)), sent

    async def apologise(self) -> Json:
        """The bot has failed, which is said in one neutral sentence, as the line was written."""
        sorry = tekster(guess(self.incoming.text) or Maalform.NB).tekst("feil")
        if not self.incoming.wants_body:
            await self._all([Reply(Message(sorry))])
        return body_of_words(sorry)

    async def _all(self, replies: Sequence[Reply]) -> bool:
        """All of them together have the time of one send, so that Teams is answered in time."""
        try:
            async with asyncio.timeout(self.connector.sender.seconds):
                return await self._each(replies)
        except TimeoutError:
            log.error("reply.not_sent", turn=self.incoming.activity_id, reason="timeout")
            return False

    async def _each(self, replies: Sequence[Reply]) -> bool:
        for reply in replies:
            activity = message_of(reply.message, self.place)
            if _is_delivered(reply.message) and await self._in_place_of_the_offer(activity):
                continue
            if not await self._left(self._post(activity)):
                return False
        return True

    async def _in_place_of_the_offer(self, activity: bytes) -> bool:
        """Nobody shall press it again. Where it cannot be changed the file is told of in a post."""
        offer = self.place.offer
        return bool(offer) and await self._left(
            self.connector.change(self.place.conversation_id, str(offer), activity)
        )

    async def _post(self, activity: bytes) -> None:
        await self.connector.reply(self.place.conversation_id, self.place.answers, activity)

    async def _left(self, sending: Awaitable[None]) -> bool:
        try:
            await sending
        except SendFailed as failure:
            log.error("reply.not_sent", turn=self.incoming.activity_id, reason=str(failure))
            return False
        return True


def _is_delivered(message: Message) -> bool:
    return isinstance(message.fil, Fil)


def _words(maalform: Maalform, *, answered: bool, sent: bool) -> str:
    if not answered:
        return tekster(maalform).tekst("trykk.mottatt")
    return tekster(maalform).tekst("trykk.svar_i_samtalen" if sent else "trykk.ikke_sendt")

"""Replies with a file: an offer becomes an address where no client has file consent, and a file that was
said yes to is delivered before it is told of.
"""

from dataclasses import dataclass, replace

from bot.cards.element import tekstblokk
from bot.cards.melding import Lenke, kort
from bot.domain.maalform import Maalform
from bot.language.tekster import tekster
from bot.teams.delivery import Delivery, NotDelivered
from bot.teams.localfiles import LocalFiles
from bot.turn import Fil, Filtilbud, Incoming, Message, Norsk, Reply


@dataclass(frozen=True)
class Files:
    """`local` is None where there is an app id; `origin` is the address this service was called at."""

    delivery: Delivery
    local: LocalFiles | None = None
    origin: str = ""

    async def ready(self, incoming: Incoming, reply: Reply, maalform: Maalform) -> Reply:
        """The reply as it can be sent."""
        fil = reply.message.fil
        if isinstance(fil, Filtilbud) and self.local is not None:
            norsk = tekster(maalform)
            url = f"{self.origin}{self.local.offer(incoming, fil)}"
            return replace(reply, message=_link(norsk, reply.message, url))
        if isinstance(fil, Fil):
            return replace(reply, message=await self._delivered(reply.message, fil))
        return reply

    async def _delivered(self, message: Message, fil: Fil) -> Message:
        """Else the sentence that says what to do."""
        if fil.sted is None:
            return replace(message, fil=None)
        try:
            await self.delivery.deliver(fil, fil.sted)
        except NotDelivered as trouble:
            return Message(fil.norsk.tekst(trouble.key, navn=fil.navn))
        return message


def _link(norsk: Norsk, message: Message, url: str) -> Message:
    once = norsk.tekst("filer.en_gang")
    text = f"{message.text}\n{once}"
    body = [tekstblokk(message.text), tekstblokk(once)]
    return kort(text, body, lenker=[Lenke(norsk.tekst("filer.hent"), url)])

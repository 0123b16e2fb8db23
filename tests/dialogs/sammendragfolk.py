"""The referat of ASU that Ove keeps, with a channel of ASU's that gets the sammendrag."""

from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import Conversation
from bot.domain.sammendrag import Sammendrag
from bot.turn import Message
from tests.dialogs.chat import Chat, Svar
from tests.dialogs.moetefolk import ASUKANAL, OVE
from tests.dialogs.referatfolk import Referatet, aapnet, knappen

INNHOLD = (
    "sak 2",
    "k: Tas til orientering.",
    "oppfølging: Siri skriver brevet, frist 3. juni",
    "i: Siri: Det haster",
)


@dataclass
class Sammendraget:
    """What is said to whom, and what the channel shows."""

    ref: Referatet
    forslag: list[Message] = field(default_factory=list)
    """What Ove was shown by itself, last time the plan ran."""

    @property
    def chat(self) -> Chat:
        return self.ref.chat

    async def si(self, hvem: str, *linjer: str, i: Conversation | None = None) -> Svar:
        return await self.ref.si(hvem, *linjer, i=i)

    async def trykk(self, hvem: str, fra: Svar | Message, label: str, **mer: Any) -> Svar:
        """On a card that was answered, or that came unasked."""
        knapp = fra.knapp(label) if isinstance(fra, Svar) else knappen(fra, label)
        return await self.chat.trykk(hvem, knapp, at=self.ref.naa(), **mer)

    async def hevet(self, *linjer: str) -> Message:
        """The møte is closed with that in it; what Ove is shown then."""
        await self.si(OVE, *(linjer or INNHOLD), "møtet er hevet")
        return (await self.vist())[-1]

    async def vist(self, hvem: str = OVE) -> list[Message]:
        """The proposals that somebody got since last time."""
        return [m for m in (await self.chat.post())[hvem] if "Legg ut" in str(m.card)]

    async def lagt_ut(self, *linjer: str) -> Message:
        """What the channel got."""
        await self.trykk(OVE, await self.hevet(*linjer), "Legg ut")
        (post,) = (await self.chat.post())[ASUKANAL.id]
        return post

    async def etter(self, minutter: int = 2) -> list[Message]:
        """What the channel's post was changed to, so long after the last that was said."""
        self.ref.minutt += minutter
        at = self.ref.naa()
        await self.chat.plan(at)
        self.chat.poster.endret.clear()
        post = await self.chat.post(at)
        self.forslag = [m for m in post[OVE] if "Legg ut" in str(m.card)]
        return [m for kanal, _, m in self.chat.poster.endret if kanal == ASUKANAL.id]

    async def lagret(self) -> Sammendrag:
        async with self.chat.store.turn() as uow:
            s = await uow.sammendrag.for_moete(self.ref.hus.mai.id or 0)
        assert s
        return s


async def bygg_sammendrag(
    chat: Chat | None = None, *, kanal: Conversation | None = ASUKANAL, i: Conversation | None = None
) -> Sammendraget:
    """`i`: the møte has a chat of its own."""
    ref = await aapnet(chat or Chat(admins=set()), i=i)
    if kanal:
        await ref.si(OVE, "koble denne kanalen til ASU", i=kanal)
        await ref.chat.post()
    return Sammendraget(ref)

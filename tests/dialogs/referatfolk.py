"""The ASU of moetefolk on the day of its møte, with Ove of the sekretariat keeping the referat."""

from dataclasses import dataclass

from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import Button, Conversation, ConversationKind
from bot.domain.moetebok import Boktilstand
from bot.turn import Message
from tests.dialogs.chat import Chat, Svar
from tests.dialogs.moetefolk import OVE, Huset, bygg

START = "2024-05-15T12:00"
MOETECHAT = Conversation("19:moetet", ConversationKind.GROUP, "https://smba.example/", name="ASU 15.05.24")


@dataclass
class Referatet:
    """`hus` is who and what there is; `minutt` rises with every line that is said."""

    hus: Huset
    bok_id: int = 0
    minutt: int = 0

    @property
    def chat(self) -> Chat:
        return self.hus.chat

    def naa(self) -> str:
        self.minutt += 1
        return f"2024-05-15T{12 + self.minutt // 60:02d}:{self.minutt % 60:02d}"

    async def si(self, hvem: str, *linjer: str, i: Conversation | None = None) -> Svar:
        """The answer to the last of them."""
        for linje in linjer:
            svar = await self.chat.si(hvem, linje, at=self.naa(), i=i)
        return svar

    async def trykk(self, hvem: str, svar: Svar, label: str, i: Conversation | None = None) -> Svar:
        return await self.chat.trykk(hvem, svar.knapp(label), at=self.naa(), i=i)

    async def stand(self) -> Bokstand:
        async with self.chat.store.turn() as uow:
            return les(await uow.boeker.les(self.bok_id))

    async def tekster(self) -> dict[int, str]:
        """Of the points that stand, by number."""
        stand = await self.stand()
        return {nr: p.tekst for nr, p in sorted(stand.punkter.items()) if not p.stroeket}

    async def tilstand(self) -> Boktilstand:
        async with self.chat.store.turn() as uow:
            bok = await uow.boeker.hent(self.bok_id)
        assert bok
        return bok.tilstand


def knappen(melding: Message, label: str) -> Button:
    """That button of a message that was sent unasked."""
    handlinger = (melding.card or {}).get("actions", [])
    rader = [a for e in (melding.card or {})["body"] for a in e.get("actions", ())]
    valgt = next(a for a in [*handlinger, *rader] if a["title"] == label)
    return Button(label, valgt["verb"], valgt["data"])


async def aapnet(chat: Chat, *, i: Conversation | None = None, hvem: str = OVE) -> Referatet:
    """The referat of 15 May is open, and no sak is."""
    hus = await bygg(chat)
    ref = Referatet(hus)
    await chat.si(hvem, "start referat for ASU", at=START, i=i)
    async with chat.store.turn() as uow:
        bok = await uow.boeker.for_moete(hus.mai.id or 0)
    assert bok
    ref.bok_id = bok.id or 0
    return ref

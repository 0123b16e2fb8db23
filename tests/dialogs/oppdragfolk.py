"""The ASU of referatfolk, with a Fagråd 1 that has a channel and a Fagråd 3 that has none."""

from dataclasses import dataclass

from bot.domain.conversation import Conversation
from bot.domain.oppdrag import Oppdrag
from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.turn import Message
from tests.dialogs.chat import Chat, Svar, kanal, privat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import Referatet, aapnet, knappen

GRO, INE, KNUT = "gro fjell", "ine dal", "knut li"
"""Leads Fagråd 1, keeps its referat, leads Fagråd 3."""
RAADKANAL = kanal("Fagråd en")
BER = "Fagråd 1 bes om å lage en plan for opplæring."
BER_TRE = "ASU ber fagråd 3 om en vurdering."


@dataclass
class Oppdragshus:
    ref: Referatet
    raad: Organ
    tredje: Organ

    @property
    def chat(self) -> Chat:
        return self.ref.chat

    async def si(self, hvem: str, *linjer: str, i: Conversation | None = None) -> Svar:
        return await self.ref.si(hvem, *linjer, i=i)

    async def trykk(
        self, hvem: str, fra: Svar | Message, label: str, i: Conversation | None = None
    ) -> Svar:
        knapp = fra.knapp(label) if isinstance(fra, Svar) else knappen(fra, label)
        return await self.chat.trykk(hvem, knapp, at=self.ref.naa(), i=i)

    async def hevet(self, *punkter: str) -> Message:
        """The møte is closed with those vedtak in sak 2; what Ove is asked then."""
        await self.si(OVE, "sak 2", *(f"vedtak: {p}" for p in punkter), "møtet er hevet")
        return await self.spurt()

    async def spurt(self, hvem: str = OVE) -> Message:
        (melding,) = [m for m in (await self.chat.post())[hvem] if "Ikke send" in str(m.card)]
        return melding

    async def sendt(self, punkt: str = BER) -> Message:
        """What the channel of Fagråd 1 got."""
        await self.trykk(OVE, await self.hevet(punkt), "Send til Fagråd 1")
        (post,) = (await self.chat.post())[RAADKANAL.id]
        return post

    async def rettet(self) -> list[Message]:
        """What the channel's post was changed to since last time."""
        self.ref.minutt += 5
        self.chat.poster.endret.clear()
        await self.chat.post(self.ref.naa())
        return [m for sted, _, m in self.chat.poster.endret if sted == RAADKANAL.id]

    async def alle(self) -> list[Oppdrag]:
        async with self.chat.store.turn() as uow:
            return await uow.oppdrag.til_organ([self.raad.id or 0, self.tredje.id or 0])

    async def det(self) -> Oppdrag:
        (ett,) = await self.alle()
        return ett


async def bygg_oppdrag(chat: Chat | None = None) -> Oppdragshus:
    ref = await aapnet(chat or Chat(admins={"aad-kontoret"}))
    raad = await _organ(ref, "Fagråd 1", {GRO: Rolle.LEDER, INE: Rolle.REFERENT})
    tredje = await _organ(ref, "Fagråd 3", {KNUT: Rolle.LEDER})
    for hvem in (GRO, INE, KNUT):
        await ref.chat.si(hvem, "hei", at="2024-05-08T08:00", i=privat(hvem))
    await ref.chat.si(GRO, "hei", at="2024-05-08T08:01", i=RAADKANAL)
    async with ref.chat.store.turn() as uow:
        await uow.kanaler.koble(RAADKANAL.id, raad.id or 0)
        await uow.commit()
    await ref.chat.post("2024-05-08T08:30")
    return Oppdragshus(ref, raad, tredje)


async def _organ(ref: Referatet, navn: str, folk: dict[str, Rolle]) -> Organ:
    medlemmer = [
        Medlem(hvem.title(), rolle, representerer="Klinikk", aad_id=f"aad-{hvem}")
        for hvem, rolle in folk.items()
    ]
    async with ref.chat.store.turn() as uow:
        organ = Organ(ref.hus.asu.helsefellesskap_id, [Organnavn(navn, Navneslag.NAVN)], medlemmer)
        lagret = await uow.save_organ(organ)
        await uow.commit()
    return lagret

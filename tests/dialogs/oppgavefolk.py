"""The house of moetefolk with oppgaver in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain import oppgaver
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Medlem, Rolle
from bot.domain.referat import Referat
from tests.dialogs.chat import Chat, kl
from tests.dialogs.moetefolk import ANNE, BERIT, LIV, OLGA, OVE, SIRI, Huset, bygg

__all__ = ["ANNE", "BERIT", "LIV", "OLGA", "OVE", "SIRI", "UKJENT", "Oppgavehus", "bygg_oppgaver"]
UKJENT = "petter fremmed"
H = oppgaver.handling(None, datetime(2024, 4, 10, tzinfo=UTC))
APRIL = date(2024, 4, 10)


class Oppgavehus:
    """ASU met on 10 April; what came of it is open."""

    def __init__(self, huset: Huset, april: Moete) -> None:
        self.huset, self.april = huset, april
        self.chat: Chat = huset.chat

    async def hvem(self, navn: str) -> Hvem:
        async with self.chat.store.read() as uow:
            alle = [m for o in (await uow.register()).organer for m in o.medlemmer]
        medlem = next(m for m in alle if m.navn == navn.title())
        return Hvem(medlem.navn, medlem.person_id)

    async def ny(self, hva: str, hvem: str | None, frist: str | None = None, **mer) -> Oppgave:
        felter = {"organ_id": self.huset.asu.id, "moete_id": self.april.id, **mer}
        ansvarlige = (await self.hvem(hvem),) if hvem else ()
        dag = date.fromisoformat(frist) if frist else None
        async with self.chat.store.turn() as uow:
            ny = Oppgave(hva=hva, ansvarlige=ansvarlige, frist=dag, **felter)
            lagret = await uow.oppgaver.lagre(oppgaver.laget(ny, H))
            await uow.commit()
        return lagret

    async def staar(self, nr: int, organ_id: int | None = None) -> Oppgave:
        async with self.chat.store.read() as uow:
            alle = await uow.oppgaver.for_organ(organ_id or self.huset.asu.id)
        return next(o for o in alle if o.nr == nr)

    async def legg_i_boka(self, hva: str, hvem: str, tilstand: Boktilstand = Boktilstand.UTKAST) -> Oppgave:
        """An oppgave of a møtebok that is kept here."""
        async with self.chat.store.turn() as uow:
            bok = await uow.boeker.for_moete(self.april.id or 0)
            if bok is None:
                bok = await uow.boeker.opprett(
                    Moetebok(self.april.id or 0, kl("2024-04-10T12:00").astimezone(UTC), tilstand)
                )
            await uow.commit()
        return await self.ny(hva, hvem, bok_id=bok.id, punkt=1)

    async def moete_den(self, dag: str) -> int:
        """Another møte of ASU."""
        organ = self.huset.asu
        async with self.chat.store.turn() as uow:
            nytt = Moete(
                organ.helsefellesskap_id, [organ.id or 0], date.fromisoformat(dag), time(12), time(15)
            )
            lagret = await uow.save_moete(nytt)
            await uow.commit()
        return lagret.id or 0

    async def med_navnet(self, navn: str) -> str:
        """A member of ASU whom nothing but the name ties."""
        async with self.chat.store.turn() as uow:
            asu = (await uow.register()).organ(self.huset.asu.id or 0)
            await uow.save_organ(replace(asu, medlemmer=[*asu.medlemmer, Medlem(navn, Rolle.MEDLEM)]))
            await uow.commit()
        return navn.lower()


async def bygg_oppgaver(*, godkjent: bool = False, hjemmel: str | None = None) -> Oppgavehus:
    huset = await bygg(Chat(admins={"aad-kontoret"}))
    async with huset.chat.store.turn() as uow:
        moete = Moete(huset.asu.helsefellesskap_id, [huset.asu.id or 0], APRIL, time(12), time(15))
        moete.referat = Referat("ASU", dato=APRIL) if godkjent else None
        april = await uow.save_moete(moete)
        await uow.commit()
    hus = Oppgavehus(huset, april)
    await hus.ny("Ringer kommunene", BERIT, "2024-05-06", sak="02/24", sak_tittel="Vakt", hjemmel=hjemmel)
    await hus.ny("Følger opp vaktordningen", SIRI, "2024-05-24", sak="03/24")
    await hus.ny("Skriver brev", BERIT, "2024-05-20", sak="03/24", frister=(date(2024, 4, 4),))
    await hus.ny("Møter fylket", OLGA, "2024-05-30", organ_id=huset.psu.id)
    return hus

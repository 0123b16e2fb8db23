"""A channel that has asked for its weekly digest, and something to tell in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.conversation import Conversation
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Digesttid, Kanaloensker
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.varsling.digestplan import satt
from tests.dialogs.chat import kl
from tests.dialogs.moetefolk import Huset

MANDAG = Digesttid(0, time(8))
UKA = "2024-05-13T08:00"
"""The Monday of the week in which the ASU of moetefolk meets."""


async def kjent(store: Any, kanal: Conversation) -> None:
    """Somebody has spoken to the bot there."""
    async with store.turn() as uow:
        start = await uow.begin_turn(kanal.id, "29:ove", [f"koblet-{kanal.id}"])
        if start.handled is None:
            await uow.note_turn(kanal, [f"koblet-{kanal.id}"], None)
        await uow.commit()


async def oensker(
    huset: Huset,
    kanal: Conversation,
    organ_id: int | None,
    tid: Digesttid | None = MANDAG,
    at: str = "2024-05-08T09:00",
    hoerer_fra: tuple[int, ...] = (),
) -> None:
    """The channel is linked to the body and wants its digest then, from `at` on."""
    await kjent(huset.chat.store, kanal)
    async with huset.chat.store.turn() as uow:
        await uow.kanaler.koble(kanal.id, organ_id or 0)
        wish = Kanaloensker(digest=tid, hoerer_fra=hoerer_fra)
        await uow.kanaler.oensk(kanal.id, organ_id or 0, wish)
        await satt(uow, kanal.id, organ_id or 0, tid, kl(at))
        await uow.commit()


async def oppgave(huset: Huset, hva: str, **mer) -> Oppgave:
    ny = Oppgave(huset.asu.id or 0, huset.mai.id or 0, hva, ansvarlige=(Hvem("Berit Nes", 2),))
    async with huset.chat.store.turn() as uow:
        lagret = await uow.oppgaver.lagre(replace(ny, **mer))
        await uow.commit()
    return lagret


async def oppdrag(huset: Huset, tekst: str, **mer) -> Oppdrag:
    """From PSU to ASU, sent."""
    sendt = datetime(2024, 4, 22, 8, tzinfo=UTC)
    nytt = Oppdrag(
        fra_organ_id=huset.psu.id or 0,
        til_organ_id=huset.asu.id or 0,
        moete_id=huset.psu_mai.id,
        kilde=f"linje:{tekst}",
        tekst=tekst,
        foreslaatt=sendt,
        sendt=sendt,
        tilstand=Oppdragstilstand.SENDT,
    )
    async with huset.chat.store.turn() as uow:
        lagret = await uow.oppdrag.lagre(replace(nytt, **mer))
        await uow.commit()
    return lagret


async def bok(huset: Huset, moete: Moete, tilstand: Boktilstand, frist: date | None = None) -> Moetebok:
    async with huset.chat.store.turn() as uow:
        ny = await uow.boeker.opprett(Moetebok(moete.id or 0, datetime(2024, 5, 8, 7, tzinfo=UTC)))
        lagret = replace(ny, tilstand=tilstand, merknadsfrist=frist)
        await uow.boeker.laas(ny.id or 0)
        await uow.boeker.lagre(lagret)
        await uow.commit()
    return lagret


async def utlagt(huset: Huset, kanal: Conversation, at: str) -> list[str]:
    """What the plan at that time posts there."""
    await huset.chat.plan(at)
    return [m.text for m in (await huset.chat.post(at)).get(kanal.id, []) if "Ukesoversikt" in m.text]


VAAR, HOEST = date(2026, 3, 28), date(2026, 10, 24)
"""Saturdays: the clocks change the night after."""


def mandag(loerdag: date) -> datetime:
    """The Monday after at 08.00, in UTC."""
    return datetime(loerdag.year, loerdag.month, loerdag.day + 2, 6 if loerdag == VAAR else 7, tzinfo=UTC)


async def fyll(store: Any, loerdag: date, kanaler: Sequence[Conversation]) -> None:
    """One body that meets in the two weeks after; those channels want to hear of it on Mondays at eight."""
    async with store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap("Fjord og fjell"))).id or 0
        organ = await uow.save_organ(Organ(fellesskap, [Organnavn("ASU", Navneslag.NAVN)], []))
        for uker in range(2):
            dag = loerdag + timedelta(days=4 + 7 * uker)
            await uow.save_moete(Moete(fellesskap, [organ.id or 0], dag, time(12), time(15)))
        await uow.commit()
    for sted in kanaler:
        await kjent(store, sted)
        async with store.turn() as uow:
            await uow.kanaler.koble(sted.id, organ.id or 0)
            await uow.kanaler.oensk(sted.id, organ.id or 0, Kanaloensker(digest=MANDAG))
            await uow.commit()

"""A body with its møte in a store, and whoever can be reached: rules are run as a dialog runs them."""

import asyncio
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.ports import Store
from bot.domain.rettigheter import Rettigheter
from bot.domain.situasjon import Situasjon
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Utpost
from bot.domain.utfall import Utfall
from bot.varsling import Varsler, frammoete
from bot.varsling.frammoete import Notert
from bot.varsling.runde import Runde
from tests.dialogs.chat import kl

NAA = kl("2024-05-06T09:00")
DAGEN = date(2024, 5, 16)
REGLER = Rettigheter(frozenset({"aad-admin"}))


def medlem(navn: str, rolle: Rolle, sete: str | None, nr: int | None = None) -> Medlem:
    return Medlem(navn, rolle, sete=sete, rekkefoelge=nr, aad_id=f"aad-{navn.split()[0].casefold()}")


def folk() -> list[Medlem]:
    return [
        medlem("Anne Vik", Rolle.LEDER, "Ledelsen"),
        medlem("Berit Nes", Rolle.MEDLEM, "Nordre"),
        medlem("Siri Haug", Rolle.MEDLEM, "Fjord"),
        medlem("Ove Bakk", Rolle.SEKRETARIAT, None),
        medlem("Kari Dahl", Rolle.VARA, "Nordre", 1),
        medlem("Liv Strand", Rolle.VARA, "Nordre", 2),
        medlem("Wenche Lund", Rolle.VARA, "Fjord", 1),
    ]


class Hus:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.moete_id = 0
        self._hvem: dict[str, Hvem] = {}

    async def bygg(self, *naaes: str, mer: list[Medlem] | None = None) -> "Hus":
        """`naaes` have a 1:1 conversation with the bot."""
        async with self.store.turn() as uow:
            felles = await uow.add_helsefellesskap(Helsefellesskap("Nordre"))
            navn = [Organnavn("ASU", Navneslag.KORT)]
            asu = await uow.save_organ(Organ(felles.id or 0, navn, [*folk(), *(mer or [])]))
            sted = Moete(felles.id or 0, [asu.id or 0], DAGEN, start=time(9), slutt=time(12))
            self.moete_id = (await uow.save_moete(sted)).id or 0
            for m in asu.medlemmer:
                self._hvem[m.navn.split()[0].casefold()] = Hvem(m.navn, m.person_id)
            for en in naaes:
                bruker = Teamsbruker(f"aad-{en}", "msteams", en, conversation_id=f"a:{en}")
                await uow.brukere.lagre(bruker)
            await uow.commit()
        return self

    def __getitem__(self, fornavn: str) -> Hvem:
        return self._hvem[fornavn]

    async def gjoer(
        self, taler: str, regel: Callable[..., Utfall], *args: Any, naa: datetime = NAA
    ) -> Notert:
        """As a turn is run: again where somebody else wrote first."""
        for _ in range(60):
            try:
                async with self.varsler(naa, f"aad-{taler}") as (uow, varsler):
                    return await frammoete.utfoer(
                        uow, varsler, self.moete_id, naa, lambda sit: regel(sit, *args), self[taler]
                    )
            except Conflict:
                await asyncio.sleep(0)
        raise AssertionError("still in conflict")

    @asynccontextmanager
    async def varsler(self, naa: datetime, unntatt: str | None = None):
        async with self.store.turn() as uow:
            yield uow, Varsler(uow, await uow.register(), naa, REGLER, unntatt)
            await uow.commit()

    async def plan(self, naa: datetime) -> None:
        async with self.varsler(naa) as (uow, varsler):
            runde = Runde(uow, await uow.register(), naa, REGLER, varsler)
            for moete_id in await frammoete.med_kall(runde):
                await frammoete.utloep(runde, moete_id)

    async def staar(self, naa: datetime = NAA) -> Situasjon:
        async with self.store.turn() as uow:
            return await frammoete.les(uow, self.moete_id, naa)

    async def post(self, naa: datetime = NAA) -> list[tuple[str, str]]:
        """What waits to be sent: to whom, and its first line."""
        tatt: list[Utpost] = []
        async with self.store.turn() as uow:
            while nye := await uow.utboks.ta(naa, timedelta(minutes=1), 50):
                tatt += nye
                for post in nye:
                    await uow.utboks.sendt(post.id or 0)
            await uow.commit()
        return [((p.person_key or "").removeprefix("aad-"), p.melding["text"].split("\n")[0]) for p in tatt]

    async def flytt_moetet(self, **felt: Any) -> None:
        async with self.store.turn() as uow:
            moete = await uow.load_moete(self.moete_id)
            assert moete is not None
            await uow.save_moete(replace(moete, **felt))
            await uow.commit()

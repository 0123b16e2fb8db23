"""The oppgaver of a møtebok, over both databases: no number is skipped or given twice, whoever dictates."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.bokstand import Boksak, Bokstand, Punkt, Revisjon
from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Moetebok, Punktslag
from bot.domain.oppgave import Oppgavetilstand
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from dialogs.bokoppgaver import fra_forrige, synk, uten_sak

NAA = datetime(2024, 11, 26, 13, tzinfo=UTC)
JONAS = Hvem("Jonas Vik")
SAK = Boksak(1, "Vaktordning", "12/24")


def punkt(nr: int, tekst: str = "Jonas ringer.", **mer) -> Punkt:
    felter = {"hvem": (JONAS,), "frist": date(2024, 12, 4), **mer}
    return Punkt(nr, 1, Punktslag.OPPFOELGING, (Revisjon(tekst, JONAS, NAA, nr),), **felter)


def stand(*punkter: Punkt) -> Bokstand:
    return Bokstand(saker=(SAK,), punkter={p.nr: p for p in punkter})


class Boker:
    """A body with two møter, each with its møtebok."""

    def __init__(self, store) -> None:
        self.store = store

    async def bygg(self) -> "Boker":
        async with self.store.turn() as uow:
            fellesskap = (await uow.add_helsefellesskap(Helsefellesskap("Nord"))).id or 0
            self.organ = await uow.save_organ(Organ(fellesskap, [Organnavn("ASU", Navneslag.KORT)]))
            await uow.commit()
        async with self.store.turn() as uow:
            moeter = [
                await uow.save_moete(Moete(fellesskap, [self.organ.id or 0], date(2024, mnd, 26)))
                for mnd in (10, 11)
            ]
            self.boeker = [await uow.boeker.opprett(Moetebok(m.id or 0, NAA)) for m in moeter]
            await uow.commit()
        return self

    async def synk(self, bok: Moetebok, foer: Bokstand, etter: Bokstand):
        for _ in range(20):
            async with self.store.turn() as uow:
                try:
                    hode = (await uow.register()).hode(bok.moete_id)
                    endret = await synk(uow, bok, hode, foer, etter, JONAS, NAA)
                    await uow.commit()
                    return endret
                except Conflict:
                    await asyncio.sleep(0.01)
        raise AssertionError("twenty conflicts")

    async def alle(self):
        async with self.store.turn() as uow:
            return await uow.oppgaver.for_organ(self.organ.id or 0)


@pytest.fixture
async def boker(store) -> Boker:
    return await Boker(store).bygg()


async def test_twenty_at_once_get_numbers_without_gaps(boker):
    foer = stand()
    await asyncio.gather(
        *(boker.synk(boker.boeker[n % 2], foer, stand(punkt(n))) for n in range(1, 21)),
    )
    alle = await boker.alle()
    assert [o.nr for o in alle] == list(range(1, 21))
    assert sorted(o.punkt for o in alle) == list(range(1, 21))


async def test_through_its_life_it_is_one_oppgave(boker):
    bok, a = boker.boeker[1], stand(punkt(4))
    b = stand(punkt(4, "Jonas ringer fylket.", frist=date(2025, 2, 17), frister=(date(2024, 12, 4),)))
    (laget,) = await boker.synk(bok, stand(), a)
    assert await boker.synk(bok, a, a) == []
    await boker.synk(bok, a, b)
    await boker.synk(bok, b, stand())
    (borte,) = await boker.alle()
    assert (borte.id, borte.tilstand) == (laget.id, Oppgavetilstand.TRUKKET)
    await boker.synk(bok, stand(), b)
    (igjen,) = await boker.alle()
    assert igjen.tilstand is Oppgavetilstand.AAPEN
    assert (igjen.hva, igjen.frister) == ("Jonas ringer fylket.", (date(2024, 12, 4),))
    assert [linje.hva.value for linje in igjen.logg] == [
        "laget",
        "endret",
        "frist",
        "trukket",
        "gjenaapnet",
    ]


async def test_what_is_open_comes_back_under_its_sak_at_the_next_moete(boker):
    await boker.synk(boker.boeker[0], stand(), stand(punkt(1)))
    await boker.synk(boker.boeker[1], stand(), stand(punkt(1, "Siri spør.")))
    async with boker.store.turn() as uow:
        hode = (await uow.register()).hode(boker.boeker[1].moete_id)
        under = await fra_forrige(uow, hode, SAK)
        annen = replace(SAK, saksnr="13/24", tittel="Økonomi")
        assert [o.hva for o in under] == ["Jonas ringer."], "not what this møte has made"
        assert await fra_forrige(uow, hode, annen) == []
        assert await uten_sak(uow, hode, [SAK]) == []
        assert [o.hva for o in await uten_sak(uow, hode, [annen])] == ["Jonas ringer."]

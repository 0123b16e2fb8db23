"""What channels want of each body, as it is stored."""

import asyncio
from dataclasses import replace
from datetime import time

import pytest

from bot.domain.kanaloensker import Digesttid, Kanaloensker, Kanalslag
from bot.domain.oenskekodek import fra_verdier, til_verdier
from tests.storage import samples

HER = "19:asu@thread.tacv2"
ALT = Kanaloensker(
    innkalling=False,
    eventuelt=True,
    paaminnelse=3,
    sammendrag=False,
    godkjent=False,
    oppgaver=True,
    digest=Digesttid(4, time(7, 30)),
    hoerer_fra=(4, 2),
)


class Kanaler:
    """Channels in the store, each change in a transaction of its own."""

    def __init__(self, store) -> None:
        self.store = store

    async def kjent(self, *ids: str, **mer) -> None:
        for kanal in ids:
            async with self.store.turn() as uow:
                await uow.begin_turn(kanal, "29:noen", [])
                await uow.note_turn(samples.samtale(kanal, **mer), [], None)
                await uow.commit()

    async def koble(self, kanal: str, *organ_ids: int) -> None:
        async with self.store.turn() as uow:
            for organ_id in organ_ids:
                await uow.kanaler.koble(kanal, organ_id)
            await uow.commit()

    async def oensk(self, kanal: str, organ_id: int, oensker: Kanaloensker) -> bool:
        async with self.store.turn() as uow:
            svar = await uow.kanaler.oensk(kanal, organ_id, oensker)
            await uow.commit()
        return svar

    async def her(self, kanal: str) -> dict[int, Kanaloensker]:
        async with self.store.turn() as uow:
            return {k.organ_id: k.oensker for k in await uow.kanaler.her(kanal)}

    async def koblinger(self, *organ_ids: int) -> list[tuple[str, int]]:
        async with self.store.turn() as uow:
            return [(k.kanal.id, k.organ_id) for k in await uow.kanaler.koblinger(organ_ids)]


@pytest.fixture
def kanaler(store) -> Kanaler:
    return Kanaler(store)


async def test_a_new_channel_wants_what_any_new_one_does(store, kanaler):
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await kanaler.kjent(HER)
    await kanaler.koble(f"{HER};messageid=1", psu, asu)

    assert await kanaler.her(HER) == {asu: Kanaloensker(), psu: Kanaloensker()}


async def test_what_is_wanted_is_of_one_body_and_all_threads(store, kanaler):
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await kanaler.kjent(HER)
    await kanaler.koble(HER, asu, psu)

    assert await kanaler.oensk(f"{HER};messageid=1", asu, ALT)
    assert await kanaler.her(f"{HER};messageid=2") == {asu: ALT, psu: Kanaloensker()}
    assert not await kanaler.oensk(HER, 4711, ALT)
    assert not await kanaler.oensk("19:b", asu, ALT)


async def test_unlinking_forgets_what_was_wanted(store, kanaler):
    _, [asu] = await samples.fellesskap(store)
    await kanaler.kjent(HER)
    await kanaler.koble(HER, asu)
    await kanaler.oensk(HER, asu, ALT)
    async with store.turn() as uow:
        await uow.kanaler.koble_fra(HER, asu)
        await uow.commit()
    assert await kanaler.her(HER) == {}

    await kanaler.koble(HER, asu)
    assert await kanaler.her(HER) == {asu: Kanaloensker()}


async def test_linking_once_more_changes_nothing_of_it(store, kanaler):
    _, [asu] = await samples.fellesskap(store)
    await kanaler.kjent(HER)
    await kanaler.koble(HER, asu)
    await kanaler.oensk(HER, asu, ALT)
    await kanaler.koble(HER, asu)
    assert await kanaler.her(HER) == {asu: ALT}


async def test_the_links_of_several_bodies(store, kanaler):
    """Those where the bot is; a channel of which only a thread is known too."""
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await kanaler.kjent(HER, "19:b", "19:c;messageid=4")
    await kanaler.koble(HER, asu, psu)
    await kanaler.koble("19:b", psu)
    await kanaler.koble("19:c", asu)
    await kanaler.koble("19:borte", asu)
    await kanaler.kjent("19:borte", installed=False)
    await kanaler.koble("19:ukjent", asu)

    assert await kanaler.koblinger(asu) == [(HER, asu), ("19:c", asu)]
    assert await kanaler.koblinger(asu, psu) == [(HER, asu), (HER, psu), ("19:b", psu), ("19:c", asu)]
    assert await kanaler.koblinger() == await kanaler.koblinger(4711) == []
    assert await kanaler.her("19:borte") == {asu: Kanaloensker()}


async def test_those_that_want_a_digest(store, kanaler):
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await kanaler.kjent(HER, "19:b", "19:c")
    for kanal in (HER, "19:b", "19:c"):
        await kanaler.koble(kanal, asu)
    await kanaler.koble(HER, psu)
    await kanaler.oensk(HER, psu, ALT)
    await kanaler.oensk("19:b", asu, replace(ALT, digest=None))
    await kanaler.oensk("19:c", asu, ALT)
    await kanaler.kjent("19:c", installed=False)

    async with store.turn() as uow:
        [funnet] = await uow.kanaler.med_digest()
    assert (funnet.kanal.id, funnet.organ_id, funnet.oensker) == (HER, psu, ALT)


async def test_who_holds_a_channel_changes_it_alone(store, kanaler):
    """Two who each turn one thing on: neither is undone."""
    _, [asu] = await samples.fellesskap(store)
    await kanaler.kjent(HER)
    await kanaler.koble(HER, asu)

    async def slaa_paa(**hva: object) -> None:
        async with store.turn() as uow:
            [kobling] = await uow.kanaler.laas(HER)
            await asyncio.sleep(0.01)
            await uow.kanaler.oensk(HER, asu, replace(kobling.oensker, **hva))
            await uow.commit()

    await asyncio.gather(slaa_paa(eventuelt=True), slaa_paa(oppgaver=True), slaa_paa(paaminnelse=2))
    assert await kanaler.her(HER) == {asu: Kanaloensker(eventuelt=True, oppgaver=True, paaminnelse=2)}


def test_all_of_it_survives_being_written_down():
    assert fra_verdier(til_verdier(ALT)) == ALT
    assert fra_verdier(til_verdier(Kanaloensker())) == Kanaloensker()


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ({}, Kanaloensker()),
        ({"eventuelt": True, "ukjent": 7}, Kanaloensker(eventuelt=True)),
        ({"innkalling": None, "oppgaver": "ja", "paaminnelse": "3"}, Kanaloensker()),
        ({"paaminnelse": True, "hoerer_fra": [1, "2", True, 3]}, Kanaloensker(hoerer_fra=(1, 3))),
        ({"paaminnelse": 400, "digest": "mandag", "hoerer_fra": 3}, Kanaloensker()),
        ({"digest": {"ukedag": 9, "klokke": "25:00"}}, Kanaloensker(digest=Digesttid())),
        ({"digest": {"klokke": "09:15"}}, Kanaloensker(digest=Digesttid(0, time(9, 15)))),
    ],
)
def test_what_another_version_wrote_is_read_as_far_as_it_goes(skrevet, lest):
    assert fra_verdier(skrevet) == lest


def test_what_somebody_pressed_send_for_always_comes():
    ingen = Kanaloensker(innkalling=False, sammendrag=False, godkjent=False)
    assert [slag for slag in Kanalslag if ingen.vil_ha(slag)] == [Kanalslag.OPPDRAG]
    assert [slag for slag in Kanalslag if not Kanaloensker().vil_ha(slag)] == [
        Kanalslag.EVENTUELT,
        Kanalslag.PAAMINNELSE,
        Kanalslag.OPPGAVER,
        Kanalslag.DIGEST,
    ]

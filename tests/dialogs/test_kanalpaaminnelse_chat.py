"""The reminder of a møte in a channel: when it is due, when it is late, and when there is none."""

from dataclasses import replace

import pytest

from bot.domain.kanaloensker import Kanaloensker
from bot.domain.rettigheter import Rettigheter
from bot.varsling import kanalpaaminnelse
from bot.varsling.runde import Runde
from bot.varsling.varsler import Varsler
from tests.dialogs.chat import Chat, kl
from tests.dialogs.moetefolk import ASUKANAL, OVE, Huset, bygg
from tests.dialogs.test_kanalposter_chat import INGENTING, PSUKANAL, i_kanalen, koble, plan


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set()))


async def test_so_many_days_before_at_eight(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=2))
    assert await plan(huset, "2024-05-13T07:59") == []
    assert await plan(huset, "2024-05-13T08:00") == [
        "Om to dager er det møte i ASU: onsdag 15. mai 2024 kl. 12.00–15.00.\nSted: Storsalen"
    ]
    assert await plan(huset, "2024-05-13T08:01") == await plan(huset, "2024-05-14T08:00") == []


async def test_the_day_before_and_the_frist_that_is_left(huset):
    async with huset.chat.store.turn() as uow:
        await uow.save_organ(replace(huset.asu, frist_dager=2))
        await uow.commit()
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=7))
    await koble(huset, PSUKANAL, replace(INGENTING, paaminnelse=1))
    [post] = await plan(huset, "2024-05-08T08:00")
    assert post.endswith("\nFrist for saker til eventuelt: mandag 13. mai 2024")
    [post] = await plan(huset, "2024-05-14T08:00", PSUKANAL)
    assert post == "I morgen er det møte i ASU: onsdag 15. mai 2024 kl. 12.00–15.00.\nSted: Storsalen"


async def test_not_of_a_moete_that_is_avlyst(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=7))
    await huset.avlys(huset.juni)
    assert await plan(huset, "2024-06-12T08:00") == []


async def test_one_that_is_late_comes_and_says_so(huset):
    """The machine slept from before it was due, for more than a day."""
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=3))
    assert await plan(huset, "2024-05-13T11:00") == [
        "Om to dager er det møte i ASU: onsdag 15. mai 2024 kl. 12.00–15.00.\n"
        "Forsinket: skulle vært lagt ut søndag 12. mai 2024 kl. 08.00.\nSted: Storsalen"
    ]
    assert await plan(huset, "2024-05-13T11:01") == await plan(huset, "2024-05-14T08:00") == []


@pytest.mark.parametrize(("at", "antall"), [("2024-05-14T19:59", 1), ("2024-05-15T09:00", 0)])
async def test_not_on_the_day_of_the_moete_where_that_is_more_than_a_day_late(huset, at, antall):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=3))
    assert len(await plan(huset, at)) == antall


async def test_who_chooses_so_late_that_it_was_due_is_not_reminded_at_once(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    await huset.chat.si(OVE, "legg ut påminnelser her", i=ASUKANAL, at="2024-05-13T09:00")
    assert await plan(huset, "2024-05-13T09:01") == []
    assert len(await plan(huset, "2024-06-16T08:00")) == 1


async def test_not_where_it_has_just_been_told_that_the_moete_is_moved(huset):
    await koble(huset, ASUKANAL, Kanaloensker(paaminnelse=3))
    await huset.ja(OVE, "flytt ASU 15. mai til 16. mai", at="2024-05-14T09:00")
    assert len(await i_kanalen(huset, "2024-05-14T09:01")) == 1
    assert await plan(huset, "2024-05-14T09:02") == []


async def test_one_that_waits_and_is_taken_back_is_not_queued_again(huset):
    await koble(huset, ASUKANAL, replace(INGENTING, paaminnelse=2))
    await huset.chat.plan("2024-05-13T08:00")
    vist = await huset.chat.si(OVE, "slett innlegget", i=ASUKANAL, at="2024-05-13T08:00")
    await huset.chat.trykk(OVE, vist.knapp("Ja, la være"), i=ASUKANAL, at="2024-05-13T08:00")
    assert await plan(huset, "2024-05-13T08:01") == []


async def test_where_no_channel_is_to_be_reminded_no_moete_is_looked_at(huset):
    await koble(huset, ASUKANAL, INGENTING)
    await koble(huset, PSUKANAL, replace(INGENTING, paaminnelse=2))
    async with huset.chat.store.turn() as uow:
        for at, antall in (("2024-05-13T07:59", 0), ("2024-05-13T08:00", 1)):
            runde = Runde(
                uow,
                await uow.register(),
                kl(at),
                Rettigheter(),
                Varsler(uow, await uow.register(), kl(at), Rettigheter()),
            )
            assert len(await kanalpaaminnelse.moeter(runde)) == antall


async def test_not_where_the_innkalling_has_just_come(huset):
    await koble(huset, ASUKANAL, Kanaloensker(paaminnelse=2))
    await koble(huset, PSUKANAL, replace(INGENTING, paaminnelse=2))
    await huset.ja(OVE, "send innkallingen til ASU", at="2024-05-13T08:05")
    assert len(await i_kanalen(huset, "2024-05-13T08:06")) == 1
    await huset.chat.plan("2024-05-13T09:00")
    post = await huset.chat.post("2024-05-13T09:00")
    assert (len(post.get(ASUKANAL.id, [])), len(post.get(PSUKANAL.id, []))) == (0, 1)

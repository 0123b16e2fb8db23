"""Forfall, answers and the plan at once, over the fake and both databases: one place, one vara."""

import asyncio
from datetime import date

import pytest

from bot.domain.errors import Conflict
from bot.domain.flytting import flytt
from bot.domain.forfall import kommer, meld_forfall
from bot.domain.frammoete import Slag
from bot.domain.organ import Rolle
from bot.domain.situasjon import MoeteAvlyst, PlassenDekket
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Varselslag
from bot.domain.vara import svar_ja
from bot.turn import Message
from bot.varsling import Varsel, Varsler, frammoete
from bot.varsling.runde import Runde
from tests.dialogs.chat import kl
from tests.storage.test_samtidig import igjen
from tests.varsling.forfallshus import NAA, REGLER, Hus, medlem


async def test_two_yes_at_once_and_one_gets_the_place(store):
    hus = await Hus(store).bygg("berit", "kari", "liv")
    for vara in ("kari", "liv"):
        await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus[vara])
    svar = await asyncio.gather(
        hus.gjoer("kari", svar_ja, "k1", hus["kari"]),
        hus.gjoer("liv", svar_ja, "k2", hus["liv"]),
        return_exceptions=True,
    )
    assert [type(s) for s in svar].count(PlassenDekket) == 1
    assert [x.slag for x in (await hus.staar()).logg].count(Slag.VARA_JA) == 1


async def test_twenty_at_once_and_nothing_is_lost_or_doubled(store):
    mange = [medlem(f"Medlem{n} Li", Rolle.MEDLEM, "Nordre") for n in range(20)]
    hus = await Hus(store).bygg(*(f"medlem{n}" for n in range(20)), "kari", mer=mange)
    hvem = [f"medlem{n}" for n in range(20)]
    meldt = [hus.gjoer(h, meld_forfall, hus[h], hus[h], hus["kari"]) for h in (*hvem, *hvem)]
    await asyncio.gather(*meldt)
    sit = await hus.staar()
    assert all(sit.stilling.person(hus[h]).borte for h in hvem)
    assert len([x for x in sit.logg if x.slag is Slag.FORFALL]) == 20
    assert len([x for x in sit.logg if x.slag is Slag.KALT]) == 1
    assert len([til for til, _ in await hus.post() if til == "kari"]) == 1


async def test_three_replicas_time_a_call_out_once(store):
    hus = await Hus(store).bygg("berit", "kari", "liv")
    await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus["kari"])
    await hus.post()
    naa = kl("2024-05-08T13:00")
    utfall = await asyncio.gather(*(hus.plan(naa) for _ in range(3)), return_exceptions=True)
    assert all(u is None or isinstance(u, Conflict) for u in utfall)
    await hus.plan(naa)
    assert [x.slag for x in (await hus.staar()).logg].count(Slag.UTLOEPT) == 1
    assert [til for til, _ in await hus.post(naa)] == ["liv"]


async def test_a_yes_while_the_call_runs_out(store):
    hus = await Hus(store).bygg("berit", "kari", "liv")
    await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus["kari"])
    naa = kl("2024-05-08T13:00")
    await asyncio.gather(
        hus.plan(naa), hus.gjoer("kari", svar_ja, "k1", hus["kari"], naa=naa), return_exceptions=True
    )
    await hus.gjoer("berit", kommer, hus["berit"], hus["berit"], naa=naa)
    sit = await hus.staar()
    assert not any(k.lever for k in sit.stilling.kall)


async def tur_avbrutt(hus, imens) -> None:
    """A turn that has read the register when somebody else stores another møte."""
    async with hus.store.turn() as uow:
        await uow.begin_turn("a:berit", "29:berit", ["akt1"], "aad-berit")
        varsler = Varsler(uow, await uow.register(), NAA, REGLER, "aad-berit")
        await imens
        berit, kari = hus["berit"], hus["kari"]
        await frammoete.utfoer(
            uow, varsler, hus.moete_id, NAA, lambda sit: meld_forfall(sit, berit, berit, kari), berit
        )
        await uow.commit()


@pytest.mark.parametrize("store_url", ["fake", "postgres"], indirect=True)
async def test_a_moete_called_off_between_the_reading_and_the_lock_has_no_forfall(store):
    hus = await Hus(store).bygg("berit", "kari", "liv")
    with pytest.raises(Conflict):
        await tur_avbrutt(hus, hus.flytt_moetet(avlyst=True))
    with pytest.raises(MoeteAvlyst):
        await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus["kari"])
    assert (await hus.staar()).logg == ()
    assert await hus.post() == []


@pytest.mark.parametrize("store_url", ["fake", "postgres"], indirect=True)
async def test_a_moete_moved_between_the_reading_and_the_lock_is_answered_for_its_new_day(store):
    hus = await Hus(store).bygg("berit", "kari", "liv")

    async def flyttes() -> None:
        await hus.flytt_moetet(dato=date(2024, 6, 6))
        await hus.gjoer("ove", flytt, hus["ove"])

    with pytest.raises(Conflict):
        await tur_avbrutt(hus, flyttes())
    notert = await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus["kari"])
    assert notert.situasjon.hode.dato == date(2024, 6, 6)


async def test_ten_unasked_at_once_and_nobody_gets_more_than_two(store):
    hus = await Hus(store).bygg("berit")
    berit = hus["berit"].person_id or 0

    async def minn(n: int) -> None:
        async with hus.varsler(NAA) as (_, varsler):
            varsel = Varsel(
                f"n{n}", Varselslag.PAAMINNELSE, lambda norsk: Message(f"Husk {n}"), hus.moete_id
            )
            await varsler.til_person(berit, varsel)

    await asyncio.gather(*(igjen(lambda n=n: minn(n)) for n in range(10)))
    assert [til for til, _ in await hus.post()] == ["berit", "berit"]


async def test_a_call_taken_back_while_the_plan_would_send_it_is_not_sent(store):
    """Kari spoke to the bot after she was called; Berit comes after all, as the plan looks."""
    hus = await Hus(store).bygg("berit", "liv")
    await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus["kari"])
    async with store.turn() as uow:
        kari = Teamsbruker("aad-kari", "msteams", "kari", conversation_id="a:kari")
        await uow.brukere.lagre(kari)
        await uow.commit()

    async def ser_etter() -> None:
        async with hus.varsler(NAA) as (uow, varsler):
            await frammoete.si_igjen(Runde(uow, await uow.register(), NAA, REGLER, varsler), hus.moete_id)

    async with store.turn() as uow:
        await uow.frammoete.laas(hus.moete_id)
        plan = asyncio.create_task(igjen(ser_etter))
        await asyncio.sleep(0.1)
        varsler = Varsler(uow, await uow.register(), NAA, REGLER, "aad-berit")
        await frammoete.utfoer(
            uow,
            varsler,
            hus.moete_id,
            NAA,
            lambda sit: kommer(sit, hus["berit"], hus["berit"]),
            hus["berit"],
        )
        await uow.commit()
    await plan
    assert "kari" not in [til for til, _ in await hus.post()]

"""Forfall, answers and the plan at once, over the fake and both databases: one place, one vara."""

import asyncio

from bot.domain.errors import Conflict
from bot.domain.forfall import kommer, meld_forfall
from bot.domain.frammoete import Slag
from bot.domain.organ import Rolle
from bot.domain.situasjon import PlassenDekket
from bot.domain.vara import svar_ja
from tests.dialogs.chat import kl
from tests.varsling.forfallshus import Hus, medlem


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

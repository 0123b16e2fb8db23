"""Noted and told in one transaction; and what becomes of a vara the bot cannot reach."""

import pytest

from bot.domain.flytting import flytt
from bot.domain.forfall import kommer, meld_forfall
from bot.domain.frammoete import Slag
from bot.domain.situasjon import MoeteOver, MoeteUkjent
from bot.domain.vara import svar_ja, svar_nei
from bot.varsling import frammoete
from tests.dialogs.chat import kl
from tests.fakes import FakeStore
from tests.varsling.forfallshus import NAA, Hus

ALLE = ("anne", "berit", "siri", "ove", "kari", "liv", "wenche")


async def huset(*naaes: str) -> Hus:
    return await Hus(FakeStore()).bygg(*(naaes or ALLE))


async def meld(hus: Hus, vara: str = "kari", naa=NAA):
    return await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"], hus[vara], naa=naa)


async def test_the_lines_have_ids_and_the_situation_is_after_them():
    hus = await huset()
    notert = await meld(hus)
    assert [linje.slag for linje in notert.linjer] == [Slag.FORFALL, Slag.KALT]
    assert all(linje.id for linje in notert.linjer)
    assert notert.situasjon.stilling == (await hus.staar()).stilling
    assert await hus.post() == [("kari", _kalt)]


_kalt = "Kan du møte for Berit Nes i ASU torsdag 16. mai 2024 kl. 09.00–12.00?"


async def test_a_vara_the_bot_cannot_reach_is_told_of_in_the_answer():
    hus = await huset("berit", "anne")
    notert = await meld(hus)
    assert [k.vara.navn for k in notert.ikke_naadd] == ["Kari Dahl"]
    assert await hus.post() == []


async def test_the_next_whom_it_cannot_reach_either_is_told_to_who_reported():
    hus = await huset("berit", "kari")
    await meld(hus)
    await hus.post()
    notert = await hus.gjoer("kari", svar_nei, "k1", hus["kari"])
    assert notert.ikke_naadd == ()
    ((til, linje),) = await hus.post()
    assert til == "berit"
    assert linje.startswith("Jeg får ikke sendt melding til Liv Strand")


async def test_the_sekretariat_hears_of_it_where_who_reported_cannot_be_reached_either():
    hus = await huset("kari", "ove")
    await meld(hus)
    await hus.post()
    await hus.gjoer("kari", svar_nei, "k1", hus["kari"])
    assert [til for til, _ in await hus.post()] == ["ove"]


async def test_who_reported_answers_for_the_vara():
    hus = await huset("berit", "anne")
    await meld(hus)
    await hus.gjoer("berit", svar_ja, "k1", hus["berit"])
    sit = await hus.staar()
    assert sit.stilling.dekket_av(sit.organer[0].id, hus["berit"]) is not None


async def test_without_an_answer_for_the_vara_the_next_is_asked():
    hus = await huset("berit", "liv")
    await meld(hus)
    await hus.plan(kl("2024-05-08T13:00"))
    assert await hus.post(kl("2024-05-08T13:00")) == [("liv", _kalt)]


async def test_a_call_that_has_not_left_is_taken_back_and_nothing_said():
    hus = await huset()
    await meld(hus)
    await hus.gjoer("berit", kommer, hus["berit"], hus["berit"])
    assert await hus.post() == []


async def test_a_call_that_has_left_is_taken_back_in_words():
    hus = await huset()
    await meld(hus)
    await hus.post()
    await hus.gjoer("berit", kommer, hus["berit"], hus["berit"])
    ((til, linje),) = await hus.post()
    assert til == "kari"
    assert linje.startswith("Du trenger likevel ikke å stille som vara")


async def test_a_vara_who_said_yes_by_another_and_cannot_be_reached_is_for_the_speaker_to_tell():
    hus = await huset("berit")
    await meld(hus)
    await hus.gjoer("berit", svar_ja, "k1", hus["berit"])
    notert = await hus.gjoer("berit", kommer, hus["berit"], hus["berit"])
    assert [k.vara.navn for k in notert.ikke_trukket] == ["Kari Dahl"]


async def test_leder_and_sekretariat_hear_at_once_of_what_is_late():
    hus = await huset()
    naa = kl("2024-05-16T07:10")
    await meld(hus, naa=naa)
    assert {til for til, _ in await hus.post(naa)} == {"anne", "ove", "kari"}


async def test_at_night_only_what_cannot_wait():
    hus = await huset()
    await meld(hus, naa=kl("2024-05-08T22:00"))
    assert await hus.post(kl("2024-05-08T22:00")) == []
    assert await hus.post(kl("2024-05-09T07:00")) == [("kari", _kalt)]
    sent = await huset()
    await meld(sent, naa=kl("2024-05-15T22:00"))
    assert ("kari", _kalt) in await sent.post(kl("2024-05-15T22:00"))


async def test_the_plan_run_again_does_nothing_more():
    hus = await huset()
    await meld(hus)
    await hus.post()
    for _ in range(3):
        await hus.plan(kl("2024-05-08T13:00"))
    assert await hus.post(kl("2024-05-08T13:00")) == [("liv", _kalt)]
    assert [x.slag for x in (await hus.staar()).logg].count(Slag.UTLOEPT) == 1


async def test_a_moved_moete_asks_those_with_forfall_and_their_varaer():
    hus = await huset()
    await meld(hus)
    await hus.post()
    await hus.flytt_moetet(dato=kl("2024-05-23T00:00").date())
    await hus.gjoer("ove", flytt, hus["ove"])
    assert {til for til, _ in await hus.post()} == {"berit", "kari"}


async def test_who_cannot_be_asked_whether_a_forfall_holds_is_asked_about():
    hus = await huset("anne", "ove")
    await hus.gjoer("anne", meld_forfall, hus["siri"], hus["anne"])
    await hus.gjoer("berit", meld_forfall, hus["berit"], hus["berit"])
    await hus.post()
    await hus.flytt_moetet(dato=kl("2024-05-23T00:00").date())
    await hus.gjoer("ove", flytt, hus["ove"])
    ((til, linje),) = await hus.post()
    assert til == "anne"
    assert "Gjelder forfallet du meldte, fortsatt?" in linje


async def test_what_is_refused_is_not_stored():
    hus = await huset()
    with pytest.raises(MoeteOver):
        await meld(hus, naa=kl("2024-05-17T09:00"))
    assert (await hus.staar()).logg == ()
    async with hus.store.turn() as uow:
        with pytest.raises(MoeteUkjent):
            await frammoete.les(uow, 99, NAA)


async def test_a_call_that_has_not_left_when_its_time_is_out_never_does():
    hus = await huset("berit", "kari", "liv")
    await meld(hus)
    await hus.plan(kl("2024-05-08T13:00"))
    assert await hus.post(kl("2024-05-08T13:00")) == [("liv", _kalt)]

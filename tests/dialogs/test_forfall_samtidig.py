"""Many at once on one møte, delivered again, pressed twice: nothing lost, nothing doubled, nobody given
what is not theirs. Over the fake and over both databases, two processes at a time.
"""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.organ import Medlem, Rolle
from bot.turn import Kind
from storage.store import open_store
from tests.conftest import KINDS
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, BERIT, JONAS, KARI, LIV, SIRI, bygg, installer, logg, medlem
from tests.fakes import FakeStore

TJUE = [f"deltaker nummer{n}" for n in range(20)]
ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture(params=["fake", *KINDS])
def stores(request):
    """The same store twice: in memory, or as two processes have it."""
    if request.param == "fake":
        return [FakeStore()] * 2
    url = request.getfixturevalue(f"{request.param}_url")
    return [open_store(url) for _ in range(2)]


@pytest.fixture
async def to(stores):
    """Two processes over one store."""
    yield [Chat(admins=set(), store=store) for store in stores]
    for store in stores:
        await store.close()


def tjue() -> list[Medlem]:
    return [medlem(navn, Rolle.MEDLEM, f"Kommune {n}") for n, navn in enumerate(TJUE)]


async def test_twenty_at_once_are_all_noted_once_and_each_is_told_of_their_own(to):
    huset = await bygg(to[0], flere=tjue(), papirer=False)
    svar = await asyncio.gather(*(to[n % 2].si(navn, "kan ikke på onsdag") for n, navn in enumerate(TJUE)))
    assert {s.foerst for s in svar} == {f"Forfall er notert: {ONSDAG}."}
    assert [f"Kommune {n}" in s.text for n, s in enumerate(svar)] == [True] * len(TJUE)
    assert sorted(await logg(to[0], huset.onsdag)) == sorted(f"forfall {n.title()}" for n in TJUE)


async def test_two_at_once_on_one_moete(to):
    huset = await bygg(to[0], papirer=False)
    await asyncio.gather(
        to[0].si(BERIT, "kan ikke på onsdag, Kari stiller som vara"),
        to[1].si(SIRI, "kan ikke på onsdag, Wenche stiller som vara"),
        to[0].si(JONAS, "jeg kommer på onsdag"),
    )
    assert sorted(await logg(to[1], huset.onsdag)) == [
        "forfall Berit Nes",
        "forfall Siri Haug",
        "kalt Kari Dahl",
        "kalt Wenche Lund",
        "kommer Jonas Moe",
    ]


async def test_delivered_again_to_both_is_noted_once(to):
    huset = await bygg(to[0], papirer=False)
    melding = to[0].melding(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    svar = await asyncio.gather(*(bot.gi(melding) for bot in to))
    assert ONSDAG in svar[0].text + svar[1].text
    assert await logg(to[0], huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]


async def test_pressed_twice_at_once_is_done_once(to):
    huset = await bygg(to[0], papirer=False)
    spoer = (await to[0].si(BERIT, "kan ikke på onsdag")).knapp("Spør")
    svar = await asyncio.gather(*(bot.trykk(BERIT, spoer) for bot in to))
    assert svar[0].text == svar[1].text
    assert (await logg(to[0], huset.onsdag)).count("kalt Kari Dahl") == 1


async def test_a_redelivered_press_is_done_once(to):
    huset = await bygg(to[0], papirer=False)
    angre = (await to[0].si(BERIT, "kan ikke på onsdag")).knapp("Angre")
    trykk = to[0].melding(BERIT, "", kind=Kind.PRESS, button=angre, wants_body=True)
    await asyncio.gather(*(bot.gi(trykk) for bot in to))
    assert (await logg(to[0], huset.onsdag)).count("angret Berit Nes") == 1


async def test_of_two_varaer_at_once_one_gets_the_place(to):
    huset = await bygg(to[0], papirer=False)
    await installer(to[0], *ALLE)
    await to[0].si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    ja = (await to[0].post())[f"aad-{KARI}"][0].buttons[0]
    await to[0].trykk(KARI, replace(ja, verb="vara.nei", data={**ja.data, "op": "n"}))
    livs = (await to[0].post())[f"aad-{LIV}"][0].buttons[0]
    svar = await asyncio.gather(
        to[0].trykk(LIV, livs), to[1].trykk(KARI, replace(ja, data={**ja.data, "op": "j"}))
    )
    assert sorted("Plassen er dekket" in s.text for s in svar) == [False, True]
    assert len([x for x in await logg(to[0], huset.onsdag) if x.startswith("vara_ja")]) == 1


async def test_somebody_elses_button_gives_nothing(to):
    huset = await bygg(to[0], papirer=False)
    await installer(to[0], *ALLE)
    await to[0].si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    ja = (await to[0].post())[f"aad-{KARI}"][0].buttons[0]
    svar = await asyncio.gather(*(to[n % 2].trykk(hvem, ja) for n, hvem in enumerate((LIV, SIRI, JONAS))))
    assert all("Det er Kari Dahl som er spurt." in s.text for s in svar)
    assert await logg(to[0], huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]

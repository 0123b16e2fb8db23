"""Sending, merknader and approval over the real databases, two processes at a time."""

import asyncio

import pytest

from bot.domain.moetebok import Boktilstand
from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.godkjenningsfolk import (
    ANNE,
    BERIT,
    DAGEN_ETTER,
    ETTER,
    ETTER_FRISTEN,
    LIV,
    OVE,
    bygg_bok,
)


@pytest.fixture
async def to(database_url):
    """The house, and another process over the same database."""
    stores = [open_store(database_url) for _ in range(2)]
    hus = await bygg_bok(Chat(admins={"aad-kontoret"}, store=stores[0]), godkjenn_ved_taushet=True)
    yield hus, Chat(admins={"aad-kontoret"}, store=stores[1])
    for store in stores:
        await store.close()


async def test_two_approve_at_once_and_it_is_done_once(to):
    hus, annen = to
    await hus.send()
    ja = [
        (await chat.si(ANNE, "godkjenn referatet", at=DAGEN_ETTER)).knapp("Ja")
        for chat in (hus.chat, annen)
    ]
    await asyncio.gather(
        hus.trykk(ANNE, ja[0]),
        annen.trykk(ANNE, ja[1], at=DAGEN_ETTER),
        annen.trykk(ANNE, ja[0], at=DAGEN_ETTER),
    )
    bok, _, linjer = await hus.bok()
    assert bok.tilstand is Boktilstand.GODKJENT
    assert sum(x.slag == "godkjent" for x in linjer) == 1
    referat = await hus.referatet()
    assert referat.deler[0].saker[1].konklusjon[0] == "Tas til orientering."
    assert "Tas til orientering." in await annen.si(
        "petter", "vis referatet fra ASU 15. mai", at=DAGEN_ETTER
    )


async def test_a_merknad_and_its_answer(to):
    hus, annen = to
    await hus.send()
    await annen.si(BERIT, "merknad til referatet: jeg var til stede, ikke fraværende", at=DAGEN_ETTER)
    kort = next(m for m in (await hus.chat.post())[OVE] if m.buttons[0].label == "Rett frammøtet")
    await asyncio.gather(hus.trykk(OVE, kort.buttons[0]), annen.trykk(OVE, kort.buttons[0], at=DAGEN_ETTER))
    stand = await hus.stand()
    assert [m.tatt_inn for m in stand.merknader] == [True]
    assert len((await hus.chat.post())[BERIT]) >= 1


async def test_two_rounds_of_the_plan_approve_by_silence_once(to):
    hus, annen = to
    await hus.send()
    await asyncio.gather(hus.chat.plan(ETTER_FRISTEN), annen.plan(ETTER_FRISTEN))
    await hus.chat.plan(ETTER_FRISTEN)
    bok, _, linjer = await hus.bok()
    assert bok.tilstand is Boktilstand.GODKJENT
    assert sum(x.slag == "godkjent" for x in linjer) == 1
    assert await hus.referatet() is not None


async def test_two_answers_at_once_about_the_moete(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    hus = await bygg_bok(Chat(admins={"aad-kontoret"}, store=stores[0]), vurderingsskjema=True)
    annen = Chat(admins={"aad-kontoret"}, store=stores[1])
    await hus.chat.plan(ETTER)
    post = await hus.chat.post(at=ETTER)
    knapper = post[ANNE][0].buttons
    await asyncio.gather(
        hus.trykk(ANNE, knapper[4], at=ETTER),
        annen.trykk(LIV, knapper[3], at=ETTER),
        annen.trykk(ANNE, knapper[0], at=ETTER),
    )
    assert len((await hus.stand()).vurderinger) == 2
    for store in stores:
        await store.close()

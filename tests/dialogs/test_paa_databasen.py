"""The same conversation over the real databases, two processes at a time."""

import asyncio
from datetime import date

import pytest

from bot.domain.reading import Reading
from bot.turn import Kind
from storage.store import open_store
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal

FIL = "innkalling.pdf"


@pytest.fixture
async def to(database_url):
    """Two processes over one database."""
    stores = [open_store(database_url) for _ in range(2)]
    boter = [Chat(store=store) for store in stores]
    for bot in boter:
        bot.files.readings[FIL] = eksempel.lest_innkalling()
    yield boter
    for store in stores:
        await store.close()


async def test_a_paper_is_saved_once_and_both_can_answer(to):
    en, annen = to
    knapp = (await en.slipp("anne", FIL)).knapp("Lagre")
    svar = await asyncio.gather(en.trykk("anne", knapp), annen.trykk("anne", knapp))
    assert {s.foerst for s in svar} == {"Lagret: innkalling til ASU onsdag 15. mai 2024 kl. 12.00–15.00."}
    for bot in to:
        svar = await bot.si("berit", "neste ASU")
        assert svar.foerst == "Neste møte i ASU er onsdag 15. mai 2024 kl. 12.00–15.00."
        assert (await bot.trykk("berit", svar.knapp("Saksliste"))).foerst.startswith("Saksliste for ASU")


async def test_a_change_made_by_one_is_seen_by_the_other(to):
    en, annen = to
    await en.har(Reading(eksempel.innkalling()))
    assert "Møterom Storfjorden" in await annen.si("berit", "hvor er møtet?")
    ny = eksempel.innkalling()
    ny.moetested = "Teams"
    await en.har(Reading(ny))
    assert "Teams" in await annen.si("berit", "hvor er møtet?")


async def test_an_open_question_is_answered_in_the_other_process(to):
    en, annen = to
    await en.har(eksempel.lest_innkalling())
    await en.har(eksempel.lest_innkalling(date(2024, 5, 16)), fellesskap="Helsefellesskapet Søndre")
    await en.si("anne", "neste ASU")
    assert (await annen.si("anne", "2")).foerst.startswith("Neste møte i ASU (Helsefellesskapet Søndre)")
    assert "Møterom" in await en.si("anne", "hvor er det?")


async def test_both_are_told_of_the_installation_and_one_greets(to):
    meldinger = [bot.melding("anne", "", i=kanal("ASU"), kind=Kind.INSTALLED) for bot in to]
    svar = await asyncio.gather(*(bot.gi(m) for bot, m in zip(to, meldinger, strict=True)))
    assert sorted(len(s.outcome.replies) for s in svar) == [0, 1]


async def test_a_redelivered_question_is_answered_by_neither(to):
    en, annen = to
    await en.har(eksempel.lest_innkalling())
    melding = en.melding("anne", "neste ASU")
    assert (await en.gi(melding)).foerst.startswith("Neste møte")
    assert (await annen.gi(melding)).outcome.replies == ()


async def test_ten_at_once_in_one_channel(to):
    await to[0].har(eksempel.lest_innkalling())
    rom = kanal("Samhandling")
    svar = await asyncio.gather(*(to[n % 2].si(f"person{n}", "neste ASU", i=rom) for n in range(10)))
    assert {s.foerst for s in svar} == {"Neste møte i ASU er onsdag 15. mai 2024 kl. 12.00–15.00."}

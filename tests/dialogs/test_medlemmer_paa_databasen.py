"""Lists and roles over the real databases, two processes at a time: nothing lost, nothing doubled."""

import asyncio

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.folk import MEDLEMMER, legg_inn

FIL = "medlemmer.csv"


@pytest.fixture
async def to(database_url):
    """Two processes over one database that has the members of folk.py; everybody is an administrator."""
    stores = [open_store(database_url) for _ in range(2)]
    boter = [Chat(store=store) for store in stores]
    await legg_inn(boter[0])
    for bot in boter:
        bot.files.contents[FIL] = b"organ;navn;rolle\nASU;Ny Dal;medlem\nPSU;Ny Dal;vara\n"
    yield boter
    for store in stores:
        await store.close()


async def test_what_is_stored_is_what_is_read(to):
    en, annen = to
    en.files.contents[FIL] = MEDLEMMER.encode()
    svar = await en.slipp("anne", FIL)
    assert svar.foerst.startswith("medlemmer.csv har disse radene: seks uendret.")
    assert "Siv Moe: vara nr. 1 for Ola Li, Nesdal kommune (kommunene)" in await annen.si(
        "kari nes", "hvem sitter i ASU"
    )


async def test_a_list_saved_twice_at_once_is_saved_once_and_one_person_is_one_in_both_bodies(to):
    en, annen = to
    knapp = (await en.slipp("anne", FIL)).knapp("Lagre")
    svar = await asyncio.gather(en.trykk("anne", knapp), annen.trykk("anne", knapp))
    assert {s.text for s in svar} == {"Lagret fra medlemmer.csv: to nye."}
    async with en.store.read() as arkiv:
        organer = (await arkiv.register()).organer
    nye = [m for o in organer for m in o.medlemmer if m.navn == "Ny Dal"]
    assert len(nye) == 2
    assert len({m.person_id for m in nye}) == 1


async def test_roles_given_at_once_in_one_body_are_all_given(to):
    en, annen = to
    linjer = [
        (en, "anne", "gi Kari Nes rollen referent i ASU"),
        (annen, "berit", "gi Ola Li rollen referent i ASU"),
        (en, "cato", "gi Kari Vik rollen observatør i ASU"),
        (annen, "dina", "gi Siv Moe rollen sekretær i ASU"),
    ]
    svar = await asyncio.gather(*(bot.si(hvem, linje) for bot, hvem, linje in linjer))
    assert all("har fått rollen" in s for s in svar)
    liste = await annen.si("anne", "hvem sitter i ASU")
    assert liste.text.count("referent") == 2
    assert "Kari Vik: observatør" in liste
    assert liste.text.count("sekretariat") == 2


async def test_a_role_given_while_a_list_waits_is_not_lost(to):
    en, annen = to
    knapp = (await en.slipp("anne", FIL)).knapp("Lagre")
    await annen.si("berit", "gi Kari Nes rollen referent i ASU")
    svar = await en.trykk("anne", knapp)
    if svar.text.startswith("Listen er endret"):
        await en.trykk("anne", svar.knapp("Lagre"))
    liste = await annen.si("anne", "hvem sitter i ASU")
    assert "referent" in liste.text
    assert "Ny Dal: medlem" in liste

"""Who leads one body reports for a member of several: that body is meant."""

import pytest

from bot.domain.organ import Rolle
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, OVE, Huset, bygg, installer, logg, medlem

OLAV = "olav ness"
"""Leads PSU. Jonas sits in both, and ASU meets first."""
TORSDAG = "PSU torsdag 23. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE, OLAV)
    return huset


@pytest.mark.parametrize(
    "linje",
    ["meld forfall for Jonas", "Jonas kan ikke komme", "Jonas kommer for sent", "forfall for Jonas Moe"],
)
async def test_the_body_one_leads_is_meant(chat, huset, linje):
    svar = await chat.si(OLAV, linje)
    assert "Det kan bare" not in svar
    assert TORSDAG in svar


async def test_also_where_another_was_just_shown(chat, huset):
    await chat.si(OLAV, "neste ASU")
    svar = await chat.si(OLAV, "meld forfall for Jonas")
    await chat.trykk(OLAV, svar.knapp("Ja"))
    assert await logg(chat, huset.torsdag) == ["forfall Jonas Moe"]
    assert await logg(chat, huset.onsdag) == []


async def test_of_several_it_is_asked(chat, huset):
    svar = await chat.si(OVE, "meld forfall for Jonas")
    assert svar.foerst == "Hvilket møte gjelder det?"
    assert len(svar.labels) == 2


async def test_another_body_that_is_named_is_refused(chat, huset):
    assert "Det kan bare" in await chat.si(OLAV, "meld forfall for Jonas i ASU")
    assert "Det kan bare" in await chat.si(OLAV, "Jonas kan ikke komme 15. mai")
    assert await logg(chat, huset.onsdag) == []


async def test_in_nynorsk(chat, huset):
    await chat.si(OLAV, "snakk nynorsk")
    assert TORSDAG in await chat.si(OLAV, "Jonas kjem ikkje")


async def test_who_leads_none_of_them_is_refused(chat):
    await bygg(chat, flere=[medlem("gro lie", Rolle.MEDLEM)])
    await installer(chat, *ALLE, "gro lie")
    assert "Det kan bare" in await chat.si("gro lie", "meld forfall for Jonas")

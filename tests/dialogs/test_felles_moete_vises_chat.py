"""Who comes to a felles møte: in a body's channel those of that body alone."""

from datetime import date, time

import pytest

from bot.domain.moete import Moete
from bot.domain.organ import Organ
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, Huset, bygg, installer

OLAV = "olav ness"
"""Of PSU alone."""


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE, OLAV)
    async with chat.store.turn() as uow:
        organer: list[Organ] = [huset.asu, huset.psu]
        ids = [o.id or 0 for o in organer]
        dag = date(2024, 5, 10)
        await uow.save_moete(Moete(huset.asu.helsefellesskap_id, ids, dag, time(9), time(11)))
        await uow.commit()
    await chat.si(OLAV, "kan ikke 10. mai")
    await chat.si(BERIT, "kan ikke 10. mai")
    return huset


async def test_in_the_channel_of_one_body_its_own(chat, huset):
    svar = await chat.si(ANNE, "hvem kommer 10. mai?", i=kanal("ASU"))
    assert svar.foerst.startswith("ASU fredag 10. mai 2024 kl. 09.00–11.00: 0 av 4")
    assert "Berit Nes" in svar
    assert "Olav Ness" not in svar
    assert "Jonas Moe (Nordre region)" not in svar  # His place in PSU.
    borte = await chat.si(ANNE, "kven har meldt forfall 10. mai?", i=kanal("ASU"))
    assert borte.foerst.startswith("Berit Nes har meldt forfall til ASU fredag 10. mai")
    assert "Olav Ness" not in borte


async def test_alone_with_the_bot_both(chat, huset):
    svar = await chat.si(ANNE, "hvem kommer 10. mai?")
    assert "Olav Ness" in svar
    assert "ASU og PSU" in svar.foerst

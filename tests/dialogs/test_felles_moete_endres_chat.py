"""«Avlys PSU» is no felles møte of PSU and another body without saying so."""

from datetime import date, time

import pytest

from bot.domain.moete import Moete
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE, Huset, bygg

FELLES, EGET = "ASU og PSU fredag 17. mai 2024 kl. 09.00–10.00", "PSU torsdag 23. mai 2024 kl. 12.00–15.00"


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    ids = [huset.asu.id or 0, huset.psu.id or 0]
    async with huset.chat.store.turn() as uow:
        dag = date(2024, 5, 17)
        await uow.save_moete(Moete(huset.asu.helsefellesskap_id, ids, dag, time(9), time(10), "Storsalen"))
        await uow.commit()
    return huset


@pytest.mark.parametrize("linje", ["avlys PSU", "flytt PSU til 30. mai kl. 10"])
async def test_it_is_asked_which(huset, linje):
    svar = await huset.chat.si(OVE, linje)
    assert svar.foerst == "Hvilket møte mener du?"
    assert svar.labels == [FELLES, EGET]
    valgt = await huset.chat.trykk(OVE, svar.buttons[1])
    assert EGET in valgt
    assert any(label.startswith("Ja") for label in valgt.labels)
    felles = await huset.chat.trykk(OVE, svar.buttons[0])
    assert FELLES in felles


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "snakk nynorsk")
    assert (await huset.chat.si(OVE, "avlys PSU")).labels[0].startswith("ASU og PSU fredag 17. mai")


async def test_where_the_day_says_which_both_bodies_stand_in_the_question(huset):
    assert (await huset.chat.si(OVE, "avlys PSU 17. mai")).foerst == f"Skal jeg avlyse {FELLES}?"

"""Where and when the møte is, as the referent says it."""

from datetime import time

import pytest

from bot.domain.utgave_bok import fra_bok
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def _utgave(ref):
    async with ref.chat.store.turn() as uow:
        moete = await uow.moete(ref.hus.mai.id)
        return fra_bok(moete, await ref.stand(), await uow.register())


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("møtested er teams", "Møtested: Teams."),
        ("møtested: Storgata 4, Havn", "Møtested: Storgata 4, Havn."),
        ("møtet startet kl 13", "Møtet startet kl. 13.00."),
        ("møtet varte til 15.30", "Møtet sluttet kl. 15.30."),
    ],
)
async def test_it_is_repeated(ref, linje, svar):
    assert (await ref.si(OVE, linje)).text == svar


async def test_it_stands_in_the_written_referat(ref):
    await ref.si(OVE, "møtested er Teams", "møtet startet kl 13", "møtet varte til 15.30", "møtet er hevet")
    utgave = await _utgave(ref)
    assert (utgave.sted, utgave.start, utgave.slutt) == ("Teams", time(13), time(15, 30))


async def test_it_is_taken_back(ref):
    await ref.si(OVE, "møtested er Teams")
    assert (await ref.si(OVE, "angre")).text == "Angret: møtet: Teams."
    assert (await _utgave(ref)).sted == "Storsalen"


async def test_it_does_not_end_before_it_begins(ref):
    await ref.si(OVE, "møtet startet kl 13")
    assert "kan ikke slutte før det starter" in (await ref.si(OVE, "møtet varte til 12.30")).text


async def test_no_number_of_a_person_is_kept_as_a_place(ref):
    svar = await ref.si(OVE, "møtested er 01017012345")
    assert svar.text.endswith("Slett også meldingen i chatten.")
    assert (await ref.stand()).sted is None

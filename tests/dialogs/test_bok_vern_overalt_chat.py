"""A likely patient, and eleven digits, in what is written of a referat besides its points."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


@pytest.mark.parametrize(
    "linje",
    [
        "ny sak: Demens hos 87-åring fra Nesby",
        "til stede: Anne Vik, 87-åring fra Nesby med demens",
    ],
)
async def test_a_likely_patient_is_asked_about_elsewhere_than_in_a_point(ref, linje):
    await ref.si(OVE, "neste sak", "n: Et notat")
    foer = await ref.stand()
    svar = await ref.si(OVE, linje)
    assert svar.labels[-1] == "Skriv om"
    assert await ref.stand() == foer


@pytest.mark.parametrize(
    "linje",
    [
        "ny sak 09/24: Vakt v/ 01019012345",
        "ny sak 09/24: Vakt v/ 010190 12345",
        "sak 2 heter 01019012345",
        "møteleder er 01019012345",
    ],
)
async def test_no_number_of_a_person_is_kept(ref, linje):
    await ref.si(OVE, linje)
    assert "12345" not in str(vars(ref.chat.store.data))

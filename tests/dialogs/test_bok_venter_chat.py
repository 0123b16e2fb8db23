"""Points dictated while no sak is open: nothing of it is lost, whichever way «Hvilken sak?» is answered."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet

SAK_TO, SAK_TRE = (
    "Sak 02/24 Digital hjemmeoppfølging – status",
    "Sak 03/24 Felles vaktordning for øykommunene",
)


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def punkter(ref) -> list[tuple[str, int]]:
    return [(p.tekst, p.sak) for p in (await ref.stand()).punkter.values()]


@pytest.mark.parametrize("linje", ["sak 2", "Sak 02/24", "åpne sak 2"])
async def test_a_line_that_names_the_sak_answers_it(ref, linje):
    await ref.si(OVE, "i: uten sak")
    svar = await ref.si(OVE, linje)
    assert "02/24 · innspill 1" in [s.splitlines()[0] for s in svar.text.split("\n\n")]
    assert await punkter(ref) == [("Uten sak", 2)]


async def test_so_does_the_first_sak_that_is_opened(ref):
    await ref.si(OVE, "i: uten sak", "neste sak")
    assert await punkter(ref) == [("Uten sak", 1)]


async def test_two_wait_and_both_are_noted(ref):
    await ref.si(OVE, "i: uten sak", "i: en til", "sak 2")
    assert await punkter(ref) == [("Uten sak", 2), ("En til", 2)]
    await ref.si(OVE, "sak 3")
    assert len(await punkter(ref)) == 2


async def test_a_button_answers_for_one_and_the_other_is_asked_about(ref):
    svar = await ref.si(OVE, "i: uten sak", "i: en til")
    svar = await ref.trykk(OVE, svar, SAK_TO)
    assert "«uten sak»" in svar.text
    svar = await ref.trykk(OVE, svar, SAK_TRE)
    assert await punkter(ref) == [("En til", 2), ("Uten sak", 3)]
    assert "Hvilken sak" not in svar.text


async def test_nothing_waits_once_a_sak_is_open(ref):
    svar = await ref.si(OVE, "i: uten sak")
    await ref.trykk(OVE, svar, SAK_TO)
    await ref.si(OVE, "sak 3")
    assert await punkter(ref) == [("Uten sak", 2)]

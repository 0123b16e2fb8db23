"""A rettelse to a point of a locked referat keeps its text and its number."""

import pytest

from tests.dialogs.godkjenningsfolk import OVE, bygg_bok


@pytest.mark.parametrize(
    "linje", ["rettelse til punkt 1: Bente sier noe", "retting av punkt 1: Bente sier noe"]
)
async def test_of_a_point(linje):
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    svar = await hus.si(OVE, linje)
    assert "Bente sier noe" in svar
    rettelse = (await hus.stand()).rettelser[-1]
    assert (rettelse.tekst, rettelse.nr) == ("Bente sier noe", 1)

"""«Rett frammøtet» under a merknad: what was changed is said, with the clock."""

import pytest

from bot.domain.bokstand import Status
from tests.dialogs.godkjenningsfolk import BERIT, OVE, bygg_bok


@pytest.mark.parametrize(
    ("merknad", "klokke"),
    [
        ("jeg var til stede fra kl. 13", "13.00"),
        ("jeg var til stede fra klokka ett", "13.00"),
        ("jeg var der, men kom 13.20", "13.20"),
        ("jeg var til stede", None),
    ],
)
async def test_what_was_changed_is_said(merknad, klokke):
    hus = await bygg_bok(send=True)
    await hus.chat.post()
    await hus.si(BERIT, f"merknad til referatet: {merknad}")
    kort = (await hus.chat.post())[OVE][-1]
    svar = await hus.trykk(OVE, next(b for b in kort.buttons if b.label == "Rett frammøtet"))
    kom = f", kom kl. {klokke}" if klokke else ""
    assert f"Frammøtet er rettet: Berit Nes er ført som til stede{kom}." in svar
    berit = next(f for f in (await hus.stand()).frammoete if f.person.navn == "Berit Nes")
    assert berit.status is Status.TIL_STEDE
    assert (f"{berit.kom:%H.%M}" if berit.kom else None) == klokke

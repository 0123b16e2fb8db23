"""Who was there in one sak, from when each came and left."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.mark.parametrize(
    "linje", ["hvem var til stede i sak 3", "hvem var med i sak 03/24", "hvem var til stede under sak 3?"]
)
async def test_who_had_left_is_named_beside_those_who_were_there(linje):
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "til stede: Berit, Siri, Ove", "sak 1", "neste sak", "Siri gikk", "sak 3")
    svar = await ref.si(OVE, linje)
    assert svar.text.splitlines() == [
        "Sak 03/24 Felles vaktordning for øykommunene",
        "Til stede: Berit Nes og Ove Bakk.",
        "Ikke til stede: Siri Haug.",
    ]
    assert "Siri Haug" in (await ref.si(OVE, "hvem var til stede i sak 1")).text.splitlines()[1]

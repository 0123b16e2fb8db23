"""A suggestion by an old button, when the møte is over: it is not taken as if the møte were on."""

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import BERIT, OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "referent er Ove", "sak 2", "k: godkjent", "møtet er hevet")
    return ref


async def foreslaa(ref):
    gammel = Button("Foreslå", "referat.foreslaa", {"bok": ref.bok_id, "tekst": "Vi er uenige"})
    return await ref.chat.trykk(BERIT, gammel, at=ref.naa())


async def test_an_utkast_takes_none(ref):
    assert "ikke noe åpent referat" in await foreslaa(ref)
    assert not (await ref.stand()).foreslaatt


async def test_of_one_that_was_sent_it_is_a_merknad(ref):
    await ref.si(OVE, "send referatet til godkjenning", "ja")
    await foreslaa(ref)
    stand = await ref.stand()
    assert not stand.foreslaatt
    assert [m.tekst for m in stand.merknader] == ["Vi er uenige"]

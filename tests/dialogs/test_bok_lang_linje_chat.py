"""A line too long for one point, without a blank to cut it at."""

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


async def test_it_is_told_that_it_is_too_long():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "sak 2")
    svar = await ref.si(OVE, "k: " + "a" * 10_000)
    assert "10000" in svar.text.replace(" ", "").replace("\u00a0", ""), svar.text
    assert await ref.tekster() == {}

"""«Vis referatet» in the meeting's chat: how far it has come, where it is not shown there yet."""

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, OVE
from tests.dialogs.referatfolk import MOETECHAT, aapnet


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()), i=MOETECHAT)
    await ref.si(OVE, "sak 3", "k: Hemmelig foreløpig", i=MOETECHAT)
    return ref


@pytest.mark.parametrize("linje", ["vis referatet", "vis referatet fra møtet"])
async def test_an_utkast(ref, linje):
    await ref.si(OVE, "møtet er hevet", i=MOETECHAT)
    svar = await ref.si(ANNE, linje, i=MOETECHAT)
    assert svar.text == (
        "Referatet fra ASU onsdag 15. mai 2024 er et utkast, og vises ikke her. "
        "Den som fører det, kan se det i en samtale med meg alene."
    )


async def test_while_it_is_dictated(ref):
    svar = await ref.si(ANNE, "vis referatet", i=MOETECHAT)
    assert "er et utkast, og vises ikke her" in svar


async def test_one_that_is_sent():
    """In a chat that is not known to be the body's own."""
    chatten = Conversation("19:annet", ConversationKind.GROUP, "https://smba.example/", name="Onsdag")
    ref = await aapnet(Chat(admins=set()), i=chatten)
    await ref.si(OVE, "sak 3", "k: Hemmelig foreløpig", "møtet er hevet", i=chatten)
    await ref.trykk(OVE, await ref.si(OVE, "send referatet til godkjenning"), "Ja")
    svar = await ref.si(ANNE, "vis referatet", i=chatten)
    assert svar.text == (
        "Referatet fra ASU onsdag 15. mai 2024 er sendt til godkjenning, og vises ikke her. "
        "De som skal godkjenne det, kan se det i en samtale med meg alene."
    )


async def test_another_body_is_another_matter(ref):
    svar = await ref.si(ANNE, "vis referatet fra PSU", i=MOETECHAT)
    assert "utkast" not in svar

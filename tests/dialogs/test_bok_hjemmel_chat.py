"""A hjemmel without a paragraph is noted, so that nothing gets out, and the paragraph is asked for."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.mark.parametrize(
    ("linje", "spurt"),
    [
        ("punkt 1 er unntatt offentlighet (offentleglova)", True),
        ("punkt 1 er unntatt offentlighet offl § 13", False),
    ],
)
async def test_the_paragraph_is_asked_for(linje, spurt):
    ref = await aapnet(Chat(admins=set()))
    svar = await ref.si(OVE, "sak 3", "k: Noe", linje)
    assert ("Hvilken paragraf?" in svar) is spurt
    assert (await ref.stand()).punkter[1].hjemmel

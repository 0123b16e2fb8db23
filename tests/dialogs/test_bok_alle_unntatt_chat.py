"""«Til stede: alle unntatt …»: those who are excepted are not noted as present."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.mark.parametrize(
    "unntak", [" unntatt", ", bortsett fra", " utenom", " uten", " foruten", " minus", " unnateke"]
)
async def test_who_is_excepted_has_forfall(unntak):
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, f"til stede: alle{unntak} Siri")
    status = {f.person.navn: f.status.value for f in (await ref.stand()).frammoete}
    assert status.pop("Siri Haug") == "forfall"
    assert sorted(status.values()) == ["til_stede"] * 3

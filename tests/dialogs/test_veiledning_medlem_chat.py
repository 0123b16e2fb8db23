"""What docs/brukerveiledning.md tells a member to write of search, oppgaver and referat is understood."""

import re
from pathlib import Path

from tests.dialogs.chat import Chat
from tests.dialogs.godkjenningsfolk import DAGEN_ETTER, SIRI, bygg_bok

SIDEN = (Path(__file__).parents[2] / "docs/brukerveiledning.md").read_text("utf-8")


def linjene() -> list[str]:
    oppgaver = SIDEN.partition("## Oppgavene dine")[2].partition("##")[0]
    celler = re.findall(r"^\| .*? \| (.*?) \|$", oppgaver, re.MULTILINE)[1:]
    spurt = [
        rad
        for rad in SIDEN.splitlines()
        if rad.startswith(("| hva som er b", "| når noe", "| alt som", "| oppgaver"))
    ]
    celler += [rad.split(" | ")[1].rstrip(" |") for rad in spurt]
    referat = SIDEN.partition("## Referatet")[2].partition("##")[0]
    return [linje for celle in celler for linje in celle.split(" · ")] + re.findall(r"«(.*?)»", referat)


async def test_every_line_is_understood():
    hus = await bygg_bok(Chat(admins={"aad-kontoret"}), send=True)
    assert len(linjene()) > 12
    for linje in linjene():
        svar = await hus.si(SIRI, linje, at=DAGEN_ETTER)
        assert "forst" not in svar.text, (linje, svar.text)
        assert "knappen kan jeg ikke" not in svar.text, linje

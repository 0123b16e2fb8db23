"""Whatever the manifest, the catalogue and the members' guide say that one can write, is understood."""

import json
import re
from pathlib import Path

import pytest

from bot.language.tekster import Tekster

ROOT = Path(__file__).parents[2]
MANIFEST = json.loads((ROOT / "manifest" / "manifest.json").read_text("utf-8"))
COMMANDS = [c for bot in MANIFEST["bots"] for listed in bot["commandLists"] for c in listed["commands"]]
NB = Tekster("nb")
PROMISED = [
    *(command["title"] for command in COMMANDS),
    *(match[1] for command in COMMANDS if (match := re.search(r"Eksempel: (.+)", command["description"]))),
    *(NB.tekst(key, organ="ASU") for key in sorted(NB.keys) if key.startswith("eksempel.")),
    *(
        line
        for row in re.findall(
            r"^\|[^|]+\|([^|]+)\|$", (ROOT / "docs/brukerveiledning.md").read_text("utf-8"), re.M
        )
        for line in row.strip().split(" · ")
        if line not in ("Skriv for eksempel", "---")
    ),
]


@pytest.mark.parametrize("line", PROMISED)
def test_what_is_promised_is_understood(line, tolk, register, now):
    said = (
        tolk.understand(line, register=register, at=now, referat=dictated) for dictated in (False, True)
    )
    assert any(meaning.sure for meaning in said)

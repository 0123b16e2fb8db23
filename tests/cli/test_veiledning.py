"""The lists that docs/medlemmer.md shows can be imported as they stand."""

import re
from pathlib import Path

VEILEDNING = Path(__file__).parents[2] / "docs/medlemmer.md"


def test_the_lists_of_the_guide_are_imported_as_they_stand(terminal):
    organer, medlemmer = re.findall(r"```csv\n(.*?)```", VEILEDNING.read_text("utf-8"), re.DOTALL)
    for navn, innhold in (("organer.csv", organer), ("medlemmer.csv", medlemmer)):
        (terminal.folder / navn).write_text(innhold, encoding="cp1252")
    ut = terminal.ok("bodies", "import", str(terminal.folder / "organer.csv"), "--yes")
    assert "Lagret fra organer.csv: to nye og én endret." in ut
    ut = terminal.ok("members", "import", str(terminal.folder / "medlemmer.csv"), "--yes")
    assert "Lagret fra medlemmer.csv: åtte nye." in ut
    svar = terminal.ask("hvem sitter i ASU", at="2026-09-01T09:00")
    assert svar.startswith("Sju er med i SSU:")
    assert "vara nr. 2 for Øykommunene" in svar

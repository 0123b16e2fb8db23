"""`make e2e`: a channel is linked; the sammendrag of a møte is seen, posted, and corrected in its place."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.cli.demo import HELSEFELLESSKAP, innkalling
from tests.e2e.conftest import HERE, SHOTS, played, running

pytestmark = pytest.mark.e2e

CLOCK = "2024-04-17T14:02:00+02:00"
PAGE_CLOCK = "2024-04-17T14:00:30+02:00"
"""What is queued is due by the page's clock, and sent by the bot's, which is more than a minute ahead: it
takes a referat as left alone, and corrects what stands in the channel, in its next round.
"""
TWO_WEEKS_BEFORE = date(2024, 4, 3)
ORGANER = "helsefellesskap;navn;kort\n" + f"{HELSEFELLESSKAP};Fagråd for svangerskap og barsel;Fagråd 1\n"
MEDLEMMER = """organ;navn;rolle;representerer
ASU;Astrid Fjellvang;sekretær;Fjordbyen kommune
ASU;Borgar Nesdal;leder;Nesdal kommune
"""


@pytest.fixture(scope="module")
def stored(database, tmp_path_factory) -> str:
    """A database with the invented innkalling of the day, a second body and two members."""
    folder = tmp_path_factory.mktemp("lagt-inn")
    (folder / "innkalling.txt").write_bytes(innkalling(TWO_WEEKS_BEFORE))
    (folder / "organer.csv").write_text(ORGANER, "utf-8")
    (folder / "medlemmer.csv").write_text(MEDLEMMER, "utf-8")
    helsebot(database, "import", folder / "innkalling.txt", "--helsefellesskap", HELSEFELLESSKAP)
    helsebot(database, "bodies", "import", folder / "organer.csv")
    helsebot(database, "members", "import", folder / "medlemmer.csv")
    return database


def helsebot(database: str, *words: str | Path) -> None:
    command = [str(Path(sys.executable).parent / "helsebot"), *map(str, words), "--yes"]
    env = os.environ | {"HELSEBOT_DATABASE_URL": database, "HELSEBOT_CLOCK": CLOCK}
    subprocess.run(command, env=env, check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def seen(node, chromium, stored) -> dict:
    """What was read on the page, on the day of the møte."""
    settings = {
        "HELSEBOT_CLOCK": CLOCK,
        "PLAYGROUND_CLOCK": PAGE_CLOCK,
        "NODE_OPTIONS": f"--require {HERE / 'klokke.js'}",
    }
    with running(stored, **settings) as page:
        return played(node, chromium, page, "kanal.js", {"organ": "ASU"})


def test_the_channel_is_linked_and_shows_what_it_gets(seen):
    assert "ASU" in seen["linked"]
    assert "Lagre" in seen["linked"]


def test_the_sammendrag_is_shown_before_anybody_else_sees_it(seen):
    assert "ingen andre har sett det ennå" in seen["preview"]
    assert all(button in seen["preview"] for button in ("Legg ut", "Endre", "Ikke nå"))
    assert "Rekruttering følges opp på neste møte" in seen["preview"]


def test_it_is_changed_and_posted(seen):
    assert "Et kort og godt møte." in seen["changed"]
    assert "1 kanal" in seen["posted"]


def test_it_stands_in_the_channel_as_foreloepig(seen):
    assert "Foreløpig – referatet er ikke godkjent" in seen["inChannel"]
    assert "Et kort og godt møte." in seen["inChannel"]
    assert "Borgar Nesdal" in seen["inChannel"]
    assert "innen 29. april" in seen["inChannel"]


def test_a_correction_changes_it_in_its_place_and_says_so(seen):
    assert "Rekruttering tas opp igjen i juni" in seen["corrected"]
    assert "følges opp på neste møte" not in seen["corrected"]
    assert seen["posts"] == 1


def test_the_digest_is_shown_beforehand(seen):
    assert "mandag" in seen["weekly"]
    assert "Borgar Nesdal" in seen["digest"]


def test_there_is_a_screenshot_of_each_step(seen):
    for number in range(41, 48):
        [shot] = SHOTS.glob(f"{number}-*.png")
        assert shot.stat().st_size > 20_000

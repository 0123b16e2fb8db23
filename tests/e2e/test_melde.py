"""`make e2e`: forfall and eventuelt by a member, as a form and in one line, seen in the Playground."""

import os
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.demo import HELSEFELLESSKAP, innkalling
from bot.language import skriv
from tests.e2e.conftest import SHOTS

pytestmark = pytest.mark.e2e

VARA = """organ;navn;rolle;representerer;vara_for;rekkefoelge
ASU;Jorunn Vik;vara;Fjordbyen kommune;Fjordbyen kommune;1
"""
INGEN_GRUNN = "Du trenger ikke oppgi grunn."
MARKUP = "Parkering <b>ved</b> **sykehuset** [her](https://example.org)"


def moetedag(innkallingen: bytes) -> str:
    funnet = re.search(r"Møtedato: (\S+)", innkallingen.decode())
    assert funnet
    return skriv.dato(datetime.strptime(funnet[1], "%d.%m.%Y").date())


@pytest.fixture(scope="module")
def days(page, database, tmp_path_factory) -> dict[str, str]:
    """The days of two møter: that of the invented innkalling and one five weeks later, with a vara."""
    folder, today = tmp_path_factory.mktemp("lagt-inn"), date.today()
    later = innkalling(today + timedelta(days=35))
    (folder / "innkalling.txt").write_bytes(later)
    (folder / "medlemmer.csv").write_text(VARA, "utf-8")
    helsebot(database, "import", folder / "innkalling.txt", "--helsefellesskap", HELSEFELLESSKAP)
    helsebot(database, "members", "import", folder / "medlemmer.csv")
    return {"first": moetedag(innkalling(today)), "second": moetedag(later)}


def helsebot(database: str, *words: str | Path) -> None:
    command = [str(Path(sys.executable).parent / "helsebot"), *map(str, words), "--yes"]
    env = os.environ | {"HELSEBOT_DATABASE_URL": database}
    subprocess.run(command, env=env, check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def seen(watch, days):
    return watch("melde.js", **days)


def test_meld_forfall_is_the_next_moete_at_once_with_angre(seen, days):
    assert f"Forfall er notert: ASU {days['first']}" in seen["atonce"]
    assert "Jorunn Vik er vara" in seen["atonce"]
    assert "Angre" in seen["atonce"]
    assert days["first"] in seen["undone"]


def test_the_form_asks_which_moeter_and_who_is_vara(seen, days):
    assert days["first"] in seen["form"]
    assert days["second"] in seen["form"]
    assert "Jorunn Vik" in seen["form"]
    assert INGEN_GRUNN in seen["form"]


def test_the_form_sent_empty_says_what_is_missing(seen, days):
    assert "Velg minst ett møte" in seen["empty"]
    assert days["second"] in seen["empty"]


def test_the_form_filled_in_becomes_a_receipt_with_angre(seen, days):
    assert days["second"] in seen["receipt"]
    assert days["first"] not in seen["receipt"]
    assert "Jorunn Vik" in seen["receipt"]
    assert "Angre" in seen["receipt"]
    assert INGEN_GRUNN in seen["receipt"]


def test_angre_takes_it_back(seen, days):
    assert days["second"] in seen["formundone"]


def test_forfall_in_one_line(seen, days):
    assert days["first"] in seen["line"]
    assert "Jorunn Vik" in seen["line"]
    assert "Angre" in seen["line"]


def test_eventuelt_in_one_line(seen, days):
    assert "«Bruk av Kompetansebroen»" in seen["raised"]
    assert days["first"] in seen["raised"]
    assert "nr. 1 på listen" in seen["raised"]


def test_what_looks_like_markup_is_shown_as_text(seen):
    assert f"«{MARKUP}»" in seen["markup"]
    assert MARKUP in seen["list"]


def test_the_form_for_eventuelt(seen, days):
    assert all(any(day in place for place in seen["places"]) for day in days.values())
    assert "Begrunnelse" in seen["sakform"]
    assert "minutter" in seen["sakform"]
    assert "«Felles opplæring»" in seen["formraised"]
    assert "nr. 3 på listen" in seen["formraised"]


def test_the_list_of_eventuelt(seen):
    assert "tre saker" in seen["list"]
    assert "Felles opplæring" in seen["list"]
    assert "15 minutter" in seen["list"]
    assert "Det fattes normalt ikke vedtak under eventuelt" in seen["list"]


def test_a_sak_of_the_list_is_opened_with_its_reason(seen):
    assert "Felles opplæring" in seen["opened"]
    assert "Astrid Fjellvang" in seen["opened"]


def test_the_moete_shows_both(seen):
    assert "Forfall: 1" in seen["moete"]
    assert "Meldt til eventuelt" in seen["moete"]
    assert "Bruk av Kompetansebroen" in seen["moete"]


def test_who_comes(seen):
    assert "Forfall: 1" in seen["comes"]
    assert "Astrid Fjellvang" in seen["comes"]
    assert "Jorunn Vik" in seen["comes"]


def test_kommer_likevel(seen, days):
    assert days["first"] in seen["after"]


def test_there_is_a_screenshot_of_each_step(seen):
    numbers = range(6, 21)
    assert all(shot.stat().st_size > 20_000 for n in numbers for shot in SHOTS.glob(f"{n}-*.png"))
    assert all(list(SHOTS.glob(f"{n}-*.png")) for n in numbers)

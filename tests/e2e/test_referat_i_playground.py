"""`make e2e`: the møte of the founding innkalling, its referat kept in the Playground, from start to DOCX.

What the innkalling says is taken from the file at run time; none of it stands here.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import HERE, SHOTS, played, running

pytestmark = pytest.mark.e2e

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "innkalling-asu-2024-04-17.docx"
CLOCK = "2024-04-17T13:02:00+02:00"
CHAT = "6a1b2d2f-8a1f-4a4a-8e8b-1d2e3f4a5b6c"
"""The group chat of playground/config.yml."""
MEDLEMMER = """organ;navn;rolle;representerer
ASU;Borgar Nesdal;leder;Nesdal kommune
ASU;Astrid Fjellvang;referent;Fjordbyen kommune
ASU;Cecilie Holmvik;medlem;Fjordbyen sykehus
"""
ORD = {9: "ni", 10: "ti", 11: "elleve", 12: "tolv"}


def helsebot(database: str, *words: str | Path) -> str:
    command = [str(Path(sys.executable).parent / "helsebot"), *map(str, words)]
    env = os.environ | {"HELSEBOT_DATABASE_URL": database, "HELSEBOT_CLOCK": CLOCK}
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.fixture(scope="module")
def saker(database, tmp_path_factory) -> list[str]:
    """The saksnumre of the innkalling, which is imported with three members."""
    if not SEED.exists():
        pytest.skip("the seed documents are not here")
    medlemmer = tmp_path_factory.mktemp("lagt-inn") / "medlemmer.csv"
    medlemmer.write_text(MEDLEMMER, "utf-8")
    helsebot(database, "import", SEED, "--helsefellesskap", "Fjord og fjell", "--yes")
    helsebot(database, "members", "import", medlemmer, "--yes")
    return [post["saksnr"] for post in lest(database, SEED)["agenda"] if post["type"] == "sak"]


def lest(database: str, fil: Path) -> dict:
    return json.loads(helsebot(database, "import", fil, "--json"))


@pytest.fixture(scope="module")
def seen(node, chromium, database, saker) -> dict:
    """What was read on the page, on the day of the møte."""
    settings = {
        "HELSEBOT_CLOCK": CLOCK,
        "PLAYGROUND_CLOCK": CLOCK,
        "NODE_OPTIONS": f"--require {HERE / 'klokke.js'}",
    }
    given = {
        "organ": "ASU",
        "saker": saker[:3],
        "ord": ORD[int(saker[1].partition("/")[0])],
        "chat": {"id": CHAT, "title": "ASU 17. april", "at": "2024-04-17T11:00:00Z"},
    }
    with running(database, **settings) as page:
        return played(node, chromium, page, "referat.js", given)


def test_it_opens_with_those_who_are_set_up_and_the_first_sak(seen, saker):
    assert "Referatet fra ASU onsdag 17. april 2024 er åpnet." in seen["opened"]
    assert "Møteleder: Borgar Nesdal." in seen["opened"]
    assert "Referent: Astrid Fjellvang." in seen["opened"]
    assert saker[0] in seen["opened"]


def test_who_is_there_and_who_leads(seen):
    assert "Til stede: Borgar Nesdal, Astrid Fjellvang og Cecilie Holmvik." in seen["present"]
    assert "Møteleder: Borgar Nesdal." in seen["leader"]
    assert "Referent: Astrid Fjellvang." in seen["referent"]
    assert "Gikk: Cecilie Holmvik (15.30)." in seen["left"]


def test_a_sak_is_shown_with_its_forslag(seen, saker):
    for step, saksnr in zip(("first", "second", "third"), saker, strict=False):
        assert f"Sak {saksnr}" in seen[step]
        assert "Forslag til vedtak" in seen[step]


def test_every_point_gets_a_receipt_of_its_sak_and_kind(seen, saker):
    first, second, third, *_ = saker
    assert f"{first} · vedtak 1" in seen["vedtak"]
    assert f"{second} · konklusjon 2" in seen["spoken"]
    assert f"{first} · innspill 3" in seen["innspill"]
    assert f"{third} · oppfølging 8 · Borgar Nesdal · frist mandag 29. april 2024" in seen["task"]


def test_angre_takes_back_the_last_thing(seen, saker):
    assert f"Angret: {saker[0]} · innspill 4." in seen["undone"]


def test_a_point_is_edited(seen):
    assert "«Kommunene må høres før 1. juni»" in seen["edited"]


def test_an_open_place_of_a_forslag_takes_the_next_innspill(seen):
    assert "Punkt 6 slutter åpent" in seen["open"]
    assert "Innspillet hører til vedtaket i punkt 6." in seen["fills"]


def test_a_passive_oppfoelging_asks_who(seen):
    assert "Cecilie Holmvik" in seen["passive"]
    assert "La stå åpent" in seen["passive"]


def test_a_pasted_note_is_shown_before_it_is_kept(seen):
    assert "Skal disse 3 punktene føres inn?" in seen["note"]
    assert "konklusjon: Prosjektet fortsetter ut året" in seen["note"]
    assert "innspill: Pasientene bør spørres" in seen["note"]
    assert "3 punkter er ført inn: nummer 10–12." in seen["noted"]


def test_the_meetings_chat_has_one_card_that_is_edited(seen, saker):
    assert "Ingen sak er åpnet" in seen["cardBefore"]
    assert "Ingen sak er åpnet" not in seen["cardAfter"]
    assert f"Sak {saker[2]}" in seen["cardAfter"]
    assert f"10 · {saker[2]} · konklusjon: Prosjektet fortsetter ut året" in seen["cardAfter"]
    assert seen["cards"] == 1


def test_what_is_missing_when_it_is_closed(seen, saker):
    assert "Møtet er hevet kl. 13." in seen["closed"]
    assert f"Sak {saker[3]}" in seen["closed"]
    assert "har ingen frist: Det må avklares hvem som betaler" in seen["closed"]
    assert f"Sak {saker[0]}" not in seen["closed"]


def test_the_draft_has_all_points_in_their_last_form(seen):
    assert "11 punkter i referatet" in seen["draft"]
    assert "Kommunene må høres før 1. juni" in seen["draft"]
    assert "dette var til en annen sak" not in seen["draft"].casefold()
    assert "2. konklusjon: ASU tar saken til orientering." in seen["draft"]


def test_the_oppgave_is_there(seen):
    assert "Borgar Nesdal har én åpen oppgave:" in seen["tasks"]
    assert "frist: mandag 29. april 2024" in seen["tasks"]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_file_read_in_again_says_the_same(seen, database, saker, ending):
    fil = SHOTS / f"referat.{ending}"
    helsebot(database, "referat", "--moete", "siste", "--format", ending, "--out", fil)
    referat = lest(database, fil)
    [del_] = referat["deler"]
    assert [sak["saksnr"] for sak in del_["saker"]] == saker
    assert {f["hva"]: (f["ansvarlig"], f.get("frist")) for f in referat["oppfoelging"]} == {
        "Borgar Nesdal avklarer med Fagråd 3 innen 29. april": ("Borgar Nesdal", "2024-04-29"),
        "Det må avklares hvem som betaler": (None, None),
    }
    whole = json.dumps(referat, ensure_ascii=False)
    assert all(person in whole for person in ("Astrid Fjellvang", "Borgar Nesdal", "Cecilie Holmvik"))
    assert all(text in whole for text in ("Kommunene må høres før 1. juni", "Kapittel 2 kan bli kortere"))
    assert referat["ikke_tolket"] == []


def test_there_is_a_screenshot_of_each_step(seen):
    for number in range(21, 32):
        [shot] = SHOTS.glob(f"{number}-*.png")
        assert shot.stat().st_size > 20_000

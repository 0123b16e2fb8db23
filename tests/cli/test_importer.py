"""`helsebot import`: what is shown, asked, stored and refused."""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import date, datetime

import pytest

from bot.cli.importavslag import ordlegg
from bot.clock import OSLO
from bot.domain.foeresher import FoeresHer
from bot.domain.organ import Navneslag, Organ, Organnavn


def test_the_preview_is_shown_and_the_answer_yes_stores(terminal):
    said = terminal.ok("import", terminal.paper(), typed="y\n")

    assert "onsdag 18. mars 2026 kl. 12.00–15.00" in said
    assert "Nytt utvalg: Administrativt samarbeidsutvalg" in said
    assert ["Kl.", "Saksnr.", "Sak", "Ansvarlig", "Min"] in [line.split() for line in said.split("\n")]
    assert "Vil du lagre dette?" in said
    assert "onsdag 18. mars 2026" in terminal.ask("neste ASU")


@pytest.mark.parametrize("typed", ["n\n", "\n"])
def test_any_other_answer_stores_nothing(terminal, typed):
    assert "Ingenting er lagret." in terminal.ok("import", terminal.paper(), typed=typed)
    assert "onsdag 18. mars" not in terminal.ask("neste ASU")


def test_nobody_at_the_keyboard_stores_nothing(terminal):
    assert terminal.run("import", terminal.paper()).exit_code == 1
    assert "onsdag 18. mars" not in terminal.ask("neste ASU")


def test_yes_skips_the_question(terminal):
    said = terminal.ok("import", terminal.paper(), "--yes")

    assert "Vil du lagre" not in said
    assert "Lagret: innkalling til ASU onsdag 18. mars 2026" in said


def test_json_is_one_object_alone_and_touches_no_database(terminal):
    read = json.loads(terminal.ok("import", terminal.paper(), "--json"))

    assert read["doktype"] == "innkalling"
    assert (read["dato"], read["start"], read["slutt"]) == ("2026-03-18", "12:00", "15:00")
    assert [row["saksnr"] for row in read["agenda"] if row["type"] == "sak"][:2] == ["01/26", "02/26"]
    assert not terminal.database.exists()


def test_the_same_paper_again_changes_nothing(terminal):
    terminal.ok("import", terminal.paper(), "--yes")
    said = terminal.ok("import", terminal.paper(), "--yes")

    assert "Nytt utvalg" not in said
    assert terminal.ask("møter i mars").count("Onsdag 18. mars 2026 kl.") == 1


def test_a_changed_paper_says_what_is_changed(terminal):
    terminal.ok("import", terminal.paper(), "--yes")
    said = terminal.ok(
        "import", terminal.paper(sted=("Møterom Storfjorden", "Møterom Lillefjorden")), "--yes"
    )

    assert "Møterom Storfjorden, Fjordbyen sykehus → Møterom Lillefjorden, Fjordbyen sykehus" in said
    assert "Møterom Lillefjorden" in terminal.ask("hvor er neste ASU")


MOVED = {"dato": ("18.03.2026", "25.03.2026")}


def test_the_same_saker_on_another_day_must_be_answered(terminal):
    terminal.ok("import", terminal.paper(), "--yes")
    result = terminal.run("import", terminal.paper(**MOVED), "--yes")

    assert result.exit_code == 1
    assert "flyttet" in result.stderr
    assert "18. mars" in terminal.ask("neste ASU")


def test_moved_is_the_same_moete_on_its_new_day(terminal):
    terminal.ok("import", terminal.paper(), "--yes")
    terminal.ok("import", terminal.paper(**MOVED), "--yes", "--flyttet")

    assert "25. mars" in terminal.ask("neste ASU")
    assert "18. mars" not in terminal.ask("møter i mars")


def test_moved_before_it_is_held_its_members_are_told(terminal):
    terminal.settings = terminal.settings.model_copy(update={"clock": datetime(2026, 3, 2, 9, tzinfo=OSLO)})
    terminal.ok("import", terminal.paper(), "--yes")
    (terminal.folder / "folk.csv").write_text("organ;navn;rolle\nASU;Anne Vik;leder\n", "utf-8")
    terminal.ok("members", "import", str(terminal.folder / "folk.csv"), "--yes")
    said = terminal.ok("import", terminal.paper(**MOVED), "--yes", "--flyttet")

    assert "Én kan jeg ikke nå: Anne Vik." in said
    log = sqlite3.connect(terminal.database).execute("SELECT slag FROM frammoetelinje").fetchall()
    assert log == [("flyttet",)]


def test_moved_after_it_was_held_nobody_is_told(terminal):
    terminal.settings = terminal.settings.model_copy(update={"clock": datetime(2026, 4, 2, 9, tzinfo=OSLO)})
    terminal.ok("import", terminal.paper(), "--yes")
    terminal.ok("import", terminal.paper(**MOVED), "--yes", "--flyttet")
    assert sqlite3.connect(terminal.database).execute("SELECT slag FROM frammoetelinje").fetchall() == []


def test_not_moved_is_two_moeter(terminal):
    terminal.ok("import", terminal.paper(), "--yes")
    terminal.ok("import", terminal.paper(**MOVED), typed="n\ny\n")

    both = terminal.ask("møter i mars")
    assert "18. mars" in both
    assert "25. mars" in both


def test_two_helsefellesskap_must_be_told_apart(terminal):
    terminal.ok("import", terminal.paper(), "--yes", "--helsefellesskap", "Fjord")
    terminal.ok("import", terminal.paper(), "--yes", "--helsefellesskap", "Fjell")
    result = terminal.run("import", terminal.paper(), "--yes")

    assert result.exit_code == 1
    assert "--helsefellesskap" in result.stderr
    assert "Fjord og Fjell" in result.stderr


def test_a_paper_without_a_body_asks_for_one(terminal):
    paper = terminal.paper(utvalg=("Utvalg: Administrativt samarbeidsutvalg", ""))
    result = terminal.run("import", paper, "--yes")

    assert result.exit_code == 1
    assert "--utvalg" in result.stderr
    assert "Lagret" in terminal.ok("import", paper, "--yes", "--utvalg", "ASU")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("tom.txt", b"", "tom"),
        ("handleliste.txt", b"Melk\nBr\xc3\xb8d\nEgg\n", "innkalling"),
        ("gammel.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word"),
        ("bilde.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200), "skannet bilde"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_nothing_is_stored(terminal, name, content, why):
    (terminal.folder / name).write_bytes(content)
    result = terminal.run("import", str(terminal.folder / name), "--yes")

    assert result.exit_code == 1
    assert why in result.stderr
    assert "Traceback" not in result.output
    assert "ikke fått" in terminal.ask("neste møte")


def test_a_missing_file_and_a_folder(terminal):
    assert "Finner ikke" in terminal.run("import", str(terminal.folder / "borte.pdf"), "--yes").stderr
    assert "mappe" in terminal.run("import", str(terminal.folder), "--yes").stderr


def test_one_bad_file_among_good_ones(terminal):
    result = terminal.run("import", terminal.paper(), str(terminal.folder / "borte.pdf"), "--yes")

    assert result.exit_code == 1
    assert "1 av 2 filer ble ikke lagret." in result.said
    assert "18. mars" in terminal.ask("neste ASU")


REFERAT = """Referat fra møte i Fagråd 1 Barn og unge
Møtested: Teams
Dato: 12.02.2026
Til stede: Anne Lid (Nesdal kommune), Bo Rud (Fjordbyen sykehus)
Møteleder: Anne Lid

Sak 01/26 Godkjenning av referat
Konklusjon: Godkjent.

Eventuelt
Ingen saker.
"""


def test_a_referat_with_a_sak_without_a_number_is_stored(terminal):
    (terminal.folder / "referat.txt").write_text(REFERAT, encoding="utf-8")
    assert "Lagret" in terminal.ok("import", str(terminal.folder / "referat.txt"), "--yes")


def test_a_numbered_body_is_known_by_its_number(terminal):
    (terminal.folder / "referat.txt").write_text(REFERAT, encoding="utf-8")
    terminal.ok("import", str(terminal.folder / "referat.txt"), "--yes")
    (terminal.folder / "neste.txt").write_text(
        REFERAT.replace("Fagråd 1 Barn og unge", "Fagråd 1").replace("12.02.2026", "12.03.2026"),
        encoding="utf-8",
    )
    said = terminal.ok("import", str(terminal.folder / "neste.txt"), "--yes")

    assert "Nytt utvalg" not in said
    assert "ikke noe utvalg" not in terminal.ask("neste fagråd 1")


def test_two_at_once_make_one_body(terminal):
    """Each has seen the preview before the other has stored: the second finds the body there."""
    papers = [terminal.paper(f"{n}.txt", dato=("18.03.2026", f"{n}.03.2026")) for n in (17, 18)]
    main = [sys.executable, "-m", "app", "import", "--yes", "--ikke-flyttet"]
    env = os.environ | {"HELSEBOT_DATABASE_URL": terminal.settings.database_url}
    terminal.ok("db", "upgrade")
    running = [subprocess.Popen([*main, paper], env=env, stdout=subprocess.PIPE) for paper in papers]
    for process in running:
        process.communicate(timeout=60)

    with sqlite3.connect(terminal.database) as database:
        assert database.execute("SELECT count(*) FROM organ").fetchone() == (1,)


def test_a_file_larger_than_memory_is_not_read(terminal):
    with (terminal.folder / "stor.pdf").open("wb") as big:
        big.truncate(50 * 2**30)

    assert "for stor" in terminal.run("import", str(terminal.folder / "stor.pdf"), "--yes").stderr


@pytest.mark.parametrize(("laast", "hva"), [(False, "føres her"), (True, "er godkjent og låst")])
def test_a_referat_that_the_bot_keeps_is_not_replaced_by_a_file(laast, hva):
    asu = Organ(1, [Organnavn("ASU", Navneslag.KORT)])
    said = ordlegg(FoeresHer(asu, date(2024, 5, 15), laast=laast), "r.docx")
    assert said.startswith(f"r.docx: Referatet fra ASU onsdag 15. mai 2024 {hva}")

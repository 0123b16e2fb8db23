"""After a referat is imported in the terminal: who is in no list is listed, and added when asked for."""

import pytest

REFERAT = """\
REFERAT

Utvalg: Fagråd for rus
Møtested: Teams
Dato: 03.02.2026
Tidspunkt: 12:00-14:00

Til stede:
Gro Haug, Nesdal kommune
Ine Vik, Fjordbyen sykehus

Forfall:
Odd Strand, Ytre Fjord kommune

Sak 01/26 Godkjenning av innkalling
Konklusjon: Godkjent.
"""


@pytest.fixture
def fil(terminal) -> str:
    path = terminal.folder / "referat.txt"
    path.write_text(REFERAT, encoding="utf-8")
    return str(path)


def sitter(terminal) -> str:
    return terminal.ask("hvem sitter i fagråd for rus")


def test_without_a_question_nobody_is_added(terminal, fil):
    ut = terminal.ok("import", fil, "--yes")
    assert "Disse står i referatet, men ikke i medlemslisten for Fagråd for rus." in ut
    assert "1. Gro Haug, medlem, Nesdal kommune\n2. Ine Vik" in ut
    assert "Ingen er lagt til." in ut
    assert "Gro Haug" not in sitter(terminal)


def test_those_whose_numbers_are_written_are_added(terminal, fil):
    ut = terminal.ok("import", fil, typed="y\n1, 3\n")
    assert "Lagt til i medlemslisten for Fagråd for rus: Gro Haug og Odd Strand." in ut
    assert "Ine Vik" not in sitter(terminal)
    igjen = terminal.ok("import", fil, typed="y\nalle\n")
    assert "1. Ine Vik" in igjen
    assert "Ine Vik" in sitter(terminal)
    assert "Disse står i referatet" not in terminal.ok("import", fil, typed="y\n")


def test_enter_is_nobody(terminal, fil):
    assert "Lagt til" not in terminal.ok("import", fil, typed="y\n\n")
    assert "Gro Haug" not in sitter(terminal)

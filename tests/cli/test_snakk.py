"""`helsebot ask` and `helsebot chat`: the same conversation as in Teams."""

import pytest


@pytest.fixture(autouse=True)
def papers(terminal):
    terminal.ok("import", terminal.paper(), "--yes")


def test_asked_once_answered_once(terminal):
    assert "Neste møte i ASU er onsdag 18. mars 2026 kl. 12.00–15.00." in terminal.ask("neste ASU")


def test_at_is_the_time_of_the_question(terminal):
    assert "pågår" in terminal.ask("neste ASU", at="2026-03-18T13:00")
    assert "Neste møte" not in terminal.ask("neste ASU", at="2026-03-18T15:01")


def test_a_time_that_is_none_is_refused_with_a_sentence(terminal):
    assert terminal.run("ask", "neste ASU", "--at", "i går").exit_code == 2


def test_chat_follows_on_from_what_was_shown(terminal):
    said = terminal.ok("chat", "--at", "2026-03-02T09:00", typed="neste ASU\nhvor er det?\nslutt\n")

    assert "Møterom Storfjorden" in said.split("hvor er det?")[-1] or said.count("Møterom Storfjorden") == 2


def test_a_button_is_pressed_by_its_number(terminal):
    said = terminal.ok("chat", "--at", "2026-03-02T09:00", typed="neste ASU\n1\n")

    assert "Saksliste for ASU onsdag 18. mars 2026" in said


def test_the_end_of_the_input_ends_the_chat(terminal):
    assert terminal.run("chat", typed="").exit_code == 0

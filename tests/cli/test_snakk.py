"""`helsebot ask` and `helsebot chat`: the same conversation as in Teams."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def papers(with_innkalling):
    return with_innkalling


def test_asked_once_answered_once(terminal):
    assert "Neste møte i ASU er onsdag 18. mars 2026 kl. 12.00–15.00." in terminal.ask("neste ASU")


def test_at_is_the_time_of_the_question(terminal):
    assert "pågår" in terminal.ask("neste ASU", at="2026-03-18T13:00")
    assert "Neste møte" not in terminal.ask("neste ASU", at="2026-03-18T15:01")


def test_a_time_that_is_none_is_refused_with_a_sentence(terminal):
    assert terminal.run("ask", "neste ASU", "--at", "i går").exit_code == 2


def test_chat_follows_on_from_what_was_shown(terminal):
    said = terminal.ok("chat", "--at", "2026-03-02T09:00", typed="neste ASU\nhvor er det?\nslutt\n")

    assert said.count("Møterom Storfjorden") == 2


def test_a_button_is_pressed_by_its_number(terminal):
    said = terminal.ok("chat", "--at", "2026-03-02T09:00", typed="neste ASU\n1\n")

    assert "Saksliste for ASU onsdag 18. mars 2026" in said


def test_the_end_of_the_input_ends_the_chat(terminal):
    assert terminal.run("chat", typed="").exit_code == 0


def test_an_empty_line_is_asked_again(terminal):
    said = terminal.ok("chat", "--at", "2026-03-02T09:00", typed="\n  \nneste ASU\nslutt\n")

    assert "Neste møte i ASU er onsdag 18. mars 2026" in said
    assert "forstod" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_ends_the_chat_at_once(terminal):
    environment = {**os.environ, "HELSEBOT_DATABASE_URL": terminal.settings.database_url}
    chat = subprocess.Popen(
        [sys.executable, "app.py", "chat"],
        cwd=Path(__file__).parents[2],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert chat.stdin is not None
        assert chat.stdout is not None
        chat.stdin.write(b"hjelp\n")
        chat.stdin.flush()
        assert any(b"skrive til meg" in chat.stdout.readline() for _ in range(5))
        chat.send_signal(signal.SIGINT)
        chat.wait(timeout=10)
        assert chat.stderr is not None
        assert chat.stderr.read() == b""
    finally:
        chat.kill()
        chat.communicate()

"""`helsebot package`, `db upgrade`, and what stops `serve`."""

import os
import socket
import subprocess
import sys
import zipfile

import pytest

from bot.cli.program import Stop
from bot.settings import Settings

APP_ID = "8a1fbb0e-4a0c-4c6e-9a51-0d5b3b9d2f10"


def test_the_package_is_written(terminal):
    out = terminal.folder / "helsebot.zip"
    terminal.ok("package", "--app-id", APP_ID, "--host", "bot.sykehuset.no", "--out", str(out))

    assert "manifest.json" in zipfile.ZipFile(out).namelist()


def test_a_wrong_host_writes_nothing(terminal):
    out = terminal.folder / "helsebot.zip"
    result = terminal.run("package", "--app-id", APP_ID, "--host", "https://bot.no/", "--out", str(out))

    assert "Vertsnavnet" in result.said
    assert not out.exists()


def test_db_upgrade_makes_the_schema(terminal):
    assert "oppdatert" in terminal.ok("db", "upgrade")
    assert terminal.database.exists()


def _main(terminal, *words, **env):
    """`helsebot` as a process of its own, for what only app.main does."""
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=os.environ | {"HELSEBOT_DATABASE_URL": terminal.settings.database_url} | env,
    )


def test_a_taken_port_is_said_in_a_sentence(terminal):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = _main(terminal, "serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 1
    assert "kan ikke brukes" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_app_id_without_tenants_lets_nobody_in_and_does_not_start(terminal):
    done = _main(terminal, "serve", HELSEBOT_APP_ID=APP_ID, HELSEBOT_APP_SECRET="x")

    assert done.returncode == 1
    assert "HELSEBOT_TENANTS" in done.stderr


def test_a_clock_of_ones_own_is_for_trying_things_only(terminal):
    known = {"HELSEBOT_APP_ID": APP_ID, "HELSEBOT_APP_SECRET": "x", "HELSEBOT_TENANTS": "t"}
    done = _main(terminal, "serve", HELSEBOT_CLOCK="2024-04-10T09:00", **known)

    assert done.returncode == 1
    assert "HELSEBOT_CLOCK" in done.stderr


def test_a_setting_that_is_none_names_itself(terminal):
    done = _main(terminal, "ask", "neste ASU", HELSEBOT_PORT="mange")

    assert done.returncode == 1
    assert "HELSEBOT_PORT" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["mysql://x", "sqlite:///x.db", "foo", "sqlite+aiosqlite:///:memory:"])
@pytest.mark.parametrize("words", [["ask", "neste ASU"], ["db", "upgrade"]])
def test_an_address_that_is_no_database(terminal, address, words):
    terminal.settings = Settings(database_url=address)
    result = terminal.run(*words)

    assert isinstance(result.exception, Stop)
    assert "HELSEBOT_DATABASE_URL" in result.said


def test_what_stops_a_command_is_said_in_a_sentence(terminal):
    done = _main(terminal, "ask", "neste ASU", HELSEBOT_DATABASE_URL="foo")

    assert done.returncode == 1
    assert "HELSEBOT_DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_on_an_old_postgres_schema_stops_with_one_sentence(terminal, postgres_databases_here):
    empty = postgres_databases_here.empty()
    done = _main(terminal, "serve", "--port", "0", HELSEBOT_DATABASE_URL=empty)

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].endswith("Kjør «helsebot db upgrade».")

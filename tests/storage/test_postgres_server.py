"""Which PostgreSQL the tests run on, and that nobody fails to notice when it is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres_server import ABSENT, GIVEN, NONE, postgres_server

ROOT = Path(__file__).parents[2]
ONE = "tests/storage/test_migrate.py::test_en_oppdatert_database_roeres_ikke"


def test_an_address_in_the_environment_is_taken_as_it_is(monkeypatch):
    monkeypatch.setenv(GIVEN, "postgresql+asyncpg://anne@db.example.no/helsebot")
    with postgres_server() as address:
        assert address == "postgresql+asyncpg://anne@db.example.no/helsebot"


@pytest.mark.parametrize(("ci", "code", "said"), [("", 0, "1 passed, 1 skipped"), ("true", 1, "1 error")])
def test_without_any_it_is_said_aloud_and_ci_does_not_pass(ci, code, said):
    env = os.environ | {GIVEN: NONE, "CI": ci}
    for name in [name for name in env if name.startswith("PYTEST_")]:
        del env[name]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", ONE]
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == code, done.stdout
    assert ABSENT in done.stdout
    assert said in done.stdout

"""Databases for the tests: both kinds, each test its own, made from a template.

`database_url` runs a test on SQLite and on PostgreSQL; `sqlite_url` and `postgres_url` on one;
`empty_database_url` has no schema yet.
"""

import gc
import os

import pytest
from hypothesis import settings

from tests.databases import PostgresDatabases, SqliteDatabases, postgres_databases
from tests.postgres_server import ABSENT, postgres_server

KINDS = ["sqlite", "postgres"]
EXAMPLES = int(os.environ.get("HELSEBOT_TEST_EXAMPLES", "50"))
"""For each property that does not say how many it wants. `HELSEBOT_TEST_EXAMPLES=1000 make test` looks
harder; in every run but CI's the examples are others than the last time.
"""
settings.register_profile(
    "helsebot",
    settings.get_profile(settings.get_current_profile_name()),
    max_examples=EXAMPLES,
    deadline=None,
)
settings.load_profile("helsebot")

# Ten thousand tests and their parameters live from first to last: to look through them for garbage
# again and again is a good part of the work.
gc.set_threshold(25_000, 20, 20)


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory):
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_server_url():
    try:
        with postgres_server() as address:
            yield address
    except LookupError:
        if os.environ.get("CI") == "true":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def postgres_databases_here(postgres_server_url):
    with postgres_databases(postgres_server_url) as databases:
        yield databases


@pytest.fixture(params=KINDS)
def databases(request) -> SqliteDatabases | PostgresDatabases:
    """Of the kind the test is parametrised with."""
    name = {"sqlite": "sqlite_databases", "postgres": "postgres_databases_here"}[request.param]
    return request.getfixturevalue(name)


@pytest.fixture
def sqlite_url(sqlite_databases) -> str:
    return sqlite_databases.fresh()


@pytest.fixture
def postgres_url(postgres_databases_here) -> str:
    return postgres_databases_here.fresh()


@pytest.fixture
def database_url(databases) -> str:
    return databases.fresh()


@pytest.fixture
def empty_database_url(databases) -> str:
    return databases.empty()


def pytest_terminal_summary(terminalreporter):
    """A skip is a letter among thousands: this one is said aloud."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(ABSENT in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(ABSENT, red=True, bold=True)


def pytest_collection_finish():
    """What was collected is not garbage."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items):
    """Those that wait for a real program come first, so that nothing is waited for alone at the end."""
    items.sort(key=lambda item: "tests/wire" not in item.nodeid)

"""The stores under test: both databases, and the fake that other tests rely on."""

import pytest

from storage.store import open_store
from tests.fakes import FakeStore


@pytest.fixture
async def sql_store(database_url):
    store = open_store(database_url)
    yield store
    await store.close()


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def store_url(request) -> str | None:
    """None stands for the fake."""
    if request.param == "fake":
        return None
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
async def store(store_url):
    """What the port promises: the fake, SQLite and PostgreSQL alike."""
    store = FakeStore() if store_url is None else open_store(store_url)
    yield store
    await store.close()

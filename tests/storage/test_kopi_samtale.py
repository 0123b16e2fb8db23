"""A conversation that goes on where the database was copied to."""

import pytest

from storage.copy import copy
from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE
from tests.dialogs.referatfolk import START, aapnet
from tests.storage import samples


@pytest.fixture(params=["sqlite", "postgres"])
def fra_og_til(request):
    """A database of one kind with its schema, and an empty one of the other."""
    sqlite, postgres = (
        request.getfixturevalue(name) for name in ("sqlite_databases", "postgres_databases_here")
    )
    fra, til = (sqlite, postgres) if request.param == "sqlite" else (postgres, sqlite)
    return fra.fresh(), til.empty()


async def test_paa_kopien_gaar_alt_videre(fra_og_til):
    """Real turns before it, real turns after it: numbers go on, what was said before is found."""
    database_url, target = fra_og_til
    store = open_store(database_url)
    chat = Chat(admins=set(), store=store)
    ref = await aapnet(chat)
    await chat.si(ANNE, "start referat for ASU", at=START)
    await chat.si(ANNE, "neste sak", at=START)
    await chat.si(ANNE, "i: Kvernsteinen flyttes", at=START)
    await store.close()

    await copy(database_url, target)

    store = open_store(target)
    chat = Chat(admins=set(), store=store)
    svar = await chat.si(ANNE, "i: Og båten males", at=START)
    assert svar.text == "01/24 · innspill 2"
    assert "Kvernsteinen flyttes" in (await chat.si(ANNE, "vis utkastet", at=START)).text
    hf, _ = await samples.fellesskap(store, "Et nytt helsefellesskap")
    assert hf > 1
    await store.close()
    assert ref

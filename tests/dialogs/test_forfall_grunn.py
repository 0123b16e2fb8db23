"""Why somebody is absent is in no table, no reply and no message to others, however it is written."""

import json
import logging
import re
import sqlite3
from pathlib import Path

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, SIRI, bygg, installer

GRUNNER = re.compile(r"(?<![\w-])(syke?|sjuk|influensa|barnehagen?|tannlege)(?![\w-])", re.IGNORECASE)
LINJER = [
    "jeg er syk og har fått influensa, må melde forfall til onsdag",
    "syk, kan ikke på onsdag",
    "kan ikke komme på onsdag, har influensa",
    "må melde forfall til onsdag fordi jeg er syk, Liv stiller som vara",
    "forfall onsdag (influensa)",
    "meld forfall for influensa",
    "meld forfall på grunn av influensa",
    "meld forfall for influensa torsdag 15. mai",
    "influensa kan ikke møte på onsdag",
    "kan ikke på onsdag, influensa stiller for meg",
    "influensa, blir borte",
    "barnehagen er stengt, kan ikke på onsdag, vara er Liv",
    "kan ikke på onsdag, en syk kollega stiller for meg",
    "jeg har tannlege på onsdag og kan ikke møte i ASU",
    "eg er sjuk og har influensa, kan ikkje kome på onsdag",
    "jeg kommer likevel, er ikke syk lenger",
    "jeg blir ti minutter forsinket på onsdag, barnehagen er stengt",
    "må gå kl. 14 på onsdag, tannlege",
    "deltar på Teams på onsdag, er syk",
]


def rader(fil: str) -> str:
    """Every row of every table, as text."""
    with sqlite3.connect(fil) as db:
        tabeller = [n for (n,) in db.execute("select name from sqlite_master where type='table'")]
        alle = [repr(rad) for t in tabeller for rad in db.execute(f'select * from "{t}"')]
    return "\n".join(alle)


def uten_grunn(tekst: str) -> bool:
    """Whole words: the random key of a calendar may have any letters in it."""
    return not GRUNNER.search(tekst)


def uroert(fil: str) -> bool:
    """Also what has been deleted stands in the file for a while, and beside it."""
    biter = [p.read_bytes() for p in Path(fil).parent.glob(f"{Path(fil).name}*")]
    return not any(b"influensa" in bit or b"barnehage" in bit for bit in biter)


@pytest.fixture
async def lagret(sqlite_url):
    """A database, and the file it is in."""
    store = open_store(sqlite_url)
    yield store, sqlite_url.partition("///")[2]
    await store.close()


async def _ja(chat: Chat, svar, hvem: str):
    """Presses on until there is no «Ja, …» left, so that the confirmed way is gone too."""
    for knapp in svar.buttons:
        if knapp.label.startswith("Ja"):
            return await chat.trykk(hvem, knapp)
    return svar


async def test_no_table_reply_message_or_log_says_why(lagret, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    store, fil = lagret
    chat = Chat(admins=set(), store=store, keep_phrases=True)
    await bygg(chat, papirer=False)
    await installer(chat, *ALLE)
    for linje in LINJER:
        svar = await chat.si(BERIT, linje)
        assert uten_grunn(rader(fil)), linje
        assert uten_grunn(json.dumps([r.message.card for r in svar.outcome.replies])), linje
        assert uten_grunn(svar.text), linje
        assert uten_grunn((await _ja(chat, svar, BERIT)).text), linje
        assert uten_grunn(rader(fil)), linje
        post = await chat.post()
        assert uten_grunn(" ".join(m.text for alle in post.values() for m in alle)), linje
        await chat.si(BERIT, "kommer likevel")
    assert uroert(fil)
    assert uten_grunn(caplog.text + "".join(capsys.readouterr()))


async def test_the_forfall_itself_is_stored(lagret):
    store, fil = lagret
    chat = Chat(admins=set(), store=store, keep_phrases=True)
    await bygg(chat, papirer=False)
    await installer(chat, *ALLE)
    svar = await chat.si(BERIT, LINJER[0])
    gjort = await chat.trykk(BERIT, svar.knapp("Ja"))
    assert gjort.foerst.startswith("Forfall er notert")
    assert "forfall" in rader(fil)


async def test_nor_what_is_said_of_another(lagret):
    store, fil = lagret
    chat = Chat(admins=set(), store=store, keep_phrases=True)
    await bygg(chat, papirer=False)
    await installer(chat, *ALLE)
    svar = await chat.si(ANNE, "Siri er syk og har influensa, hun kan ikke møte på ASU")
    gjort = await _ja(chat, svar, ANNE)
    assert uten_grunn(svar.text + gjort.text)
    assert uten_grunn(rader(fil))
    assert gjort.foerst.startswith("Forfall er notert for Siri Haug")
    post = await chat.post()
    assert uten_grunn(" ".join(m.text for alle in post.values() for m in alle))
    assert "hvem" not in (await chat.si(SIRI, "kommer likevel")).text.casefold()

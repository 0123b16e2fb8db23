"""The sekretariat drops a file in the 1:1 chat: preview, «Lagre» or «Forkast», and what was stored."""

from datetime import date

import pytest
from aiohttp import web

from bot.cli import demo
from tests.connector import served
from tests.teams.chat import i_kanal, melding, trykk
from tests.wire.conftest import running, words

PAPER = demo.innkalling(date(2024, 4, 1))
"""The invented innkalling, for Wednesday 17 April 2024."""


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with running(tmp_path_factory.mktemp("fil")) as address:
        yield address


@pytest.fixture
async def shelf():
    """Where Teams would keep the file: serves what is put in it."""
    files = {"/innkalling.txt": PAPER, "/bilde.pdf": b"%PDF-1.7 ..."}

    async def give(request):
        return web.Response(body=files[request.path])

    app = web.Application()
    app.router.add_get("/{name}", give)
    async with served(app) as address:
        yield address


def dropped(shelf, name, fra="sekretæren"):
    attachment = {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "name": name,
        "content": {"downloadUrl": f"{shelf.rstrip('/')}/{name}", "uniqueId": "1", "fileType": "txt"},
    }
    return melding("", fra=fra, attachments=[attachment])


def button(card, title):
    return next(a for a in card["actions"] if a["title"] == title)


def pressed(action, fra="sekretæren"):
    who = melding("", fra=fra)
    return trykk(action["verb"], action["data"], **{key: who[key] for key in ("from", "conversation")})


async def test_dropped_previewed_saved_and_answered(teams, shelf):
    card = (await teams(dropped(shelf, "innkalling.txt"))).card
    assert "onsdag 17. april 2024 kl. 12.00–15.00" in words(card)
    assert "ikke fått" in words((await teams(melding("neste ASU", fra="medlem"))).activity)

    save = button(card, "Lagre")
    body = await teams(pressed(save))
    assert "Lagret" in words(body)
    assert "onsdag 17. april 2024" in words((await teams(melding("neste ASU", fra="medlem"))).activity)

    again = await teams(pressed(save))
    assert "Lagret" in words(again), "the same press twice is the same answer"


async def test_discarded_cannot_be_saved_afterwards(teams, shelf):
    card = (await teams(dropped(shelf, "innkalling.txt"))).card
    discard = button(card, "Forkast")
    body = await teams(pressed(discard))

    assert "Lagre" not in [a.get("title") for a in body["value"].get("actions", [])]
    assert "Lagret" not in words(await teams(pressed(button(card, "Lagre"))))


async def test_a_broken_file_gets_a_sentence(teams, shelf):
    said = words((await teams(dropped(shelf, "bilde.pdf"))).activity)

    assert "PDF" in said or "filen" in said.casefold()


async def test_files_are_not_taken_in_a_channel(teams, shelf):
    activity = i_kanal("{bot}")
    activity["attachments"] = dropped(shelf, "innkalling.txt")["attachments"]

    assert "Lagre" not in words((await teams(activity)).activity).split()

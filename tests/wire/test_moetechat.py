"""The meeting's chat, over Teams' protocol: one card, edited in place, and nothing else is said there.

ASU meets on Wednesday 17 April 2024 at 12.00. Emma and Jon keep the referat.
"""

import asyncio
import os
import socket
import subprocess
from collections import Counter
from datetime import date

import pytest
from aiohttp import ClientSession

from bot.cli import demo
from bot.domain.boklesing import les
from storage.store import open_store
from tests.connector import connector as run_connector
from tests.teams.chat import BOT, trykk
from tests.teams.moetehendelser import MOETECHAT, i_moetechat, kom, sluttet, startet
from tests.wire.conftest import MAIN, _wait
from tests.wire.folk import QUIET, Folk, aad, knapp

EMMA, JON, LEDER, MEDLEM = "Emma Lie", "Jon Moe", "Astrid Fjellvang", "Borgar Nesdal"
ORGAN = "Administrativt samarbeidsutvalg"
MEDLEMMER = "organ;navn;rolle;epost;aad_id\n" + "".join(
    f"{ORGAN};{navn};{rolle};;{aad(navn)}\n"
    for navn, rolle in [(EMMA, "referent"), (JON, "referent"), (LEDER, "leder"), (MEDLEM, "medlem")]
)
TITTEL = "ASU 17. april"
FOER, UNDER = "2024-04-17T09:58:00Z", "2024-04-17T10:06:00Z"
KLOKKA = "2024-04-17T12:06+02:00"


class Program:
    """`helsebot serve` on one port; `kill` is kill -9, `begin` starts it (again)."""

    def __init__(self, url):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.env = os.environ | {
            "HELSEBOT_DATABASE_URL": url,
            "HELSEBOT_CLOCK": KLOKKA,
            "HELSEBOT_ADMINS": "99999999-aaaa-4bbb-8ccc-222222222222",
        }
        self._process = None

    def begin(self):
        command = [*MAIN, "serve", "--port", str(self._port)]
        self._process = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL)
        _wait(f"{self.address}/ready")

    def kill(self):
        self._process.kill()
        assert self._process.wait() == -9

    def end(self):
        self._process.terminate()
        self._process.wait(timeout=15)


@pytest.fixture
def database_url(databases, filled, tmp_path):
    innkalling, medlemmer = tmp_path / "innkalling.txt", tmp_path / "medlemmer.csv"
    innkalling.write_bytes(demo.innkalling(date(2024, 4, 1)))
    medlemmer.write_text(MEDLEMMER, "utf-8")
    papir = ("import", str(innkalling), "--helsefellesskap", "Fjord og fjell")
    return filled(databases, papir, ("members", "import", str(medlemmer)), CLOCK=KLOKKA)


@pytest.fixture
def program(database_url):
    program = Program(database_url)
    try:
        program.begin()
        yield program
    finally:
        program.end()


class Moetechat:
    """The chat as those in it see it: what stands there, and how it came to."""

    def __init__(self, folk, connector):
        self.folk, self.connector = folk, connector

    @property
    def kall(self):
        return [c for c in self.connector.caught if c.conversation == MOETECHAT]

    @property
    def hvordan(self):
        """How many new messages there were, and how many edits; and which activities were edited."""
        return Counter("ny" if c.how in ("send", "reply") else c.how for c in self.kall)

    @property
    def endret(self):
        return {c.target for c in self.kall if c.how == "update"}

    def i_chatten(self, navn, linje):
        """What is said there, mentioning the bot."""
        activity = i_moetechat(self.folk.linje(navn, f"<at>Helsebot</at> {linje}"))
        mention = {"type": "mention", "mentioned": BOT, "text": "<at>Helsebot</at>"}
        return {**activity, "entities": [mention]}

    async def si(self, navn, linje):
        await self.folk.lever(self.i_chatten(navn, linje))

    async def trykk(self, navn, tittel):
        knappen = knapp(self.kall[-1].card, tittel)
        person = {"id": f"29:{navn}", "name": navn, "aadObjectId": aad(navn)}
        more = {"from": person, "timestamp": self.folk.at}
        return await self.folk.lever(i_moetechat(trykk(knappen["verb"], knappen["data"], **more)))

    async def viser(self, *ord_, uten="\0", seconds=30):
        """Until the card says all of that, and not `uten`."""
        async with asyncio.timeout(seconds):
            while True:
                if all(o in self.naa for o in ord_) and uten not in self.naa:
                    return
                await asyncio.sleep(0.05)

    @property
    def naa(self):
        """All that the card says now."""
        return self.kall[-1].card["fallbackText"].replace("\\", "") if self.kall else ""

    async def staar_stille(self):
        foer = len(self.kall)
        await asyncio.sleep(QUIET)
        assert [c.activity for c in self.kall[foer:]] == []


@pytest.fixture
async def moetechat(program):
    async with run_connector() as connector, ClientSession() as http:
        folk = Folk(program.address, connector, http, UNDER)
        yield Moetechat(folk, connector)
        await folk.close()


async def begynner(moetechat):
    """The meeting starts in Teams, and Emma starts the referat in its chat."""
    await moetechat.folk.si(EMMA, "hei")
    await moetechat.folk.lever(startet(TITTEL, FOER))
    await moetechat.si(EMMA, "start referat")
    await moetechat.viser("Referat fra ASU onsdag 17. april 2024")


async def test_one_card_is_all_that_stands_in_the_chat(moetechat, database_url):
    await begynner(moetechat)
    await moetechat.folk.si(EMMA, "sak 1")
    for nr in range(5):
        await moetechat.folk.si(EMMA, f"i: Innspill nummer {nr}")
    await moetechat.si(EMMA, "k: Tas til orientering fra chatten")
    await moetechat.viser("Innspill nummer 4", "Tas til orientering fra chatten")
    assert moetechat.hvordan["ny"] == 1
    assert len(moetechat.endret) == 1
    # Seven acts within a second or two are few edits.
    assert 1 <= moetechat.hvordan["update"] <= 6


async def test_killed_and_started_again_it_goes_on_with_the_same_card(moetechat, program):
    await begynner(moetechat)
    await moetechat.folk.si(EMMA, "sak 1")
    await moetechat.folk.si(EMMA, "i: Før drapet")
    await moetechat.viser("Før drapet")
    program.kill()
    await asyncio.to_thread(program.begin)
    await moetechat.folk.si(EMMA, "i: Etter drapet")
    await moetechat.viser("Før drapet", "Etter drapet")
    assert (moetechat.hvordan["ny"], len(moetechat.endret)) == (1, 1)


async def test_told_to_wait_it_waits_and_shows_all_of_it_then(moetechat):
    await begynner(moetechat)
    await moetechat.folk.si(EMMA, "sak 1")
    await moetechat.viser("min igjen")
    foer = len(moetechat.kall)
    moetechat.connector.then(429, Retry_After="5", where=MOETECHAT)
    await moetechat.folk.si(EMMA, "i: Det første")
    await moetechat.viser("Det første")
    sagt = asyncio.get_running_loop().time()
    for nr in range(3):
        await moetechat.folk.si(EMMA, f"i: Mens det ventes {nr}")
    await moetechat.viser("Mens det ventes 2")
    assert asyncio.get_running_loop().time() - sagt > 4
    assert (len(moetechat.kall), moetechat.hvordan["ny"]) == (foer + 2, 1)


async def test_the_cards_own_buttons_change_the_card_and_say_nothing(moetechat):
    await begynner(moetechat)
    await moetechat.trykk(EMMA, "Neste sak")
    await moetechat.viser("min igjen")
    await moetechat.folk.si(EMMA, "i: Angres straks")
    await moetechat.viser("Angres straks")
    await moetechat.trykk(EMMA, "Angre")
    await moetechat.viser("min igjen", uten="Angres straks")
    assert (moetechat.hvordan["ny"], len(moetechat.endret)) == (1, 1)


async def test_opened_in_1_1_the_card_comes_to_the_chat_when_the_meeting_starts(moetechat):
    await moetechat.folk.si(EMMA, "start referat for ASU")
    assert moetechat.kall == []
    await moetechat.folk.lever(startet(TITTEL, FOER))
    await moetechat.viser("Referat fra ASU onsdag 17. april 2024")
    assert moetechat.hvordan == {"ny": 1}


async def test_the_meeting_ends_and_the_referent_is_asked_and_closes_it(moetechat, database_url):
    await begynner(moetechat)
    await moetechat.folk.lever(kom((MEDLEM, aad(MEDLEM)), ("Tor Lund (Gjest)", None), at=FOER))
    await moetechat.folk.lever(sluttet(TITTEL, UNDER))
    spurt = await moetechat.folk.faar(EMMA)
    while "Skal jeg heve møtet?" not in str(spurt.activity):
        spurt = await moetechat.folk.faar(EMMA)
    assert (await lest(database_url)).hevet is None
    await moetechat.folk.trykk(EMMA, knapp(spurt.card, "Hev møtet"))
    await moetechat.viser("Møtet ble hevet")
    await moetechat.staar_stille()
    assert moetechat.hvordan["ny"] == 1
    folk = {f.person.navn for f in (await lest(database_url)).frammoete}
    assert {MEDLEM, "Tor Lund"} <= folk


async def lest(url):
    store = open_store(url)
    async with store.turn() as uow:
        hode = next(iter((await uow.register()).moeter))
        bok = await uow.boeker.for_moete(hode.id)
        stand = les(await uow.boeker.les(bok.id))
    await store.close()
    return stand

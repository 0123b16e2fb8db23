"""Two referents dictate 200 points at once to the real program, activities come twice, and the program
is killed in the middle: what was acknowledged is in the referat once, in each one's order.
"""

import asyncio
import os
import random
import socket
import subprocess
from datetime import date

import pytest
from aiohttp import ClientError, ClientSession

from bot.cli import demo
from bot.domain.boklesing import les
from storage.store import open_store
from tests.connector import connector as run_connector
from tests.wire.conftest import MAIN, START_SECONDS, _wait
from tests.wire.folk import Folk, aad

SEEDS = [1, 2] if os.environ.get("HELSEBOT_TORTURE") else [1]
"""One does for CI."""
REFERENTER = ("Emma Lie", "Jon Moe")
ORGAN = "Administrativt samarbeidsutvalg"
MEDLEMMER = "organ;navn;rolle;epost;aad_id\n" + "".join(
    f"{ORGAN};{navn};{rolle};;{aad(navn)}\n"
    for navn, rolle in [*((navn, "referent") for navn in REFERENTER), ("Astrid Fjellvang", "leder")]
)
UNDER_MOETET = "2024-04-17T10:05:00Z"
HVER = 100
IGJEN = 0.15
"""How many of the activities come twice."""
DRAP = (40, 120)
"""The program is killed somewhere around these points."""
KLOKKA = "2024-04-17T12:05+02:00"


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
        self._process.wait(timeout=START_SECONDS)


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


@pytest.fixture
async def folk(program):
    async with run_connector() as connector, ClientSession() as http:
        folk = Folk(program.address, connector, http, UNDER_MOETET)
        yield folk
        await folk.close()


class Notert:
    """What was acknowledged, by referent; `naadd` waits until so many points are."""

    def __init__(self):
        self.av = {navn: [] for navn in REFERENTER}
        self._flere = asyncio.Condition()

    async def noter(self, navn, tekst):
        async with self._flere:
            self.av[navn].append(tekst)
            self._flere.notify_all()

    async def naadd(self, antall):
        async with self._flere:
            await self._flere.wait_for(lambda: sum(map(len, self.av.values())) >= antall)


@pytest.mark.parametrize("froe", SEEDS)
async def test_every_acknowledged_point_is_there_once_and_in_order(folk, program, database_url, froe):
    lykke = random.Random(froe)
    for navn in REFERENTER:
        await folk.si(navn, "start referat for ASU")
    await folk.si(REFERENTER[0], "sak 1")
    notert = Notert()
    drap = asyncio.create_task(_drep(program, notert, lykke))
    await asyncio.gather(*(_dikter(folk, navn, notert, lykke) for navn in REFERENTER))
    await drap

    punkter = await _lest(database_url)
    assert len({p.nr for p in punkter}) == 2 * HVER == len(punkter)
    for navn in REFERENTER:
        egne = [p.tekst for p in punkter if p.revisjoner[0].av.navn == navn]
        assert egne == notert.av[navn] == _linjer(navn)


def _linjer(navn):
    return [f"{navn} sier nummer {n}" for n in range(HVER)]


async def _dikter(folk, navn, notert, lykke):
    """One line after the other, each until it is acknowledged."""
    for tekst in _linjer(navn):
        activity = folk.linje(navn, f"{lykke.choice('kin')}: {tekst}")
        ganger = 2 if lykke.random() < IGJEN else 1
        await asyncio.gather(*(_til_det_gaar(folk, dict(activity)) for _ in range(ganger)))
        await notert.noter(navn, tekst)
        await asyncio.sleep(lykke.random() * 0.01)


async def _til_det_gaar(folk, activity):
    """As Teams does: what was not answered comes again, the same."""
    for _ in range(400):
        try:
            return await folk.lever(activity)
        except (ClientError, ConnectionError):
            await asyncio.sleep(0.05)
    raise AssertionError("the program does not come back")


async def _drep(program, notert, lykke):
    for punkt in DRAP:
        await notert.naadd(punkt + lykke.randrange(20))
        program.kill()
        await asyncio.to_thread(program.begin)


async def _lest(url):
    store = open_store(url)
    async with store.turn() as uow:
        hode = next(m for m in (await uow.register()).moeter)
        bok = await uow.boeker.for_moete(hode.id)
        stand = les(await uow.boeker.les(bok.id))
    await store.close()
    return [p for _, p in sorted(stand.punkter.items())]

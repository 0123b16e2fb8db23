"""PostgreSQL goes away under the running program and comes back: the program answers again by itself."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession

from bot.domain.maalform import Maalform
from bot.domain.utboks import Utpost, Varselslag
from bot.turn import Message
from bot.varsling.brev import legg_i
from storage.store import open_store
from tests.connector import connector as run_connector
from tests.dialogs.chat import kl
from tests.wire.conftest import words
from tests.wire.folk import Folk
from tests.wire.replikaer import FOER, fyll, navn, replikaer

LINJE = "neste fagråd 1"


class Vei:
    """The way to a database server, that can be cut and mended: what runs over it is lost."""

    def __init__(self, url: sa.URL) -> None:
        self._url = url
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in [*self._open]:
            writer.transport.abort()
        await asyncio.sleep(0)

    @property
    def url(self) -> str:
        there = sa.URL.create(
            self._url.drivername,
            self._url.username,
            self._url.password,
            "127.0.0.1",
            self.port,
            self._url.database,
        )
        return there.render_as_string(hide_password=False)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        folder, port = self._url.query.get("host"), self._url.port or 5432
        if folder:
            other = await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.{port}")
        else:
            other = await asyncio.open_connection(self._url.host, port)
        self._open |= {writer, other[1]}
        with contextlib.suppress(ConnectionError):
            await asyncio.gather(_pump(reader, other[1]), _pump(other[0], writer))
        self._open -= {writer, other[1]}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


@asynccontextmanager
async def started(url: str) -> AsyncIterator[str]:
    """The program; it is waited for in a thread, since its way to the database is served here."""
    running = replikaer(url, 1, clock="2024-04-10T12:00+02:00")
    [address] = await asyncio.to_thread(running.__enter__)
    try:
        yield address
    finally:
        await asyncio.to_thread(running.__exit__, None, None, None)


@pytest.fixture
async def vei(postgres_url):
    await fyll(postgres_url, 1)
    vei = Vei(sa.make_url(postgres_url))
    await vei.mend()
    yield vei
    await vei.cut()


async def ready(http, address) -> int:
    async with http.get(f"{address}/ready") as answer:
        return answer.status


async def metrics(http, address) -> str:
    async with http.get(f"{address}/metrics") as answer:
        return await answer.text()


async def test_it_answers_and_posts_again_when_the_database_is_back(vei, postgres_url):
    async with run_connector() as connector, ClientSession() as http, started(vei.url) as address:
        folk = Folk(address, connector, http, FOER)
        hvem = navn(0)
        assert "17. april 2024" in words((await folk.si(hvem, LINJE)).activity)

        await vei.cut()
        borte = words((await folk.si(hvem, LINJE)).activity)
        assert "17. april" not in borte
        assert borte, "nobody is left without a word"
        assert await ready(http, address) == 503
        assert "helsebot_database_up 0.0" in await metrics(http, address)
        await queue(postgres_url, f"a:1{hvem}")

        await vei.mend()
        for _ in range(100):
            if await ready(http, address) == 200:
                break
            await asyncio.sleep(0.1)
        for _ in range(3):
            await folk.lever(folk.linje(hvem, LINJE))
        said = [words((await folk.faar(hvem)).activity) for _ in range(4)]
        assert sum("17. april 2024" in s for s in said) == 3
        assert sum("Køen går igjen" in s for s in said) == 1
        seen = await metrics(http, address)
        assert "helsebot_database_up 1.0" in seen
        assert 'helsebot_post_attempts_total{how="post",outcome="sent"} 1.0' in seen
        assert 'helsebot_turn_seconds_count{kind="message"} 5.0' in seen
        await folk.close()


async def queue(url: str, conversation: str) -> None:
    store = open_store(url)
    async with store.turn() as uow:
        melding = legg_i(Message("Køen går igjen."), Maalform.NB)
        naa = kl("2024-04-10T09:00")
        await uow.utboks.legg(Utpost("tilbake", conversation, melding, Varselslag.VARA, naa))
        await uow.commit()
    await store.close()

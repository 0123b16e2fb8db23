"""Files are fetched from Microsoft's hosts, or this machine without an app id, and only so much of them."""

import asyncio
from dataclasses import replace

import pytest
from aiohttp import ClientSession, web

from bot.domain.errors import Unreadable
from bot.teams.cloud import PUBLIC
from bot.teams.files import MAX_BYTES, SECONDS, TeamsFiles
from bot.turn import OfferedFile
from tests.connector import served


async def fil(request):
    return web.Response(body=b"%PDF-1.7 innkalling", content_type="application/pdf")


async def side(request):
    return web.Response(text="<html>Logg inn</html>", content_type="text/html")


async def stor(request):
    svar = web.StreamResponse()
    await svar.prepare(request)
    for _ in range(MAX_BYTES // 2**20 + 2):
        await svar.write(b"x" * 2**20)
    return svar


async def borte(request):
    raise web.HTTPGone


async def brutt(request):
    svar = web.StreamResponse(headers={"Content-Length": "1000"})
    await svar.prepare(request)
    await svar.write(b"%PDF")
    request.transport.close()
    return svar


async def treg(request):
    await asyncio.sleep(2)
    return web.Response(body=b"%PDF")


async def videre(request):
    raise web.HTTPFound(request.query["til"])


@pytest.fixture
async def server():
    app = web.Application()
    for handler in (fil, side, stor, borte, brutt, treg, videre):
        app.router.add_get(f"/{handler.__name__}", handler)
    async with served(app) as url:
        yield url


@pytest.fixture
async def filer():
    async with ClientSession() as session:
        yield TeamsFiles(lambda: session, PUBLIC.file_hosts, local=True)


async def kode(filer, url) -> str:
    with pytest.raises(Unreadable) as no:
        await filer.fetch(OfferedFile("innkalling.pdf", url))
    assert no.value.facts == {"filnavn": "innkalling.pdf"}
    return no.value.code


async def test_a_file_is_fetched(filer, server):
    assert await filer.fetch(OfferedFile("innkalling.pdf", f"{server}/fil")) == b"%PDF-1.7 innkalling"


async def test_a_file_that_has_moved_nearby_is_followed(filer, server):
    hentet = await filer.fetch(OfferedFile("innkalling.pdf", f"{server}/videre?til=/fil"))
    assert hentet == b"%PDF-1.7 innkalling"


@pytest.mark.parametrize(
    "til", ["http://example.com/fil", "https://example.com/", "file:///etc/passwd", "//example.com/"]
)
async def test_a_file_that_has_moved_away_is_not(filer, server, til):
    assert await kode(filer, f"{server}/videre?til={til}") == "fil_adresse"


async def test_a_file_that_moves_in_circles_is_given_up(filer, server):
    assert await kode(filer, f"{server}/videre?til=/videre%3Ftil=/videre") in (
        "fil_hentes_ikke",
        "fil_adresse",
    )


@pytest.mark.parametrize("sti", ["borte", "side", "brutt", "finnes-ikke"])
async def test_what_is_not_the_file_is_not_taken_for_it(filer, server, sti):
    assert await kode(filer, f"{server}/{sti}") == "fil_hentes_ikke"


async def test_too_large_a_file_is_stopped_while_it_is_read(filer, server):
    assert await kode(filer, f"{server}/stor") == "for_stor"


async def test_a_server_that_is_gone(filer):
    assert await kode(filer, "http://127.0.0.1:9/fil") == "fil_hentes_ikke"


@pytest.mark.parametrize(
    "url",
    [
        "http://fjorden.sharepoint.com/fil",
        "https://sharepoint.com.example.com/fil",
        "https://evilsharepoint.com/fil",
        "https://user:pass@fjorden.sharepoint.com/fil",
        "https://fjorden.sharepoint.com:8443/fil",
        "https://169.254.169.254/metadata",
        "ftp://127.0.0.1/fil",
        "file:///etc/passwd",
        "https://[fjorden.sharepoint.com/fil",
        "fil",
        "",
    ],
)
async def test_other_addresses_are_not_opened(filer, url):
    assert await kode(filer, url) == "fil_adresse"


async def test_with_an_app_id_this_machine_is_not_opened_either(filer, server):
    assert await kode(replace(filer, local=False), f"{server}/fil") == "fil_adresse"


async def test_a_slow_server_is_waited_for_fifteen_seconds_at_most(filer, server):
    assert filer.seconds == SECONDS == 15
    assert await kode(replace(filer, seconds=0.2), f"{server}/treg") == "fil_hentes_ikke"

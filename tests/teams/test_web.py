"""The other addresses of the service: health, readiness, calendar files; and how it shuts down."""

import asyncio
from datetime import date, time

import pytest
from aiohttp import ClientSession
from icalendar import Calendar, Event

import bot.teams
from bot.domain.moete import Moete
from bot.domain.moeteendring import Flytting, avlyst, flyttet
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.ports import NotReady
from bot.settings import Settings
from bot.teams.files import TeamsFiles
from bot.web import create_app
from tests.connector import connector as run_connector
from tests.connector import served
from tests.fakes import FakeClock, FakeStore
from tests.teams.chat import ONSDAG, Chat, Ekko, melding


async def test_it_is_alive(chat):
    assert (await chat.get("/health")).status == 200


@pytest.mark.parametrize("side", ["/", "/personvern", "/vilkaar"])
async def test_the_pages_the_manifest_points_at(chat, side):
    svar = await chat.get(side)
    assert svar.status == 200
    assert '<html lang="nb">' in svar.body
    assert "Helsebot" in svar.body


async def test_it_is_ready_when_the_database_is(chat):
    assert (await chat.get("/ready")).status == 200


async def test_it_says_in_a_sentence_why_it_is_not(chat):
    chat.store.broken = NotReady("Databasen er eldre enn programmet: kjør «helsebot db upgrade».")
    svar = await chat.get("/ready")
    assert svar.status == 503
    assert "helsebot db upgrade" in svar.body


async def test_it_does_not_tell_strangers_what_went_wrong(chat):
    chat.store.broken = OSError("postgresql://helse:hemmelig@db/")
    svar = await chat.get("/ready")
    assert (svar.status, "hemmelig" in svar.body) == (503, False)


async def lagre_moete(store) -> Moete:
    async with store.turn() as uow:
        felles = await uow.add_helsefellesskap(Helsefellesskap("Fjorden"))
        kort = [
            await uow.save_organ(Organ(felles.id, [Organnavn(navn, Navneslag.KORT)]))
            for navn in ("ASU", "PSU")
        ]
        moete = await uow.save_moete(
            Moete(felles.id, [o.id for o in kort], date(2024, 4, 17), time(13), time(17), "Møterom 1")
        )
        await uow.commit()
    return moete


async def test_a_moete_is_fetched_by_its_key(chat):
    moete = await lagre_moete(chat.store)
    async with chat.http.get(f"{chat.url}/ics/{moete.ics_noekkel}.ics") as response:
        event = Calendar.from_ical(await response.read()).walk("VEVENT")[0]
        assert response.content_type == "text/calendar"
        assert response.charset == "utf-8"
        assert response.headers["Cache-Control"] == "private, max-age=300"
    assert event["summary"] == "Møte i ASU og PSU"


async def test_who_fetches_the_address_again_sees_that_it_is_moved_and_called_off(chat):
    moete = await lagre_moete(chat.store)

    async def hent() -> Event:
        async with chat.http.get(f"{chat.url}/ics/{moete.ics_noekkel}.ics") as response:
            return Calendar.from_ical(await response.read()).walk("VEVENT")[0]

    foer = await hent()
    for endre in (lambda m: flyttet(m, Flytting(date(2024, 4, 24), time(10), sted="Teams")), avlyst):
        async with chat.store.turn() as uow:
            await uow.save_moete(endre(await uow.load_moete(moete.id)))
            await uow.commit()
        etter = await hent()
        assert etter["uid"] == foer["uid"]
        assert etter.decoded("dtstart").isoformat() == "2024-04-24T10:00:00+02:00"
        assert etter["location"] == "Teams"
    assert (etter["sequence"], etter["status"]) == (2, "CANCELLED")
    assert etter["summary"] == "Avlyst: Møte i ASU og PSU"


@pytest.mark.parametrize(
    "navn", ["", "{}", "{}.ICS", "{}.ics/", "x{}.ics", "..%2f{}.ics", "a" * 24 + ".ics", "{}.pdf"]
)
async def test_any_other_address_is_not_found(chat, navn):
    moete = await lagre_moete(chat.store)
    assert (await chat.get(f"/ics/{navn.format(moete.ics_noekkel)}")).status == 404


class Stengt(FakeStore):
    """Nobody may ask it."""

    def read(self):
        raise AssertionError


@pytest.mark.parametrize("navn", ["a%00" + "b" * 24, "a" * 200, "æ" * 24, "' OR 1=1 --aaaaaaaaaaaa"])
async def test_what_cannot_be_a_key_is_not_looked_for(navn):
    room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG))
    app = create_app(messages=room.handler(Ekko()), store=Stengt(), closing=[room.close])
    async with served(app) as url, ClientSession() as http, http.get(f"{url}/ics/{navn}.ics") as response:
        assert response.status == 404


async def test_a_turn_under_way_is_finished_before_the_room_closes():
    room, ekko = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG)), Ekko()
    app = create_app(messages=room.handler(ekko), store=FakeStore(), closing=[room.close])
    async with run_connector() as wire, ClientSession() as http:
        async with served(app) as url:
            chat = Chat(url, wire, ekko, http, FakeStore())
            wire.then(200, seconds=0.4)
            under_way = asyncio.create_task(chat.send(melding("neste ASU")))
            await wire.next()
        assert (await under_way).status == 200


def test_the_room_fetches_files_from_this_machine_only_without_an_app_id():
    room = bot.teams.build(Settings(app_id=""), FakeClock(ONSDAG))
    assert isinstance(room.fetcher, TeamsFiles)
    assert room.fetcher.local is True

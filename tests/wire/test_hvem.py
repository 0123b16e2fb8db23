"""Who is who over Teams' protocol: by the aad object id, by Teams' roster, by the name, and by «Stemmer».

The real program runs with administrators set, so that rights hold. It is Wednesday 10 April 2024.
"""

from datetime import date

import pytest
from aiohttp import ClientSession

from bot.cli import demo
from tests.connector import Caught
from tests.connector import connector as run_connector
from tests.wire.conftest import running, words
from tests.wire.folk import Folk, aad, knapp, knapper

SEKRETAER, LEDER, MEDLEM, GJEST = "Frode Lyngmo", "Astrid Fjellvang", "Borgar Nesdal", "Eva Sandvik"
EPOST = "astrid@fjordbyen.example"
ASU = "Administrativt samarbeidsutvalg"
MEDLEMMER = f"""organ;navn;rolle;representerer;vara_for;rekkefoelge;epost;aad_id
{ASU};{SEKRETAER};sekretariat;;;;;{aad(SEKRETAER)}
{ASU};{LEDER};leder;Fjordbyen kommune;;;{EPOST};
{ASU};{MEDLEM};medlem;Nesdal kommune;;;;
"""
FLYTT = "flytt ASU-møtet til 24. april"


@pytest.fixture
def program(tmp_path):
    (tmp_path / "innkalling.txt").write_bytes(demo.innkalling(date(2024, 4, 1)))
    (tmp_path / "medlemmer.csv").write_text(MEDLEMMER, "utf-8")
    started = running(
        tmp_path,
        str(tmp_path / "innkalling.txt"),
        "--helsefellesskap",
        "Fjord og fjell",
        members=tmp_path / "medlemmer.csv",
        CLOCK="2024-04-10T09:00+02:00",
        ADMINS="99999999-aaaa-4bbb-8ccc-222222222222",
    )
    with started as address:
        yield address


@pytest.fixture
async def folk(program):
    async with run_connector() as connector, ClientSession() as http:
        member = {"id": f"29:{LEDER}", "aadObjectId": aad(LEDER), "email": EPOST.upper()}
        connector.members[f"29:{LEDER}"] = member
        folk = Folk(program, connector, http, "2024-04-10T07:00:00Z")
        yield folk
        await folk.close()


def lest(caught: Caught) -> str:
    return words(caught.activity)


async def test_each_is_known_as_surely_as_can_be(folk):
    sekretaer = lest(await folk.si(SEKRETAER, "hva kan jeg gjøre"))
    assert f"Jeg tar deg for {SEKRETAER}, sekretariat i ASU." in sekretaer
    leder = lest(await folk.si(LEDER, "hvem er jeg"))
    assert f"Jeg tar deg for {LEDER}, leder i ASU." in leder
    assert "Det vet jeg sikkert" in leder
    medlem = await folk.si(MEDLEM, "hva kan jeg gjøre")
    assert "Jeg kjenner deg bare på navnet" in lest(medlem)
    assert knapper(medlem.card) == ["Det er ikke meg"]
    assert "Jeg kjenner deg ikke igjen" in lest(await folk.si(GJEST, "hva kan jeg gjøre"))


async def test_a_refusal_says_who_can(folk):
    svar = lest(await folk.si(LEDER, FLYTT))
    assert f"Det kan bare sekretariatet i ASU gjøre. Sekretariatet i ASU er {SEKRETAER}." in svar


async def test_the_sekretariat_says_stemmer_and_then_it_holds(folk):
    await folk.si(SEKRETAER, "hei")
    linje = "meld sak til sakslisten i ASU: Felles opplæring"
    nektet = lest(await folk.si(MEDLEM, linje))
    assert f"Jeg har spurt sekretariatet i ASU om du er {MEDLEM}" in nektet
    spurt = await folk.faar(SEKRETAER)
    assert f"{MEDLEM} skriver til meg" in lest(spurt)
    stemmer = knapp(spurt.card, "Stemmer")
    assert "bare sekretariatet" in str(await folk.trykk(LEDER, stemmer)) + lest(await folk.faar(LEDER))
    assert f"er {MEDLEM}" in str(await folk.trykk(SEKRETAER, stemmer))
    assert "Sekretariatet har bekreftet at du er" in lest(await folk.faar(MEDLEM))
    assert "bare på navnet" not in lest(await folk.si(MEDLEM, linje))
    await folk.trykk(SEKRETAER, stemmer)
    await folk.faar_ikke(MEDLEM)

"""A forfall from end to end, over Teams' protocol: the member, two varaer, the leder, the sekretariat
and a stranger talk to the real program, whose outbox and plan run.

The møte is Wednesday 17 April 2024, and it is Wednesday 10 April, 09.00 in Oslo.
"""

import asyncio
import copy
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.cli import demo
from tests.connector import connector as run_connector
from tests.wire.conftest import running, words
from tests.wire.folk import Folk, aad, knapp, knapper

LEDER, SEKRETAER = "Astrid Fjellvang", "Frode Lyngmo"
MEDLEM, FOERSTE, ANDRE = "Borgar Nesdal", "Kari Nesheim", "Liv Strand"
ANNET_SETE, FREMMED = "Dagfinn Storhaug", "Ulf Ukjent"
VARA_ANNET = "Per Sykehaug"
FLERE = [f"Medlem Nummer{i:02}" for i in range(20)]

MEDLEMMER = "organ;navn;rolle;representerer;vara_for;rekkefoelge;epost;aad_id;side\n" + "".join(
    f"Administrativt samarbeidsutvalg;{navn};{rolle};{sete};;{nr};;{aad(navn)};{side}\n"
    for navn, rolle, sete, nr, side in [
        (LEDER, "leder", "Fjordbyen kommune", "", "kommuner"),
        (MEDLEM, "medlem", "Nesdal kommune", "", "kommuner"),
        (ANNET_SETE, "medlem", "Fjordbyen sykehus", "", "helseforetak"),
        (FOERSTE, "vara", "Nesdal kommune", "1", "kommuner"),
        (ANDRE, "vara", "Nesdal kommune", "2", "kommuner"),
        (VARA_ANNET, "vara", "Fjordbyen sykehus", "1", "helseforetak"),
        (SEKRETAER, "sekretariat", "", "", ""),
        *((navn, "medlem", f"Sete {i}", "", "") for i, navn in enumerate(FLERE)),
    ]
)
NAA = "2024-04-10T07:00:00Z"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "innkalling.txt").write_bytes(demo.innkalling(date(2024, 4, 1)))
    (tmp_path / "medlemmer.csv").write_text(MEDLEMMER, "utf-8")
    return tmp_path


@pytest.fixture
def program(folder):
    started = running(
        folder,
        str(folder / "innkalling.txt"),
        "--helsefellesskap",
        "Fjord og fjell",
        members=folder / "medlemmer.csv",
        CLOCK="2024-04-10T09:00+02:00",
        ADMINS="99999999-aaaa-4bbb-8ccc-222222222222",
    )
    with started as address:
        yield address


@pytest.fixture
async def folk(program):
    async with run_connector() as connector, ClientSession() as http:
        folk = Folk(program, connector, http, NAA)
        yield folk
        await folk.close()


async def installert(folk, *navn):
    """The bot has a 1:1 conversation with them."""
    for hvem in navn:
        await folk.si(hvem, "hei")


async def test_a_forfall_from_report_to_list(folk):
    await installert(folk, LEDER, FOERSTE, ANDRE)

    meldt = await folk.si(MEDLEM, "må melde forfall til onsdag, Kari Nesheim stiller som vara")
    assert "Forfall er notert" in words(meldt.activity)
    assert "Du trenger ikke oppgi grunn" in words(meldt.activity)

    spurt = await folk.faar(FOERSTE)
    assert "Kan du møte for Borgar Nesdal" in words(spurt.activity)
    assert "onsdag 17. april 2024" in words(spurt.activity)
    assert "Møterom Storfjorden" in words(spurt.activity)

    await folk.trykk(ANNET_SETE, knapp(spurt.card, "Jeg kan møte"))
    assert "Det er Kari Nesheim som er spurt" in words((await folk.faar(ANNET_SETE)).activity)
    nei = knapp(spurt.card, "Jeg kan ikke møte")
    for svar in (await folk.trykk(FOERSTE, nei), await folk.trykk(FOERSTE, nei)):
        assert "Takk for at du sa fra" in words(svar), "pressed twice is done once"

    neste = await folk.faar(ANDRE)
    await folk.trykk(ANDRE, knapp(neste.card, "Jeg kan møte"))
    assert "Liv Strand kan møte for deg" in words((await folk.faar(MEDLEM)).activity)
    await folk.faar_ikke(ANDRE)

    for spoer in (LEDER, MEDLEM, ANDRE):
        liste = words((await folk.si(spoer, "hvem kommer på ASU?")).activity)
        assert "Borgar Nesdal" in liste
        assert "Liv Strand" in liste
    kort = words((await folk.si(LEDER, "neste ASU")).activity)
    assert "Forfall: 1 · vara: 1" in kort

    likevel = await folk.si(MEDLEM, "kommer likevel")
    assert "Du kommer til" in words(likevel.activity)
    assert "trenger likevel ikke" in words((await folk.faar(ANDRE)).activity)
    assert "Forfall: 1" not in words((await folk.si(LEDER, "neste ASU")).activity)


async def test_when_no_vara_can_the_leder_is_told_and_told_again_when_it_is_over(folk):
    await installert(folk, LEDER, SEKRETAER, FOERSTE, ANDRE)
    await folk.si(MEDLEM, "må melde forfall til onsdag, Kari Nesheim stiller som vara")
    for vara in (FOERSTE, ANDRE):
        await folk.trykk(vara, knapp((await folk.faar(vara)).card, "Jeg kan ikke møte"))
    for hvem in (LEDER, SEKRETAER):
        assert "Ingen vara kan møte for Borgar Nesdal" in words((await folk.faar(hvem)).activity)
    liste = words((await folk.si(LEDER, "hvem har meldt forfall til ASU?")).activity)
    assert ("Borgar Nesdal" in liste, "ingen vara ennå" in liste) == (True, True)
    kort = words((await folk.si(LEDER, "neste ASU")).activity)
    assert ("Forfall: 1" in kort, "vara: 1" in kort) == (True, False)

    await folk.si(MEDLEM, "kommer likevel")
    for hvem in (LEDER, SEKRETAER):
        assert "Borgar Nesdal kommer likevel" in words((await folk.faar(hvem)).activity)


async def test_the_list_is_not_a_strangers(folk):
    await folk.si(MEDLEM, "meld forfall til onsdag")
    svar = words((await folk.si(FREMMED, "hvem har meldt forfall til ASU")).activity)
    assert "Borgar" not in svar
    assert "Frode Lyngmo" in svar
    assert "Forfall: 1" not in words((await folk.si(FREMMED, "neste ASU")).activity)


async def test_a_redelivered_report_is_one(folk):
    await installert(folk, FOERSTE)
    activity = folk.linje(MEDLEM, "må melde forfall til onsdag, Kari Nesheim stiller som vara")
    await folk.post(copy.deepcopy(activity))
    await folk.lever(copy.deepcopy(activity))
    await folk.faar(FOERSTE)
    await folk.faar_ikke(FOERSTE)
    await folk.faar_ikke(MEDLEM)


async def test_twenty_at_once(folk):
    svar = await asyncio.gather(*(folk.si(navn, "meld forfall til onsdag") for navn in FLERE))
    assert all("Forfall er notert" in words(s.activity) for s in svar)
    liste = words((await folk.si(LEDER, "hvem har meldt forfall til ASU?")).activity)
    assert [navn for navn in FLERE if navn not in liste] == []


async def test_the_reason_is_nowhere(folk, folder):
    await installert(folk, FOERSTE, LEDER)
    linje = "jeg har fått influensa og må melde forfall til onsdag, Kari Nesheim stiller som vara"
    svar = await folk.si(MEDLEM, linje)
    if "Ja," in " ".join(knapper(svar.card)):
        assert "influensa" not in words(await folk.trykk(MEDLEM, knapp(svar.card, "Ja,"))).casefold()
    assert "influensa" not in words(svar.activity).casefold()
    assert "influensa" not in words((await folk.faar(FOERSTE)).activity).casefold()
    assert "influensa" not in stored(folder / "helsebot.db").casefold()


async def test_who_cannot_be_reached_is_told_of(folk):
    svar = words((await folk.si(MEDLEM, "forfall til onsdag, Kari Nesheim stiller som vara")).activity)
    assert "jeg når ikke Kari Nesheim i Teams" in svar


async def test_a_vara_of_another_seat_waits_for_the_sekretariat(folk):
    await installert(folk, SEKRETAER, VARA_ANNET)
    svar = words((await folk.si(MEDLEM, "forfall til onsdag, Per Sykehaug stiller som vara")).activity)
    assert "Sekretariatet må si ja" in svar, svar
    spurt = await folk.faar(SEKRETAER)
    await folk.faar_ikke(VARA_ANNET)
    godta = knapp(spurt.card, "Spør Per Sykehaug")
    await folk.trykk(MEDLEM, godta)
    assert "kan bare sekretariatet" in words((await folk.faar(MEDLEM)).activity)
    await folk.faar_ikke(VARA_ANNET)
    await folk.trykk(SEKRETAER, godta)
    assert "Kan du møte" in words((await folk.faar(VARA_ANNET)).activity)


def stored(database: Path) -> str:
    """All that stands in the database, as text."""
    with sqlite3.connect(database) as conn:
        return "\n".join(conn.iterdump())

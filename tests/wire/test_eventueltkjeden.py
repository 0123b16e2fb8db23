"""The chain of eventuelt from end to end, over Teams' protocol: members, the leder, the sekretariat and
strangers talk to the real program.

ASU meets on Wednesdays 17 April and 15 May 2024, PSU on 22 May. It is Wednesday 10 April, 09.00 in Oslo,
and ASU's frist for eventuelt is three working days: Friday 12 April.
"""

import asyncio
import copy
import html
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.cli import demo
from bot.domain.fritekst import TITTEL_MAKS
from tests.connector import Caught
from tests.connector import connector as run_connector
from tests.wire.conftest import running, words
from tests.wire.folk import Folk, aad, knapp

ASU, PSU = "Administrativt samarbeidsutvalg", "Politisk samarbeidsutvalg"
LEDER, SEKRETAER = "Astrid Fjellvang", "Frode Lyngmo"
MEDLEM, ANNEN, VARA = "Borgar Nesdal", "Dagfinn Storhaug", "Kari Nesheim"
POLITIKER, FREMMED = "Olav Politiker", "Ulf Ukjent"
FLERE = [f"Medlem Nummer{i:02}" for i in range(20)]
MEDLEMMER = "organ;navn;rolle;representerer;aad_id\n" + "".join(
    f"{organ};{navn};{rolle};{sete};{aad(navn)}\n"
    for organ, navn, rolle, sete in [
        (ASU, LEDER, "leder", "Fjordbyen kommune"),
        (ASU, MEDLEM, "medlem", "Nesdal kommune"),
        (ASU, ANNEN, "medlem", "Fjordbyen sykehus"),
        (ASU, VARA, "vara", "Nesdal kommune"),
        (ASU, SEKRETAER, "sekretariat", ""),
        (PSU, POLITIKER, "medlem", "Nesdal kommune"),
        *((ASU, navn, "medlem", f"Sete {i}") for i, navn in enumerate(FLERE)),
    ]
)
ORGANER = f"helsefellesskap;navn;kort;frist_dager\nFjord og fjell;{ASU};ASU;3\nFjord og fjell;{PSU};PSU;\n"
NAA, ETTER_FRISTEN, ETTER_MOETET = "2024-04-10T07:00:00Z", "2024-04-15T07:00:00Z", "2024-04-18T07:00:00Z"
APRIL, MAI = "ASU onsdag 17. april 2024", "ASU onsdag 15. mai 2024"
LINJE = "meld sak til eventuelt: Bruk av Kompetansebroen"

MARKERT = "**Fet** &lt;b&gt;stor&lt;/b&gt; [lenke](https://x.example) @alle _skjult_ # en"
"""As Teams sends what somebody has typed."""
IKKE = [
    (
        POLITIKER,
        NAA,
        "meld sak til eventuelt i ASU: Skyss",
        "bare medlemmene, varaene og sekretariatet i ASU",
    ),
    (MEDLEM, NAA, "meld sak til eventuelt i PSU: Skyss", "bare medlemmene, varaene og sekretariatet i PSU"),
    (FREMMED, NAA, "meld sak til eventuelt: Skyss", "bare medlemmene"),
    (MEDLEM, NAA, "meld sak til eventuelt i ASU:", "Saken mangler en tittel"),
    (MEDLEM, NAA, "meld sak til eventuelt: – …", "Saken mangler en tittel"),
    (MEDLEM, NAA, "meld sak til eventuelt: Pasient 01017012345", "Jeg tar ikke vare på elleve sifre"),
    (MEDLEM, NAA, f"meld sak til eventuelt: {'x' * 501}", "Tittelen er på 501 tegn"),
    (
        MEDLEM,
        NAA,
        "meld sak til eventuelt i ASU 18. april: Skyss",
        "Det er ikke noe møte i ASU torsdag 18. april",
    ),
    (
        MEDLEM,
        ETTER_MOETET,
        "meld sak til eventuelt i ASU 17. april: Skyss",
        "er over. Meld den heller til neste møte",
    ),
    (
        POLITIKER,
        "2024-06-03T07:00:00Z",
        "meld sak til eventuelt: Skyss",
        "ikke til noe kommende møte i PSU",
    ),
]
"""Who writes what and when, and what they are told."""


@pytest.fixture
def folder(tmp_path):
    psu = demo.innkalling(date(2024, 5, 2)).decode().replace(f"Utvalg: {ASU}", f"Utvalg: {PSU}", 1)
    papirer = {
        "april.txt": demo.innkalling(date(2024, 4, 1)),
        "mai.txt": demo.innkalling(date(2024, 5, 1)),
        "psu.txt": psu.encode(),
        "organer.csv": ORGANER.encode(),
        "medlemmer.csv": MEDLEMMER.encode(),
    }
    for navn, innhold in papirer.items():
        (tmp_path / navn).write_bytes(innhold)
    return tmp_path


@pytest.fixture
def program(folder):
    started = running(
        folder,
        *(str(folder / f"{papir}.txt") for papir in ("april", "mai", "psu")),
        "--helsefellesskap",
        "Fjord og fjell",
        "--ikke-flyttet",
        members=folder / "medlemmer.csv",
        bodies=folder / "organer.csv",
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


SAKENE = ('INSERT INTO "meldtsak"', 'INSERT INTO "sakslinje"')


async def sagt(folk: Folk, navn: str, linje: str) -> str:
    return words((await folk.si(navn, linje)).activity)


async def liste(folk: Folk, navn: str = LEDER, linje: str = "hva er meldt til eventuelt i ASU") -> Caught:
    return await folk.si(navn, linje)


def lagret(folder: Path) -> list[str]:
    """Every row of the saker and their log, as the database would write them."""
    with sqlite3.connect(folder / "helsebot.db") as conn:
        return [rad for rad in conn.iterdump() if rad.startswith(SAKENE)]


def alt(folder: Path) -> str:
    with sqlite3.connect(folder / "helsebot.db") as conn:
        return "\n".join(conn.iterdump())


def tekstblokker(verdi: object) -> list[str]:
    """The text of each TextBlock, where Teams would read Markdown."""
    if isinstance(verdi, list):
        return [t for inner in verdi for t in tekstblokker(inner)]
    if not isinstance(verdi, dict):
        return []
    egen = [verdi["text"]] if verdi.get("type") == "TextBlock" else []
    return egen + [t for inner in verdi.values() for t in tekstblokker(inner)]


async def test_before_the_frist_after_it_and_the_same_again(folk, folder):
    activity = folk.linje(MEDLEM, LINJE)
    foer = words((await folk.post(copy.deepcopy(activity))).activity)
    assert f"Saken er meldt til eventuelt i {APRIL}" in foer
    assert "«Bruk av Kompetansebroen». Den står som nr. 1 på listen" in foer
    assert "frist" not in foer.casefold()
    await folk.lever(copy.deepcopy(activity))
    await folk.faar_ikke(MEDLEM)
    assert "Den står der allerede, som nr. 1" in await sagt(folk, MEDLEM, LINJE)

    folk.at = ETTER_FRISTEN
    etter = await sagt(folk, ANNEN, "meld sak til eventuelt: Parkering – 10 min")
    assert "nr. 2 på listen" in etter
    assert "Ønsket tid: 10 minutter" in etter
    assert "Fristen var fredag 12. april 2024, så saken er merket «meldt etter fristen»" in etter
    vist = words((await liste(folk)).activity)
    assert "1. Bruk av Kompetansebroen (Borgar Nesdal, 10. april)" in vist
    assert "2. Parkering (Dagfinn Storhaug, 15. april, 10 minutter, meldt etter fristen)" in vist
    assert len(lagret(folder)) == 4, "two saker, each with its first line"


async def test_by_the_form_with_500_characters_and_with_markup_as_text(folk, folder):
    skjema = await folk.si(MEDLEM, "meld sak til eventuelt")
    send, lang = knapp(skjema.card, "Meld saken"), "Å" * TITTEL_MAKS
    fylt = {"skjema_moete": "1", "skjema_minutter": "ti", "skjema_begrunnelse": "Først.\nSå."}
    feil = await folk.trykk(MEDLEM, send, **fylt, skjema_tittel=lang + "Å")
    assert "Tittelen er på 501 tegn, og det er plass til 500" in words(feil)
    assert lang + "Å" in words(feil), "nothing that was filled in is lost"
    assert lagret(folder) == []
    igjen = knapp(feil["value"], "Meld saken")
    for _ in range(2):
        svar = words(await folk.trykk(MEDLEM, igjen, **fylt, skjema_tittel=lang))
        assert f"«{lang}». Den står som nr. 1" in svar
        assert "Ønsket tid: 10 minutter. Begrunnelsen er tatt med." in svar

    await folk.si(ANNEN, f"meld sak til eventuelt: {MARKERT}")
    vist = await liste(folk)
    assert f"1. {lang} (Borgar Nesdal" in words(vist.activity)
    assert f"2. {html.unescape(MARKERT)} (Dagfinn Storhaug" in words(vist.activity)
    for svar in (vist, await folk.si(LEDER, "neste ASU"), await folk.si(LEDER, "saksliste ASU")):
        for tekst in tekstblokker(svar.card):
            assert "**" not in tekst
            assert "<b>" not in tekst
            assert "[lenke](" not in tekst
        assert "entities" not in svar.activity, "a mention is text, and rings for nobody"
    assert len(lagret(folder)) == 4


async def test_what_cannot_be_raised_is_told_why_and_nothing_is_stored(folk, folder):
    await folk.si(MEDLEM, "hei")
    for hvem, naar, linje, svaret in IKKE:
        folk.at = naar
        assert svaret in await sagt(folk, hvem, linje), linje
    assert lagret(folder) == []
    assert "01017012345" not in alt(folder)


async def test_promoted_withdrawn_and_the_same_everywhere(folk, folder):
    for hvem, tittel in ((MEDLEM, "Kompetansebroen"), (ANNEN, "Parkering"), (VARA, "Legevakt")):
        await folk.si(hvem, f"meld sak til eventuelt: {tittel}")
    aapnet = knapp((await liste(folk, SEKRETAER)).card, "Åpne nr. 2")
    forfrem = knapp(await folk.trykk(SEKRETAER, aapnet), "Gjør til ordinær sak")

    foer = lagret(folder)
    for hvem in (ANNEN, LEDER, FREMMED):
        await folk.trykk(hvem, forfrem)
        assert "kan bare sekretariatet" in words((await folk.faar(hvem)).activity)
    assert lagret(folder) == foer

    hvor = await folk.trykk(SEKRETAER, forfrem)
    til_mai = knapp(hvor, MAI)
    for _ in range(2):
        gjort = words(await folk.trykk(SEKRETAER, til_mai))
        assert f"«Parkering» er nå en ordinær sak på sakslisten for {MAI}" in gjort
    svar = words((await folk.faar(ANNEN)).activity)
    assert f"en ordinær sak på sakslisten for {MAI}" in svar
    assert SEKRETAER in svar
    await folk.faar_ikke(ANNEN)
    assert "Meldt til sakslisten: • Parkering (Dagfinn Storhaug)" in await sagt(
        folk, MEDLEM, "saksliste ASU 15. mai"
    )

    assert "Saken er trukket" in await sagt(folk, MEDLEM, "trekk saken min fra eventuelt")
    for vist in ("hva er meldt til eventuelt i ASU", "neste ASU", "saksliste ASU 17. april"):
        for hvem in (LEDER, ANNEN, VARA):
            tekst = await sagt(folk, hvem, vist)
            assert "Legevakt" in tekst
            assert "Parkering" not in tekst
            assert "Kompetansebroen" not in tekst
        assert "Legevakt" not in await sagt(folk, FREMMED, vist), "it is not a stranger's"

    spurt = await folk.si(LEDER, "trekk sak 1 fra eventuelt")
    assert "Skal jeg trekke denne saken" in words(spurt.activity)
    ja = knapp(spurt.card, "Ja, trekk saken")
    await folk.trykk(FREMMED, ja)
    assert "Legevakt" in words((await liste(folk)).activity), "it is the leder who was asked"
    for _ in range(2):
        assert "Saken er trukket" in words(await folk.trykk(LEDER, ja))
    assert "Astrid Fjellvang har trukket saken din" in words((await folk.faar(VARA)).activity)
    await folk.faar_ikke(VARA)
    assert "Ingen har meldt noe" in words((await liste(folk)).activity)


async def test_twenty_at_once(folk, folder):
    svar = await asyncio.gather(
        *(folk.si(navn, f"meld sak til eventuelt: Sak fra {navn}") for navn in FLERE)
    )
    numre = [int(words(s.activity).split("som nr. ")[1].split()[0]) for s in svar]
    assert sorted(numre) == list(range(1, 21))
    vist = words((await liste(folk)).activity)
    for navn, nr in zip(FLERE, numre, strict=True):
        assert f"{nr}. Sak fra {navn} ({navn}" in vist
    assert len(lagret(folder)) == 40

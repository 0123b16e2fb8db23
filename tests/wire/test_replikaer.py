"""Three replicas behind a round robin, over one PostgreSQL: nobody notices that they are not one.

    HELSEBOT_TORTURE=1 .venv/bin/python -m pytest tests/wire/test_replikaer.py    # 50 conversations

Each takes what comes next, whoever says it: an open question asked by one is answered through another, a
redelivered activity comes to two at once, and two lines of one conversation are under way in two of them.
"""

import asyncio
import copy
import os
from collections import Counter

import pytest
from aiohttp import ClientSession

from bot.domain.boklesing import les
from storage.store import open_store
from tests.connector import connector as run_connector
from tests.teams.chat import BOT, melding
from tests.teams.moetehendelser import MOETECHAT, i_moetechat, startet
from tests.wire.folk import QUIET, aad
from tests.wire.replikaer import UNDER, Rundgang, alle, fyll, navn, replikaer, synlig

REPLIKAER = 3
SAMTALER = 50 if os.environ.get("HELSEBOT_TORTURE") else 10
FLERE = 6
"""Bodies that the other tests use, behind those of the conversations."""

MEDLEM = (
    "hei",
    "neste fagråd {n}",
    "trykk: Saksliste",
    "sak 3",
    "hva er forslaget til vedtak?",
    "når er det pause",
    "meld forfall til neste møte",
    "hvem kommer på fagråd {n}",
    "jeg kommer likevel",
    "kommer nok ikke likevel på møtet",
    "ja",
    "meld sak til eventuelt: Felles kalender",
    "meld sak til eventuelt: Parkering – 10 min",
    "hva er meldt til eventuelt i fagråd {n}",
    "snakk nynorsk",
    "neste fagråd {n}",
    "snakk bokmål",
    "møter i april",
    "mine forfall",
    "hvem kommer på fagråd {n}",
)
REFERENT = (
    "start referat for fagråd {n}",
    "sak 1",
    "til stede: {navn}",
    "konklusjon: Innkallingen er god nok.",
    "angre",
    "konklusjon: Godkjent.",
    "sak 2",
    "innspill: Kommunen sier at dette haster.",
    "orientering: Det går framover.",
    "oppfølging: {navn} sender ut planen innen 1. mai",
    "les opp sak 2",
    "endre punkt 2 til: Alle er enige.",
    "stryk punkt 3",
    "vedtak som foreslått",
    "ja",
    "pause",
    "snakk nynorsk",
    "vis utkastet",
    "hev møtet",
    "mine oppgaver",
)


def linjer(nr: int) -> list[str]:
    """What person `nr` says: every third dictates, the rest ask, report and take back."""
    referent = nr % 3 == 1
    ut = [linje.format(n=nr + 1, navn=navn(nr)) for linje in (REFERENT if referent else MEDLEM)]
    return [f"{linje} @{UNDER}" for linje in ut] if referent else ut


@pytest.fixture(scope="module")
def database(postgres_databases_here):
    url = postgres_databases_here.fresh()
    asyncio.run(fyll(url, SAMTALER + FLERE))
    return url


@pytest.fixture(scope="module")
def alene(database, postgres_databases_here):
    """One program on a copy of the database."""
    with replikaer(postgres_databases_here.copy(database), 1) as adresser:
        yield adresser


@pytest.fixture(scope="module")
def tre(database, alene):
    with replikaer(database, REPLIKAER) as adresser:
        yield adresser


@pytest.fixture
async def rundgang(tre):
    async with run_connector() as connector, ClientSession() as http:
        rundgang = Rundgang(tre, connector, http)
        yield rundgang
        await rundgang.close()


async def svarene(adresser):
    async with run_connector() as connector, ClientSession() as http:
        rundgang = Rundgang(adresser, connector, http)
        svar = await alle(rundgang, [linjer(nr) for nr in range(SAMTALER)])
        await rundgang.close()
    return svar


async def test_what_three_replicas_answer_is_what_one_answers(alene, tre):
    fasit, en = await svarene(alene)
    svar, flere = await svarene(tre)

    for nr in range(SAMTALER):
        for linje, sagt, ventet in zip(linjer(nr), svar[nr], fasit[nr], strict=True):
            assert sagt == ventet, (nr, linje)
            assert ventet, linje
    turns = sum(map(len, svar))
    print(f"\n{turns} turns: {turns / en:.0f} a second with one program, {turns / flere:.0f} with three")


async def test_one_activity_at_all_of_them_at_once_is_done_and_answered_once(rundgang):
    hvem, organ = navn(SAMTALER), SAMTALER + 1
    for linje in (f"neste fagråd {organ}", "meld sak til eventuelt: Skyss", "meld sak til eventuelt: Mat"):
        activity = rundgang.hos(0).linje(hvem, linje)
        await asyncio.gather(*(rundgang.hos(i).lever(copy.deepcopy(activity)) for i in range(REPLIKAER)))
        assert len(rundgang.svar(activity)) == 1, linje
    liste = rundgang.hos(1).linje(hvem, f"hva er meldt til eventuelt i fagråd {organ}")
    await rundgang.hos(1).lever(liste)
    assert "to saker" in synlig(*rundgang.svar(liste))


async def test_a_new_conversation_begun_at_two_replicas_in_one_moment(rundgang):
    """Nothing is known of them: each replica makes the rows of the conversation and of the person."""
    nye = [f"Ny {bokstav}berg" for bokstav in "ABCDEFGH"]
    lines = [(hvem, i) for hvem in nye for i in range(REPLIKAER)]
    activities = [rundgang.hos(i).linje(hvem, f"neste fagråd {SAMTALER + 1}") for hvem, i in lines]
    await asyncio.gather(*(rundgang.hos(i).lever(a) for (_, i), a in zip(lines, activities, strict=True)))
    for activity in activities:
        assert "onsdag 17. april 2024" in synlig(*rundgang.svar(activity))


async def test_lines_of_one_conversation_in_three_replicas_at_once_lose_nothing(rundgang, database):
    nr = next(n for n in range(SAMTALER, SAMTALER + FLERE) if n % 3 == 1)
    hvem = navn(nr)
    for i in range(REPLIKAER):
        rundgang.hos(i).at = UNDER
    for linje in (f"start referat for fagråd {nr + 1}", "sak 1"):
        await rundgang.hos(0).lever(rundgang.hos(0).linje(hvem, linje))
    punkter = [f"Innspill nummer {n}" for n in range(12)]
    await asyncio.gather(
        *(
            rundgang.hos(n % REPLIKAER).lever(rundgang.hos(0).linje(hvem, f"i: {punkt}"))
            for n, punkt in enumerate(punkter)
        )
    )

    store = open_store(database)
    async with store.turn() as uow:
        register = await uow.register()
        hode = next(m for m in register.moeter if m.organ_ids == (nr + 1,) or m.organ_ids == [nr + 1])
        bok = await uow.boeker.for_moete(hode.id)
        stand = les(await uow.boeker.les(bok.id))
    await store.close()
    assert sorted(p.tekst for p in stand.punkter.values()) == sorted(punkter)
    assert sorted(p.nr for p in stand.punkter.values()) == list(range(1, 13))


async def test_a_meeting_has_one_card_and_all_of_them_may_renew_it(rundgang):
    nr = next(n for n in reversed(range(SAMTALER, SAMTALER + FLERE)) if n % 3 == 1)
    hvem = navn(nr)
    for i in range(REPLIKAER):
        rundgang.hos(i).at = UNDER
    await rundgang.hos(0).lever(rundgang.hos(0).linje(hvem, "hei"))
    begynt = startet(f"Fagråd {nr + 1} 17. april", UNDER)
    await asyncio.gather(*(rundgang.hos(i).lever(copy.deepcopy(begynt)) for i in range(REPLIKAER)))
    person = {"id": f"29:{hvem}", "name": hvem, "aadObjectId": aad(hvem)}
    tekst, mention = "<at>Helsebot</at> start referat", {"type": "mention", "mentioned": BOT}
    i_chatten = melding(tekst, entities=[{**mention, "text": "<at>Helsebot</at>"}], timestamp=UNDER)
    await rundgang.hos(1).lever(i_moetechat({**i_chatten, "from": person}))
    for n, linje in enumerate(("sak 1", "k: Godkjent.", "sak 2", "i: Det siste")):
        await rundgang.hos(n % REPLIKAER).lever(rundgang.hos(0).linje(hvem, linje))
    await rundgang.til(MOETECHAT, "Det siste")
    await asyncio.sleep(QUIET)
    kall = await rundgang.til(MOETECHAT, "Det siste")
    hvordan = Counter("ny" if c.how in ("send", "reply") else c.how for c in kall)
    assert hvordan["ny"] == 1, hvordan
    assert len({c.target for c in kall if c.how == "update"}) == 1

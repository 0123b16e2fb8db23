"""The møte is closed by two referenter in the same second, over Teams' protocol: one sammendrag. Both put
it out in the same second: one post in the channel, which follows the referat from then on.

One program on SQLite, two on PostgreSQL, where the two talk to one each.
"""

import asyncio
from datetime import date

import pytest
from aiohttp import ClientSession

from bot.cli import demo
from storage.store import open_store
from tests.connector import connector as run_connector
from tests.teams.chat import i_kanal
from tests.wire.conftest import words
from tests.wire.folk import Folk, aad, knapp, knapper
from tests.wire.replikaer import replikaer

EMMA, JON, FRODE = "Emma Lie", "Jon Moe", "Frode Lyngmo"
ORGAN = "Administrativt samarbeidsutvalg"
MEDLEMMER = "organ;navn;rolle;epost;aad_id\n" + "".join(
    f"{ORGAN};{navn};{rolle};;{aad(navn)}\n"
    for navn, rolle in [(EMMA, "referent"), (JON, "referent"), (FRODE, "sekretariat")]
)
UNDER = "2024-04-17T12:05:00Z"
KLOKKA = "2024-04-17T14:06+02:00"
KANALEN = "19:kanal@thread.tacv2"
RUNDER = 3


@pytest.fixture
def url(databases, filled, tmp_path):
    innkalling, medlemmer = tmp_path / "innkalling.txt", tmp_path / "medlemmer.csv"
    innkalling.write_bytes(demo.innkalling(date(2024, 4, 1)))
    medlemmer.write_text(MEDLEMMER, "utf-8")
    papir = ("import", str(innkalling), "--helsefellesskap", "Fjord og fjell")
    return filled(databases, papir, ("members", "import", str(medlemmer)))


@pytest.fixture
async def par(url):
    """Emma and Jon, each at their program; and what came to Teams."""
    with replikaer(url, 2 if url.startswith("postgresql") else 1, KLOKKA) as adresser:
        async with run_connector() as connector, ClientSession() as http:
            folk = [Folk(adresse, connector, http, UNDER) for adresse in adresser]
            yield folk[0], folk[-1], connector
            for hver in folk:
                await hver.close()


class Teams:
    """What came to the connector, whoever of the two sent it."""

    def __init__(self, connector):
        self._connector = connector

    async def til(self, samtale, *ord_):
        """What was sent there with all those words in it, once there is something."""
        async with asyncio.timeout(30):
            while True:
                if funnet := self.naa(samtale, *ord_):
                    return funnet
                await asyncio.sleep(0.1)

    def naa(self, samtale, *ord_):
        her = [c for c in self._connector.caught if (c.conversation or "").startswith(samtale)]
        return [c for c in her if all(o in words(c.activity) for o in ord_)]


async def test_two_close_and_two_put_it_out_in_the_same_second(par, url):
    emma, jon, connector = par
    teams = Teams(connector)
    koble = i_kanal("{bot} koble denne kanalen til ASU", timestamp=UNDER)
    hvem = {"id": f"29:{FRODE}", "name": FRODE, "aadObjectId": aad(FRODE)}
    await emma.lever({**koble, "from": hvem})
    for hos, navn in ((emma, EMMA), (jon, JON)):
        await hos.lever(hos.linje(navn, "start referat for ASU"))
    for linje in ("referent: Emma Lie og Jon Moe", "sak 2", "konklusjon: Tas til orientering."):
        await emma.lever(emma.linje(EMMA, linje))

    heving = [(emma, EMMA), (jon, JON)]
    await asyncio.gather(*(hos.lever(hos.linje(navn, "møtet er hevet")) for hos, navn in heving))
    (emmas,) = await teams.til(f"a:1{EMMA}", "Slik blir sammendraget")
    (jons,) = await teams.til(f"a:1{JON}", "Slik blir sammendraget")
    assert knapper(emmas.card)[-3:] == ["Legg ut", "Endre", "Ikke nå"]
    assert await _sammendrag(url) == 1

    svar = await asyncio.gather(
        *(
            hos.trykk(navn, knapp(kort.card, "Legg ut"))
            for _ in range(RUNDER)
            for hos, navn, kort in ((emma, EMMA, emmas), (jon, JON, jons))
        )
    )
    assert sum("legges nå ut i 1 kanal" in words(s) for s in svar) == 1
    (post,) = await teams.til(KANALEN, "Sammendrag fra", "Tas til orientering.")
    assert (post.how, "Foreløpig" in words(post.activity)) == ("send", True)
    assert knapper(post.card) == []

    await emma.lever(emma.linje(EMMA, "punkt 1 er unntatt offentlighet offl. § 13"))
    (rettet,) = await teams.til(KANALEN, "Sammendrag fra", "Rettet 17. april")
    assert rettet.how == "update"
    assert "Tas til orientering" not in words(rettet.activity)
    await asyncio.sleep(3)
    assert len(teams.naa(KANALEN, "Sammendrag fra")) == 2
    assert len(teams.naa("a:1", "Slik blir sammendraget")) == 2


async def _sammendrag(url):
    store = open_store(url)
    async with store.turn() as uow:
        hoder = (await uow.register()).moeter
        funnet = [await uow.sammendrag.for_moete(h.id) for h in hoder]
        noekler = {p.noekkel.rpartition(":")[0] for p in await uow.utboks.under("sammendragvis:")}
    await store.close()
    assert len(noekler) == 1
    return len([f for f in funnet if f])

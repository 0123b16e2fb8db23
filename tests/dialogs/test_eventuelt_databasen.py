"""Saker raised at once, over the real databases, two processes at a time: none lost, none doubled."""

import asyncio

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat, kanal, privat
from tests.dialogs.eventueltfolk import ANNE, BERIT, JONAS, KARI, OVE, SIRI, bygg, saker, titler

HVEM = [BERIT, KARI, ANNE, OVE, SIRI]


@pytest.fixture
async def to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    yield [Chat(admins=set(), store=store) for store in stores]
    for store in stores:
        await store.close()


@pytest.fixture
async def hos(to):
    return await bygg(to[0], frist=3)


async def test_twenty_at_once_each_get_a_number_that_stays(to, hos):
    svar = await asyncio.gather(
        *(
            to[n % 2].si(HVEM[n % 5], f"meld sak til eventuelt i ASU: Sak om emne {n}", i=privat(f"rom{n}"))
            for n in range(20)
        )
    )
    numre = [int(s.foerst.rpartition("nr. ")[2].split()[0]) for s in svar]
    assert sorted(numre) == list(range(1, 21))
    liste = await to[1].si(ANNE, "hva er meldt til eventuelt i ASU")
    for n, nr in enumerate(numre):
        assert f"\n{nr}. Sak om emne {n} (" in liste.text


async def test_the_same_words_in_two_places_at_once_are_one_sak(to, hos):
    linje = "meld sak til eventuelt i ASU: Tolk"
    rom = [privat(BERIT), kanal("ASU"), kanal("ASU;messageid=1"), privat("gruppe")]
    svar = await asyncio.gather(*(to[n % 2].si(BERIT, linje, i=i) for n, i in enumerate(rom)))
    assert sum(s.foerst.startswith("Saken er meldt") for s in svar) == 1
    assert await titler(to[0], hos.asu) == ["Tolk"]


async def test_the_same_words_to_the_sekretariat_at_once_are_one_sak(to, hos):
    linje = "meld en sak til ASU: Ny avtale"
    rom = [privat(BERIT), kanal("ASU"), kanal("ASU;messageid=1"), privat("gruppe")]
    svar = await asyncio.gather(*(to[n % 2].si(BERIT, linje, i=i) for n, i in enumerate(rom)))
    assert sum(s.foerst.startswith("Saken er sendt") for s in svar) == 1
    assert sum(s.foerst.startswith("Den har du allerede sendt") for s in svar) == 3
    assert await titler(to[0], hos.asu) == ["Ny avtale"]


async def test_a_redelivery_to_the_other_process_does_nothing_twice(to, hos):
    melding = to[0].melding(BERIT, "meld sak til eventuelt: Tolk")
    await asyncio.gather(to[0].gi(melding), to[1].gi(melding))
    assert await titler(to[1], hos.asu) == ["Tolk"]


async def test_what_cannot_be_stored_is_taken_out_of_the_question_too(to, hos):
    spurt = await to[0].si(JONAS, "meld sak til eventuelt: Tolk\x00 i\x07 helgene \ud800\nFordi\x00.")
    assert len(spurt.labels) == 2
    assert "nr. 1" in await to[1].si(JONAS, "1")
    (sak,) = await saker(to[0], hos.asu)
    assert (sak.tittel, sak.begrunnelse) == ("Tolk i helgene", "Fordi.")


async def test_withdrawn_and_moved_at_once_is_one_of_them(to, hos):
    svar = await to[0].si(BERIT, "meld sak til eventuelt: Tolk – 5 min\nFordi.\nVedlegg: a.pdf")
    (sak,) = await saker(to[0], hos.asu)
    assert (sak.minutter, sak.begrunnelse, sak.vedlegg, sak.sen) == (5, "Fordi.", ("a.pdf",), False)
    trekk = svar.knapp("Trekk")
    liste = await to[1].si(ANNE, "hva er meldt til eventuelt")
    flytt = (await to[1].trykk(ANNE, liste.knapp("Åpne"))).knapp("Flytt")
    await asyncio.gather(to[0].trykk(BERIT, trekk), to[1].trykk(ANNE, flytt))
    (naa,) = await saker(to[0], hos.asu)
    assert [linje.hva for linje in naa.logg] in (
        ["meldt", "trukket"],
        ["meldt", "flyttet", "trukket"],
    )


async def test_a_sak_to_the_sekretariat_is_decided_once(to, hos):
    for chat in to:
        await chat.si(OVE, "hei")
    await to[0].si(BERIT, "meld en sak til ASU: Ny avtale")
    listene = [await chat.si(OVE, "meldte saker", i=privat(f"ove{n}")) for n, chat in enumerate(to)]
    valg = [
        (await chat.trykk(OVE, liste.knapp("Sett nr. 1"), i=privat(f"ove{n}"))).buttons
        for n, (chat, liste) in enumerate(zip(to, listene, strict=True))
    ]
    await asyncio.gather(*(chat.trykk(OVE, valg[n][n], i=privat(f"ove{n}")) for n, chat in enumerate(to)))
    (sak,) = await saker(to[0], hos.asu)
    assert [linje.hva for linje in sak.logg] == ["meldt", "godtatt"]

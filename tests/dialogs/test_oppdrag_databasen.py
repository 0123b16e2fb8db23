"""Oppdrag over the real databases, two processes at a time."""

import asyncio

import pytest

from bot.domain.oppdrag import Oppdragstilstand as T
from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.oppdragfolk import BER, GRO, INE, RAADKANAL, bygg_oppdrag
from tests.dialogs.referatfolk import knappen


@pytest.fixture
async def to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    yield [Chat(admins={"aad-kontoret"}, store=store) for store in stores]
    for store in stores:
        await store.close()


@pytest.fixture
async def hus(to):
    return await bygg_oppdrag(to[0])


async def test_two_who_send_at_once_in_two_processes_send_it_once(to, hus):
    knapp = knappen(await hus.hevet(BER), "Send til Fagråd 1")
    svar = await asyncio.gather(
        to[0].trykk(OVE, knapp, at=hus.ref.naa()), to[1].trykk("kontoret", knapp, at=hus.ref.naa())
    )
    assert sorted("allerede" in s.foerst for s in svar) == [False, True]
    post = await to[0].post(hus.ref.naa())
    assert [m.text.split("\n")[0] for m in post[RAADKANAL.id]] == ["Oppdrag 1 til Fagråd 1 fra ASU"]
    assert len(post[GRO]) == 1


async def test_send_and_ikke_send_at_once_come_to_one_of_them(to, hus):
    spurt = await hus.hevet(BER)
    await asyncio.gather(
        to[0].trykk(OVE, knappen(spurt, "Send til Fagråd 1"), at=hus.ref.naa()),
        to[1].trykk("kontoret", knappen(spurt, "Ikke send"), at=hus.ref.naa()),
    )
    sendt = RAADKANAL.id in await to[0].post(hus.ref.naa())
    assert (await hus.det()).tilstand in (T.SENDT, T.AVSLAATT)
    assert sendt or (await hus.det()).tilstand is T.AVSLAATT


async def test_a_redelivered_press_sends_nothing_twice(to, hus):
    knapp = knappen(await hus.hevet(BER), "Send til Fagråd 1")
    melding = to[0].melding(OVE, "", hus.ref.naa(), button=knapp, wants_body=True)
    await asyncio.gather(to[0].gi(melding), to[1].gi(melding))
    igjen = await to[1].gi(melding)
    assert igjen.foerst == "Oppdraget er sendt til Fagråd 1."
    assert len((await to[0].post(hus.ref.naa()))[RAADKANAL.id]) == 1
    assert len((await hus.det()).logg) == 2


async def test_two_answers_at_once_and_one_is_told_of_the_other(to, hus):
    await hus.sendt()
    svar = await asyncio.gather(
        to[0].si(GRO, "svar på oppdrag 1: Gros svar", at=hus.ref.naa()),
        to[1].si(INE, "svar på oppdrag 1: Ines svar", at=hus.ref.naa()),
    )
    assert sorted("allerede besvart" in s.foerst for s in svar) == [False, True]
    assert (await hus.det()).svar in ("Gros svar", "Ines svar")


async def test_closed_by_two_at_once_it_is_proposed_once(to, hus):
    await hus.si(OVE, "sak 2", f"vedtak: {BER}")
    await asyncio.gather(
        to[0].si(OVE, "møtet er hevet", at=hus.ref.naa()), to[1].si(OVE, "møtet er hevet", at=hus.ref.naa())
    )
    assert len(await hus.alle()) == 1
    post = await to[0].post(hus.ref.naa())
    assert len([m for m in post[OVE] if "Ikke send" in str(m.card)]) == 1


async def test_what_is_changed_while_it_is_sent_is_posted_as_it_ends(to, hus):
    knapp = knappen(await hus.hevet(BER), "Send til Fagråd 1")
    await asyncio.gather(
        to[0].trykk("kontoret", knapp, at=hus.ref.naa()),
        to[1].si(OVE, "endre punkt 1 til Fagråd 1 bes om å lage en veileder.", at=hus.ref.naa()),
    )
    post = await to[0].post(hus.ref.naa())
    sist = [m for s, _, m in to[0].poster.endret if s == RAADKANAL.id] or post[RAADKANAL.id]
    assert "veileder" in sist[-1].text

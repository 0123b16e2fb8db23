"""Dictation over the real databases, two processes at a time: every receipt is of a point that is there."""

import asyncio
import re

import pytest

from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, OVE
from tests.dialogs.referatfolk import START, Referatet, aapnet

KVITTERING = re.compile(r"01/24 · innspill (\d+)")


@pytest.fixture
async def to(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    yield [Chat(admins=set(), store=store) for store in stores]
    for store in stores:
        await store.close()


@pytest.fixture
async def ref(to) -> Referatet:
    ref = await aapnet(to[0])
    await to[1].si(ANNE, "start referat for ASU", at=START)
    await to[0].si(OVE, "neste sak", at=START)
    return ref


async def test_two_referents_at_once_lose_nothing(to, ref):
    linjer = [(n % 2, f"i: innspill med ordet {n}") for n in range(20)]
    svar = await asyncio.gather(
        *(to[hvem].si((OVE, ANNE)[hvem], linje, at=ref.naa()) for hvem, linje in linjer)
    )
    numre = [int(KVITTERING.fullmatch(s.text)[1]) for s in svar]
    assert sorted(numre) == list(range(1, 21))
    tekster = await ref.tekster()
    assert [tekster[nr] for nr in numre] == [f"Innspill med ordet {n}" for n in range(20)]


async def test_a_redelivery_to_the_other_process_notes_nothing_twice(to, ref):
    melding = to[0].melding(OVE, "i: bare én gang", at=ref.naa())
    await asyncio.gather(to[0].gi(melding), to[1].gi(melding))
    await to[1].gi(melding)
    assert await ref.tekster() == {1: "Bare én gang"}


async def test_two_edits_at_once_and_one_is_shown_the_other(to, ref):
    await to[0].si(OVE, "i: første", at=ref.naa())
    svar = await asyncio.gather(
        to[0].si(OVE, "endre punkt 1 til Oves", at=ref.naa()),
        to[1].si(ANNE, "endre punkt 1 til Annes", at=ref.naa()),
    )
    vist = [s for s in svar if "siden du så det" in s]
    assert len(vist) == 1, [s.text for s in svar]
    punkt = (await ref.stand()).punkter[1]
    assert [r.tekst for r in punkt.revisjoner][1:] in (["Oves"], ["Annes"])
    assert f"«{punkt.tekst}»" in vist[0]


async def test_the_whole_way(to, ref):
    chat = to[1]
    await chat.si(OVE, "sak 3", at=ref.naa())
    await chat.si(OVE, "vedtatt som foreslått", at=ref.naa())
    await chat.si(OVE, "o: Berit sjekker avtalen innen 1. juni", at=ref.naa())
    await chat.si(OVE, "angre", at=ref.naa())
    await chat.si(OVE, "endre punkt 1 til ASU sier ja", at=ref.naa())
    svar = await chat.si(OVE, "møtet er hevet", at=ref.naa())
    assert "Dette mangler:" in svar
    assert (await ref.tekster())[1] == "ASU sier ja"
    async with chat.store.turn() as uow:
        (oppgave,) = await uow.oppgaver.for_bok(ref.bok_id)
    assert oppgave.tilstand.value == "trukket"


async def test_a_note_is_kept_while_it_is_asked_about(to, ref):
    spurt = await to[0].si(OVE, "k: en\ni: to\no: Berit gjør tre", at=ref.naa())
    svar = await to[1].trykk(OVE, spurt.knapp("Før inn alle"), at=ref.naa())
    assert svar.text == "3 punkter er ført inn: nummer 1–3."

"""The reminders of oppgaver: whom, when, how often, and that they can be answered on the card."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.moetebok import Boktilstand
from bot.domain.oppgave import Oppgavetilstand
from tests.dialogs.chat import Chat
from tests.dialogs.oppgavefolk import ANNE, BERIT, OVE, Oppgavehus, bygg_oppgaver

FOER, ETTER = "2024-06-06T09:00", "2024-06-12T09:00"
"""Three working days before Tuesday 11 June, and the day after it."""


@pytest.fixture
async def huset() -> Oppgavehus:
    """Those of the house are done; Anne's is open."""
    huset = await bygg_oppgaver()
    data = huset.chat.store.data.oppgaver
    data.update({id_: replace(o, tilstand=Oppgavetilstand.FERDIG) for id_, o in data.items()})
    await huset.ny("Sender avtalen", ANNE, "2024-06-11", sak="04/24")
    return huset


async def mint(huset: Oppgavehus, at: str) -> dict[str, int]:
    await huset.chat.plan(at)
    post = await huset.chat.post(at=at)
    om_oppgaver = {
        hvem: [m for m in alle if m.text.startswith("Fristen for en oppgave")]
        for hvem, alle in post.items()
    }
    return {hvem.removeprefix("aad-"): len(m) for hvem, m in om_oppgaver.items() if m}


async def test_at_nine_to_the_ansvarlige_alone(huset):
    assert await mint(huset, "2024-06-06T08:59") == {}
    assert await mint(huset, FOER) == {ANNE: 1}


async def test_after_it_and_then_once_a_week(huset):
    assert await mint(huset, ETTER) == {ANNE: 1}
    for dag in ("13", "14", "17", "18"):
        assert await mint(huset, f"2024-06-{dag}T09:00") == {}
    assert await mint(huset, "2024-06-19T09:00") == {ANNE: 1}
    assert await mint(huset, "2024-08-14T09:00") == {}


async def test_once_however_often_the_plan_runs(huset):
    annen = Chat(admins=set(), store=huset.chat.store)
    await asyncio.gather(*(bot.plan(FOER) for bot in (huset.chat, annen, huset.chat)))
    assert await mint(huset, "2024-06-06T15:00") == {ANNE: 1}


async def test_not_at_night(huset):
    assert await mint(huset, "2024-06-06T21:00") == {}
    assert await mint(huset, "2024-06-07T06:00") == {}
    assert await mint(huset, "2024-06-07T09:00") == {ANNE: 1}


async def test_it_is_done_on_the_card_and_not_reminded_of_again(huset):
    await huset.chat.plan(FOER)
    (kortet,) = (await huset.chat.post(at=FOER))[ANNE]
    assert kortet.text.split("\n")[:2] == [
        "Fristen for en oppgave du har, nærmer seg:",
        "• Oppgave 4 i ASU: Sender avtalen (sak 04/24, ansvarlig: Anne Vik, frist: tirsdag 11. juni 2024)",
    ]
    svar = await huset.chat.trykk(ANNE, kortet.buttons[0], at="2024-06-06T10:00")
    assert svar.foerst == "Oppgaven er meldt ferdig."
    assert (await huset.staar(4)).tilstand is Oppgavetilstand.FERDIG
    assert await mint(huset, ETTER) == {}


async def test_a_new_frist_is_reminded_of_anew(huset):
    await mint(huset, FOER)
    await huset.chat.si(ANNE, "ny frist for oppgave 4 er 25. juni", at="2024-06-06T10:00")
    assert await mint(huset, ETTER) == {}
    assert await mint(huset, "2024-06-20T09:00") == {ANNE: 1}


async def test_who_wants_no_reminders_gets_none(huset):
    await huset.chat.si(ANNE, "slå av påminnelser", at="2024-06-01T09:00")
    assert await mint(huset, FOER) == {}
    svar = await huset.chat.si(OVE, "oppgave 4 er ferdig", at="2024-06-06T10:00")
    assert svar.foerst == "Oppgaven er meldt ferdig."
    assert len((await huset.chat.post())[ANNE]) == 1, "what others do with it is told all the same"


async def test_not_before_the_moete_is_closed(huset):
    await huset.legg_i_boka("Rydder arkivet", BERIT, Boktilstand.AAPEN)
    await huset.chat.si(BERIT, "ny frist for oppgave 5 er 11. juni", at="2024-05-20T09:00")
    assert await mint(huset, FOER) == {ANNE: 1}
    async with huset.chat.store.turn() as uow:
        bok = await uow.boeker.for_moete(huset.april.id)
        await uow.boeker.laas(bok.id)
        await uow.boeker.lagre(replace(bok, tilstand=Boktilstand.UTKAST))
        await uow.commit()
    assert await mint(huset, ETTER) == {ANNE: 1, BERIT: 1}


async def test_one_that_cannot_be_worded_stops_no_other(huset):
    daarlig = await huset.ny("x", BERIT, "2024-06-11")
    huset.chat.store.data.oppgaver[daarlig.id] = replace(daarlig, hva=None)
    assert await mint(huset, FOER) == {ANNE: 1}


async def test_in_nynorsk(huset):
    await huset.chat.si(ANNE, "bytt til nynorsk")
    await huset.chat.plan(ETTER)
    (kortet,) = (await huset.chat.post(at=ETTER))[ANNE]
    assert kortet.text.startswith(
        "Fristen for ei oppgåve du har, er ute:\n• Oppgåve 4 i ASU, over fristen:"
    )

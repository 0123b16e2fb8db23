"""Which møte «start referat» opens, and what the møteleder is shown when the first sak is."""

import pytest

from bot.domain.conversation import Button
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, bygg
from tests.dialogs.referatfolk import START, aapnet


@pytest.fixture
async def hus():
    return await bygg(Chat(admins=set()))


async def test_the_bodys_own_moete_today(hus):
    svar = await hus.chat.si(ANNE, "start referat", at=START)
    assert svar.foerst == "Referatet fra ASU onsdag 15. mai 2024 er åpnet."


async def test_a_day_that_is_named(hus):
    svar = await hus.chat.si(OVE, "start referat for PSU 23. mai", at=START)
    assert svar.foerst == "Referatet fra PSU torsdag 23. mai 2024 er åpnet."


async def test_none_today_those_near_it_are_offered(hus):
    svar = await hus.chat.si(OVE, "start referat", at="2024-05-20T12:00")
    assert svar.labels[:2] == ["PSU torsdag 23. mai 2024", "ASU onsdag 15. mai 2024"]
    svar = await hus.chat.trykk(OVE, svar.knapp("PSU"), at="2024-05-20T12:00")
    assert svar.foerst == "Referatet fra PSU torsdag 23. mai 2024 er åpnet."


async def test_a_body_nobody_knows(hus):
    svar = await hus.chat.si(OVE, "start referat for PTU", at=START)
    assert svar.text.startswith(("Jeg kjenner ikke", "Referatet fra"))


async def test_started_twice_at_once_there_is_one(hus):
    linje = hus.chat.melding(OVE, "start referat for ASU", at=START)
    await hus.chat.gi(linje, sent=False)
    await hus.chat.gi(linje)
    async with hus.chat.store.turn() as uow:
        assert await uow.boeker.for_moete(hus.mai.id)


async def test_a_moete_made_twice_is_one(hus):
    svar = await hus.chat.si(OVE, "start referat for ASU", at="2024-05-13T12:00")
    for _ in range(2):
        await hus.chat.trykk(OVE, svar.knapp("Opprett"), at="2024-05-13T12:00")
    async with hus.chat.store.read() as arkiv:
        register = await arkiv.register()
    assert [str(m.dato) for m in register.moeter_i(hus.asu.id)].count("2024-05-13") == 1


async def test_making_a_moete_takes_the_right(hus):
    knapp = Button("", "referat.opprett", {"organ": hus.asu.id, "op": "op-1"})
    svar = await hus.chat.trykk(BERIT, knapp, at="2024-05-13T12:00")
    assert svar.text.startswith("Det kan bare")


async def test_the_moeteleder_gets_the_list_of_eventuelt_when_the_first_sak_is_opened():
    ref = await aapnet(Chat(admins=set()))
    await ref.chat.si(BERIT, "meld sak til eventuelt i ASU: Bruk av tolk", at=START)
    await ref.chat.post()
    await ref.si(OVE, "neste sak")
    (melding,) = (await ref.chat.post())[f"aad-{ANNE}"]
    assert "Bruk av tolk" in melding.text
    await ref.si(OVE, "neste sak")
    assert (await ref.chat.post())[f"aad-{ANNE}"] == []


async def test_who_leads_and_opens_it_sees_it_at_once():
    ref = await aapnet(Chat(admins=set()), hvem=ANNE)
    await ref.chat.si(BERIT, "meld sak til eventuelt i ASU: Bruk av tolk", at=START)
    svar = await ref.si(ANNE, "neste sak")
    assert len(svar.outcome.replies) == 2
    assert "Bruk av tolk" in svar
    assert any(label.startswith("Ta opp") for label in svar.labels)


async def test_with_nothing_raised_nothing_is_sent():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "neste sak")
    assert (await ref.chat.post())[f"aad-{ANNE}"] == []

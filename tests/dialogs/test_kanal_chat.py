"""«Koble denne kanalen til ASU», said in the channel itself."""

import pytest

from bot.domain.conversation import Conversation
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OLGA, OVE, Huset, bygg

TRAAD = Conversation(f"{ASUKANAL.id};messageid=17", ASUKANAL.kind, ASUKANAL.service_url, name=ASUKANAL.name)


@pytest.fixture
async def huset() -> Huset:
    return await bygg(Chat(admins=set()))


async def test_it_is_linked_once(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    assert svar.foerst == "Kanalen er koblet til ASU. Dette legger jeg ut her fra ASU:"
    igjen = await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    assert igjen.foerst == "Kanalen er allerede koblet til ASU. Dette legger jeg ut her fra ASU:"


async def test_a_line_there_without_a_body_means_that_body(huset):
    """Also in each of the channel's threads."""
    await huset.chat.si(OVE, "koble denne kanalen til PSU", i=TRAAD)
    for sted in (TRAAD, ASUKANAL):
        assert (await huset.chat.si(BERIT, "neste møte?", i=sted)).foerst.startswith("Neste møte i PSU er")
    assert (await huset.chat.si(BERIT, "neste møte?", i=kanal("ASU"))).foerst.startswith("Neste møte i ASU")


async def test_the_link_stands_above_the_name(huset):
    await huset.chat.si(OVE, "koble denne kanalen til PSU", i=kanal("ASU"))
    assert (await huset.chat.si(BERIT, "neste møte?", i=kanal("ASU"))).foerst.startswith("Neste møte i PSU")


async def test_a_name_that_fits_several_bodies_is_asked_about(huset):
    """What is posted for the other would go to the wrong room."""
    svar = await huset.chat.si(OVE, "koble denne kanalen til samarbeidsutvalget", i=ASUKANAL)
    assert {"ASU", "PSU"} <= set(svar.labels)
    async with huset.chat.store.turn() as uow:
        assert await uow.kanaler.her(ASUKANAL.id) == []


async def test_several_bodies_and_several_channels(huset):
    svar = await huset.ja(OVE, "koble denne kanalen til ASU og PSU", i=ASUKANAL)
    assert svar.foerst.startswith("Kanalen er koblet til ASU og PSU.")
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=kanal("Fagdag"))
    await huset.ja(OVE, "send innkallingen til ASU")
    post = await huset.chat.post()
    assert {ASUKANAL.id, kanal("Fagdag").id} < set(post)
    svar = await huset.chat.si(BERIT, "neste møte?", i=ASUKANAL)
    assert svar.labels == ["ASU", "PSU"]


async def test_a_post_goes_to_the_channel_and_not_to_the_thread_it_was_linked_in(huset):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=TRAAD)
    await huset.ja(OVE, "send innkallingen til ASU")
    assert ASUKANAL.id in await huset.chat.post()


async def test_without_a_name_the_channels_own_is_meant(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til et utvalg", i=kanal("ASU"))
    assert svar.foerst == "Kanalen er koblet til ASU. Dette legger jeg ut her fra ASU:"


async def test_without_any_name_it_asks_between_those_one_may_link(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til et utvalg", i=ASUKANAL)
    assert svar.labels == ["ASU", "PSU"]
    valgt = await huset.chat.trykk(OVE, svar.knapp("PSU"), i=ASUKANAL)
    assert valgt.foerst == "Kanalen er koblet til PSU. Dette legger jeg ut her fra PSU:"


async def test_what_is_no_known_sentence_is_shown_first(huset):
    svar = await huset.chat.si(OVE, "vi vil bruke deg her for ASU, denne kanalen", i=ASUKANAL)
    assert svar.text == "Skal jeg koble denne kanalen til ASU?"
    gjort = await huset.chat.trykk(OVE, svar.knapp("Ja, koble den til"), i=ASUKANAL)
    assert gjort.foerst.startswith("Kanalen er koblet til ASU.")


async def test_it_is_unlinked(huset):
    await huset.ja(OVE, "koble denne kanalen til ASU og PSU", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "koble fra PSU", i=ASUKANAL)
    assert svar.text == "Kanalen er ikke lenger koblet til PSU."
    svar = await huset.chat.si(OVE, "koble fra PSU", i=ASUKANAL)
    assert svar.text == "Kanalen er ikke koblet til PSU."
    svar = await huset.chat.si(OVE, "koble fra kanalen", i=ASUKANAL)
    assert svar.text == "Kanalen er ikke lenger koblet til ASU."
    svar = await huset.chat.si(OVE, "koble fra kanalen", i=ASUKANAL)
    assert svar.text.startswith("Kanalen er ikke koblet til noe utvalg, ")
    await huset.ja(OVE, "send innkallingen til ASU")
    assert ASUKANAL.id not in await huset.chat.post()


async def test_what_waits_for_the_morning_is_taken_back_with_the_link(huset):
    """That of another body the channel is linked to stays, also where the møte is of both."""
    await huset.ja(OVE, "koble denne kanalen til ASU og PSU", i=ASUKANAL)
    for linje in ("send innkallingen til ASU", "send innkallingen til PSU"):
        await huset.ja(OVE, linje, at="2024-05-08T21:00")
    svar = await huset.chat.si(OVE, "koble fra ASU", i=ASUKANAL, at="2024-05-08T21:05")
    assert svar.text == "Kanalen er ikke lenger koblet til ASU. Ett innlegg som ventet, blir ikke lagt ut."
    [post] = (await huset.chat.post("2024-05-09T07:05"))[ASUKANAL.id]
    assert post.text.startswith("Innkalling til møte i PSU")


async def test_in_a_conversation_with_the_bot_alone_it_says_where(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til ASU")
    assert svar.text == (
        "Skriv det i kanalen det gjelder, for eksempel «@Helsebot koble denne kanalen til ASU»."
    )


async def test_a_body_nobody_knows(huset):
    svar = await huset.chat.si(OVE, "koble denne kanalen til fagråd 7", i=ASUKANAL)
    assert svar.text.startswith("Jeg kjenner ikke noe utvalg som heter «Fagråd 7».")


@pytest.mark.parametrize("linje", ["koble denne kanalen til ASU", "koble fra ASU", "koble fra kanalen"])
@pytest.mark.parametrize("hvem", [BERIT, ANNE, OLGA, "ukjent"])
async def test_who_is_not_the_sekretariat_is_told_who_can(huset, hvem, linje):
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    svar = await huset.chat.si(hvem, linje, i=ASUKANAL)
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre. Sekretariatet i ASU er Ove Bakk.")
    assert (await huset.chat.si(BERIT, "neste møte?", i=ASUKANAL)).foerst.startswith("Neste møte i ASU")


async def test_each_of_several_bodies_takes_its_own_right(huset):
    """The sekretariat of one body links no channel to another."""
    async with huset.chat.store.turn() as uow:
        psu = huset.psu
        psu.medlemmer = [m for m in psu.medlemmer if m.navn != OVE.title()]
        await uow.save_organ(psu)
        await uow.commit()
    svar = await huset.chat.si(OVE, "koble denne kanalen til ASU og PSU", i=ASUKANAL)
    assert svar.text.startswith("Det kan bare sekretariatet i PSU gjøre.")
    assert (await huset.chat.si(OVE, "koble fra kanalen", i=ASUKANAL)).text.startswith(
        "Kanalen er ikke koblet til noe utvalg, "
    )


async def test_in_nynorsk(huset):
    await huset.chat.si(OVE, "snakk nynorsk i denne kanalen", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "kople denne kanalen til ASU", i=ASUKANAL)
    assert svar.foerst == "Kanalen er kopla til ASU. Dette legg eg ut her frå ASU:"
    await huset.ja(OVE, "send innkallingen til ASU")
    assert (await huset.chat.post())[ASUKANAL.id][0].text.startswith("Innkalling til møte i ASU")

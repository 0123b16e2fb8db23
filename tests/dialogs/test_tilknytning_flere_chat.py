"""«Stemmer» of somebody who sits in two bodies: it gives rights in both, so both are asked."""

import asyncio

import pytest

from bot.domain.organ import Helsefellesskap, Medlem, Rolle
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, Chat
from tests.dialogs.test_identitet_chat import bruker, organ

INE, KARI, PER = "ine vik", "kari nes", "per vik"
PAPIR = "innkalling.pdf"


async def bygg(chat: Chat, i_psu: Medlem | None = None) -> Chat:
    """Ine is known by name alone, the sekretariat of ASU and leder of PSU; Kari is ASU's sekretariat, Per
    PSU's. Ine has dropped a paper, so that ASU's sekretariat is asked who she is.
    """
    chat.files.readings[PAPIR] = eksempel.lest_innkalling()
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        kari = Medlem("Kari Nes", Rolle.SEKRETARIAT, aad_id=f"aad-{KARI}")
        asu = await uow.save_organ(organ(fellesskap, "ASU", kari, Medlem("Ine Vik", Rolle.SEKRETARIAT)))
        ine = Medlem("Ine Vik", Rolle.LEDER, person_id=asu.medlemmer[1].person_id)
        per = i_psu or Medlem("Per Vik", Rolle.SEKRETARIAT, aad_id=f"aad-{PER}")
        await uow.save_organ(organ(fellesskap, "PSU", ine, per))
        await uow.commit()
    await chat.si(KARI, "hei")
    await chat.slipp(INE, PAPIR)
    return chat


@pytest.fixture
async def chat() -> Chat:
    chat = await bygg(Chat(admins={"aad-drift"}, helsefellesskap=FELLESSKAP))
    await chat.si(PER, "hei")
    return chat


def stemmer(post, hvem: str, label: str = "Stemmer"):
    return next(b for b in post[hvem][-1].buttons if b.label == label)


async def test_one_of_two_sekretariats_does_not_tie_and_the_other_is_asked(chat):
    svar = await chat.trykk(KARI, stemmer(await chat.post(), KARI))
    assert svar.foerst == (
        "Notert. Ine Vik sitter også i PSU, og sekretariatet der må også svare før jeg vet at "
        "Ine Vik i Teams er Ine Vik. Jeg har spurt dem."
    )
    assert (await bruker(chat, INE)).person_id is None
    post = await chat.post()
    assert post[INE] == []
    assert "sekretariat i ASU og leder i PSU" in post[PER][0].text


async def test_with_the_yes_of_both_it_is_them(chat):
    await chat.trykk(KARI, stemmer(await chat.post(), KARI))
    svar = await chat.trykk(PER, stemmer(await chat.post(), PER))
    assert svar.foerst == "Da vet jeg at Ine Vik i Teams er Ine Vik. Jeg har sagt fra."
    kjent = await bruker(chat, INE)
    assert (kjent.person_id is not None, kjent.stemmer) == (True, ())
    assert "bekreftet at du er Ine Vik" in (await chat.post())[INE][0].text


async def test_both_at_once_is_the_yes_of_both(chat):
    knapp = stemmer(await chat.post(), KARI)
    await asyncio.gather(chat.trykk(KARI, knapp), chat.trykk(PER, knapp))
    assert (await bruker(chat, INE)).person_id is not None


async def test_the_other_says_no_and_the_first_yes_is_gone(chat):
    await chat.trykk(KARI, stemmer(await chat.post(), KARI))
    post = await chat.post()
    await chat.trykk(PER, stemmer(post, PER, "Stemmer ikke"))
    kjent = await bruker(chat, INE)
    assert (kjent.person_id, kjent.stemmer) == (None, ())


async def test_an_administrator_says_it_for_all(chat):
    await chat.trykk("drift", stemmer(await chat.post(), KARI))
    assert (await bruker(chat, INE)).person_id is not None


async def test_the_other_who_cannot_be_reached_can_find_the_question():
    chat = await bygg(Chat(admins={"aad-drift"}, helsefellesskap=FELLESSKAP))
    svar = await chat.trykk(KARI, stemmer(await chat.post(), KARI))
    assert "Jeg når dem ikke. De kan svare ved å skrive «hvem er jeg» til meg." in svar
    venter = (await chat.si(PER, "hvem er jeg")).knapp("Hvem venter")
    svar = await chat.trykk(PER, venter)
    await chat.trykk(PER, next(b for b in svar.buttons if b.label == "Stemmer"))
    assert (await bruker(chat, INE)).person_id is not None


async def test_the_sekretariat_of_both_says_it_alone():
    begge = Medlem("Kari Nes", Rolle.SEKRETARIAT, aad_id=f"aad-{KARI}")
    chat = await bygg(Chat(admins={"aad-drift"}, helsefellesskap=FELLESSKAP), begge)
    await chat.trykk(KARI, stemmer(await chat.post(), KARI))
    assert (await bruker(chat, INE)).person_id is not None

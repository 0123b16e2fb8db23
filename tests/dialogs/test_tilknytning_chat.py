"""«Stemmer»: the sekretariat says who somebody is, and nobody else does."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Helsefellesskap, Medlem, Rolle
from bot.turn import Kind
from tests.dialogs import eksempel
from tests.dialogs.chat import FELLESSKAP, Chat, kanal
from tests.dialogs.test_identitet_chat import bruker, organ

INE, KARI, OLE, PER = "ine vik", "kari nes", "ole moe", "per vik"
PAPIR = "innkalling.pdf"


@pytest.fixture
async def chat() -> Chat:
    """Kari and Ole are ASU's sekretariat and surely known; Ine is too, but known by name alone. Per is
    the sekretariat of another body.
    """
    chat = Chat(admins={"aad-drift"}, helsefellesskap=FELLESSKAP)
    chat.files.readings[PAPIR] = eksempel.lest_innkalling()
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        sikre = [Medlem(n.title(), Rolle.SEKRETARIAT, aad_id=f"aad-{n}") for n in (KARI, OLE)]
        ine = Medlem("Ine Vik", Rolle.SEKRETARIAT)
        await uow.save_organ(organ(fellesskap, "ASU", *sikre, ine))
        per = Medlem("Per Vik", Rolle.SEKRETARIAT, aad_id=f"aad-{PER}")
        await uow.save_organ(organ(fellesskap, "PSU", per))
        await uow.commit()
    for navn in (KARI, OLE):
        await chat.si(navn, "hei")
    return chat


async def spurt(chat: Chat) -> Button:
    """Ine tries what a name is not enough for; the button Kari gets."""
    await chat.slipp(INE, PAPIR)
    [melding] = (await chat.post())[KARI]
    return next(b for b in melding.buttons if b.label == "Stemmer")


async def test_a_name_alone_opens_no_file_and_the_sekretariat_is_asked(chat):
    svar = await chat.slipp(INE, PAPIR)
    assert svar.text == (
        "Jeg kjenner deg bare på navnet, og det holder ikke til dette. "
        "Jeg har spurt sekretariatet i ASU om du er Ine Vik, og sier fra når de har svart."
    )
    assert chat.files.fetched == []
    post = await chat.post()
    assert post.keys() == {f"aad-{KARI}", f"aad-{OLE}"}
    assert post[KARI][0].text == (
        "Ine Vik skriver til meg, og heter det samme som Ine Vik, sekretariat i ASU. Er det samme person?\n"
        "Jeg får ikke vite e-posten fra Teams. Spør gjerne vedkommende før du svarer."
    )


async def test_the_e_mail_of_the_roster_is_shown_to_those_who_are_to_say(chat):
    chat.roster.epost_til[INE] = "ukjent@example.no"
    await chat.slipp(INE, PAPIR)
    assert "E-posten i Teams er ukjent@example.no." in (await chat.post())[KARI][0].text


async def test_they_are_asked_once_however_often_it_is_tried(chat):
    await chat.slipp(INE, PAPIR)
    await chat.slipp(INE, PAPIR)
    assert len((await chat.post())[KARI]) == 1


async def test_stemmer_gives_the_rights_and_tells_the_one_who_waits(chat):
    svar = await chat.trykk(KARI, await spurt(chat))
    assert svar.foerst == "Da vet jeg at Ine Vik i Teams er Ine Vik. Jeg har sagt fra."
    [melding] = (await chat.post())[INE]
    assert melding.text.startswith("Sekretariatet har bekreftet at du er Ine Vik.")
    assert "Lagre" in (await chat.slipp(INE, PAPIR)).labels


async def test_pressed_twice_and_by_two_it_is_once(chat):
    await chat.slipp(INE, PAPIR)
    post = await chat.post()
    for navn in (KARI, KARI, OLE):
        knapp = next(b for b in post[navn][0].buttons if b.label == "Stemmer")
        assert "er Ine Vik" in await chat.trykk(navn, knapp)
    assert len((await chat.post())[INE]) == 1


async def test_nobody_else_may_say_who_somebody_is(chat):
    knapp = await spurt(chat)
    for navn in (INE, PER, "fremmed mann"):
        svar = await chat.trykk(navn, knapp)
        assert "Stemmer" not in svar.labels
        assert (await bruker(chat, INE)).person_id is None
    assert "Det kan bare sekretariatet i ASU gjøre." in svar
    assert "Sekretariatet i ASU er Kari Nes, Ole Moe og Ine Vik." in svar
    assert "er Ine Vik" in await chat.trykk("drift", knapp)


async def test_a_refused_press_can_be_pressed_again_when_it_is_allowed(chat):
    knapp = await spurt(chat)
    await chat.trykk("siri by", knapp)
    async with chat.store.turn() as uow:
        asu = (await uow.register()).organer[0]
        asu.medlemmer.append(Medlem("Siri By", Rolle.SEKRETARIAT, aad_id="aad-siri by"))
        await uow.save_organ(asu)
        await uow.commit()
    assert "er Ine Vik" in await chat.trykk("siri by", knapp)


async def test_stemmer_ikke_takes_the_name_away(chat):
    await spurt(chat)
    post = (await chat.si(KARI, "hvem er jeg")).knapp("Hvem venter")
    svar = await chat.trykk(KARI, post)
    assert "E-posten" not in svar
    await chat.trykk(KARI, next(b for b in svar.buttons if b.label == "Stemmer ikke"))
    assert "ikke er Ine Vik" in (await chat.post())[INE][0].text
    assert (await chat.si(INE, "hvem er jeg")).foerst.startswith("Jeg kjenner deg ikke igjen")


async def test_what_was_confirmed_can_be_taken_back(chat):
    svar = await chat.trykk(KARI, await spurt(chat))
    await chat.trykk(KARI, svar.knapp("Stemmer ikke"))
    assert (await bruker(chat, INE)).person_id is None


async def test_the_list_of_those_who_wait_is_the_sekretariats_and_private(chat):
    venter = Button("", "tilknytning.venter")
    assert "Ingen venter" in await chat.trykk(KARI, venter)
    await chat.si(INE, "hei")
    assert "Én venter på å bli bekreftet:" in (await chat.trykk(KARI, venter)).text
    assert "Ingen venter" in await chat.trykk(PER, venter)
    assert "Det kan bare sekretariatet" in await chat.trykk("fremmed mann", venter)
    assert "Skriv det til meg alene." in await chat.trykk(KARI, venter, i=kanal("ASU"))


async def test_another_name_by_now_is_not_what_was_asked(chat):
    knapp = await spurt(chat)
    await chat.gi(chat.melding(INE, "hei", kind=Kind.MESSAGE))
    async with chat.store.turn() as uow:
        kjent = await uow.brukere.hent(f"aad-{INE}")
        await uow.brukere.lagre(replace(kjent, navn="Noen Annen"))
        await uow.commit()
    assert "ikke like lenger" in await chat.trykk(KARI, knapp)
    assert (await bruker(chat, INE)).person_id is None


@pytest.mark.parametrize(
    "data", [{}, {"bruker": "aad-x"}, {"bruker": 3, "medlem": 1}, {"bruker": "x", "medlem": "y"}]
)
async def test_a_button_nobody_made_ties_nobody(chat, data):
    svar = await chat.trykk(KARI, Button("", "tilknytning.stemmer", data))
    assert "napp" in svar.foerst


async def test_a_user_or_a_member_that_is_not_there(chat):
    knapp = await spurt(chat)
    for andre in ({"bruker": "aad-ingen"}, {"medlem": 9999}):
        data = {**knapp.data, **andre, "op": f"{andre}"}
        svar = await chat.trykk("drift", Button("", knapp.verb, data))
        assert "finnes ikke lenger" in svar


async def test_where_nobody_can_be_asked_it_says_who_they_are():
    chat = Chat(admins={"aad-drift"})
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        kari = Medlem("Kari Nes", Rolle.SEKRETARIAT, aad_id="aad-kari")
        await uow.save_organ(organ(fellesskap, "ASU", kari, Medlem("Ine Vik", Rolle.SEKRETARIAT)))
        await uow.commit()
    svar = await chat.slipp(INE, PAPIR)
    assert "Sekretariatet i ASU kan bekrefte at du er Ine Vik." in svar
    assert "Sekretariatet i ASU er Kari Nes og Ine Vik." in svar


@pytest.mark.parametrize(
    ("maalform", "linje"),
    [("bokmål", "Hvem venter på å bli bekreftet?"), ("nynorsk", "kven ventar på å bli stadfesta")],
)
async def test_the_label_of_the_button_may_be_written_at_any_time(chat, maalform, linje):
    """Not only as the next line after the card that shows it."""
    await chat.si(KARI, f"skriv {maalform}")
    await spurt(chat)
    svar = await chat.si(KARI, linje)
    assert svar.foerst in ("Én venter på å bli bekreftet:", "Éin ventar på å bli stadfesta:")
    assert "Ine Vik skriv" in svar
    assert (await chat.si("ukjent", linje)).labels == []

"""What writes and was not said in so many words is shown, and done once on «Ja, …»."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.conversation import Button, ConversationKind
from bot.turn import Suggestion
from storage.store import open_store
from tests.dialogs import eksempel
from tests.dialogs.chat import NAA, Chat, kanal, senere
from tests.dialogs.tolker import Innvidd, gjettet

OENSKE = "kanskje det var finere med nynorsk"
"""Understood as a wish for nynorsk, and no sentence that the bot knows."""
SPOERSMAAL = "Skal jeg svare deg på nynorsk?"
GJORT = "Frå no av svarar eg deg på nynorsk."


@pytest.fixture
async def chat() -> Chat:
    return await bot()


async def bot(store=None) -> Chat:
    chat = Chat(tolk=Innvidd(**{OENSKE.replace(" ", "_"): gjettet("maalform.velg")}), store=store)
    if store is None:
        await chat.har(eksempel.lest_innkalling())
    return chat


async def til_sammen(chat: Chat) -> bool:
    return "til sammen" in await chat.si("anne", "saksliste ASU")


async def test_it_is_shown_and_nothing_is_done(chat):
    svar = await chat.si("anne", OENSKE)
    assert svar.text == SPOERSMAAL
    assert svar.labels == ["Ja, svar på nynorsk", "Avbryt"]
    assert await til_sammen(chat)


async def test_a_whole_known_sentence_is_done_at_once(chat):
    assert (await chat.si("anne", "bytt til nynorsk")).text.startswith(GJORT)


async def test_yes_does_it_on_the_card(chat):
    svar = await chat.si("anne", OENSKE)
    gjort = await chat.trykk("anne", svar.knapp("Ja"))
    assert gjort.text.startswith(GJORT)
    assert gjort.outcome.replies[0].in_place
    assert not await til_sammen(chat)


async def test_cancel_does_nothing_and_takes_the_buttons_away(chat):
    svar = await chat.si("anne", OENSKE)
    avbrutt = await chat.trykk("anne", svar.knapp("Avbryt"))
    assert avbrutt.text == "Greit. Jeg har ikke gjort noe."
    assert avbrutt.outcome.replies[0].in_place
    assert avbrutt.labels == []
    assert await til_sammen(chat)


@pytest.mark.parametrize("linje", ["ja", "Ja.", "ja takk", "jepp", "ok", "ja, det kan du", "1"])
async def test_the_next_line_may_say_yes(chat, linje):
    await chat.si("anne", OENSKE)
    assert (await chat.si("anne", linje)).text.startswith(GJORT)


@pytest.mark.parametrize("linje", ["nei", "Nei takk", "avbryt", "stopp", "2"])
async def test_the_next_line_may_say_no(chat, linje):
    await chat.si("anne", OENSKE)
    assert (await chat.si("anne", linje)).text == "Greit. Jeg har ikke gjort noe."
    assert await til_sammen(chat)


@pytest.mark.parametrize("linje", ["ja, hvis du kan", "nei, ja", "ja til pauser"])
async def test_what_is_no_plain_yes_is_none(chat, linje):
    await chat.si("anne", OENSKE)
    assert not (await chat.si("anne", linje)).text.startswith((GJORT, "Greit."))


async def test_a_yes_to_nothing_does_nothing(chat):
    assert not (await chat.si("anne", "ja")).text.startswith(GJORT)
    assert await til_sammen(chat)


async def test_a_yes_after_other_talk_is_no_answer_any_more(chat):
    svar = await chat.si("anne", OENSKE)
    await chat.si("anne", "neste ASU")
    assert not (await chat.si("anne", "ja")).text.startswith(GJORT)
    assert (await chat.trykk("anne", svar.knapp("Ja"))).text.startswith(GJORT)


async def test_pressed_twice_is_done_once(chat):
    ja = (await chat.si("anne", OENSKE)).knapp("Ja")
    foerste = await chat.trykk("anne", ja)
    await chat.si("anne", "bytt til bokmål")
    assert (await chat.trykk("anne", ja)).text == foerste.text
    assert await til_sammen(chat)


async def test_written_and_pressed_is_done_once(chat):
    ja = (await chat.si("anne", OENSKE)).knapp("Ja")
    await chat.si("anne", "ja")
    await chat.si("anne", "bytt til bokmål")
    await chat.trykk("anne", ja)
    assert await til_sammen(chat)


async def test_the_first_of_the_two_buttons_counts(chat):
    svar = await chat.si("anne", OENSKE)
    await chat.trykk("anne", svar.knapp("Avbryt"))
    await chat.trykk("anne", svar.knapp("Ja"))
    assert await til_sammen(chat)


async def test_a_redelivered_press_is_done_once(chat):
    ja = (await chat.si("anne", OENSKE)).knapp("Ja")
    trykket = replace(chat.melding("anne", "", button=ja, wants_body=True), kind="press")
    foerst = await chat.gi(trykket, sent=False)
    await chat.si("anne", "bytt til bokmål")
    assert (await chat.gi(trykket)).text == foerst.text
    assert await til_sammen(chat)


async def test_only_the_one_who_was_asked_may_answer(chat):
    rom = kanal("ASU")
    svar = await chat.si("anne", OENSKE, i=rom)
    assert svar.text == "Skal jeg svare på nynorsk her i kanalen?"
    andres = await chat.trykk("berit", svar.knapp("Ja"), i=rom)
    assert andres.text.startswith("Det var en annen jeg spurte.")
    assert not andres.outcome.replies[0].in_place
    assert "nynorsk" not in (await chat.si("berit", "ja", i=rom)).text
    assert "til sammen" in await chat.si("berit", "saksliste ASU", i=rom)
    assert (await chat.trykk("anne", svar.knapp("Ja"), i=rom)).text.endswith("her i kanalen.")


async def test_a_group_is_asked_as_a_group(chat):
    gruppe = replace(kanal("vi"), kind=ConversationKind.GROUP)
    assert (await chat.si("anne", OENSKE, i=gruppe)).text == "Skal jeg svare på nynorsk her i gruppen?"


async def test_after_a_day_it_is_asked_for_again(chat):
    ja = (await chat.si("anne", OENSKE)).knapp("Ja")
    svar = await chat.trykk("anne", ja, at=senere(NAA, 60 * 24 + 1))
    assert svar.text.startswith("Det er mer enn et døgn siden jeg spurte.")
    assert await til_sammen(chat)


@pytest.mark.parametrize(
    "feil",
    [
        {"op": None},
        {"hvem": 1},
        {"spurt": "i går"},
        {"spurt": "2024-05-08T09:00"},
        {"hensikt": 3},
        {"hensikt": "import.fil"},
        {"hensikt": "finnes.ikke"},
        {"slots": "x"},
        {"slots": {"maalform": "en"}},
    ],
)
async def test_a_button_nobody_here_has_made_does_nothing(chat, feil):
    ja = (await chat.si("anne", OENSKE)).knapp("Ja")
    svar = await chat.trykk("anne", Button(ja.label, ja.verb, {**ja.data, **feil}))
    assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")
    assert await til_sammen(chat)


async def test_in_nynorsk(chat):
    await chat.si("anne", "kva fristar har vi?")
    svar = await chat.si("anne", OENSKE)
    assert svar.text == "Skal eg svare deg på nynorsk?"
    assert (await chat.si("anne", "avbryt")).text == "Greitt. Eg har ikkje gjort noko."


async def test_where_no_language_is_named_nothing_is_shown_for_a_yes():
    chat = Chat(tolk=Innvidd(språk_takk=gjettet("maalform.velg")))
    assert (await chat.si("anne", "språk takk")).labels == ["Bokmål", "Nynorsk"]


async def test_what_else_was_asked_for_stands_above_the_card():
    ogsaa = (Suggestion("moete.saksliste", "Saksliste for ASU"),)
    chat = Chat(tolk=Innvidd(nynorsk_og_saksliste=gjettet("maalform.velg", also=ogsaa, extra={})))
    await chat.har(eksempel.lest_innkalling())
    svar = await chat.si("anne", "nynorsk og saksliste")
    assert svar.text == f"Du spurte også: «Saksliste for ASU»\n\n{SPOERSMAAL}"
    assert svar.labels == ["Saksliste for ASU", "Ja, svar på nynorsk", "Avbryt"]
    assert (await chat.trykk("anne", svar.knapp("Saksliste"))).foerst.startswith("Saksliste for ASU")
    assert (await chat.trykk("anne", svar.knapp("Ja"))).text.startswith(GJORT)


async def test_two_presses_at_once_in_two_processes_are_one(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    boter = [await bot(store) for store in stores]
    ja = (await boter[0].si("anne", OENSKE)).knapp("Ja")
    svar = await asyncio.gather(*(b.trykk("anne", ja) for b in boter))
    assert {s.text for s in svar} == {svar[0].text}
    assert svar[0].text.startswith(GJORT)
    for store in stores:
        await store.close()

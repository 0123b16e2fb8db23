"""When two bodies fit, the bot asks; it never guesses."""

from datetime import date

import pytest

from bot.domain.reading import Reading
from bot.turn import SAY
from tests.dialogs import eksempel
from tests.dialogs.chat import NAA, Chat, kanal, privat, senere

SOER = "Helsefellesskapet Søndre Fjordfylke"


@pytest.fixture
async def to() -> Chat:
    """Two helsefellesskap, each with an ASU; the southern one meets a day later."""
    chat = Chat()
    await chat.har(eksempel.lest_innkalling(), Reading(referat=eksempel.referat()))
    await chat.har(eksempel.lest_innkalling(date(2024, 5, 16)), fellesskap=SOER)
    return chat


async def test_two_bodies_of_one_name_are_asked_about(to):
    svar = await to.si("anne", "neste ASU")
    assert svar.text == "Hvilket utvalg mener du?"
    assert svar.labels == ["ASU (Helsefellesskapet Nordre Fjordfylke)", f"ASU ({SOER})"]


@pytest.mark.parametrize("linje", ["2", f"ASU ({SOER})", f"asu {SOER.lower()}", "asu (helsefellesskapet s"])
async def test_the_answer_may_be_written_by_number_label_or_its_beginning(to, linje):
    await to.si("anne", "neste ASU")
    svar = await to.si("anne", linje)
    assert svar.foerst == f"Neste møte i ASU ({SOER}) er torsdag 16. mai 2024 kl. 12.00–15.00."
    assert SOER in svar.text.split("\n")[1]


async def test_an_answer_that_fits_both_is_no_answer(to):
    await to.si("anne", "saksliste ASU")
    assert (await to.si("anne", "asu (helse")).text.startswith(("Hvilket utvalg", "Det forstod"))


async def test_nobody_answers_for_another(to):
    gruppe = kanal("Samhandling")
    await to.si("anne", "neste ASU", i=gruppe)
    assert (await to.si("berit", "2", i=gruppe)).text.startswith("Det forstod jeg ikke.")
    assert (await to.si("anne", "2", i=gruppe)).foerst.startswith("Neste møte i ASU")


async def test_the_buttons_need_no_memory(to):
    svar = await to.si("anne", "forslag til vedtak i tredje sak i ASU")
    knapp = svar.buttons[1]
    await to.si("anne", "hjelp")
    svar = await to.trykk("anne", knapp, at=senere(NAA, 60 * 24))
    assert svar.foerst == "Forslag til vedtak i sak 03/24 Felles vaktordning for øykommunene:"


async def test_a_question_from_yesterday_is_not_answered_by_a_number(to):
    await to.si("anne", "neste ASU")
    assert (await to.si("anne", "2", at=senere(NAA, 60 * 24))).text.startswith("Det forstod jeg ikke.")


async def test_another_line_closes_the_question(to):
    await to.si("anne", "neste ASU")
    await to.si("anne", "hjelp")
    assert (await to.si("anne", "2")).text.startswith("Det forstod jeg ikke.")


async def test_with_no_body_named_the_helsefellesskap_is_asked_for(to):
    svar = await to.si("anne", "neste møte")
    assert svar.text == "Hvilket helsefellesskap mener du?"
    assert (await to.si("anne", "1")).foerst.startswith("Neste møte i ASU (Helsefellesskapet Nordre")
    assert (await to.si("anne", "møter")).foerst == "Jeg kjenner til fire møter framover."


async def test_the_channel_says_which_body_it_is(chat):
    svar = await chat.si(
        "anne", "hva står på sakslisten?", i=kanal("Fagråd for pasientsamarbeid – arbeidsrom")
    )
    assert svar.foerst.startswith("Referat fra Fagråd for pasientsamarbeid")


async def test_the_channel_of_one_helsefellesskap_decides_between_two(to):
    await to.si("anne", "neste ASU")
    svar = await to.si("anne", "neste møte", i=kanal("ASU"))
    assert svar.labels == ["ASU (Helsefellesskapet Nordre Fjordfylke)", f"ASU ({SOER})"]


async def test_a_name_in_a_private_chat_is_no_channel(chat):
    rom = privat("anne")
    rom.name = "Fagråd for pasientsamarbeid"
    assert (await chat.si("anne", "neste møte", i=rom)).foerst.startswith("Neste møte i ASU")


async def test_what_was_just_shown_decides_between_two(to):
    await to.si("anne", "neste ASU")
    await to.si("anne", "2")
    assert (await to.si("anne", "saksliste ASU")).foerst == (
        f"Saksliste for ASU ({SOER}) torsdag 16. mai 2024 kl. 12.00–15.00"
    )


async def test_what_is_not_understood_gets_three_suggestions_and_help(chat):
    svar = await chat.si("anne", "grønn kakao med krem")
    assert svar.text == "Det forstod jeg ikke. Mente du noe av dette?"
    assert len(svar.labels) == 4
    assert svar.labels[-1] == "Hjelp"
    assert all(b.verb == SAY for b in svar.buttons[:3])


async def test_a_suggestion_is_pressed_or_picked_by_number(chat):
    svar = await chat.si("anne", "grønn kakao med krem")
    pressed = await chat.trykk("anne", svar.buttons[0])
    assert not pressed.text.startswith("Det forstod")
    await chat.si("anne", "grønn kakao med krem")
    assert (await chat.si("anne", "1")).text == pressed.text


async def test_only_a_mention_gets_help(chat):
    assert (await chat.si("anne", "  ")).foerst == "Dette kan du skrive til meg:"


async def test_help_takes_its_examples_from_the_bodies_there_are(chat):
    svar = await chat.si("anne", "hjelp", i=kanal("Fagråd for pasientsamarbeid"))
    assert "neste Fagråd for pasientsamarbeid" in svar.labels
    assert "nevne meg med @" in svar


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("meld forfall", "Jeg finner deg ikke blant medlemmene"),
        ("start referat", "ASU og Fagråd for pasientsamarbeid har ikke noe møte onsdag 8. mai"),
        ("hva lagrer du om meg", "Dette har jeg lagret"),
        ("hvem sitter i ASU", "Jeg har ikke fått noen medlemsliste for ASU."),
    ],
)
async def test_what_comes_later_is_answered_honestly(chat, linje, svar):
    assert (await chat.si("anne", linje)).text.startswith(svar)

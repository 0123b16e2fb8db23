"""The form for forfall: several møter at once, with a vara of one's own seat."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat, Svar, kanal
from tests.dialogs.forfallsfolk import ALLE, BERIT, JONAS, KARI, Huset, bygg, installer, logg

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
INGENTING = "Velg minst ett møte, og trykk «Meld forfall»."


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


def felt(svar: Svar, id_: str) -> dict:
    return next(e for e in svar.cards[0]["body"] if e.get("id") == id_)


def fylt(svar: Svar, **inputs: str) -> Button:
    """The button as Teams sends it: with what was filled in, as strings."""
    knapp = svar.knapp("Meld forfall")
    return replace(knapp, data={**knapp.data, **inputs})


@pytest.mark.parametrize(
    "linje", ["skjema for forfall", "forfallsskjema", "kan jeg få et skjema for forfall"]
)
async def test_it_is_asked_for(chat, huset, linje):
    svar = await chat.si(BERIT, linje)
    assert svar.foerst == "Hvilke møter kan du ikke komme til?"
    sjekk(svar.outcome.replies[0].message)
    titler = [v["title"] for v in felt(svar, "forfall_moeter")["choices"]]
    assert titler == [ONSDAG, "ASU onsdag 19. juni 2024 kl. 12.00–15.00"]
    assert [v["title"] for v in felt(svar, "forfall_vara")["choices"]] == [
        "Kari Dahl",
        "Liv Strand",
        "Ingen ennå",
    ]


async def test_help_opens_it(chat, huset):
    hjelp = await chat.si(BERIT, "hjelp")
    svar = await chat.trykk(BERIT, hjelp.knapp("Meld forfall"))
    assert svar.foerst == "Hvilke møter kan du ikke komme til?"


async def test_meld_forfall_opens_it_where_no_moete_is_clear(chat, huset):
    svar = await chat.si(JONAS, "meld forfall")
    assert svar.foerst == "Hvilke møter kan du ikke komme til?"
    assert len(felt(svar, "forfall_moeter")["choices"]) == 3
    assert await logg(chat, huset.onsdag) == []


async def test_several_moeter_and_a_vara(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    valgte = f"{huset.onsdag.id},{huset.juni.id}"
    gjort = await chat.trykk(BERIT, fylt(svar, forfall_moeter=valgte, forfall_vara=str(huset.person(KARI))))
    assert gjort.text.count("Forfall er notert: ASU") == 2
    assert gjort.outcome.replies[0].in_place
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]
    assert await logg(chat, huset.juni) == ["forfall Berit Nes", "kalt Kari Dahl"]


async def test_without_a_vara_the_first_is_proposed(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    gjort = await chat.trykk(BERIT, fylt(svar, forfall_moeter=str(huset.onsdag.id), forfall_vara="ingen"))
    assert "Spør Kari Dahl" in gjort.labels
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


@pytest.mark.parametrize("inputs", [{}, {"forfall_moeter": ""}, {"forfall_moeter": " , "}])
async def test_nothing_chosen_gives_the_form_again_with_what_was_filled_in(chat, huset, inputs):
    svar = await chat.si(BERIT, "skjema for forfall")
    vara = str(huset.person(KARI))
    igjen = await chat.trykk(BERIT, fylt(svar, forfall_vara=vara, **inputs))
    assert igjen.foerst == INGENTING
    assert igjen.outcome.replies[0].in_place
    assert felt(igjen, "forfall_vara")["value"] == vara
    assert await logg(chat, huset.onsdag) == []


async def test_a_moete_that_went_away_meanwhile(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    valgte = f"{huset.onsdag.id},{huset.juni.id}"
    igjen = await chat.trykk(BERIT, fylt(svar, forfall_moeter=valgte), at="2024-05-16T09:00")
    assert igjen.foerst.startswith("Et av møtene du valgte")
    assert felt(igjen, "forfall_moeter")["value"] == str(huset.juni.id)
    assert await logg(chat, huset.juni) == []


async def test_a_body_one_is_not_in_cannot_be_sent(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    igjen = await chat.trykk(BERIT, fylt(svar, forfall_moeter=str(huset.torsdag.id)))
    assert igjen.foerst.startswith("Et av møtene du valgte")
    assert await logg(chat, huset.torsdag) == []


async def test_a_vara_who_is_none_of_the_choices_is_not_asked(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    valgt = fylt(svar, forfall_moeter=str(huset.onsdag.id), forfall_vara=str(huset.person(JONAS)))
    assert "Spør Kari Dahl" in (await chat.trykk(BERIT, valgt)).labels
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_sent_twice_is_noted_once(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    sendt = fylt(svar, forfall_moeter=str(huset.onsdag.id))
    foerst = await chat.trykk(BERIT, sendt)
    assert (await chat.trykk(BERIT, sendt)).text == foerst.text
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_nothing_chosen_and_then_something_with_the_new_form(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    igjen = await chat.trykk(BERIT, fylt(svar))
    gjort = await chat.trykk(BERIT, fylt(igjen, forfall_moeter=str(huset.onsdag.id)))
    assert gjort.foerst == f"Forfall er notert: {ONSDAG}."


async def test_who_presses_it_is_who_it_is_about(chat, huset):
    svar = await chat.si(BERIT, "skjema for forfall")
    await chat.trykk(JONAS, fylt(svar, forfall_moeter=str(huset.onsdag.id)))
    assert await logg(chat, huset.onsdag) == ["forfall Jonas Moe"]


async def test_in_a_bodys_channel_it_has_that_bodys_moeter(chat, huset):
    svar = await chat.si(JONAS, "skjema for forfall", i=kanal("PSU"))
    titler = [v["title"] for v in felt(svar, "forfall_moeter")["choices"]]
    assert titler == ["PSU torsdag 23. mai 2024 kl. 12.00–15.00"]
    assert "Hvilke møter" not in await chat.si(JONAS, "skjema for forfall", i=kanal("Fagråd 7"))


async def test_in_nynorsk(chat, huset):
    await chat.si(BERIT, "bytt til nynorsk")
    svar = await chat.si(BERIT, "skjema for forfall")
    assert svar.foerst == "Kva møte kan du ikkje kome til?"
    assert (await chat.trykk(BERIT, fylt(svar))).foerst == "Vel minst eitt møte, og trykk «Meld forfall»."

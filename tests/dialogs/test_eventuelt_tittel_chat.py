"""After the form a plain line may be the title: it is asked about, and other lines are what they are."""

from datetime import date

import pytest

from bot.turn import Meaning, Period, Slots
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import BERIT, JONAS, bygg, saker, titler
from tests.dialogs.tolker import Innvidd

MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
SPURT = f"Skal jeg melde denne saken til eventuelt i {MAI}?\n«Kompetansebroen 2»"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    return await bygg(chat)


@pytest.mark.parametrize("linje", ["meld sak til eventuelt i ASU:", "meld sak til eventuelt"])
async def test_the_next_line_is_the_title_on_a_yes(chat, hos, linje):
    assert (await chat.si(BERIT, linje)).cards
    spurt = await chat.si(BERIT, "Kompetansebroen 2")
    assert (spurt.text, spurt.labels) == (SPURT, ["Ja, meld saken", "Avbryt"])
    assert await titler(chat, hos.asu) == []
    assert "nr. 1 på listen" in await chat.si(BERIT, "ja")
    assert await titler(chat, hos.asu) == ["Kompetansebroen 2"]


async def test_and_nothing_on_a_no(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt")
    await chat.si(BERIT, "Kompetansebroen 2")
    await chat.si(BERIT, "avbryt")
    assert "Kompetansebroen 2" not in await chat.si(BERIT, "Kompetansebroen 2")
    assert await titler(chat, hos.asu) == []


async def test_the_day_that_was_named_is_kept(chat, hos):
    juni = Period(date(2024, 6, 19), date(2024, 6, 20))
    sagt = Innvidd(til_juni=Meaning("eventuelt.meld", sure=True, strict=True, slots=Slots(period=juni)))
    chat = Chat(admins=set(), store=chat.store, tolk=sagt)
    await chat.si(BERIT, "til juni")
    assert "ASU onsdag 19. juni 2024" in await chat.si(BERIT, "Kompetansebroen 2")


async def test_of_several_bodies_it_asks_which(chat, hos):
    await chat.si(JONAS, "meld sak til eventuelt")
    spurt = await chat.si(JONAS, "Kompetansebroen 2 – 10 min")
    assert spurt.foerst == "Hvilket møte gjelder saken?"
    await chat.trykk(JONAS, spurt.knapp("ASU"))
    (sak,) = await saker(chat, hos.asu)
    assert (sak.tittel, sak.minutter) == ("Kompetansebroen 2", 10)


async def test_an_ordinary_sak_likewise(chat, hos):
    await chat.si(BERIT, "meld en sak til ASU")
    spurt = await chat.si(BERIT, "Kompetansebroen 2")
    assert spurt.text == "Skal jeg sende denne saken til sekretariatet for ASU?\n«Kompetansebroen 2»"


@pytest.mark.parametrize(
    "linje", ["neste ASU", "hva er meldt til eventuelt", "takk", "hjelp", "hvem er Qxzt?"]
)
async def test_another_line_is_what_it_is(chat, hos, linje):
    await chat.si(BERIT, "meld sak til eventuelt")
    assert "Skal jeg melde" not in await chat.si(BERIT, linje)
    assert "Skal jeg melde" not in await chat.si(BERIT, "Kompetansebroen 2"), "only the line right after"


async def test_not_where_others_read_along_nor_an_hour_later(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt", i=kanal("ASU"))
    assert "Skal jeg melde" not in await chat.si(BERIT, "Kompetansebroen 2", i=kanal("ASU"))
    await chat.si(BERIT, "meld sak til eventuelt")
    assert "Skal jeg melde" not in await chat.si(BERIT, "Kompetansebroen 2", at="2024-05-08T10:30")


async def test_eleven_digits_are_not_repeated(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt")
    svar = await chat.si(BERIT, "Qxzt brzk 01017012345")
    assert svar.foerst.startswith("Jeg tar ikke vare på elleve sifre")
    assert "01017012345" not in svar.text + str(svar.cards)


async def test_in_nynorsk(chat, hos):
    await chat.si(BERIT, "svar meg på nynorsk")
    await chat.si(BERIT, "meld sak til eventuelt")
    spurt = await chat.si(BERIT, "Kompetansebroen 2")
    assert spurt.labels == ["Ja, meld saka", "Avbryt"]

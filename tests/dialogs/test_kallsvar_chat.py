"""A vara who is asked answers in words."""

import pytest

from tests.dialogs.chat import Chat, kanal
from tests.dialogs.forfallsfolk import (
    ALLE,
    BERIT,
    JONAS,
    KARI,
    LIV,
    Huset,
    bygg,
    installer,
    logg,
)

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def spoer(chat: Chat, navn: str = "Kari") -> None:
    await chat.si(BERIT, f"kan ikke på onsdag, {navn} stiller som vara")
    await chat.post()


@pytest.mark.parametrize("linje", ["ja", "jeg kan", "ja det går fint", "Det passer bra", "eg kan møte"])
async def test_yes_in_words(chat, huset, linje):
    await spoer(chat)
    svar = await chat.si(KARI, linje)
    assert svar.text.splitlines()[0].endswith(f"som vara for Berit Nes: {ONSDAG}.")
    assert svar.labels[-1] in ("Jeg kan ikke likevel", "Eg kan ikkje likevel")
    assert (await logg(chat, huset.onsdag))[-1] == "vara_ja Kari Dahl"


NEI = ("nei", "jeg kan ikke", "passer dårlig", "kan ikke da", "det passer dessverre ikke", "nei dessverre")


@pytest.mark.parametrize("linje", NEI)
async def test_no_in_words(chat, huset, linje):
    await spoer(chat)
    svar = await chat.si(KARI, linje)
    assert svar.foerst.startswith("Takk for at du sa fra.")
    assert ONSDAG in svar
    assert svar.labels == ["Jeg kan likevel"]
    assert "vara_nei Kari Dahl" in await logg(chat, huset.onsdag)
    assert [*await chat.post()] == [f"aad-{LIV}"]


async def test_no_in_nynorsk(chat, huset):
    await spoer(chat)
    svar = await chat.si(KARI, "nei, eg kan ikkje")
    assert svar.foerst.startswith("Takk for at du sa frå.")
    assert svar.labels == ["Eg kan likevel"]


async def test_a_mind_is_changed_on_the_card(chat, huset):
    await spoer(chat)
    likevel = (await chat.si(KARI, "nei")).knapp("Jeg kan likevel")
    assert "Takk. Du møter som vara for Berit Nes" in await chat.trykk(KARI, likevel)


async def test_only_who_is_asked_and_only_where_they_are_asked(chat, huset):
    await spoer(chat)
    foer = await logg(chat, huset.onsdag)
    for hvem, i in ((LIV, None), (JONAS, None), (KARI, kanal("ASU"))):
        await chat.si(hvem, "ja", i=i)
    assert await logg(chat, huset.onsdag) == foer


async def test_once_answered_a_no_is_no_answer_to_it_any_more(chat, huset):
    await spoer(chat)
    await chat.si(KARI, "ja")
    await chat.si(KARI, "nei")
    assert (await logg(chat, huset.onsdag))[-1] == "vara_ja Kari Dahl"


async def test_what_was_asked_after_the_call_is_what_a_yes_answers(chat, huset):
    await spoer(chat)
    spurt = await chat.si(KARI, "svar meg på nynorsk fra nå av, er du snill", at="2024-05-08T09:05")
    assert any(label.startswith("Ja, ") for label in spurt.labels)
    await chat.si(KARI, "nei", at="2024-05-08T09:06")
    assert (await logg(chat, huset.onsdag))[-1] == "kalt Kari Dahl"


async def test_a_line_that_was_not_understood_is_no_hindrance(chat, huset):
    await spoer(chat)
    assert "Det forstod jeg ikke" in await chat.si(KARI, "tja hm altså", at="2024-05-08T09:05")
    await chat.si(KARI, "nei", at="2024-05-08T09:06")
    assert "vara_nei Kari Dahl" in await logg(chat, huset.onsdag)


async def test_asked_to_two_moeter_she_says_which(chat):
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    await spoer(chat)
    await chat.si(BERIT, "kan ikke 19. juni, Kari stiller som vara")
    svar = await chat.si(KARI, "ja")
    assert svar.foerst == "Fint. Du er spurt om flere plasser. Hvilken kan du ta?"
    assert svar.labels[0] == f"For Berit Nes: {ONSDAG}"
    assert "19. juni" in await chat.si(KARI, "2")
    assert (await logg(chat, huset.juni))[-1] == "vara_ja Kari Dahl"
    assert (await logg(chat, huset.onsdag))[-1] == "kalt Kari Dahl"


async def test_said_again_it_is_confirmed_and_done_once(chat, huset):
    await spoer(chat)
    await chat.si(KARI, "ja")
    assert "Takk. Du møter som vara for Berit Nes" in await chat.si(KARI, "ja det går fint")
    assert (await logg(chat, huset.onsdag)).count("vara_ja Kari Dahl") == 1

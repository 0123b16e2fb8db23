"""It is said that leder and sekretariat are told only where the bot can tell them."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ANNE, BERIT, OVE, SIRI, WENCHE, bygg, installer

SISTE_DAG = "2024-05-15T08:30"
INGEN = "Jeg når verken lederen eller sekretariatet i Teams. Si fra selv."
FAAR_BESKJED = "så lederen og sekretariatet får beskjed med en gang"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


async def test_a_late_forfall_that_reaches_nobody_says_so(chat):
    await bygg(chat)
    svar = await chat.si(BERIT, "meld forfall til 15. mai", at=SISTE_DAG)
    assert INGEN in svar
    assert "får beskjed" not in svar
    assert await chat.post() == {}


@pytest.mark.parametrize("naadd", [ANNE, OVE])
async def test_one_of_them_is_enough(chat, naadd):
    await bygg(chat)
    await installer(chat, naadd)
    svar = await chat.si(BERIT, "meld forfall til 15. mai", at=SISTE_DAG)
    assert FAAR_BESKJED in svar
    assert INGEN not in svar
    assert [*await chat.post()] == [f"aad-{naadd}"]


async def test_the_leder_who_reports_knows_it_themself(chat):
    await bygg(chat)
    spurt = await chat.si(ANNE, "Siri Haug kan ikke møte 15. mai", at=SISTE_DAG)
    assert INGEN not in await chat.trykk(ANNE, spurt.knapp("Ja"), at=SISTE_DAG)


async def test_late_where_the_moeteleder_cannot_be_told(chat):
    await bygg(chat)
    linje = "jeg kommer 20 minutter for sent på onsdag"
    svar = await chat.si(BERIT, linje)
    assert "Jeg når ikke møtelederen i Teams. Si fra selv." in svar
    assert "får beskjed" not in svar
    await installer(chat, ANNE)
    assert "Møtelederen får beskjed." in await chat.si(SIRI, linje)


async def test_nobody_left_to_ask_and_nobody_to_tell(chat):
    await bygg(chat)
    await installer(chat, SIRI, WENCHE)
    await chat.si(SIRI, "kan ikke på onsdag, Wenche stiller som vara")
    kallet = (await chat.post())[f"aad-{WENCHE}"][-1]
    svar = await chat.trykk(WENCHE, next(b for b in kallet.buttons if b.verb == "vara.nei"))
    assert "jeg når verken lederen eller sekretariatet i Teams. Si fra selv." in svar
    assert INGEN in (await chat.post())[f"aad-{SIRI}"][-1].text


async def test_a_stedfortreder_of_whom_the_sekretariat_cannot_be_told(chat):
    await bygg(chat)
    svar = await chat.si(BERIT, "kan ikke på onsdag, Ola Nordmann stiller som vara")
    assert "ikke oppnevnt. Jeg når ikke sekretariatet i Teams. Si fra selv." in svar
    tvers = await chat.si(SIRI, "kan ikke på onsdag, Kari Dahl stiller som vara")
    assert "Jeg når ikke sekretariatet i Teams. Si fra selv." in tvers


async def test_in_nynorsk(chat):
    await bygg(chat)
    await chat.si(BERIT, "svar meg på nynorsk", at=SISTE_DAG)
    svar = await chat.si(BERIT, "meld forfall til 15. mai", at=SISTE_DAG)
    assert "Eg når verken leiaren eller sekretariatet i Teams. Sei frå sjølv." in svar

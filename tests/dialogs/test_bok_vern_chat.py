"""A likely patient, and eleven digits, in what is raised to eventuelt: asked about, or not kept."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.eventueltfolk import BERIT, bygg, titler

PASIENT = "87-åring fra Frosta har ligget på gangen med hoftebrudd"


@pytest.fixture
async def chat():
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    return await bygg(chat)


@pytest.mark.parametrize("linje", ["meld sak til eventuelt i ASU: ", "meld en sak til ASU: "])
async def test_a_likely_patient_is_asked_about(chat, hos, linje):
    svar = await chat.si(BERIT, linje + PASIENT)
    assert svar.foerst.startswith("Kan dette være en pasient?")
    assert svar.labels == ["Før det inn likevel", "Skriv om"]
    assert "Frosta" not in str(vars(chat.store.data))
    await chat.trykk(BERIT, svar.knapp("Før det inn likevel"))
    assert await titler(chat, hos.asu) == [PASIENT]


async def test_nobody_else_says_yes_to_it(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt i ASU: " + PASIENT)
    await chat.trykk("anne vik", svar.knapp("Før det inn likevel"))
    assert await titler(chat, hos.asu) == []


async def test_a_form_is_asked_about_too(chat, hos):
    skjema = await chat.si(BERIT, "meld sak til eventuelt i ASU")
    knapp = skjema.buttons[0]
    knapp.data |= {"skjema_tittel": PASIENT, "skjema_moete": str(hos.mai)}
    svar = await chat.trykk(BERIT, knapp)
    assert svar.foerst.startswith("Kan dette være en pasient?")
    await chat.trykk(BERIT, svar.knapp("Før det inn likevel"))
    assert await titler(chat, hos.asu) == [PASIENT]


async def test_the_refusal_of_eleven_digits_ends_alike(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt i ASU: 010203 12345")
    assert svar.text.endswith("Skriv det på nytt uten tallet. Slett også meldingen i chatten.")
    assert await titler(chat, hos.asu) == []

"""What comes later: said as what it is, with what one can do meanwhile, and never as if it were done."""

import pytest

from dialogs.senere import GRUPPER
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat
from tests.dialogs.tolker import Innvidd, gjettet

LINJER = {intent: intent.replace(".", " ") for intent in GRUPPER}
ENNAA = {"nb": "ennå", "nn": "enno"}
MENS_MAN_VENTER = {
    "nb": (
        "sekretariatet",
        "møtelederen",
        "Det gjør",
        "den du meldte",
        "Jeg kan vise",
        "som før",
        "Spør meg",
    ),
    "nn": (
        "sekretariatet",
        "møteleiaren",
        "Det gjer",
        "den du melde",
        "Eg kan vise",
        "som før",
        "Spør meg",
    ),
}


@pytest.fixture
async def chat() -> Chat:
    sagt = {linje.replace(" ", "_"): gjettet(intent) for intent, linje in LINJER.items()}
    chat = Chat(tolk=Innvidd(**sagt))
    await chat.har(eksempel.lest_innkalling())
    return chat


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("intent", GRUPPER)
async def test_each_is_answered_honestly_and_with_a_way_on(chat, intent, maalform):
    await chat.si("anne", "bytt til nynorsk" if maalform == "nn" else "bytt til bokmål")
    svar = await chat.si("anne", LINJER[intent])
    assert ENNAA[maalform] in svar
    if GRUPPER[intent] != "kanal":
        assert any(vei in svar for vei in MENS_MAN_VENTER[maalform])
    assert "!" not in svar.text
    for knapp in svar.buttons:
        assert "Det forst" not in await chat.trykk("anne", knapp)


async def test_nothing_is_asked_for_a_yes_that_would_do_nothing(chat):
    for linje in LINJER.values():
        assert not [label for label in (await chat.si("anne", linje)).labels if label.startswith("Ja")]


async def test_a_button_is_about_the_body_that_was_named(chat):
    fersk = Chat(tolk=Innvidd(sendes=gjettet("sammendrag.post", organ_ids=(2,), organ_tekst="ASU")))
    await fersk.har(eksempel.lest_innkalling())
    assert (await fersk.si("anne", "sendes")).buttons[0].data == {"organ": 2}


async def test_start_referat_takes_the_day_it_names():
    fersk = Chat()
    await fersk.har(eksempel.lest_innkalling())
    svar = await fersk.si("anne", "start referat på onsdag")
    assert svar.foerst == "Referatet fra ASU onsdag 15. mai 2024 er åpnet."

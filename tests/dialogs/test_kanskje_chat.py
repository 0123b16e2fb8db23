"""What a line perhaps means is answered only where the papers, or what was just shown, bear it out."""

import pytest

from bot.turn import Aspect, Meaning, SakRef, Slots
from tests.dialogs import eksempel
from tests.dialogs.chat import NAA, Chat, senere
from tests.dialogs.tolker import Innvidd


def kanskje(*meninger: Meaning) -> Meaning:
    return Meaning("ingen", sure=False, perhaps=meninger)


def sak(**slots) -> Meaning:
    return Meaning("sak.vis", sure=True, slots=Slots(**slots))


@pytest.fixture
async def chat() -> Chat:
    varer = Meaning("moete.saksliste", True, Slots(extra={"hva": "varighet"}), points=True)
    chat = Chat(
        tolk=Innvidd(
            øykommunene=kanskje(sak(sak=SakRef(emne="øykommunene", tekst="øykommunene"))),
            romfart=kanskje(sak(sak=SakRef(emne="romfart", tekst="romfart"))),
            fire=kanskje(sak(sak=SakRef(nummer=4, tekst="4"))),
            nitti=kanskje(sak(sak=SakRef(nummer=90, tekst="90"))),
            forslaget=kanskje(sak(aspect=Aspect.FORSLAG)),
            der=kanskje(Meaning("moete.sted", True)),
            fjellregionen=kanskje(
                Meaning("moete.liste", True, Slots(emne="fjellregionen", extra={"hva": "dialogmoete"}))
            ),
            storbyen=kanskje(
                Meaning("moete.liste", True, Slots(emne="storbyen", extra={"hva": "dialogmoete"}))
            ),
            ukjent=kanskje(sak(organ_tekst="PSU", sak=SakRef(emne="øykommunene", tekst=""))),
            varer=varer,
        )
    )
    await chat.har(eksempel.lest_innkalling())
    return chat


async def test_a_topic_that_the_papers_have(chat):
    assert (await chat.si("anne", "øykommunene")).foerst.startswith("Sak 03/24")


@pytest.mark.parametrize("linje", ["romfart", "storbyen", "ukjent", "fire", "forslaget", "der"])
async def test_what_nothing_bears_out_is_not_understood(chat, linje):
    assert (await chat.si("anne", linje)).text.startswith("Det forstod jeg ikke.")


@pytest.mark.parametrize(
    ("linje", "svar"), [("fire", "Sak 04/24"), ("der", "Sted for ASU"), ("nitti", "Det forstod jeg")]
)
async def test_what_was_just_shown_bears_it_out_for_ten_minutes(chat, linje, svar):
    await chat.si("anne", "neste ASU")
    assert (await chat.si("anne", linje, at=senere(NAA, 5))).foerst.startswith(svar)
    assert (await chat.si("anne", linje, at=senere(NAA, 30))).text.startswith("Det forstod jeg")


async def test_the_sak_that_was_just_shown(chat):
    await chat.si("anne", "sak 3")
    assert (await chat.si("anne", "forslaget")).foerst.startswith("Forslag til vedtak i sak 03/24")


async def test_how_long_is_asked_of_the_sak_that_was_just_shown_else_of_the_moete(chat):
    assert "180 minutter" in await chat.si("anne", "varer")
    await chat.si("anne", "sak 3")
    assert "40 minutter til sak 03/24" in await chat.si("anne", "varer")


async def test_a_dialogmoete_by_its_place(chat):
    assert "Fjellregionen" in await chat.si("anne", "fjellregionen")

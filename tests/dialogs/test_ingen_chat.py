"""What is not understood: suggestions, then help, and short where others read along."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button, ConversationKind
from bot.turn import SAY, Meaning, Slots, Suggestion
from tests.dialogs import eksempel
from tests.dialogs.chat import NAA, Chat, kanal, senere
from tests.dialogs.tolker import Innvidd

FORSLAG = (
    Suggestion("moete.neste", "neste ASU"),
    Suggestion("moete.saksliste", "saksliste ASU"),
    Suggestion("frist.liste", "hvilke frister har vi?"),
)
SAKER = (
    Suggestion("sak.meld", "Meld en sak"),
    Suggestion("eventuelt.meld", "Meld sak til eventuelt"),
    Suggestion("moete.saksliste", "saksliste ASU"),
)
TEKST = "kan vi ta opp Parkering – ved NYE  Storfjord?"
GRUPPE = replace(kanal("vi"), kind=ConversationKind.GROUP)


def uklart(intent="moete.neste", forslag=FORSLAG, **slots) -> Meaning:
    return Meaning(intent, sure=False, slots=Slots(**slots), suggestions=forslag)


@pytest.fixture
async def chat() -> Chat:
    sagt = {
        "grøt_på_fat": uklart(),
        "graut_på_fat": uklart(),
        "været_i_dag": uklart("ingen"),
        TEKST.replace(" ", "_"): uklart("sak.meld", SAKER),
        "vi_burde_ta_opp_parkering": uklart("eventuelt.meld", (SAKER[1], SAKER[2], SAKER[0])),
        "saksliste_om_parkering": uklart("moete.saksliste", (SAKER[2], SAKER[1], SAKER[0])),
    }
    chat = Chat(tolk=Innvidd(**sagt))
    await chat.har(eksempel.lest_innkalling())
    return chat


async def test_the_three_best_and_help(chat):
    svar = await chat.si("anne", "grøt på fat")
    assert svar.text == "Det forstod jeg ikke. Mente du noe av dette?"
    assert svar.labels == ["neste ASU", "saksliste ASU", "hvilke frister har vi?", "Hjelp"]


async def test_a_second_miss_in_a_row_gets_help_and_the_suggestions(chat):
    await chat.si("anne", "grøt på fat")
    svar = await chat.si("anne", "grøt på fat", at=senere(NAA, 2))
    assert svar.foerst == "Det forstod jeg heller ikke. Dette kan du skrive til meg:"
    assert svar.text.endswith("Mente du noe av dette?")
    assert svar.labels == ["neste ASU", "saksliste ASU", "hvilke frister har vi?"]
    assert (await chat.si("anne", "1", at=senere(NAA, 3))).foerst.startswith("Neste møte i ASU")


async def test_a_second_miss_in_nynorsk(chat):
    await chat.si("anne", "snakk nynorsk")
    assert (await chat.si("anne", "graut på fat")).text == "Det forstod eg ikkje. Meinte du noko av dette?"
    assert (await chat.si("anne", "graut på fat")).foerst.startswith("Det forstod eg heller ikkje.")


@pytest.mark.parametrize("imellom", [["neste ASU"], ["hjelp"]])
async def test_what_is_understood_between_makes_it_a_first_miss(chat, imellom):
    for linje in ["grøt på fat", *imellom]:
        await chat.si("anne", linje)
    assert (await chat.si("anne", "grøt på fat")).text.startswith("Det forstod jeg ikke.")


async def test_a_miss_is_one_person_s_own_and_forgotten_after_an_hour(chat):
    await chat.si("anne", "grøt på fat", i=kanal("ASU"))
    assert (await chat.si("odd", "grøt på fat", i=kanal("ASU"))).text.startswith("Det forstod jeg ikke.")
    sen = await chat.si("anne", "grøt på fat", at=senere(NAA, 61), i=kanal("ASU"))
    assert sen.text.startswith("Det forstod jeg ikke.")


@pytest.mark.parametrize("rom", [kanal("ASU"), GRUPPE])
async def test_what_is_no_business_of_the_bot_s_is_short_where_others_read(chat, rom):
    svar = await chat.si("anne", "været i dag", i=rom)
    assert svar.text == "Det forstod jeg ikke."
    assert svar.labels == ["Hjelp"]


async def test_between_two_it_is_not(chat):
    assert len((await chat.si("anne", "været i dag")).labels) == 4


async def test_in_a_channel_what_may_be_meant_is_still_suggested(chat):
    assert len((await chat.si("anne", "grøt på fat", i=kanal("ASU"))).labels) == 4


@pytest.mark.parametrize("maalform", ["bytt til bokmål", "snakk nynorsk"])
@pytest.mark.parametrize("intent", ["referat.sak", "referat.punkt", "referat.frammoete"])
async def test_a_pressed_suggestion_always_leads_on(intent, maalform):
    """«Neste sak» means nothing to the bot where no referat is open, but the person has chosen it."""
    foreslaatt = Suggestion(intent, "Registrer frammøte")
    chat = Chat(tolk=Innvidd(uklart=uklart("ingen", (foreslaatt,))))
    await chat.si("anne", maalform)
    svar = await chat.si("anne", "uklart")
    trykket = await chat.trykk("anne", svar.buttons[0])
    assert trykket.text.startswith(("Ingen referater er åpne", "Ingen referat er opne"))


async def test_a_pressed_suggestion_that_is_no_whole_command_is_confirmed():
    chat = Chat(tolk=Innvidd(uklart=uklart("ingen", (Suggestion("maalform.velg", "mest nynorsk her"),))))
    svar = await chat.si("anne", "uklart")
    assert (await chat.trykk("anne", svar.buttons[0])).text == "Skal jeg svare deg på nynorsk?"


@pytest.mark.parametrize("hensikt", [3, "finnes.ikke", "import.fil"])
async def test_a_suggestion_for_what_there_is_not_is_just_its_line(chat, hensikt):
    svar = await chat.trykk("anne", Button("x", SAY, {"tekst": "neste ASU", "hensikt": hensikt}))
    assert svar.foerst.startswith("Neste møte i ASU")


async def test_egen_sak_eller_eventuelt_keeps_the_words_as_they_were_written(chat):
    svar = await chat.si("anne", TEKST)
    assert svar.text == f"Egen sak eller eventuelt?\n«{TEKST}»"
    assert svar.labels == ["Egen sak", "Til eventuelt"]
    assert [b.verb for b in svar.buttons] == ["sak.meld", "eventuelt.meld"]
    assert [b.data["tekst"] for b in svar.buttons] == [TEKST, TEKST]
    assert all(b.data["vis_foerst"] for b in svar.buttons)


@pytest.mark.parametrize(
    ("svar", "sagt"),
    [
        ("egen sak", "Skal jeg sende denne saken til sekretariatet for ASU?"),
        ("1", "Skal jeg sende denne saken til sekretariatet for ASU?"),
        ("til eventuelt", "Skal jeg melde denne saken til eventuelt i ASU onsdag 15. mai 2024"),
    ],
)
async def test_it_is_answered_in_writing_too(chat, svar, sagt):
    await chat.si("anne", TEKST)
    assert (await chat.si("anne", svar)).text.startswith(sagt)


async def test_it_is_asked_whichever_of_them_is_likeliest_and_only_then(chat):
    assert "Egen sak eller eventuelt?" in await chat.si("anne", "vi burde ta opp parkering")
    assert "Mente du" in await chat.si("anne", "saksliste om parkering")


async def test_in_nynorsk_it_is_asked_in_nynorsk(chat):
    await chat.si("anne", "snakk nynorsk")
    svar = await chat.si("anne", TEKST)
    assert svar.foerst == "Eiga sak eller eventuelt?"
    assert svar.labels == ["Eiga sak", "Til eventuelt"]
